import { setImmediate as turn } from 'node:timers/promises';
import { schedule } from 'node-cron';
import type { Clock } from './model/clock.ts';
import type { Log } from './model/log.ts';
import { deleteBefore } from './store/retention.ts';
import type { Store } from './store/store.ts';

export interface Housekeeping {
  stop(): Promise<void>;
}

/** One tick a minute that wakes the stages, should a wake-up be lost, and retention in the night. */
export function startHousekeeping(parts: {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly retentionMs: number;
  readonly wakeAll: () => void;
  readonly onError: (error: unknown) => void;
}): Housekeeping {
  const { store, clock, log, retentionMs, wakeAll, onError } = parts;
  const tick = schedule('* * * * *', wakeAll, { name: 'tick' });
  const night = schedule(
    '17 3 * * *',
    async () => {
      try {
        const stories = await deleteBefore(store, clock.now() - retentionMs, turn);
        log.info({ stories }, 'retention done');
      } catch (error) {
        log.error({ err: error }, 'retention failed');
        onError(error);
      }
    },
    { name: 'retention', noOverlap: true },
  );
  return {
    async stop() {
      await Promise.all([tick.destroy(), night.destroy()]);
    },
  };
}
