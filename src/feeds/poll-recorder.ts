import { setImmediate as turn } from 'node:timers/promises';
import { recordPoll, type FeedPollState } from '../store/feeds.ts';
import type { Store } from '../store/store.ts';

export interface PollRecorder {
  /** Resolves once it is stored; rejects when the store failed. */
  record(feedId: number, state: FeedPollState): Promise<void>;
}

interface Waiting {
  readonly feedId: number;
  readonly state: FeedPollState;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** So many turns of the loop go by until they are stored: those that end together share a commit. */
const TURNS = 4;
const MOST_AT_ONCE = 200;

/**
 * Stores the states of feeds that showed nothing new. A commit waits for the disk (some 1,000 a second), which is
 * fewer than there are polls: those that end together are stored together. If the process dies before, they are polled
 * again.
 */
export function createPollRecorder(store: Store): PollRecorder {
  const waiting: Waiting[] = [];
  let flushing: Promise<void> | undefined;

  async function flush(): Promise<void> {
    while (waiting.length > 0) {
      for (let turns = 0; turns < TURNS && waiting.length < MOST_AT_ONCE; turns += 1) await turn();
      const batch = waiting.splice(0, MOST_AT_ONCE);
      try {
        await store.transaction('poll', async (trx) => {
          for (const { feedId, state } of batch) await recordPoll(trx, feedId, state);
        });
        for (const { resolve } of batch) resolve();
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    flushing = undefined;
  }

  return {
    record(feedId, state) {
      return new Promise((resolve, reject) => {
        waiting.push({ feedId, state, resolve, reject });
        flushing ??= flush();
      });
    },
  };
}
