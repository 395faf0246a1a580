export interface PollLimits {
  readonly minIntervalMs: number;
  readonly maxIntervalMs: number;
}

export interface PollRhythm {
  /** The operator's own choice; null: learnt. */
  readonly fixedIntervalMs: number | null;
  /** When its last items were published, epoch ms, ascending. */
  readonly recent: readonly number[];
  /** Polls running that found something new. */
  readonly streak: number;
  /** What the feed asks for (`ttl`, `max-age`); null: nothing. */
  readonly askedMs: number | null;
  /** A hub brings what is new: polls only make sure. */
  readonly isPushed: boolean;
  readonly now: number;
}

/** Of a feed that tells no dates. */
const UNKNOWN_INTERVAL_MS = 10 * 60_000;
/** So many looks between two items on average: an item is found after a twelfth of the pause between two. */
const LOOKS_AN_ITEM = 6;
/** CNBC's ttl asks for an hour, in which news grows old: what publishers ask for is heeded up to here. */
const LONGEST_ASKED_MS = 10 * 60_000;
const KEPT_TIMES = 30;
const JITTER = 0.1;

const DAY_MS = 24 * 3_600_000;
const LONGEST_BACK_OFF_MS = DAY_MS;
const GIVE_UP_AFTER_MS = 7 * DAY_MS;
const GIVE_UP_AFTER_FAILURES = 8;
export const GIVEN_UP_INTERVAL_MS = 7 * DAY_MS;
const LONGEST_RETRY_AFTER_MS = 7 * DAY_MS;

/**
 * Pause after a poll that worked: by how often the feed published of late, within the limits; the shortest at once
 * when two polls running found something; never shorter than the feed asks for, of which ten minutes are heeded. A
 * fixed interval overrides all of it.
 */
export function nextInterval(rhythm: PollRhythm, limits: PollLimits): number {
  if (rhythm.fixedIntervalMs !== null) return rhythm.fixedIntervalMs;
  if (rhythm.isPushed) return limits.maxIntervalMs;
  const wanted = rhythm.streak >= 2 ? limits.minIntervalMs : learntInterval(rhythm.recent, rhythm.now);
  const within = Math.min(Math.max(wanted, limits.minIntervalMs), limits.maxIntervalMs);
  return Math.round(Math.max(within, Math.min(rhythm.askedMs ?? 0, LONGEST_ASKED_MS)));
}

/** The time since the last item counts like a pause between two, so that a feed that falls silent is asked less. */
function learntInterval(recent: readonly number[], now: number): number {
  const [oldest] = recent;
  if (oldest === undefined || recent.length < 2) return UNKNOWN_INTERVAL_MS;
  return (now - oldest) / recent.length / LOOKS_AN_ITEM;
}

/**
 * The last 30 times at which a feed published, ascending.
 * @param published of the items that it shows now; later than `now` is `now`
 */
export function recentTimes(
  known: readonly number[],
  published: readonly (number | null)[],
  now: number,
): readonly number[] {
  const dated = published.flatMap((time) => (time === null ? [] : [Math.min(time, now)]));
  return [...new Set([...known, ...dated])].toSorted((a, b) => a - b).slice(-KEPT_TIMES);
}

/** Pause after a poll that failed: doubles with each failure in a row, up to a day. */
export function backOff(intervalMs: number, failures: number): number {
  return Math.min(intervalMs * 2 ** Math.min(failures, 20), LONGEST_BACK_OFF_MS);
}

/** What a server asked for with `Retry-After`, as far as it is obeyed: a week, our slowest pace. */
export function heededRetryAfter(retryAfterMs: number | null): number {
  return Math.min(retryAfterMs ?? 0, LONGEST_RETRY_AFTER_MS);
}

/** Whether a feed that failed all the time since then is tried but once a week from now on. */
export function isGivenUp(failingSince: number, failures: number, now: number): boolean {
  return failures >= GIVE_UP_AFTER_FAILURES && now - failingSince >= GIVE_UP_AFTER_MS;
}

/** No poll is put off for longer, but for a longer interval that the operator fixed. */
export function longestPause(limits: PollLimits): number {
  return Math.max(limits.maxIntervalMs, GIVEN_UP_INTERVAL_MS, LONGEST_RETRY_AFTER_MS) * (1 + JITTER);
}

/** Spreads polls, so that feeds of one interval do not meet for ever; never sooner. @param random in [0, 1) */
export function jittered(ms: number, random: number): number {
  return Math.round(ms * (1 + JITTER * random));
}
