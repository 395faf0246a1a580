import { sql } from 'kysely';
import type { Db, Trx } from './schema.ts';

/** Puts a story that is over a subscription's cap into the summary of that slot. */
export async function addOverflow(
  trx: Trx,
  entry: {
    readonly subscriptionId: number;
    readonly slot: string;
    readonly storyId: number;
    readonly revision: number;
    readonly now: number;
  },
): Promise<void> {
  await trx
    .insertInto('overflow')
    .values({
      subscription_id: entry.subscriptionId,
      slot: entry.slot,
      story_id: entry.storyId,
      revision: entry.revision,
      added_at: entry.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export interface Summarised {
  readonly subscriptionId: number;
  readonly slot: string;
}

/** Which of these chats have the story in a summary of a live subscription, by chat. */
export async function chatsSummarised(
  trx: Trx,
  storyId: number,
  chatIds: readonly number[],
): Promise<Map<number, Summarised>> {
  // Cross joins keep SQLite at this order: all summaries that list the story may be far more.
  const { rows } = await sql<{ chat_id: number; subscription_id: number; slot: string }>`
    select subscription.chat_id, overflow.subscription_id, overflow.slot
    from json_each(${JSON.stringify(chatIds)}) asked
    cross join subscription on subscription.chat_id = asked.value and subscription.ended_at is null
    cross join overflow on overflow.story_id = ${storyId} and overflow.subscription_id = subscription.id`.execute(trx);
  return new Map(rows.map((row) => [row.chat_id, { subscriptionId: row.subscription_id, slot: row.slot }]));
}

/**
 * Moves what a summary does not show yet to another slot, where all of it is new.
 * @param from `shown`: the revision of the summary that the chat sees
 * @returns how many stories
 */
export async function moveUnshown(
  trx: Trx,
  from: { readonly subscriptionId: number; readonly slot: string; readonly shown: number },
  slot: string,
): Promise<number> {
  const { numUpdatedRows } = await trx
    .updateTable('overflow')
    .set({ slot, revision: 1 })
    .where('subscription_id', '=', from.subscriptionId)
    .where('slot', '=', from.slot)
    .where('revision', '>', from.shown)
    .executeTakeFirst();
  return Number(numUpdatedRows);
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
