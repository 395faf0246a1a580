import type { Outlet } from '../model/outlet.ts';
import { PUBLIC_SCOPE } from '../model/scope.ts';
import type { Db, Trx } from './schema.ts';

/** Counts one call of a provider's interface. @param month `2026-11` @returns calls of the month, this one included */
export async function countCall(trx: Trx, provider: string, month: string): Promise<number> {
  const { calls } = await trx
    .insertInto('api_usage')
    .values({ provider, month, calls: 1 })
    .onConflict((conflict) =>
      conflict.columns(['provider', 'month']).doUpdateSet((eb) => ({ calls: eb('api_usage.calls', '+', 1) })),
    )
    .returning('calls')
    .executeTakeFirstOrThrow();
  return calls;
}

export async function callsOf(db: Db, provider: string, month: string): Promise<number> {
  const row = await db
    .selectFrom('api_usage')
    .select('calls')
    .where('provider', '=', provider)
    .where('month', '=', month)
    .executeTakeFirst();
  return row?.calls ?? 0;
}

export interface ProviderWord {
  readonly provider_sentiment: string | null;
  /** JSON array. */
  readonly provider_categories: string;
}

/** Articles of the public scope with these links, but for those of one feed; by the hash of the link. */
export async function articlesByLink(
  db: Db,
  hashes: readonly string[],
  otherThan: number,
): Promise<ReadonlyMap<string, number>> {
  if (hashes.length === 0) return new Map();
  const rows = await db
    .selectFrom('article_key')
    .innerJoin('article', 'article.id', 'article_key.article_id')
    .select(['article_key.hash', 'article.id'])
    .where('article_key.kind', '=', 'link')
    .where('article_key.hash', 'in', hashes)
    .where('article.scope', '=', PUBLIC_SCOPE)
    .where('article.feed_id', '!=', otherThan)
    .execute();
  return new Map(rows.map(({ hash, id }) => [hash, id]));
}

export async function setProviderWord(trx: Trx, articleId: number, word: ProviderWord): Promise<void> {
  await trx.updateTable('article').set(word).where('id', '=', articleId).execute();
}

/** Outlets that a provider names; those that are known keep their name and tier. */
export async function addOutlets(trx: Trx, outlets: readonly Outlet[]): Promise<void> {
  if (outlets.length === 0) return;
  await trx
    .insertInto('outlet')
    .values([...outlets])
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** What providers say of a story's articles. */
export async function providerWordsOf(db: Db, storyId: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('article')
    .select('provider_sentiment')
    .where('story_id', '=', storyId)
    .where('provider_sentiment', 'is not', null)
    .execute();
  return rows.flatMap((row) => row.provider_sentiment ?? []);
}
