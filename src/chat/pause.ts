import type { Chat } from '../model/chat.ts';
import { message, type Text } from '../model/text.ts';

/** The end of a pause that has none: later than any clock. */
export const NO_END = 8_640_000_000_000_000;

/** That a chat gets no new cards now, and until when; nothing where it gets them. */
export function pauseLines({ pausedUntil }: Chat, now: number): readonly Text[] {
  if (pausedUntil === null || pausedUntil <= now) return [];
  return [pausedUntil === NO_END ? message('chat-paused') : message('chat-paused-for', { ms: pausedUntil - now })];
}
