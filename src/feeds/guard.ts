import type { FeedErrorCode } from './feed-error.ts';

/** What no feed needs and a hostile one may try. */
export const FEED_LIMITS = {
  bytes: 10_000_000,
  items: 5_000,
  // The parser behind gives up at 100.
  depth: 96,
  /** Elements and attributes together; each costs the parser behind some 10 us. */
  parts: 200_000,
  tagChars: 100_000,
  attributes: 128,
  /** Characters that have to be escaped first; a text of millions of `<` would take 20 s. */
  strays: 100_000,
  /** Names of people, each and all: the parser's reading of a long one takes quadratic time. */
  personChars: 200,
  allPersonsChars: 500_000,
} as const;

/** The bytes are no feed that can be read; `reason` is for an operator. */
export interface FeedUnreadable {
  readonly kind: 'unreadable';
  readonly code: FeedErrorCode;
  readonly reason: string;
}

export function unreadable(code: FeedErrorCode, reason: string): FeedUnreadable {
  return { kind: 'unreadable', code, reason };
}

/**
 * Looks at the bytes before anything else does: nothing there, too much, or plainly no text.
 * Null when they may be a feed.
 */
export function guardBytes(bytes: Uint8Array): FeedUnreadable | null {
  if (bytes.byteLength === 0) return unreadable('empty', 'empty body');
  if (bytes.byteLength > FEED_LIMITS.bytes) return unreadable('too-large', `larger than ${FEED_LIMITS.bytes / 1e6} MB`);
  const [a, b, c] = bytes;
  if (a === 0x1f && b === 0x8b) return unreadable('not-a-feed', 'still compressed (gzip), not a feed');
  if (a === 0x50 && b === 0x4b && c === 0x03) return unreadable('not-a-feed', 'a ZIP file, not a feed');
  if (a === 0x25 && b === 0x50 && c === 0x44) return unreadable('not-a-feed', 'a PDF file, not a feed');
  return null;
}
