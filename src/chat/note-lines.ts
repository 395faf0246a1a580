import { message, type Text } from '../model/text.ts';

/** What the filter's reader noticed, as lines of a card. */
export function noteLines(notes: readonly Text[]): readonly Text[] {
  return notes.map((note) => message('chat-note', { note: [note] }));
}
