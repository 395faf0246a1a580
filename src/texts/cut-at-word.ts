/** At most `max` characters, cut at a word and closed with "…" where something is left off. */
export function cutAtWord(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max - 1);
  const space = Math.max(cut.lastIndexOf(' '), cut.lastIndexOf('\n'));
  const kept = space > max / 2 ? cut.slice(0, space) : cut;
  return `${kept.toWellFormed().replace(/[\s,;:.\uFFFD–—-]{1,20}$/, '')}…`;
}
