/** In lower case with every offset kept: a text that changes its length ("İ") stays as it is. */
export function lowered(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}
