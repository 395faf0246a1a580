import type { FetchResult } from '../http/fetcher.ts';
import { PUBLIC_SCOPE } from '../model/scope.ts';
import { numbersColumn, readJson } from '../store/json-column.ts';
import type { FeedRow } from '../store/feeds.ts';
import { bodyHash } from './body-hash.ts';
import { FeedError } from './feed-error.ts';
import { pollCoinDesk } from './coindesk/poll-coindesk.ts';
import { readPages } from './full-text.ts';
import { ingest } from './ingest.ts';
import type { ParsedFeed } from './parse.ts';
import type { Hub, PollFeedParts, PollOutcome } from './poll-parts.ts';
import { failedState, movedState, retiredState, workedState } from './poll-state.ts';
import { jittered } from './schedule.ts';
import type { StoredItems } from './store-items.ts';

const NOTHING: StoredItems = { newItems: 0, edited: 0 };
// Servers with a stuck clock answer 304 for ever (feeds of shopblogger, FreshRSS): once a day without validators.
const FULL_FETCH_MS = 24 * 3_600_000;
const FAILURES_UNTIL_TOLD = 3;

/**
 * One poll of one feed, from fetch to commit. A failure is a normal answer: it ends up in the feed's state.
 * @throws only when the store fails
 */
export async function pollFeed(feed: FeedRow, parts: PollFeedParts, signal: AbortSignal): Promise<PollOutcome> {
  try {
    return await (feed.kind === 'coindesk' ? askProvider : fetchAndStore)(feed, parts, signal);
  } catch (error) {
    if (parts.store.failure(error)) throw error;
    parts.log.error({ feed: feed.key, err: error }, 'feed could not be stored');
    return recordFailure(feed, parts, { reason: 'internal error, see the log' });
  }
}

async function askProvider(feed: FeedRow, parts: PollFeedParts, signal: AbortSignal): Promise<PollOutcome> {
  const polled = await pollCoinDesk(feed, parts, signal);
  if (signal.aborted) return { ...NOTHING, nextPollAt: feed.next_poll_at, isTooMuch: false };
  switch (polled.kind) {
    case 'stored':
      return { ...polled, isTooMuch: false };
    case 'failed':
      return recordFailure(feed, parts, polled);
    case 'used-up':
      await parts.recorder.record(feed.id, { next_poll_at: polled.nextPollAt, last_polled_at: parts.clock.now() });
      return { ...NOTHING, nextPollAt: polled.nextPollAt, isTooMuch: false };
  }
}

async function fetchAndStore(feed: FeedRow, parts: PollFeedParts, signal: AbortSignal): Promise<PollOutcome> {
  const isFull = parts.clock.now() - (feed.last_full_at ?? 0) > FULL_FETCH_MS;
  const result = await parts.fetcher.fetch({
    url: feed.url,
    etag: isFull ? null : feed.etag,
    lastModified: isFull ? null : feed.last_modified,
    ownAddress: feed.scope === PUBLIC_SCOPE,
    signal,
  });
  if (signal.aborted) return { ...NOTHING, nextPollAt: feed.next_poll_at, isTooMuch: false };
  if (result.kind === 'failed') parts.outage.unanswered(feed.host);
  else parts.outage.answered();
  switch (result.kind) {
    case 'ok':
      return storeFetched(feed, result, isFull, parts, signal);
    case 'not-modified':
      return recordUnmodified(feed, result, isFull, parts);
    case 'status':
      return result.status === 410 ? retire(feed, parts) : recordFailure(feed, parts, statusFailure(result));
    case 'failed':
      return parts.outage.isOurs() ? waitForNetwork(feed, parts, result.reason) : recordFailure(feed, parts, result);
  }
}

async function storeFetched(
  feed: FeedRow,
  result: FetchResult & { readonly kind: 'ok' },
  isFull: boolean,
  parts: PollFeedParts,
  signal: AbortSignal,
): Promise<PollOutcome> {
  const hash = bodyHash(result.bytes);
  if (hash === feed.body_hash || (!isFull && hasSameValidators(feed, result))) {
    return recordUnmodified(feed, result, isFull, parts);
  }
  const parsed = await readFeed(feed, result, parts);
  if (parsed instanceof FeedError) return recordFailure(feed, parts, { reason: parsed.message });
  if (parsed.items.length === 0 && parsed.incomplete !== null) {
    return recordFailure(feed, parts, { reason: parsed.incomplete });
  }
  tellRecovery(feed, parts);
  const now = parts.clock.now();
  const pages = await readPages(feed, parsed.items, { ...parts, ...parts.policy, now }, signal);
  // Half of the pages would be as good as none: the next poll reads them all.
  if (signal.aborted) return { ...NOTHING, nextPollAt: feed.next_poll_at, isTooMuch: false };
  // The validators of a body that was cut would make the server say "not modified" to what was lost.
  const isWhole = parsed.incomplete === null;
  let nextPollAt = now;
  const stored = await ingest(feed, parsed, { ...parts, pages, alertMaxAgeMs: parts.policy.alertMaxAgeMs }, (found) => {
    const isMissed = feed.first_polled_at !== null && feed.pushed_until !== null && found.newItems > 0;
    const askedMs = longest(parsed.ttlMs, result.maxAgeMs);
    const state = workedState(feed, { ...found, isMissed, askedMs }, look(parts));
    nextPollAt = state.next_poll_at;
    return {
      ...state,
      ...movedOf(feed, result, parts),
      etag: isWhole ? result.etag : null,
      last_modified: isWhole ? result.lastModified : null,
      body_hash: isWhole ? hash : null,
      ...(isFull ? { last_full_at: now } : {}),
    };
  });
  await parts.onHub(feed, hubOf(parsed, result));
  return { ...stored, nextPollAt, isTooMuch: false };
}

