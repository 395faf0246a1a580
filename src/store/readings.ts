import { sql, type Insertable } from 'kysely';
import type { Db, Schema, Trx } from './schema.ts';

/** What the newsroom made of one article, ready for the tables. */
export interface Reading {
  readonly articleId: number;
  readonly storyId: number;
  readonly title: string;
  readonly description: string;
  readonly body: string;
  /** Folded words, for the full-text index. */
  readonly titleWords: string;
  readonly bodyWords: string;
  readonly analysis: Omit<Insertable<Schema['analysis']>, 'article_id'>;
}

/** Stores a reading; a second one of the same article replaces the first. */
export async function saveReading(trx: Trx, reading: Reading): Promise<void> {
  const { articleId, storyId, title, description, body, analysis } = reading;
  await trx
    .updateTable('article')
    .set({ title, description, body, raw_title: null, raw_description: null, raw_body: null })
    .set({ story_id: storyId, state: 'read', error: null })
    .where('id', '=', articleId)
    .execute();
  await trx
    .insertInto('analysis')
    .values({ article_id: articleId, ...analysis })
    .onConflict((conflict) => conflict.column('article_id').doUpdateSet(analysis))
    .execute();
  await sql`delete from article_text where rowid = ${articleId}`.execute(trx);
  await sql`insert into article_text (rowid, title, body) values (${articleId}, ${reading.titleWords}, ${reading.bodyWords})`.execute(
    trx,
  );
}

/** Whether the outlet changed the article since it was taken up to be read. */
export async function isOutdated(trx: Trx, articleId: number, contentHash: string): Promise<boolean> {
  const row = await trx.selectFrom('article').select('content_hash').where('id', '=', articleId).executeTakeFirst();
  return row?.content_hash !== contentHash;
}

/** Id of the first article seen since then, or null: where a walk through the live window begins. */
export async function firstArticleSince(db: Db, since: number): Promise<number | null> {
  const row = await db
    .selectFrom('article')
    .select((eb) => eb.fn.min('id').as('id'))
    .where('seen_at', '>=', since)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Read articles published since then, by which the clusterer is rebuilt. */
export async function readArticlesSince(
  db: Db,
  since: number,
  page: { readonly after: number; readonly limit: number },
) {
  return (
    db
      .selectFrom('article')
      .innerJoin('analysis', 'analysis.article_id', 'article.id')
      .select(['article.id', 'story_id', 'scope', 'title', 'description', 'body', 'assets', 'figures', 'published_at'])
      .where('seen_at', '>=', since)
      .where('published_at', '>=', since)
      // One that waits to be read again still has its read title.
      .where('story_id', 'is not', null)
      .where('article.id', '>', page.after)
      .orderBy('article.id')
      .limit(page.limit)
      .execute()
  );
}
