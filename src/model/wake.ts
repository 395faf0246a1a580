import type { Clock } from './clock.ts';

/**
 * Wakes a sleeping stage. Carries nothing: what is due is always read from the rows. A wake-up that comes
 * while the stage works is remembered, so that none is lost between its last look and its sleep.
 */
export interface Wake {
  wake(): void;
  /** Resolves at the next wake-up, after `ms`, or when `signal` aborts. */
  wait(ms: number, clock: Clock, signal: AbortSignal): Promise<void>;
}

export function createWake(): Wake {
  let pending = false;
  let release: (() => void) | undefined;
  return {
    wake() {
      pending = true;
      release?.();
    },
    async wait(ms, clock, signal) {
      if (!pending && !signal.aborted) {
        const cut = new AbortController();
        release = () => cut.abort();
        await clock.sleep(ms, AbortSignal.any([signal, cut.signal]));
        release = undefined;
      }
      pending = false;
    },
  };
}
