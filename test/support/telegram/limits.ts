/** What Telegram lets a bot send. It publishes no exact figures: these are its FAQ's, played at their strictest. */
export interface Limits {
  /** New messages and edits in any second, all chats together. */
  readonly perSecond: number;
  /** New messages a second in one chat of any kind, after a burst of `chatBurst` ("short bursts" in the FAQ; three is our guess). */
  readonly chatPerSecond: number;
  readonly chatBurst: number;
  /** New messages and edits in any minute in one group or supergroup. */
  readonly groupPerMinute: number;
}

const REAL_LIMITS: Limits = { perSecond: 30, chatPerSecond: 1, chatBurst: 3, groupPerMinute: 20 };

export interface Limiter {
  /** Counts one call, or gives the whole seconds after which it may come again; those that may not count nothing. */
  take(chat: { readonly id: number; readonly isGroup: boolean }, kind: 'new' | 'edit'): number | null;
}

/** `now` in epoch ms. */
export function createLimiter(now: () => number, given: Partial<Limits> | 'off' = {}): Limiter {
  if (given === 'off') return { take: () => null };
  const limits = { ...REAL_LIMITS, ...given };
  const all: number[] = [];
  const byGroup = new Map<number, number[]>();
  const buckets = new Map<number, { tokens: number; at: number }>();

  return {
    take(chat, kind) {
      const at = now();
      const group = chat.isGroup ? (byGroup.get(chat.id) ?? []) : [];
      const bucket = fill(buckets.get(chat.id), at);
      const waitMs = Math.max(
        windowWait(all, at, 1000, limits.perSecond),
        chat.isGroup ? windowWait(group, at, 60_000, limits.groupPerMinute) : 0,
        kind === 'new' && bucket.tokens < 1 ? ((1 - bucket.tokens) * 1000) / limits.chatPerSecond : 0,
      );
      if (waitMs > 0) return Math.max(1, Math.ceil(waitMs / 1000));
      all.push(at);
      group.push(at);
      byGroup.set(chat.id, group);
      buckets.set(chat.id, { tokens: bucket.tokens - (kind === 'new' ? 1 : 0), at });
      return null;
    },
  };

  function fill(bucket: { tokens: number; at: number } | undefined, at: number) {
    if (!bucket) return { tokens: limits.chatBurst, at };
    const gained = ((at - bucket.at) / 1000) * limits.chatPerSecond;
    return { tokens: Math.min(limits.chatBurst, bucket.tokens + gained), at };
  }
}

/** Milliseconds until one more fits into the window; forgets what has left it. */
function windowWait(times: number[], at: number, windowMs: number, most: number): number {
  while (times.length > 0 && (times[0] ?? at) <= at - windowMs) times.shift();
  const first = times[times.length - most];
  return first === undefined ? 0 : first + windowMs - at;
}
