import type { Clock } from '../model/clock.ts';
import type { Log } from '../model/log.ts';
import { createStage, type Stage } from '../model/stage.ts';
import type { Text } from '../model/text.ts';
import { dueDeliveries, nextDueAt, type DueDelivery } from '../store/deliveries.ts';
import type { Store } from '../store/store.ts';
import { deliver } from './deliver.ts';
import type { Messenger } from './messenger.ts';

export interface DispatcherParts {
  readonly store: Store;
  readonly messenger: Messenger;
  readonly clock: Clock;
  readonly log: Log;
  readonly describeFilter: (canonical: string) => Text;
  readonly onError: (error: unknown) => void;
  readonly editDebounceMs: number;
}

const SENDS_AT_ONCE = 8;
const LOOK_AHEAD = 50;
const LONGEST_NAP_MS = 30_000;
const STOP_PATIENCE_MS = 3_000;

/**
 * The third stage, one a platform token: makes what each chat sees catch up with what it should see. Sends a few
 * at a time, one a chat, so that a chat's cards and edits keep their order.
 */
export function createDispatcher(parts: DispatcherParts): Stage {
  const { store, messenger, clock, log } = parts;
  const underWay = new Map<number, Promise<void>>();

  async function step(): Promise<number> {
    const now = clock.now();
    const busyChats = [...underWay.keys()];
    const due = await dueDeliveries(store.db, messenger.platform, { now, busyChats, limit: LOOK_AHEAD });
    for (const delivery of due) {
      if (underWay.size >= SENDS_AT_ONCE) break;
      if (!underWay.has(delivery.chat_id)) begin(delivery);
    }
    // One chat may have filled the whole look: those behind it get theirs.
    if (due.length === LOOK_AHEAD && underWay.size < SENDS_AT_ONCE) return 0;
    // While sends are under way, the end of each wakes the stage.
    if (underWay.size > 0) return LONGEST_NAP_MS;
    const next = await nextDueAt(store.db, messenger.platform, now);
    return next === null ? LONGEST_NAP_MS : Math.min(Math.max(next - clock.now(), 1), LONGEST_NAP_MS);
  }

  function begin(delivery: DueDelivery): void {
    const done = deliver(delivery, parts)
      .catch((error: unknown) => {
        // The row keeps its lease: the delivery is tried again when that runs out.
        log.error({ deliveryId: delivery.id, err: error }, 'delivery failed');
        parts.onError(error);
      })
      .finally(() => {
        underWay.delete(delivery.chat_id);
        stage.wake();
      });
    underWay.set(delivery.chat_id, done);
  }

  const stage = createStage({
    name: `deliver ${messenger.platform}`,
    clock,
    log,
    step,
    busy: () => underWay.size > 0,
    onError: parts.onError,
  });
  return {
    ...stage,
    async stop() {
      await stage.stop();
      const patience = new AbortController();
      await Promise.race([Promise.all(underWay.values()), clock.sleep(STOP_PATIENCE_MS, patience.signal)]);
      patience.abort();
    },
  };
}
