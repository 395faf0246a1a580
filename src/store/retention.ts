import { sql } from 'kysely';
import type { Store } from './store.ts';

const CHUNK = 200;

/**
 * Deletes stories that did not change since `before`, with their articles, analyses, cards owed and local messages;
 * article keys stay, so that an old item that shows up again is known. A chunk a transaction.
 * @param before epoch ms
 * @returns how many stories went
 */
export async function deleteBefore(store: Store, before: number, turn: () => Promise<void>): Promise<number> {
  let deleted = 0;
  for (;;) {
    const count = await store.transaction('retention', async (trx) => {
      const old = await trx.selectFrom('story').select('id').where('changed_at', '<', before).limit(CHUNK).execute();
      const ids = old.map(({ id }) => id);
      if (ids.length === 0) return 0;
      const articles = trx.selectFrom('article').select('id').where('story_id', 'in', ids);
      await sql`delete from article_text where rowid in (${articles})`.execute(trx);
      await trx.deleteFrom('analysis').where('article_id', 'in', articles).execute();
      await trx.deleteFrom('article').where('story_id', 'in', ids).execute();
      await trx.deleteFrom('story_term').where('story_id', 'in', ids).execute();
      await trx.deleteFrom('overflow').where('story_id', 'in', ids).execute();
      await trx
        .deleteFrom('delivery')
        .where(
          'subject',
          'in',
          ids.map((id) => `story:${id}`),
        )
        .execute();
      await trx.deleteFrom('story').where('id', 'in', ids).execute();
      return ids.length;
    });
    deleted += count;
    if (count < CHUNK) break;
    await turn();
  }
  await store.transaction('retention', async (trx) => {
    await trx.deleteFrom('local_message').where('posted_at', '<', before).execute();
    await trx.deleteFrom('delivery').where('subject', 'like', 'digest:%').where('created_at', '<', before).execute();
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
