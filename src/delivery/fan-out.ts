import type { Clock } from '../model/clock.ts';
import { chatOfScope } from '../model/scope.ts';
import type { Log } from '../model/log.ts';
import { createStage, type Stage } from '../model/stage.ts';
import { chatsServed, deliveriesOf, repointDelivery, updateDelivery, type DeliveryRow } from '../store/deliveries.ts';
import { endFanout, moveFanout, nextFanout, type Fanout } from '../store/fanouts.ts';
import type { Trx } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { chatsThatWant, subscribersAfter } from '../store/subscriptions.ts';
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

/**
 * Expands a story's revision into delivery rows, a chunk a transaction: first edits of cards, then new ones, at last
 * the summaries of what was over a cap, for chats that got no card.
 */
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
  if (fanout.phase === 'absorbs') await settleAbsorbed(trx, fanout, parts);
  else if (fanout.phase === 'edits') await expandEdits(trx, fanout, parts);
  else await expandPosts(trx, fanout, parts);
}

/** Settles the cards of a story that was merged into this one. */
async function settleAbsorbed(trx: Trx, fanout: Fanout, { clock, editDebounceMs }: FanOutParts): Promise<void> {
  const rows =
    fanout.absorbed === null ? [] : await deliveriesOf(trx, storySubject(fanout.absorbed), fanout.cursor, CHUNK);
  const subject = storySubject(fanout.story_id);
  const served = await chatsServed(
    trx,
    subject,
    rows.map((row) => row.chat_id),
  );
  const editAt = clock.now() + editDebounceMs;
  for (const row of rows) {
    if (row.state === 'owed') await updateDelivery(trx, row.id, { state: 'cancelled', due_at: null });
    if (row.state !== 'live' && row.state !== 'sending') continue;
    const dueAt = row.state === 'live' ? editAt : row.due_at;
    // One last edit, after which it rests; or it is from now on the card of the story that is left.
    if (served.has(row.chat_id)) await updateDelivery(trx, row.id, { wanted: row.wanted + 1, due_at: dueAt });
    else await repointDelivery(trx, row, { subject, wanted: fanout.revision, due_at: dueAt });
  }
  const last = rows.at(-1);
  const begin = { position: 0, cursor: 0, over_cap: 0 };
  if (last && rows.length === CHUNK) await moveFanout(trx, fanout.id, { ...begin, phase: 'absorbs', cursor: last.id });
  else await moveFanout(trx, fanout.id, { ...begin, phase: 'edits' });
}

async function expandEdits(trx: Trx, fanout: Fanout, { clock, editDebounceMs }: FanOutParts): Promise<void> {
  const rows = await deliveriesOf(trx, storySubject(fanout.story_id), fanout.cursor, CHUNK);
  const editAt = clock.now() + editDebounceMs;
  const owed = rows.filter(({ state }) => state === 'owed').map((row) => row.chat_id);
  const wanting = await chatsThatWant(trx, owed, fanout.filters);
  for (const row of rows) await renew(trx, row, fanout, { editAt, isWanted: wanting.has(row.chat_id) });
  const last = rows.at(-1);
  const begin = { position: 0, cursor: 0, over_cap: 0 };
  if (last && rows.length === CHUNK) await moveFanout(trx, fanout.id, { ...begin, phase: 'edits', cursor: last.id });
  else await moveFanout(trx, fanout.id, { ...begin, phase: 'posts' });
}

async function renew(
  trx: Trx,
  row: DeliveryRow,
  fanout: Fanout,
  { editAt, isWanted }: { readonly editAt: number; readonly isWanted: boolean },
): Promise<void> {
  const wanted = Math.max(row.wanted, fanout.revision);
  switch (row.state) {
    case 'live':
      return updateDelivery(trx, row.id, { wanted, due_at: row.due_at ?? (wanted > (row.sent ?? 0) ? editAt : null) });
    case 'sending':
      return updateDelivery(trx, row.id, { wanted });
    case 'owed':
      return isWanted
        ? updateDelivery(trx, row.id, { wanted })
        : updateDelivery(trx, row.id, { state: 'cancelled', due_at: null });
    case 'frozen':
    case 'parked':
    case 'cancelled':
      return undefined;
  }
}

async function expandPosts(trx: Trx, fanout: Fanout, parts: FanOutParts): Promise<void> {
  const { id, phase, filters, alertable_at: alertableAt } = fanout;
  if (alertableAt === null) return endFanout(trx, id);
  const now = parts.clock.now();
  const { subscribers, next } = await subscribersAfter(trx, filters, fanout, {
    limit: CHUNK,
    now,
    madeBy: alertableAt,
    chatId: chatOfScope(fanout.scope),
  });
  const isOverCap = await oweCards(trx, subscribers, {
    storyId: fanout.story_id,
    revision: fanout.revision,
    now,
    newNonce: parts.newNonce,
    debounceMs: parts.editDebounceMs,
    summarise: phase === 'summaries',
  });
  const overCap = isOverCap ? 1 : fanout.over_cap;
  if (next) return moveFanout(trx, id, { phase, ...next, over_cap: overCap });
  if (phase === 'posts' && overCap === 1) {
    return moveFanout(trx, id, { phase: 'summaries', position: 0, cursor: 0, over_cap: 1 });
  }
  return endFanout(trx, id);
}
