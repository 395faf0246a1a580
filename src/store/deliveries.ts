import { sql, type Insertable, type Selectable, type SelectQueryBuilder, type Updateable } from 'kysely';
import type { ChatAddress, Platform } from '../model/chat.ts';
import { listed } from './id-list.ts';
import type { Db, Schema, Trx } from './schema.ts';

export type DeliveryRow = Selectable<Schema['delivery']>;
export type DeliveryChange = Updateable<Schema['delivery']>;
export type DueDelivery = DeliveryRow &
  Pick<Selectable<Schema['chat']>, 'native_id' | 'thread' | 'language' | 'gone_reason' | 'paused_until'>;

interface DueOptions {
  readonly platform: Platform;
  /** Chats that nothing is sent to at the moment. */
  readonly without: readonly number[];
}

/** Deliveries that the dispatcher has to look at now, longest due first. */
export async function dueDeliveries(
  db: Db,
  options: DueOptions & { readonly now: number },
  limit: number,
): Promise<DueDelivery[]> {
  return due(db, options)
    .innerJoin('chat', 'chat.id', 'delivery.chat_id')
    .selectAll('delivery')
    .select(['chat.native_id', 'chat.thread', 'chat.language', 'chat.gone_reason', 'chat.paused_until'])
    .where('due_at', '<=', options.now)
    .orderBy('due_at')
    .orderBy('delivery.id')
    .limit(limit)
    .execute();
}

/** Epoch ms of the next thing to do, or null. */
export async function nextDueAt(db: Db, options: DueOptions): Promise<number | null> {
  const row = await due(db, options).select('due_at').orderBy('due_at').limit(1).executeTakeFirst();
  return row?.due_at ?? null;
}

function due(db: Db, { platform, without }: DueOptions) {
  return db
    .selectFrom('delivery')
    .where('due_at', 'is not', null)
    .where('delivery.platform', '=', platform)
    .where('chat_id', 'not in', listed(without));
}

/** All that the dispatchers have to look at, now or later. */
export async function countDeliveriesWaiting(db: Db): Promise<number> {
  const row = await db
    .selectFrom('delivery')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('due_at', 'is not', null)
    .executeTakeFirstOrThrow();
  return row.count;
}

/**
 * Takes what a chat is owed out of the dispatcher's sight.
 * @param until epoch ms; null: until `wakeDeliveries`
 */
export async function restDeliveries(trx: Trx, chatId: number, until: number | null): Promise<void> {
  await trx
    .updateTable('delivery')
    .set({ due_at: until })
    .where('chat_id', '=', chatId)
    .where('due_at', 'is not', null)
    .execute();
}

/** Makes due what a chat is owed, in the order in which it came. */
export async function wakeDeliveries(trx: Trx, chatId: number): Promise<void> {
  await trx
    .updateTable('delivery')
    .set((eb) => ({ due_at: eb.ref('created_at') }))
    .where('chat_id', '=', chatId)
    .where((eb) =>
      eb.or([
        eb('state', 'in', ['owed', 'sending']),
        eb.and([eb('state', '=', 'live'), eb('wanted', '>', eb.ref('sent'))]),
      ]),
    )
    .execute();
}

/** The cards that stand in a chat stay as they are. */
export async function freezeDeliveries(trx: Trx, chatId: number): Promise<void> {
  await trx
    .updateTable('delivery')
    .set({ state: 'frozen', due_at: null })
    .where('chat_id', '=', chatId)
    .where('state', '=', 'live')
    .execute();
}

export async function updateDelivery(trx: Trx, id: number, change: DeliveryChange): Promise<void> {
  await trx.updateTable('delivery').set(change).where('id', '=', id).execute();
}

export async function findDelivery(db: Db, chatId: number, subject: string): Promise<DeliveryRow | undefined> {
  return db
    .selectFrom('delivery')
    .selectAll()
    .where('chat_id', '=', chatId)
    .where('subject', '=', subject)
    .executeTakeFirst();
}

/** A chat's deliveries of a subject and of `<subject>-<anything>`. */
export async function deliveriesNamed(db: Db, chatId: number, subject: string): Promise<DeliveryRow[]> {
  return (
    db
      .selectFrom('delivery')
      .selectAll()
      .where('chat_id', '=', chatId)
      .where('subject', '>=', subject)
      // The character after the hyphen.
      .where('subject', '<', `${subject}.`)
      .execute()
  );
}

/** Tries a delivery again at `dueAt`, unless it has come to rest meanwhile. */
export async function putOffDelivery(trx: Trx, id: number, dueAt: number): Promise<void> {
  await trx
    .updateTable('delivery')
    .set({ due_at: dueAt })
    .where('id', '=', id)
    .where('due_at', 'is not', null)
    .execute();
}

