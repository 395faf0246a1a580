import { sql, type Insertable } from 'kysely';
import type { Db, Schema, Trx } from './schema.ts';

/** What `identify` compares a fresh item with. */
export interface KnownArticle {
  readonly articleId: number;
  readonly kind: 'own' | 'guid' | 'link' | 'title_day';
  readonly hash: string;
  readonly link: string | null;
  readonly contentHash: string;
  /** Epoch ms; null when retention took the article. */
  readonly publishedAt: number | null;
}

/** Articles of a feed that own one of these keys. Keys outlive their article: the texts are then null. */
export async function knownArticles(db: Db, feedId: number, hashes: readonly string[]): Promise<KnownArticle[]> {
  if (hashes.length === 0) return [];
  const rows = await db
    .selectFrom('article_key')
    .leftJoin('article', 'article.id', 'article_key.article_id')
    .select(['article_key.article_id', 'article_key.kind', 'article_key.hash', 'link', 'content_hash', 'published_at'])
    .where('article_key.feed_id', '=', feedId)
    .where('article_key.kind', 'in', ['own', 'guid', 'link', 'title_day'])
    .where('article_key.hash', 'in', hashes)
    .execute();
  return rows.map((row) => ({
    articleId: row.article_id,
    kind: row.kind,
    hash: row.hash,
    link: row.link,
    contentHash: row.content_hash ?? '',
    publishedAt: row.published_at,
  }));
}

/** Stores an article with its raw texts, to be read. @returns its id */
export async function insertArticle(
  trx: Trx,
  article: Omit<Insertable<Schema['article']>, 'title' | 'description' | 'body'>,
): Promise<number> {
  const { id } = await trx
    .insertInto('article')
    .values({ ...article, title: '', description: '', body: '' })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function addArticleKeys(trx: Trx, keys: readonly Insertable<Schema['article_key']>[]): Promise<void> {
  if (keys.length === 0) return;
  await trx
    .insertInto('article_key')
    .values(keys)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The outlet changed a text: the newsroom reads the article again; until then it is as it was read before. */
export async function reviseArticle(
  trx: Trx,
  articleId: number,
  texts: Pick<
    Insertable<Schema['article']>,
    'raw_title' | 'raw_description' | 'raw_body' | 'image_url' | 'content_hash'
  >,
): Promise<void> {
  await trx
    .updateTable('article')
    .set({ ...texts, state: 'new' })
    .where('id', '=', articleId)
    .execute();
}

/** The article that the newsroom reads next, with its feed and outlet: the never-read come before the edited. */
export async function nextNewArticle(db: Db) {
  return newArticles(db)
    .orderBy(sql`article.story_id is not null`)
    .orderBy('article.id')
    .limit(1)
    .executeTakeFirst();
}

/** An article that waits to be read. */
export async function newArticleById(db: Db, id: number): Promise<NewArticle | undefined> {
  return newArticles(db).where('article.id', '=', id).executeTakeFirst();
}

function newArticles(db: Db) {
  return db
    .selectFrom('article')
    .innerJoin('feed', 'feed.id', 'article.feed_id')
    .innerJoin('outlet', 'outlet.key', 'article.outlet')
    .selectAll('article')
    .select([
      'feed.language as feed_language',
      'feed.topics as feed_topics',
      'outlet.name as outlet_name',
      'outlet.tier',
    ])
    .where('article.state', '=', sql.lit('new'));
}

export type NewArticle = NonNullable<Awaited<ReturnType<typeof nextNewArticle>>>;

export async function countNewArticles(db: Db): Promise<number> {
  const row = await db
    .selectFrom('article')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('state', '=', sql.lit('new'))
    .executeTakeFirstOrThrow();
  return row.count;
}

export async function countArticles(db: Db): Promise<{ readonly total: number; readonly failed: number }> {
  const rows = await db
    .selectFrom('article')
    .select((eb) => ['state', eb.fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute();
  return {
    total: rows.reduce((sum, { count }) => sum + count, 0),
    failed: rows.find(({ state }) => state === 'failed')?.count ?? 0,
  };
}

export async function countArticlesSince(db: Db, since: number): Promise<number> {
  const row = await db
    .selectFrom('article')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('seen_at', '>=', since)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** The reader threw on it: it stays out of the way, with the reason beside it. */
export async function failArticle(trx: Trx, articleId: number, error: string): Promise<void> {
  await trx.updateTable('article').set({ state: 'failed', error }).where('id', '=', articleId).execute();
}
