/** The words of a text; a hyphen in it stands for a space. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).map((word) => word.replaceAll('-', ' ')));
}
