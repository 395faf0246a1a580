import type { Outlet } from '../model/outlet.ts';
import { asTier } from './stories.ts';
import { addressed, NEVER_POLLED, type FeedRow } from './feeds.ts';
import type { Db, Trx } from './schema.ts';

export interface AddedFeed {
  /** Unique among all feeds. */
  readonly key: string;
  readonly scope: string;
  readonly outlet: Outlet;
  readonly url: string;
  /** As the feed calls itself. */
  readonly title: string;
  readonly language: string;
}

/** Adds a feed, due at once. One that was removed before comes back as if it were new. @returns its id */
export async function addFeed(trx: Trx, feed: AddedFeed, now: number, intervalMs: number): Promise<number> {
  const { key, scope, outlet, url, title, language } = feed;
  await trx
    .insertInto('outlet')
    .values(outlet)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const fresh = {
    ...NEVER_POLLED,
    ...addressed(url),
    title,
    active: 1,
    paused: 0,
    next_poll_at: now,
    interval_ms: intervalMs,
  };
  const { id } = await trx
    .insertInto('feed')
    .values({
      key,
      scope,
      outlet: outlet.key,
      ...fresh,
      origin: 'added',
      listed_url: url,
      kind: 'feed',
      language,
      topics: '[]',
      fixed_interval_ms: null,
    })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(fresh))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export interface ListedFeed extends FeedRow {
  readonly outletName: string;
  /** Since the time asked for. */
  readonly articles: number;
}

/** Feeds that are there, of these scopes, those of chats first; with how many articles they brought since then. */
export async function listFeeds(db: Db, scopes: readonly string[], since: number): Promise<readonly ListedFeed[]> {
  return db
    .selectFrom('feed')
    .innerJoin('outlet', 'outlet.key', 'feed.outlet')
    .leftJoin(
      (eb) =>
        eb
          .selectFrom('article')
          .select(['feed_id', (each) => each.fn.countAll<number>().as('count')])
          .where('seen_at', '>=', since)
          .groupBy('feed_id')
          .as('seen'),
      (join) => join.onRef('seen.feed_id', '=', 'feed.id'),
    )
    .selectAll('feed')
    .select(['outlet.name as outletName', (eb) => eb.fn.coalesce('seen.count', eb.lit(0)).as('articles')])
    .where('feed.scope', 'in', scopes)
    .where('feed.active', '=', 1)
    .orderBy('feed.origin')
    .orderBy('feed.key')
    .execute();
}

/** The feed of one of these scopes with this number, if it is there. */
export async function feedOfScopes(db: Db, id: number, scopes: readonly string[]): Promise<FeedRow | undefined> {
  return db
    .selectFrom('feed')
    .selectAll()
    .where('id', '=', id)
    .where('scope', 'in', scopes)
    .where('active', '=', 1)
    .executeTakeFirst();
}

/** Whether one of these scopes has a feed with this address. */
export async function feedAt(db: Db, url: string, scopes: readonly string[]): Promise<FeedRow | undefined> {
  return db
    .selectFrom('feed')
    .selectAll()
    .where((eb) => eb.or([eb('url', '=', url), eb('listed_url', '=', url)]))
    .where('scope', 'in', scopes)
    .where('active', '=', 1)
    .executeTakeFirst();
}

export async function countFeeds(db: Db, scope: string): Promise<number> {
  const row = await db
    .selectFrom('feed')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('scope', '=', scope)
    .where('origin', '=', 'added')
    .where('active', '=', 1)
    .executeTakeFirstOrThrow();
  return row.count;
}

export async function setFeedPaused(trx: Trx, id: number, isPaused: boolean, now: number): Promise<void> {
  await trx
    .updateTable('feed')
    .set({ paused: isPaused ? 1 : 0, ...(isPaused ? {} : { next_poll_at: now }) })
    .where('id', '=', id)
    .execute();
}

/** It is not polled any more; its articles stay. */
export async function removeFeed(trx: Trx, id: number): Promise<void> {
  await trx.updateTable('feed').set({ active: 0 }).where('id', '=', id).execute();
}

/** Every outlet that was ever named: by the catalogue, by a chat's feed, by a provider. */
export async function allOutlets(db: Db): Promise<readonly Outlet[]> {
  const rows = await db.selectFrom('outlet').selectAll().execute();
  return rows.map(({ key, name, tier }) => ({ key, name, tier: asTier(tier) }));
}

export async function outletName(db: Db, key: string): Promise<string | undefined> {
  return (await db.selectFrom('outlet').select('name').where('key', '=', key).executeTakeFirst())?.name;
}

/** A feed with the name of its outlet. */
export async function namedFeed(db: Db, id: number): Promise<(FeedRow & { readonly outletName: string }) | undefined> {
  return db
    .selectFrom('feed')
    .innerJoin('outlet', 'outlet.key', 'feed.outlet')
    .selectAll('feed')
    .select('outlet.name as outletName')
    .where('feed.id', '=', id)
    .executeTakeFirst();
}
