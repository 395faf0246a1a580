import type { ParsedItem } from '../model/article.ts';
import { decodeFeed } from './decode.ts';
import { FeedError } from './feed-error.ts';
import { guardBytes, type FeedUnreadable } from './guard.ts';
import type { FeedContent } from './item-fields.ts';
import { readAtom } from './read-atom.ts';
import { readJsonFeed } from './read-json-feed.ts';
import { readRdf, readRss } from './read-rss.ts';
import { repairFeed } from './repair.ts';
import type { RepairedFeed } from './feed-writer.ts';

export interface ParsedFeed extends FeedContent {
  readonly format: 'rss' | 'atom' | 'rdf' | 'sitemap' | 'json';
  /** Why items may be missing ("cut off before its end"), or null. Validators of such a body are not to be kept. */
  readonly incomplete: string | null;
}

const READERS: Readonly<Record<RepairedFeed['root'], (repaired: RepairedFeed, baseUrl: string | null) => FeedContent>> =
  {
    rss: readRss,
    atom: readAtom,
    rdf: readRdf,
    sitemap: readRss,
  };

/**
 * Reads RSS, Atom, RDF or JSON Feed out of the bytes of an answer. Hostile or broken input is read as far as whole
 * items go.
 * @param contentType the HTTP header, for its charset
 * @param baseUrl where the bytes came from; relative links are resolved against it unless the feed says otherwise
 * @throws FeedError when it cannot be read
 */
export function parseFeed(
  bytes: Uint8Array,
  contentType: string | null = null,
  baseUrl: string | null = null,
): ParsedFeed {
  orThrow(guardBytes(bytes));
  const text = decodeFeed(bytes, contentType);
  if (/^\s{0,999}[{[]/.test(text)) return { format: 'json', ...orThrow(readJsonFeed(text.trim(), baseUrl)) };
  const repaired = orThrow(repairFeed(text));
  const content = readXml(repaired, baseUrl);
  const { root: format, items, language } = repaired;
  // Some are XML data in the clothes of a feed (the Treasury's rates).
  const isUnread = items > 0 && content.items.every(isBlank);
  const unread = isUnread ? `none of its items can be read (${items})` : null;
  return {
    format,
    ...content,
    items: isUnread ? [] : content.items,
    language: content.language ?? language,
    incomplete: repaired.incomplete ?? unread,
  };
}

function orThrow<T extends object | null>(read: T | FeedUnreadable): T {
  if (read === null || !('kind' in read) || read.kind !== 'unreadable') {
    // Nothing but `FeedUnreadable` is of that kind.
    return read as T;
  }
  throw new FeedError(read.code, read.reason);
}

function readXml(repaired: RepairedFeed, baseUrl: string | null): FeedContent {
  try {
    return READERS[repaired.root](repaired, baseUrl);
  } catch {
    // The library throws when a document has no element it knows.
    return EMPTY;
  }
}

/** Whether nothing at all was found in it. */
function isBlank(item: ParsedItem): boolean {
  return Object.values(item).every((value: unknown) => value === null || value === '' || isEmptyList(value));
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

const EMPTY: FeedContent = {
  title: '',
  link: null,
  language: null,
  description: '',
  updated: null,
  hub: null,
  self: null,
  ttlMs: null,
  items: [],
};
