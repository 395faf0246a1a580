import { chatScope } from '../model/scope.ts';
import { endSubscription, subscriptionsOf } from './subscriptions.ts';
import type { Trx } from './schema.ts';

/**
 * Hands a chat's live subscriptions, its deliveries and its own feeds to another one. What the other has already ends here; a
 * subscription keeps its number where that is free.
 */
export async function mergeChat(trx: Trx, from: number, into: number, now: number): Promise<void> {
  await mergeSubscriptions(trx, from, into, now);
  await mergeDeliveries(trx, from, into);
  await mergeScope(trx, chatScope(from), chatScope(into));
}

/** Feeds that the chat added, and what came of them. */
async function mergeScope(trx: Trx, from: string, into: string): Promise<void> {
  for (const table of ['feed', 'article', 'story'] as const) {
    await trx.updateTable(table).set({ scope: into }).where('scope', '=', from).execute();
  }
}

async function mergeSubscriptions(trx: Trx, from: number, into: number, now: number): Promise<void> {
  const filters = new Set((await subscriptionsOf(trx, into)).map(({ filterId }) => filterId));
  const taken = await numbersOf(trx, into);
  let next = Math.max(0, ...taken, ...(await numbersOf(trx, from))) + 1;
  for (const { id, filterId, number } of await subscriptionsOf(trx, from)) {
    if (filters.has(filterId)) {
      await endSubscription(trx, id, now);
      continue;
    }
    const change = { chat_id: into, number: taken.has(number) ? next : number };
    if (taken.has(number)) next += 1;
    await trx.updateTable('subscription').set(change).where('id', '=', id).execute();
  }
}

async function numbersOf(trx: Trx, chatId: number): Promise<Set<number>> {
  const rows = await trx.selectFrom('subscription').select('number').where('chat_id', '=', chatId).execute();
  return new Set(rows.map(({ number }) => number));
}

async function mergeDeliveries(trx: Trx, from: number, into: number): Promise<void> {
  await trx
    .deleteFrom('delivery')
    .where('chat_id', '=', into)
    .where('state', '=', 'cancelled')
    .where('subject', 'in', (eb) => eb.selectFrom('delivery').select('subject').where('chat_id', '=', from))
    .execute();
  await trx
    .updateTable('delivery')
    .set({ chat_id: into })
    .where('chat_id', '=', from)
    .where('subject', 'not in', (eb) => eb.selectFrom('delivery').select('subject').where('chat_id', '=', into))
    .execute();
  const left = trx.updateTable('delivery').where('chat_id', '=', from);
  await left.set({ state: 'cancelled', due_at: null }).where('state', 'in', ['owed', 'sending']).execute();
  await left.set({ state: 'frozen', due_at: null }).where('state', '=', 'live').execute();
}
