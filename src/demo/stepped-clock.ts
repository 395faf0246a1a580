import type { Clock } from '../model/clock.ts';

/** A clock that stands still until it is told to go on: a run takes no longer than its work. */
export interface SteppedClock extends Clock {
  /** Epoch ms of the next sleeper's end, or null when nobody sleeps. */
  nextWake(): number | null;
  /** Moves to `time` and ends every sleep that is over by then, in their order. */
  advanceTo(time: number): void;
}

interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

/** @param start epoch ms */
export function createSteppedClock(start: number): SteppedClock {
  let now = start;
  const sleepers = new Set<Sleeper>();

  return {
    now: () => now,
    sleep(ms, signal) {
      if (signal?.aborted || ms <= 0) return Promise.resolve();
      return new Promise((resolve) => {
        const wake = () => {
          sleepers.delete(sleeper);
          signal?.removeEventListener('abort', wake);
          resolve();
        };
        const sleeper: Sleeper = { until: now + ms, wake };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', wake);
      });
    },
    nextWake() {
      let next: number | null = null;
      for (const { until } of sleepers) next = next === null ? until : Math.min(next, until);
      return next;
    },
    advanceTo(time) {
      now = Math.max(now, time);
      const over = [...sleepers].filter(({ until }) => until <= now).toSorted((a, b) => a.until - b.until);
      for (const sleeper of over) sleeper.wake();
    },
  };
}
