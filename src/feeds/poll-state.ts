import { addressed, type FeedPollState, type FeedRow } from '../store/feeds.ts';
import {
  backOff,
  GIVEN_UP_INTERVAL_MS,
  heededRetryAfter,
  isGivenUp,
  jittered,
  nextInterval,
  type PollLimits,
  type PollRhythm,
} from './schedule.ts';

export interface PollLook {
  readonly now: number;
  /** In [0, 1). */
  readonly random: number;
  readonly policy: PollLimits;
}

/** A redirect for good has to hold in so many polls running: captive portals and broken proxies claim it too. */
const POLLS_UNTIL_MOVED = 3;

/** What a poll that worked leaves behind. */
export function workedState(
  feed: FeedRow,
  found: Pick<PollRhythm, 'recent' | 'streak' | 'askedMs'> & { readonly isMissed?: boolean },
  { now, random, policy }: PollLook,
) {
  const isPushed = feed.pushed_until !== null && feed.pushed_until > now && !found.isMissed;
  const intervalMs = nextInterval({ ...found, isPushed, fixedIntervalMs: feed.fixed_interval_ms, now }, policy);
  return {
    next_poll_at: now + jittered(intervalMs, random),
    interval_ms: intervalMs,
    first_polled_at: feed.first_polled_at ?? now,
    last_polled_at: now,
    last_ok_at: now,
    failures: 0,
    last_error: null,
    failing_since: null,
    given_up_at: null,
    // A hub that keeps something back is relied on again when it brings the next.
    ...(found.isMissed ? { pushed_until: null } : {}),
  } satisfies FeedPollState;
}

/**
 * What a poll that failed leaves behind: a pause that grows with the failures, and is never shorter than a Retry-After.
 */
export function failedState(
  feed: FeedRow,
  { reason, retryAfterMs = null }: { readonly reason: string; readonly retryAfterMs?: number | null },
  { now, random }: PollLook,
) {
  const failures = feed.failures + 1;
  const failingSince = feed.failing_since ?? now;
  const isHopeless = isGivenUp(failingSince, failures, now);
  const pauseMs = isHopeless ? GIVEN_UP_INTERVAL_MS : backOff(feed.interval_ms, feed.failures);
  return {
    next_poll_at: now + Math.max(jittered(pauseMs, random), heededRetryAfter(retryAfterMs)),
    last_polled_at: now,
    failures,
    failing_since: failingSince,
    given_up_at: isHopeless ? (feed.given_up_at ?? now) : null,
    last_error: reason,
    streak: 0,
  } satisfies FeedPollState;
}

/** What the answer leaves behind that a feed is gone for good. */
export function retiredState(feed: FeedRow, now: number) {
  return {
    last_polled_at: now,
    retired_at: now,
    failures: feed.failures + 1,
    failing_since: feed.failing_since ?? now,
    last_error: 'HTTP 410',
  } satisfies FeedPollState;
}

/**
 * What becomes of a feed's address.
 * @param permanentUrl where redirects for good led this time, or null
 * @returns with `url` and `host` when they have held for long enough: it is polled there from now on
 */
export function movedState(feed: FeedRow, permanentUrl: string | null): FeedPollState {
  if (permanentUrl === null || permanentUrl === feed.url) {
    return feed.moved_polls === 0 ? {} : { moved_to: null, moved_polls: 0 };
  }
  const polls = permanentUrl === feed.moved_to ? feed.moved_polls + 1 : 1;
  if (polls < POLLS_UNTIL_MOVED) return { moved_to: permanentUrl, moved_polls: polls };
  return { ...addressed(permanentUrl), moved_to: null, moved_polls: 0 };
}
