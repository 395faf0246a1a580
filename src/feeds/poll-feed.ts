import { setImmediate as turn } from 'node:timers/promises';
import type { Clock } from '../model/clock.ts';
import type { Log } from '../model/log.ts';
import type { Fetcher, FetchResult } from '../http/fetcher.ts';
import { recordPoll, type FeedPollState, type FeedRow } from '../store/feeds.ts';
import type { Store } from '../store/store.ts';
import { parseFeed, type ParsedFeed } from './parse.ts';
import { backOff, jittered, nextInterval, type PollLimits } from './schedule.ts';
import { storeItems, type StoredItems } from './store-items.ts';

export interface PollPolicy extends PollLimits {
  /** Older at first sight than this: never alerts. */
  readonly alertMaxAgeMs: number;
}

export interface PollFeedParts {
  readonly store: Store;
  readonly fetcher: Fetcher;
  readonly clock: Clock;
  readonly log: Log;
  readonly random: () => number;
  readonly policy: PollPolicy;
}

const NOTHING: StoredItems = { newItems: 0, edited: 0 };
// Servers with a stuck clock answer 304 for ever (feeds of shopblogger, FreshRSS): once a day without validators.
const FULL_FETCH_MS = 24 * 3_600_000;

/**
 * One poll of one feed, from fetch to commit. A failure is a normal answer: it ends up in the feed's state.
 * @throws only when the store fails
 */
export async function pollFeed(feed: FeedRow, parts: PollFeedParts, signal: AbortSignal): Promise<StoredItems> {
  try {
    return await fetchAndStore(feed, parts, signal);
  } catch (error) {
    if (parts.store.failure(error)) throw error;
    parts.log.error({ feed: feed.key, err: error }, 'feed could not be stored');
    return recordFailure(feed, parts, 'internal error, see the log', null);
  }
}

async function fetchAndStore(feed: FeedRow, parts: PollFeedParts, signal: AbortSignal): Promise<StoredItems> {
  const full = parts.clock.now() - (feed.last_full_at ?? 0) > FULL_FETCH_MS;
  const result = await parts.fetcher.fetch({
    url: feed.url,
    etag: full ? null : feed.etag,
    lastModified: full ? null : feed.last_modified,
    signal,
  });
  if (signal.aborted) return NOTHING;
  switch (result.kind) {
    case 'ok':
      return storeFetched(feed, result, full, parts);
    case 'not-modified':
      await record(parts, feed, worked(feed, parts, { newItems: 0, askedMs: result.maxAgeMs }));
      return NOTHING;
    case 'status':
      return recordFailure(feed, parts, `HTTP ${result.status}`, result.retryAfterMs);
    case 'failed':
      return recordFailure(feed, parts, result.reason, null);
  }
}

async function storeFetched(
  feed: FeedRow,
  result: FetchResult & { readonly kind: 'ok' },
  full: boolean,
  parts: PollFeedParts,
): Promise<StoredItems> {
  const parsed = parseFeed(result.bytes, result.contentType, result.finalUrl);
  if (parsed.kind === 'unreadable') return recordFailure(feed, parts, parsed.reason, null);
  await turn();
  const now = parts.clock.now();
  return storeItems(parts.store, parsed.items, {
    feed,
    now,
    alertMaxAgeMs: parts.policy.alertMaxAgeMs,
    finish: (trx, { newItems }) =>
      recordPoll(trx, feed.id, {
        ...worked(feed, parts, { newItems, askedMs: askedInterval(parsed, result.maxAgeMs) }),
        // The validators of a body that was cut would make the server say "not modified" to what was lost.
        etag: parsed.incomplete === null ? result.etag : null,
        last_modified: parsed.incomplete === null ? result.lastModified : null,
        ...(full ? { last_full_at: now } : {}),
      }),
  });
}

function askedInterval(parsed: ParsedFeed, maxAgeMs: number | null): number | null {
  return parsed.ttlMs === null && maxAgeMs === null ? null : Math.max(parsed.ttlMs ?? 0, maxAgeMs ?? 0);
}

function worked(
  feed: FeedRow,
  { clock, random, policy }: PollFeedParts,
  found: { readonly newItems: number; readonly askedMs: number | null },
): FeedPollState {
  const now = clock.now();
  const intervalMs = nextInterval(feed, found, policy);
  return {
    next_poll_at: now + jittered(intervalMs, random()),
    interval_ms: intervalMs,
    first_polled_at: feed.first_polled_at ?? now,
    last_polled_at: now,
    last_ok_at: now,
    failures: 0,
    last_error: null,
  };
}

async function recordFailure(
  feed: FeedRow,
  parts: PollFeedParts,
  reason: string,
  retryAfterMs: number | null,
): Promise<StoredItems> {
  const now = parts.clock.now();
  const pauseMs = backOff(feed.interval_ms, feed.failures, retryAfterMs, parts.policy);
  if (feed.failures === 0) parts.log.warn({ feed: feed.key, reason }, 'feed poll failed');
  await record(parts, feed, {
    next_poll_at: now + jittered(pauseMs, parts.random()),
    last_polled_at: now,
    failures: feed.failures + 1,
    last_error: reason,
  });
  return NOTHING;
}

async function record(parts: PollFeedParts, feed: FeedRow, state: FeedPollState): Promise<void> {
  await parts.store.transaction('poll', (trx) => recordPoll(trx, feed.id, state));
}