/** Ends the leases that a dispatcher which died has left on a platform. */
export async function endLeases(trx: Trx, platform: Platform, now: number): Promise<void> {
  await trx
    .updateTable('delivery')
    .set({ due_at: now })
    .where('platform', '=', platform)
    .where('due_at', '>', now)
    .where('state', '=', 'sending')
    .execute();
}

export async function deliveryById(trx: Trx, id: number): Promise<DeliveryRow> {
  return trx.selectFrom('delivery').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

/** Deliveries of a subject in id order after the cursor. */
export async function deliveriesOf(trx: Trx, subject: string, after: number, limit: number): Promise<DeliveryRow[]> {
  return trx
    .selectFrom('delivery')
    .selectAll()
    .where('subject', '=', subject)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Which of these chats have a delivery of the subject that was not cancelled. */
export async function chatsServed(trx: Trx, subject: string, chatIds: readonly number[]): Promise<Set<number>> {
  const rows = await trx
    .selectFrom('delivery')
    .select('chat_id')
    .where('subject', '=', subject)
    .where('chat_id', 'in', listed(chatIds))
    .where('state', '!=', 'cancelled')
    .execute();
  return new Set(rows.map((row) => row.chat_id));
}

/**
 * Makes a card that was or is being posted the chat's card of another subject. What it shows counts as older than any
 * revision of that; one of the new subject that was cancelled makes room.
 */
export async function repointDelivery(
  trx: Trx,
  { id, chat_id: chatId, state }: DeliveryRow,
  to: { readonly subject: string; readonly wanted: number; readonly due_at: number | null },
): Promise<void> {
  await trx
    .deleteFrom('delivery')
    .where('chat_id', '=', chatId)
    .where('subject', '=', to.subject)
    .where('state', '=', 'cancelled')
    .execute();
  await updateDelivery(trx, id, { ...to, ...(state === 'sending' ? { sending_revision: 0 } : { sent: 0 }) });
}

/** Story cards that each subscription was charged with since then. */
export async function cardsSince(
  trx: Trx,
  subscriptionIds: readonly number[],
  since: number,
): Promise<Map<number, number>> {
  const rows = await trx
    .selectFrom('delivery')
    .select((eb) => ['subscription_id', eb.fn.countAll<number>().as('count')])
    .where('subscription_id', 'in', listed(subscriptionIds))
    .where('created_at', '>', since)
    .where('subject', 'like', 'story:%')
    .where('state', '!=', 'cancelled')
    .groupBy('subscription_id')
    .execute();
  return new Map(rows.map((row) => [row.subscription_id, row.count]));
}

/** Owes a card. One that was cancelled for this chat and subject is owed again. */
export async function oweDelivery(
  trx: Trx,
  delivery: Pick<Insertable<Schema['delivery']>, 'chat_id' | 'subject' | 'subscription_id' | 'wanted' | 'nonce'> & {
    readonly due_at: number;
    readonly created_at: number;
  },
): Promise<void> {
  const { wanted, due_at, subscription_id, created_at } = delivery;
  await trx
    .insertInto('delivery')
    .values((eb) => ({
      ...delivery,
      platform: eb.selectFrom('chat').select('platform').where('id', '=', delivery.chat_id),
      state: 'owed',
      attempts: 0,
    }))
    .onConflict((conflict) =>
      conflict
        .columns(['chat_id', 'subject'])
        .doUpdateSet({ state: 'owed', wanted, due_at, subscription_id, created_at })
        .where('delivery.state', '=', 'cancelled'),
    )
    .execute();
}

/** Deliveries that a platform refused for good. */
export async function countParked(db: Db): Promise<number> {
  const row = await db
    .selectFrom('delivery')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('state', '=', 'parked')
    .executeTakeFirstOrThrow();
  return row.count;
}

/** The same, of those that were first owed since then. */
export async function countParkedSince(db: Db, since: number): Promise<number> {
  return countSince(db.selectFrom('delivery').where('state', '=', sql.lit('parked')), since);
}

/** Deliveries first owed since then of whose post it was unknown at least once whether it had arrived. */
export async function countDoubtfulSince(db: Db, since: number): Promise<number> {
  return countSince(db.selectFrom('delivery').where('doubts', '>', sql.lit(0)), since);
}

async function countSince(deliveries: SelectQueryBuilder<Schema, 'delivery', object>, since: number): Promise<number> {
  const row = await deliveries
    .where('created_at', '>=', since)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

export function addressOf(platform: Platform, row: DueDelivery): ChatAddress {
  return { platform, nativeId: row.native_id, thread: row.thread };
}
