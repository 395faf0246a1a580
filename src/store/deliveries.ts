import type { Insertable, Selectable, Updateable } from 'kysely';
import type { ChatAddress, Platform } from '../model/chat.ts';
import type { Db, Schema, Trx } from './schema.ts';

export type DeliveryRow = Selectable<Schema['delivery']>;
export type DueDelivery = DeliveryRow & Pick<Selectable<Schema['chat']>, 'native_id' | 'thread' | 'language'>;

/** Deliveries of one platform that the dispatcher has to look at now, longest due first, without busy chats. */
export async function dueDeliveries(
  db: Db,
  platform: Platform,
  options: { readonly now: number; readonly busyChats: readonly number[]; readonly limit: number },
): Promise<DueDelivery[]> {
  let query = reachable(db, platform, options.now)
    .selectAll('delivery')
    .select(['chat.native_id', 'chat.thread', 'chat.language'])
    .where('due_at', '<=', options.now);
  if (options.busyChats.length > 0) query = query.where('chat_id', 'not in', options.busyChats);
  return query.orderBy('due_at').orderBy('delivery.id').limit(options.limit).execute();
}

/** Epoch ms of the next thing to do on a platform, or null. */
export async function nextDueAt(db: Db, platform: Platform, now: number): Promise<number | null> {
  const row = await reachable(db, platform, now)
    .select((eb) => eb.fn.min('due_at').as('at'))
    .executeTakeFirst();
  return row?.at ?? null;
}

function reachable(db: Db, platform: Platform, now: number) {
  return db
    .selectFrom('delivery')
    .innerJoin('chat', 'chat.id', 'delivery.chat_id')
    .where('due_at', 'is not', null)
    .where('chat.platform', '=', platform)
    .where('chat.gone_reason', 'is', null)
    .where((eb) => eb.or([eb('paused_until', 'is', null), eb('paused_until', '<=', now)]));
}

export async function countDeliveriesWaiting(db: Db, chatId?: number): Promise<number> {
  let query = db
    .selectFrom('delivery')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('due_at', 'is not', null);
  if (chatId !== undefined) query = query.where('chat_id', '=', chatId);
  return (await query.executeTakeFirstOrThrow()).count;
}

export async function updateDelivery(trx: Trx, id: number, change: Updateable<Schema['delivery']>): Promise<void> {
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
    .where('chat_id', 'in', chatIds)
    .where('state', '!=', 'cancelled')
    .execute();
  return new Set(rows.map((row) => row.chat_id));
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
    .where('subscription_id', 'in', subscriptionIds)
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
    .values({ ...delivery, state: 'owed', attempts: 0 })
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

export function addressOf(platform: Platform, row: DueDelivery): ChatAddress {
  return { platform, nativeId: row.native_id, thread: row.thread };
}
