import type { ChatAddress } from '../model/chat.ts';
import type { Clock } from '../model/clock.ts';

/** What may be sent when, learnt from what was sent. In memory: after a restart the platform's own limits still hold. */
export interface Pace {
  /** Counts a message or an edit; also those that a platform sends by itself, as answers. */
  take(to: ChatAddress): void;
  /** Ms until one more keeps within the limits, 0 for now: of the platform as a whole, and of this chat. */
  wait(to: ChatAddress): { readonly platform: number; readonly chat: number };
}

/** So many in any span of that length. */
export interface Limit {
  readonly count: number;
  readonly spanMs: number;
}

export interface PaceLimits {
  /** null: none. */
  readonly platform: Limit | null;
  /** All that hold for a chat; threads of one chat share them. */
  readonly chat: (to: ChatAddress) => readonly Limit[];
}

/** For platforms without limits, or whose library keeps them. */
export const UNPACED: Pace = { take: () => undefined, wait: () => ({ platform: 0, chat: 0 }) };

const CLEAN_EVERY = 1_000;

export function createPace(limits: PaceLimits, clock: Clock): Pace {
  const all: number[] = [];
  const chats = new Map<string, number[]>();
  let longestSpanMs = 0;
  let taken = 0;

  function forget(now: number): void {
    for (const [nativeId, times] of chats) {
      if ((times.at(-1) ?? 0) <= now - longestSpanMs) chats.delete(nativeId);
    }
  }

  return {
    take(to) {
      const now = clock.now();
      if (limits.platform) add(all, now, [limits.platform]);
      const times = chats.get(to.nativeId) ?? [];
      const own = limits.chat(to);
      if (own.length === 0) return;
      add(times, now, own);
      longestSpanMs = Math.max(longestSpanMs, ...own.map(({ spanMs }) => spanMs));
      chats.set(to.nativeId, times);
      taken += 1;
      if (taken % CLEAN_EVERY === 0) forget(now);
    },
    wait(to) {
      const now = clock.now();
      const times = chats.get(to.nativeId) ?? [];
      return {
        platform: limits.platform ? waitFor(all, limits.platform, now) : 0,
        chat: Math.max(0, ...limits.chat(to).map((limit) => waitFor(times, limit, now))),
      };
    },
  };
}

/** Keeps as many times as the widest limit looks back on. */
function add(times: number[], now: number, limits: readonly Limit[]): void {
  times.push(now);
  const most = Math.max(...limits.map(({ count }) => count));
  if (times.length > most) times.splice(0, times.length - most);
}

function waitFor(times: readonly number[], { count, spanMs }: Limit, now: number): number {
  const oldest = times.length < count ? undefined : times[times.length - count];
  // A clock that was set back must not stop everything.
  return oldest === undefined ? 0 : Math.min(spanMs, Math.max(0, oldest + spanMs - now));
}
