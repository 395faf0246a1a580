import type { ParsedItem } from '../model/article.ts';
import type { Fetcher } from '../http/fetcher.ts';
import type { FeedRow } from '../store/feeds.ts';
import type { Store } from '../store/store.ts';
import { newsDate } from './dates.ts';
import type { FeedReader } from './reader.ts';
import { unstoredItems } from './store-items.ts';

export interface FullTextParts {
  readonly store: Store;
  readonly fetcher: Fetcher;
  readonly reader: FeedReader;
  readonly now: number;
  /** Whether feeds that do not say so themselves are completed. */
  readonly fullText: boolean;
  /** Older news is not worth a request. */
  readonly alertMaxAgeMs: number;
}

/** What is longer tells its story itself. */
const TEASER_CHARS = 600;
const MOST_PAGES = 10;
const AT_ONCE = 2;
const PAGE_TIMEOUT_MS = 10_000;
/** News must not wait for the rest of itself. */
const ALL_TIMEOUT_MS = 20_000;
const MAX_PAGE_BYTES = 5_000_000;

/**
 * The pages of items that the feed only begins, for what is news. What cannot be had in time is left out: the article
 * goes on with its teaser.
 */
export async function readPages(
  feed: FeedRow,
  items: readonly ParsedItem[],
  parts: FullTextParts,
  stop: AbortSignal,
): Promise<ReadonlyMap<ParsedItem, string>> {
  const pages = new Map<ParsedItem, string>();
  const isWanted = feed.full_text === null ? parts.fullText : feed.full_text === 1;
  if (!isWanted || feed.first_polled_at === null) return pages;
  const teasers = items.filter((item) => isTeaser(item) && isFresh(item, parts));
  if (teasers.length === 0) return pages;
  const waiting = (await unstoredItems(parts.store.db, feed, teasers, parts.now)).slice(0, MOST_PAGES);
  const signal = AbortSignal.any([stop, AbortSignal.timeout(ALL_TIMEOUT_MS)]);
  async function work(): Promise<void> {
    for (let item = waiting.shift(); item && !signal.aborted; item = waiting.shift()) {
      const html = await readPage(item, parts, signal);
      if (html !== null) pages.set(item, html);
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return pages;
}

async function readPage(
  { link }: ParsedItem,
  { fetcher, reader }: FullTextParts,
  signal: AbortSignal,
): Promise<string | null> {
  const url = link ?? '';
  const accept = 'text/html, application/xhtml+xml;q=0.9';
  const result = await fetcher.fetch({ url, accept, timeoutMs: PAGE_TIMEOUT_MS, maxBytes: MAX_PAGE_BYTES, signal });
  const isPage = result.kind === 'ok' && /html/i.test(result.contentType ?? '');
  return isPage ? reader.readPage(result.bytes, result.contentType) : null;
}

function isTeaser({ link, summary, content }: ParsedItem): boolean {
  return link !== null && content === '' && plainLength(summary) < TEASER_CHARS;
}

function plainLength(html: string): number {
  return html.replaceAll(/<[^<>]*>/g, '').length;
}

function isFresh({ published }: ParsedItem, { now, alertMaxAgeMs }: FullTextParts): boolean {
  return now - (newsDate(published) ?? now) <= alertMaxAgeMs;
}
