import type { Text } from '../model/text.ts';

/** Lines of a card that belong together: those of one kind that follow each other stand without a gap. */
export interface LineGroup {
  readonly lines: readonly Text[];
  /** Sentences of the outlets, word for word. */
  readonly isQuote: boolean;
}

/** Lines of one message after another are a group; a bare string is a paragraph of its own. */
export function lineGroups(lines: readonly Text[]): readonly LineGroup[] {
  const groups: { id: string | null; lines: Text[] }[] = [];
  for (const line of lines) {
    const id = typeof line === 'string' ? null : line.id;
    const last = groups.at(-1);
    if (last && id !== null && last.id === id) last.lines.push(line);
    else groups.push({ id, lines: [line] });
  }
  return groups.map(({ id, lines }) => ({ lines, isQuote: id === 'card-quote' }));
}
