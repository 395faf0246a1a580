import type { Subscription } from '../model/subscription.ts';
import type { Db, Trx } from './schema.ts';

function selectSubscriptions(db: Db) {
  return db
    .selectFrom('subscription')
    .innerJoin('filter', 'filter.id', 'subscription.filter_id')
    .selectAll('subscription')
    .select('filter.canonical')
    .where('ended_at', 'is', null);
}

type SubscriptionRow = Awaited<ReturnType<ReturnType<typeof selectSubscriptions>['executeTakeFirstOrThrow']>>;

function toSubscription(row: SubscriptionRow): Subscription {
  return {
    id: row.id,
    chatId: row.chat_id,
    number: row.number,
    filterId: row.filter_id,
    filter: row.canonical,
    mode: row.mode,
    capHour: row.cap_hour,
    capDay: row.cap_day,
    createdAt: row.created_at,
  };
}

/** A chat's subscriptions by number. */
export async function subscriptionsOf(db: Db, chatId: number): Promise<Subscription[]> {
  return (await selectSubscriptions(db).where('chat_id', '=', chatId).orderBy('number').execute()).map(toSubscription);
}

export async function findSubscription(db: Db, id: number): Promise<Subscription | undefined> {
  const row = await selectSubscriptions(db).where('subscription.id', '=', id).executeTakeFirst();
  return row && toSubscription(row);
}

/** @returns the number that the chat knows it by */
export async function insertSubscription(
  trx: Trx,
  subscription: Pick<Subscription, 'chatId' | 'mode' | 'capHour' | 'capDay' | 'createdAt' | 'filter'>,
): Promise<number> {
  const filter = await trx
    .insertInto('filter')
    .values({ canonical: subscription.filter })
    .onConflict((conflict) => conflict.column('canonical').doUpdateSet({ canonical: subscription.filter }))
    .returning('id')
    .executeTakeFirstOrThrow();
  const last = await trx
    .selectFrom('subscription')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('chat_id', '=', subscription.chatId)
    .executeTakeFirst();
  const number = (last?.number ?? 0) + 1;
  await trx
    .insertInto('subscription')
    .values({
      chat_id: subscription.chatId,
      number,
      filter_id: filter.id,
      mode: subscription.mode,
      cap_hour: subscription.capHour,
      cap_day: subscription.capDay,
      created_at: subscription.createdAt,
    })
    .execute();
  return number;
}

export async function endSubscription(trx: Trx, id: number, now: number): Promise<void> {
  await trx.updateTable('subscription').set({ ended_at: now }).where('id', '=', id).execute();
}

/** Filters that somebody subscribed to, beyond the last id that the caller knows. */
export async function filtersAfter(
  db: Db,
  lastId: number,
  limit: number,
): Promise<{ id: number; canonical: string }[]> {
  return db.selectFrom('filter').selectAll().where('id', '>', lastId).orderBy('id').limit(limit).execute();
}

/** Live subscriptions to any of these filters, in chats that take cards now, in id order after the cursor. */
export async function subscribersOf(
  trx: Trx,
  filterIds: readonly number[],
  options: { readonly after: number; readonly limit: number; readonly now: number; readonly madeBy: number },
): Promise<Subscription[]> {
  const rows = await selectSubscriptions(trx)
    .innerJoin('chat', 'chat.id', 'subscription.chat_id')
    .where('filter_id', 'in', filterIds)
    .where('subscription.id', '>', options.after)
    .where('subscription.created_at', '<=', options.madeBy)
    .where('mode', '=', 'instant')
    .where('gone_reason', 'is', null)
    .where((eb) => eb.or([eb('paused_until', 'is', null), eb('paused_until', '<=', options.now)]))
    .orderBy('subscription.id')
    .limit(options.limit)
    .execute();
  return rows.map(toSubscription);
}

/** Whether a chat still has a subscription to one of these filters. */
export async function isWanted(trx: Trx, chatId: number, filterIds: readonly number[]): Promise<boolean> {
  if (filterIds.length === 0) return false;
  const row = await trx
    .selectFrom('subscription')
    .select('id')
    .where('chat_id', '=', chatId)
    .where('filter_id', 'in', filterIds)
    .where('ended_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
