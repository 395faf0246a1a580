import { sql } from 'kysely';
import type { Subscription } from '../model/subscription.ts';
import { listed } from './id-list.ts';
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

/** Ends it; what it still owes unsent is cancelled. */
export async function endSubscription(trx: Trx, id: number, now: number): Promise<void> {
  await trx.updateTable('subscription').set({ ended_at: now }).where('id', '=', id).execute();
  await trx
    .updateTable('delivery')
    .set({ state: 'cancelled', due_at: null })
    .where('subscription_id', '=', id)
    .where('state', '=', 'owed')
    .execute();
}

/** Filters that somebody subscribed to, beyond the last id that the caller knows. */
export async function filtersAfter(
  db: Db,
  lastId: number,
  limit: number,
): Promise<{ id: number; canonical: string }[]> {
  return db.selectFrom('filter').selectAll().where('id', '>', lastId).orderBy('id').limit(limit).execute();
}

/** A place in the walk through the subscriptions of some filters: index of the filter, last subscription seen. */
export interface SubscriberPlace {
  readonly position: number;
  readonly cursor: number;
}

interface SubscriberOptions {
  readonly limit: number;
  readonly now: number;
  /** Only subscriptions that were there then, epoch ms. */
  readonly madeBy: number;
  /** Only that chat's; null: everybody's. */
  readonly chatId: number | null;
}

/** So many filters are looked up at once, and the subscribers of so many of them read. */
const FILTERS_AT_ONCE = 2_000;
const READS_AT_ONCE = 200;

/**
 * Live subscriptions in chats that take cards now, filter by filter, in id order within one: each look is a range of
 * an index, however many subscribers there are.
 * @returns those after the place, and the place to go on from; null at the end
 */
export async function subscribersAfter(
  trx: Trx,
  filterIds: readonly number[],
  { position, cursor }: SubscriberPlace,
  options: SubscriberOptions,
): Promise<{ readonly subscribers: readonly Subscription[]; readonly next: SubscriberPlace | null }> {
  const subscribers: Subscription[] = [];
  const slice = filterIds.slice(position, position + FILTERS_AT_ONCE);
  const subscribed = await filtersInUse(trx, slice);
  let reads = 0;
  for (const [index, filterId] of slice.entries()) {
    if (!subscribed.has(filterId)) continue;
    if (reads === READS_AT_ONCE) return { subscribers, next: { position: position + index, cursor: 0 } };
    reads += 1;
    const room = options.limit - subscribers.length;
    const found = await subscribersOf(trx, filterId, index === 0 ? cursor : 0, { ...options, limit: room });
    subscribers.push(...found);
    const last = found.at(-1);
    if (last && found.length === room) return { subscribers, next: { position: position + index, cursor: last.id } };
  }
  const reached = position + slice.length;
  return { subscribers, next: reached < filterIds.length ? { position: reached, cursor: 0 } : null };
}

async function filtersInUse(trx: Trx, filterIds: readonly number[]): Promise<Set<number>> {
  const { rows } = await sql<{ id: number }>`
    select asked.value as id from json_each(${JSON.stringify(filterIds)}) asked
    where exists (select 1 from subscription where filter_id = asked.value and ended_at is null)`.execute(trx);
  return new Set(rows.map(({ id }) => id));
}

async function subscribersOf(
  trx: Trx,
  filterId: number,
  after: number,
  { limit, now, madeBy, chatId }: SubscriberOptions,
): Promise<Subscription[]> {
  const rows = await selectSubscriptions(trx)
    .innerJoin('chat', 'chat.id', 'subscription.chat_id')
    .where('filter_id', '=', filterId)
    .where('subscription.id', '>', after)
    .where('subscription.created_at', '<=', madeBy)
    .where('mode', '=', 'instant')
    .where('gone_reason', 'is', null)
    .$if(chatId !== null, (query) => query.where('chat_id', '=', chatId))
    .where((eb) => eb.or([eb('paused_until', 'is', null), eb('paused_until', '<=', now)]))
    .orderBy('subscription.id')
    .limit(limit)
    .execute();
  return rows.map(toSubscription);
}

/** Which of these chats still have a subscription to one of these filters. */
export async function chatsThatWant(
  trx: Trx,
  chatIds: readonly number[],
  filterIds: readonly number[],
): Promise<Set<number>> {
  if (chatIds.length === 0 || filterIds.length === 0) return new Set();
  const rows = await trx
    .selectFrom('subscription')
    .select(['chat_id', 'filter_id'])
    .where('chat_id', 'in', listed(chatIds))
    .where('ended_at', 'is', null)
    .execute();
  const wanted = new Set(filterIds);
  return new Set(rows.filter((row) => wanted.has(row.filter_id)).map((row) => row.chat_id));
}
