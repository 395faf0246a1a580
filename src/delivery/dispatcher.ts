import type { Clock } from '../model/clock.ts';
import type { Log } from '../model/log.ts';
import { createStage, type Stage } from '../model/stage.ts';
import type { Text } from '../model/text.ts';
import { restChat } from '../store/chats.ts';
import {
  addressOf,
  dueDeliveries,
  endLeases,
  nextDueAt,
  putOffDelivery,
  type DueDelivery,
} from '../store/deliveries.ts';
import type { Store } from '../store/store.ts';
import { deliver } from './deliver.ts';
import type { Messenger } from './messenger.ts';
import type { Pace } from './pace.ts';

export interface DispatcherParts {
  readonly store: Store;
  readonly messenger: Messenger;
  readonly clock: Clock;
  readonly log: Log;
  readonly describeFilter: (canonical: string) => Text;
  readonly onError: (error: unknown) => void;
  readonly editDebounceMs: number;
  readonly pace: Pace;
}

const SENDS_AT_ONCE = 8;
const LOOK_AHEAD = 50;
const LONGEST_NAP_MS = 30_000;
const STOP_PATIENCE_MS = 3_000;
const FAULT_PAUSE_MS = 60_000;
const LONG_REST_MS = 5_000;

/**
 * The third stage, one a platform token: makes what each chat sees catch up with what it should see. Sends a few
 * at a time, one a chat, so that a chat's cards and edits keep their order.
 */
export function createDispatcher(parts: DispatcherParts): Stage {
  const { store, messenger, clock, log, pace } = parts;
  const underWay = new Map<number, Promise<void>>();
  /** Until when the platform wants nothing for a chat, or at all. Only in memory: asked again, it says so again. */
  const restingChats = new Map<number, number>();
  let restingUntil = 0;
  let restingFor = '';
  let recovered = false;

  async function step(): Promise<number> {
    const now = clock.now();
    if (!recovered) {
      // A platform has one dispatcher: whoever held these leases is gone.
      await store.transaction('delivery-recover', (trx) => endLeases(trx, messenger.platform, now));
      recovered = true;
    }
    if (restingUntil > now) return restingUntil - now;
    for (const [chatId, until] of restingChats) if (until <= now) restingChats.delete(chatId);
    const due = await dueDeliveries(store.db, { ...reachable(), now }, LOOK_AHEAD);
    if (await putToRest(due, now)) return 0;
    for (const delivery of due) {
      if (underWay.size >= SENDS_AT_ONCE || restingUntil > now) break;
      if (!underWay.has(delivery.chat_id) && mayGo(delivery)) begin(delivery);
    }
    if (restingUntil > now) return restingUntil - now;
    // The end of each send wakes the stage.
    if (underWay.size >= SENDS_AT_ONCE) return LONGEST_NAP_MS;
    // One chat may have filled the whole look: those behind it get theirs.
    if (due.length === LOOK_AHEAD) return 0;
    let wakeAt = Math.min((await nextDueAt(store.db, reachable())) ?? Infinity, now + LONGEST_NAP_MS);
    for (const until of restingChats.values()) wakeAt = Math.min(wakeAt, until);
    return Math.max(wakeAt - clock.now(), 1);
  }

  function reachable() {
    return { platform: messenger.platform, without: [...underWay.keys(), ...restingChats.keys()] };
  }

  /** Whether the pace lets it go now; if not, the chat or the platform rests until it does. */
  function mayGo(delivery: DueDelivery): boolean {
    const wait = pace.wait(addressOf(messenger.platform, delivery));
    if (wait.platform > 0) restingUntil = clock.now() + wait.platform;
    else if (wait.chat > 0) restingChats.set(delivery.chat_id, clock.now() + wait.chat);
    return wait.platform === 0 && wait.chat === 0;
  }

  /** What came due for a chat that is paused or gone leaves the front of the queue. */
  async function putToRest(due: readonly DueDelivery[], now: number): Promise<boolean> {
    const away = due.filter(
      ({ gone_reason: gone, paused_until: pausedUntil }) =>
        gone !== null || (pausedUntil !== null && pausedUntil > now),
    );
    if (away.length === 0) return false;
    await store.transaction('delivery-rest', async (trx) => {
      for (const chatId of new Set(away.map((delivery) => delivery.chat_id))) await restChat(trx, chatId, now);
    });
    return true;
  }

  function begin(delivery: DueDelivery): void {
    pace.take(addressOf(messenger.platform, delivery));
    const done = attempt(delivery).finally(() => {
      underWay.delete(delivery.chat_id);
      stage.wake();
    });
    underWay.set(delivery.chat_id, done);
  }

  async function attempt(delivery: DueDelivery): Promise<void> {
    try {
      const outcome = await deliver(delivery, parts);
      if (outcome?.kind !== 'later') return;
      const until = clock.now() + outcome.afterMs;
      if (outcome.about === 'chat') restingChats.set(delivery.chat_id, until);
      if (outcome.about === 'platform') restPlatform(until, outcome.reason);
    } catch (error) {
      report(delivery, error);
      // What throws for one delivery throws again: the others of its chat come first.
      const again = clock.now() + FAULT_PAUSE_MS;
      await store
        .transaction('delivery-put-off', (trx) => putOffDelivery(trx, delivery.id, again))
        .catch((second: unknown) => report(delivery, second));
    }
  }

  function restPlatform(until: number, reason = 'a limit'): void {
    if (restingUntil <= clock.now()) {
      log.warn(
        { platform: messenger.platform, afterMs: until - clock.now(), reason },
        'platform wants nothing for now',
      );
    }
    restingUntil = Math.max(restingUntil, until);
    restingFor = reason;
  }

  /** A short rest is how limits are kept; a long one means that nothing goes out. */
  function restTrouble(): string | null {
    const leftMs = restingUntil - clock.now();
    return leftMs > LONG_REST_MS ? `nothing can be sent for ${Math.ceil(leftMs / 1_000)} s: ${restingFor}` : null;
  }

  function report(delivery: DueDelivery, error: unknown): void {
    log.error({ deliveryId: delivery.id, err: error }, 'delivery failed');
    parts.onError(error);
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
    trouble: () => stage.trouble() ?? restTrouble(),
    async stop() {
      await stage.stop();
      const patience = new AbortController();
      await Promise.race([Promise.all(underWay.values()), clock.sleep(STOP_PATIENCE_MS, patience.signal)]);
      patience.abort();
    },
  };
}
