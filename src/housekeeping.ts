import { setImmediate as turn } from 'node:timers/promises';
import { schedule } from 'node-cron';
import type { Clock } from './model/clock.ts';
import type { Log } from './model/log.ts';
import { retryGoneChats } from './store/chats.ts';
import { deleteBefore } from './store/retention.ts';
import type { Store } from './store/store.ts';

export interface Housekeeping {
  stop(): Promise<void>;
}

const GIVE_UP_AFTER_MS = 30 * 24 * 3_600_000;
const RETRIES_A_NIGHT = 2_000;

/** One tick a minute that wakes the stages, should a wake-up be lost, and in the night retention and another try of chats out of reach. */
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
        // Platforms do not always tell that they let the bot in again: permissions come back without a word.
        const since = clock.now() - GIVE_UP_AFTER_MS;
        for (const platform of ['discord', 'telegram'] as const) {
          await store.transaction('retry-gone', (trx) => retryGoneChats(trx, platform, since, RETRIES_A_NIGHT));
        }
        wakeAll();
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
