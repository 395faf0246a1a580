import { FeedError } from './feeds/feed-error.ts';
import type { FeedReader } from './feeds/reader.ts';
import type { Fetcher } from './http/fetcher.ts';
import type { Clock } from './model/clock.ts';
import type { CatalogueFeed } from './model/feed.ts';
import { message, type Text } from './model/text.ts';

/** What one poll of a feed found. */
export interface CheckedFeed {
  readonly key: string;
  readonly host: string;
  readonly works: boolean;
  /** What is wrong; null where it works. */
  readonly reason: string | null;
  readonly items: number;
  /** When its newest item was published, epoch ms; null: unknown. */
  readonly newestAt: number | null;
  readonly ms: number;
}

export interface CheckParts {
  readonly fetcher: Fetcher;
  readonly reader: FeedReader;
  readonly clock: Clock;
  readonly hostGapMs: number;
  readonly onChecked: (checked: number) => void;
}

const HOSTS_AT_ONCE = 32;

/** Polls every feed once, each host's one after the other, and stores nothing. @returns those in trouble first */
export async function checkFeeds(feeds: readonly CatalogueFeed[], parts: CheckParts): Promise<readonly CheckedFeed[]> {
  // An interface with an allowance is not asked for a look.
  const free = feeds.filter(({ kind }) => kind === 'feed');
  const hosts = [...Map.groupBy(free, ({ url }) => hostOf(url)).values()];
  const checked: CheckedFeed[] = [];
  async function checkHosts(): Promise<void> {
    for (let host = hosts.shift(); host; host = hosts.shift()) {
      for (const [index, feed] of host.entries()) {
        if (index > 0) await parts.clock.sleep(parts.hostGapMs);
        checked.push(await checkFeed(feed, parts));
        parts.onChecked(checked.length);
      }
    }
  }
  await Promise.all(Array.from({ length: HOSTS_AT_ONCE }, checkHosts));
  return checked.toSorted((a, b) => Number(a.works) - Number(b.works) || (a.key < b.key ? -1 : 1));
}

async function checkFeed({ key, url }: CatalogueFeed, { fetcher, reader, clock }: CheckParts): Promise<CheckedFeed> {
  const begun = clock.now();
  const found = (reason: string | null, items = 0, newestAt: number | null = null): CheckedFeed => ({
    key,
    host: hostOf(url),
    works: reason === null,
    reason,
    items,
    newestAt,
    ms: clock.now() - begun,
  });
  const result = await fetcher.fetch({ url, ownAddress: true });
  if (result.kind === 'failed') return found(result.reason);
  if (result.kind === 'not-modified') return found('HTTP 304');
  if (result.kind === 'status') {
    return found(result.isChallenge ? `HTTP ${result.status}, blocked by Cloudflare` : `HTTP ${result.status}`);
  }
  try {
    const { items, incomplete } = await reader.parse(result.bytes, result.contentType, result.finalUrl);
    const dates = items.flatMap(({ published }) => published ?? []);
    return found(items.length === 0 ? incomplete : null, items.length, dates.length > 0 ? Math.max(...dates) : null);
  } catch (error) {
    if (error instanceof FeedError) return found(error.message);
    throw error;
  }
}

/** The table, a line each, with a heading and a sum. */
export function checkTable(feeds: readonly CheckedFeed[], say: (text: Text) => string, now: number): string {
  const rows = feeds.map(({ key, reason, items, newestAt, ms }) => [
    reason === null ? '✓' : '✗',
    key,
    say(message('check-ms', { ms })),
    reason ?? say(message('check-items', { count: items })),
    newestAt === null || reason !== null ? '' : say(message('check-newest', { age: Math.max(now - newestAt, 1_000) })),
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => (column === 2 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  const working = feeds.filter(({ works }) => works).length;
  return [...lines, '', say(message('check-sum', { working, count: feeds.length }))].join('\n');
}

function hostOf(url: string): string {
  return URL.parse(url)?.host ?? url;
}
