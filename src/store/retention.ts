import { sql } from 'kysely';
import { listed } from './id-list.ts';
import type { Trx } from './schema.ts';
import type { Store } from './store.ts';

const STORIES_AT_ONCE = 200;
const DELIVERIES_AT_ONCE = 1_000;

/**
 * Deletes stories that did not change since `before`, with their articles, analyses, cards owed and local messages;
 * article keys stay, so that an old item that shows up again is known. A chunk a transaction.
 * @param before epoch ms
 * @returns how many stories went
 */
export async function deleteBefore(store: Store, before: number, turn: () => Promise<void>): Promise<number> {
  let deleted = 0;
  for (;;) {
    const ids = await oldStories(store, before);
    // The many first: a story may have been shown to every chat.
    await inChunks(store, turn, (trx) => deleteDeliveries(trx, ids));
    await store.transaction('retention', (trx) => deleteStories(trx, ids));
    deleted += ids.length;
    if (ids.length < STORIES_AT_ONCE) break;
    await turn();
  }
  await inChunks(store, turn, (trx) => deleteSummaries(trx, before));
  await store.transaction('retention', async (trx) => {
    await trx.deleteFrom('local_message').where('posted_at', '<', before).execute();
    // Never read, so that no story takes them along.
    await trx
      .deleteFrom('article')
      .where('state', '=', 'failed')
      .where('story_id', 'is', null)
      .where('seen_at', '<', before)
      .execute();
  });
  return deleted;
}

async function oldStories({ db }: Store, before: number): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('story')
    .select('id')
    .where('changed_at', '<', before)
    .limit(STORIES_AT_ONCE)
    .execute();
  return rows.map(({ id }) => id);
}

/** @param deleteSome deletes up to `DELIVERIES_AT_ONCE`, and returns how many */
async function inChunks(
  store: Store,
  turn: () => Promise<void>,
  deleteSome: (trx: Trx) => Promise<number>,
): Promise<void> {
  while ((await store.transaction('retention', deleteSome)) === DELIVERIES_AT_ONCE) await turn();
}

async function deleteDeliveries(trx: Trx, storyIds: readonly number[]): Promise<number> {
  const subjects = storyIds.map((id) => `story:${id}`);
  const { numDeletedRows } = await trx
    .deleteFrom('delivery')
    .where('id', 'in', (eb) =>
      eb.selectFrom('delivery').select('id').where('subject', 'in', listed(subjects)).limit(DELIVERIES_AT_ONCE),
    )
    .executeTakeFirst();
  return Number(numDeletedRows);
}

async function deleteSummaries(trx: Trx, before: number): Promise<number> {
  const { numDeletedRows } = await trx
    .deleteFrom('delivery')
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('delivery')
        .select('id')
        // All that begins with `overflow:`; `like` would read the whole table.
        .where('subject', '>=', 'overflow:')
        .where('subject', '<', 'overflow;')
        .where('created_at', '<', before)
        .limit(DELIVERIES_AT_ONCE),
    )
    .executeTakeFirst();
  return Number(numDeletedRows);
}

async function deleteStories(trx: Trx, ids: readonly number[]): Promise<void> {
  const articles = trx.selectFrom('article').select('id').where('story_id', 'in', listed(ids));
  await sql`delete from article_text where rowid in (${articles})`.execute(trx);
  await trx.deleteFrom('analysis').where('article_id', 'in', articles).execute();
  await trx.deleteFrom('article').where('story_id', 'in', listed(ids)).execute();
  await trx.deleteFrom('story_term').where('story_id', 'in', listed(ids)).execute();
  await trx.deleteFrom('overflow').where('story_id', 'in', listed(ids)).execute();
  await trx.deleteFrom('story_edit').where('story_id', 'in', listed(ids)).execute();
  await trx.deleteFrom('story').where('id', 'in', listed(ids)).execute();
}