/** As the Link header says it, else the feed. */
function hubOf({ hub, self }: ParsedFeed, { links }: FetchResult & { readonly kind: 'ok' }): Hub {
  const named = (wanted: string) => links.find(({ rel }) => rel === wanted)?.url ?? null;
  return { hub: named('hub') ?? hub, self: named('self') ?? self };
}

async function readFeed(
  feed: FeedRow,
  { bytes, contentType, finalUrl }: FetchResult & { readonly kind: 'ok' },
  { reader }: PollFeedParts,
): Promise<ParsedFeed | FeedError> {
  try {
    return await reader.parse(bytes, contentType, finalUrl);
  } catch (error) {
    if (error instanceof FeedError) return error;
    throw new Error(`feed ${feed.key} could not be read`, { cause: error });
  }
}

/** A 200 whose validators are those of the last body; some servers answer nothing else. */
function hasSameValidators(
  feed: FeedRow,
  { etag, lastModified }: { readonly etag: string | null; readonly lastModified: string | null },
): boolean {
  return etag !== null && etag === feed.etag && lastModified === feed.last_modified;
}

/** Nothing to read; of the validators, the server's latest hold (RFC 9111, 4.3.4). */
async function recordUnmodified(
  feed: FeedRow,
  result: FetchResult & { readonly kind: 'ok' | 'not-modified' },
  isFull: boolean,
  parts: PollFeedParts,
): Promise<PollOutcome> {
  tellRecovery(feed, parts);
  const found = { recent: readJson(numbersColumn, feed.recent), streak: 0, askedMs: result.maxAgeMs };
  const state = workedState(feed, found, look(parts));
  await parts.recorder.record(feed.id, {
    ...state,
    ...movedOf(feed, result, parts),
    streak: 0,
    ...(result.etag === null ? {} : { etag: result.etag }),
    ...(result.lastModified === null ? {} : { last_modified: result.lastModified }),
    ...(isFull ? { last_full_at: parts.clock.now() } : {}),
  });
  return { ...NOTHING, nextPollAt: state.next_poll_at, isTooMuch: false };
}

function movedOf(feed: FeedRow, { permanentUrl }: { readonly permanentUrl: string | null }, { log }: PollFeedParts) {
  const state = movedState(feed, permanentUrl);
  if ('url' in state) {
    log.warn({ feed: feed.key, host: state.host }, 'feed has moved for good; it is polled there from now on');
  }
  return state;
}

function tellRecovery(feed: FeedRow, { log }: PollFeedParts): void {
  if (feed.failures >= FAILURES_UNTIL_TOLD) log.info({ feed: feed.key }, 'feed works again');
}

interface Failure {
  /** For operators and, behind the feed's name, for its chats. */
  readonly reason: string;
  readonly retryAfterMs?: number | null;
  readonly isTooMuch?: boolean;
}

function statusFailure({ status, isChallenge, retryAfterMs }: FetchResult & { readonly kind: 'status' }): Failure {
  const reason = isChallenge ? `HTTP ${status}, blocked by Cloudflare` : `HTTP ${status}`;
  return { reason, retryAfterMs, isTooMuch: status === 429 };
}

async function recordFailure(feed: FeedRow, parts: PollFeedParts, failure: Failure): Promise<PollOutcome> {
  const state = failedState(feed, failure, look(parts));
  const { failures } = state;
  const told = { feed: feed.key, reason: failure.reason, failures };
  if (failures === FAILURES_UNTIL_TOLD) parts.log.warn(told, 'feed keeps failing');
  else parts.log.debug(told, 'feed failed');
  const isLost = state.given_up_at !== null && feed.given_up_at === null;
  if (isLost) parts.log.warn(told, 'feed is given up: it is tried once a week');
  await parts.recorder.record(feed.id, state);
  if (isLost) parts.onLost(feed);
  return { ...NOTHING, nextPollAt: state.next_poll_at, isTooMuch: failure.isTooMuch ?? false };
}

/** Nobody answers: nothing is the feed's fault, and soon enough somebody may. */
async function waitForNetwork(feed: FeedRow, parts: PollFeedParts, reason: string): Promise<PollOutcome> {
  const { now, random, policy } = look(parts);
  const nextPollAt = now + jittered(policy.minIntervalMs, random);
  await parts.recorder.record(feed.id, { next_poll_at: nextPollAt, last_polled_at: now, last_error: reason });
  return { ...NOTHING, nextPollAt, isTooMuch: false };
}

/** Its server says that it is gone for good. */
async function retire(feed: FeedRow, parts: PollFeedParts): Promise<PollOutcome> {
  parts.log.warn({ feed: feed.key }, 'feed is gone for good (410); it is not polled any more');
  await parts.recorder.record(feed.id, retiredState(feed, parts.clock.now()));
  parts.onLost(feed);
  return { ...NOTHING, nextPollAt: null, isTooMuch: false };
}

function look({ clock, random, policy }: PollFeedParts) {
  return { now: clock.now(), random: random(), policy };
}

function longest(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}
