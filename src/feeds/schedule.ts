import type { FeedRow } from '../store/feeds.ts';

export interface PollLimits {
  readonly minIntervalMs: number;
  readonly maxIntervalMs: number;
}

const SPEED_UP = 0.5;
const SLOW_DOWN = 1.25;
const JITTER = 0.1;
const LONGEST_RETRY_AFTER_MS = 24 * 3_600_000;

/**
 * Interval after a poll that worked: shorter when the feed had news, longer when not, never shorter than the
 * feed asks for (ttl, max-age) unless the operator fixed it.
 */
export function nextInterval(
  feed: Pick<FeedRow, 'fixed_interval_ms' | 'interval_ms'>,
  found: { readonly newItems: number; readonly askedMs: number | null },
  limits: PollLimits,
): number {
  if (feed.fixed_interval_ms !== null) return feed.fixed_interval_ms;
  const adapted = feed.interval_ms * (found.newItems > 0 ? SPEED_UP : SLOW_DOWN);
  const wanted = Math.max(adapted, limits.minIntervalMs, found.askedMs ?? 0);
  return Math.round(Math.min(wanted, limits.maxIntervalMs));
}

/** Pause after a poll that failed: doubles with each failure in a row; a Retry-After raises it, up to a day. */
export function backOff(intervalMs: number, failures: number, retryAfterMs: number | null, limits: PollLimits): number {
  const doubled = Math.min(intervalMs * 2 ** Math.min(failures, 20), limits.maxIntervalMs);
  return Math.max(doubled, Math.min(retryAfterMs ?? 0, LONGEST_RETRY_AFTER_MS));
}

/** No poll is put off for longer, but for a longer interval that the operator fixed. */
export function longestPause(limits: PollLimits): number {
  return Math.max(limits.maxIntervalMs, LONGEST_RETRY_AFTER_MS) * (1 + JITTER);
}

/** Spreads polls, so that feeds of one interval do not meet for ever. @param random in [0, 1) */
export function jittered(ms: number, random: number): number {
  return Math.round(ms * (1 + JITTER * (2 * random - 1)));
}
