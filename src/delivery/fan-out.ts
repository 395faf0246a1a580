import type { Clock } from '../model/clock.ts';
import type { Log } from '../model/log.ts';
import { createStage, type Stage } from '../model/stage.ts';
import { deliveriesOf, updateDelivery, type DeliveryRow } from '../store/deliveries.ts';
import { endFanout, moveFanout, nextFanout, type Fanout } from '../store/fanouts.ts';
import type { Trx } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { isWanted, subscribersOf } from '../store/subscriptions.ts';
import { oweCards } from './owe-cards.ts';
import { storySubject } from './subject.ts';

export interface FanOutParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly newNonce: () => string;
  /** Called after a commit that left something to deliver. */
  readonly onDeliveries: () => void;
  readonly onError: (error: unknown) => void;
  /** Edits wait this long, so that a burst of growth is one edit. */
  readonly editDebounceMs: number;
}

const CHUNK = 500;
const SLOW_LOOK_MS = 30_000;

/** Expands a story's revision into delivery rows, a chunk a transaction: first edits of cards, then new ones. */
export function createFanOut(parts: FanOutParts): Stage {
  return createStage({
    name: 'fan-out',
    clock: parts.clock,
    log: parts.log,
    onError: parts.onError,
    async step() {
      const fanout = await nextFanout(parts.store.db);
      if (!fanout) return SLOW_LOOK_MS;
      await parts.store.transaction('fan-out', (trx) => expandChunk(trx, fanout, parts));
      parts.onDeliveries();
      return 0;
    },
  });
}

async function expandChunk(trx: Trx, fanout: Fanout, parts: FanOutParts): Promise<void> {
  if (fanout.phase === 'edits') await expandEdits(trx, fanout, parts);
  else await expandPosts(trx, fanout, parts);
}

async function expandEdits(trx: Trx, fanout: Fanout, { clock, editDebounceMs }: FanOutParts): Promise<void> {
  const rows = await deliveriesOf(trx, storySubject(fanout.story_id), fanout.cursor, CHUNK);
  const editAt = clock.now() + editDebounceMs;
  for (const row of rows) await renew(trx, row, fanout, editAt);
  const last = rows.at(-1);
  if (last && rows.length === CHUNK) await moveFanout(trx, fanout.id, 'edits', last.id);
  else await moveFanout(trx, fanout.id, 'posts', 0);
}

async function renew(trx: Trx, row: DeliveryRow, fanout: Fanout, editAt: number): Promise<void> {
  const wanted = Math.max(row.wanted, fanout.revision);
  switch (row.state) {
    case 'live':
      return updateDelivery(trx, row.id, { wanted, due_at: row.due_at ?? (wanted > (row.sent ?? 0) ? editAt : null) });
    case 'sending':
      return updateDelivery(trx, row.id, { wanted });
    case 'owed':
      return (await isWanted(trx, row.chat_id, fanout.filters))
        ? updateDelivery(trx, row.id, { wanted })
        : updateDelivery(trx, row.id, { state: 'cancelled', due_at: null });
    case 'frozen':
    case 'parked':
    case 'cancelled':
      return undefined;
  }
}

async function expandPosts(trx: Trx, fanout: Fanout, parts: FanOutParts): Promise<void> {
  const { story_id: storyId, revision, filters, alertable_at: alertableAt } = fanout;
  const now = parts.clock.now();
  const subscribers =
    alertableAt === null || filters.length === 0
      ? []
      : await subscribersOf(trx, filters, { after: fanout.cursor, limit: CHUNK, now, madeBy: alertableAt });
  await oweCards(trx, subscribers, {
    storyId,
    revision,
    now,
    newNonce: parts.newNonce,
    debounceMs: parts.editDebounceMs,
  });
  const last = subscribers.at(-1);
  if (last && subscribers.length === CHUNK) await moveFanout(trx, fanout.id, 'posts', last.id);
  else await endFanout(trx, fanout.id);
}
