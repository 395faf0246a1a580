import { decodeFeed } from './decode.ts';
import { guardBytes, unreadable, type FeedUnreadable } from './guard.ts';
import type { FeedContent } from './item-fields.ts';
import { readAtom } from './read-atom.ts';
import { readJsonFeed } from './read-json-feed.ts';
import { readRdf, readRss } from './read-rss.ts';
import { repairFeed } from './repair.ts';
import type { RepairedFeed } from './feed-writer.ts';

export interface ParsedFeed extends FeedContent {
  readonly kind: 'feed';
  readonly format: 'rss' | 'atom' | 'rdf' | 'json';
  /** Why items may be missing ("cut off before its end"), or null. Validators of such a body are not to be kept. */
  readonly incomplete: string | null;
}

const READERS: Readonly<Record<RepairedFeed['root'], (xml: string, baseUrl: string | null) => FeedContent>> = {
  rss: readRss,
  atom: readAtom,
  rdf: readRdf,
};

/**
 * Reads RSS, Atom, RDF or JSON Feed out of the bytes of an answer. Hostile or broken input never throws: it is read
 * as far as whole items go, or refused with a reason for the operator.
 * @param contentType the HTTP header, for its charset
 * @param baseUrl where the bytes came from; relative links are resolved against it unless the feed says otherwise
 */
export function parseFeed(
  bytes: Uint8Array,
  contentType: string | null,
  baseUrl: string | null = null,
): ParsedFeed | FeedUnreadable {
  const refusal = guardBytes(bytes);
  if (refusal) return refusal;
  const text = decodeFeed(bytes, contentType);
  if (/^\s{0,999}[{[]/.test(text)) {
    const json = readJsonFeed(text.trim(), baseUrl);
    return 'kind' in json ? json : { kind: 'feed', format: 'json', ...json };
  }
  const repaired = repairFeed(text);
  if (repaired.kind === 'unreadable') return repaired;
  const content = readXml(repaired, baseUrl);
  if (!content) return unreadable(`none of its items can be read (${repaired.items})`);
  return { kind: 'feed', format: repaired.root, ...content, incomplete: repaired.incomplete };
}

function readXml({ root, xml, items }: RepairedFeed, baseUrl: string | null): FeedContent | null {
  const empty = items === 0 ? { title: '', language: null, ttlMs: null, items: [] } : null;
  try {
    const content = READERS[root](xml, baseUrl);
    return content.items.length > 0 ? content : empty && { ...empty, title: content.title };
  } catch {
    // The library throws when a document has no element it knows: without items that is an empty feed.
    return empty;
  }
}
