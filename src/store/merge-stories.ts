import { sql } from 'kysely';
import type { Trx } from './schema.ts';

/**
 * Makes one story part of another: its articles are the other's, and its id stands for it from then on. What it still
 * had to fan out goes with it: the other's next fan-out reaches everybody who wants the story that is left. The cards
 * are the fan-out's to settle.
 */
export async function mergeStories(trx: Trx, from: number, into: number): Promise<void> {
  await trx.updateTable('article').set({ story_id: into }).where('story_id', '=', from).execute();
  await trx.updateTable('story').set({ merged_into: into }).where('id', '=', from).execute();
  // So that an id resolves in one step, and retention can take those in between.
  await trx.updateTable('story').set({ merged_into: into }).where('merged_into', '=', from).execute();
  await trx.deleteFrom('story_term').where('story_id', '=', from).execute();
  await trx.deleteFrom('fanout').where('story_id', '=', from).where('absorbed', 'is', null).execute();
  // One that still settles the cards of a story before that only settles: the other's own posts what is to be posted.
  await sql`update fanout set story_id = ${into}, alertable_at = null, revision = (select revision from story where id = ${into})
    where story_id = ${from}`.execute(trx);
  await sql`delete from overflow where story_id = ${from} and exists (
    select 1 from overflow other where other.subscription_id = overflow.subscription_id
    and other.slot = overflow.slot and other.story_id = ${into})`.execute(trx);
  await trx.updateTable('overflow').set({ story_id: into }).where('story_id', '=', from).execute();
}
