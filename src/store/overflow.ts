import type { Db, Trx } from './schema.ts';

/** Puts a story that is over a subscription's cap into the summary of that slot. */
export async function addOverflow(
  trx: Trx,
  entry: { readonly subscriptionId: number; readonly slot: string; readonly storyId: number; readonly now: number },
): Promise<void> {
  await trx
    .insertInto('overflow')
    .values({ subscription_id: entry.subscriptionId, slot: entry.slot, story_id: entry.storyId, added_at: entry.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** In which slot's summary each subscription has this story already. */
export async function overflowSlots(
  trx: Trx,
  storyId: number,
  subscriptionIds: readonly number[],
): Promise<Map<number, string>> {
  const rows = await trx
    .selectFrom('overflow')
    .select(['subscription_id', 'slot'])
    .where('subscription_id', 'in', subscriptionIds)
    .where('story_id', '=', storyId)
    .execute();
  return new Map(rows.map((row) => [row.subscription_id, row.slot]));
}

/** Ids of the stories in one summary, in the order of their arrival. */
export async function overflowStories(db: Db, subscriptionId: number, slot: string): Promise<number[]> {
  const rows = await db
    .selectFrom('overflow')
    .select('story_id')
    .where('subscription_id', '=', subscriptionId)
    .where('slot', '=', slot)
    .orderBy('added_at')
    .orderBy('story_id')
    .execute();
  return rows.map((row) => row.story_id);
}
