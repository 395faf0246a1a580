import { sql, type Insertable, type Selectable, type Updateable } from 'kysely';
import type { CatalogueFeed } from '../model/feed.ts';
import { PUBLIC_SCOPE } from '../model/scope.ts';
import type { Db, Schema, Trx } from './schema.ts';

export type FeedRow = Selectable<Schema['feed']>;
/** The polling state that one poll leaves behind. */
export type FeedPollState = Pick<
  Updateable<Schema['feed']>,
  | 'url'
  | 'host'
  | 'etag'
  | 'last_modified'
  | 'next_poll_at'
  | 'interval_ms'
  | 'first_polled_at'
  | 'last_polled_at'
  | 'last_ok_at'
  | 'last_full_at'
  | 'failures'
  | 'last_error'
  | 'retired_at'
  | 'given_up_at'
  | 'failing_since'
  | 'body_hash'
  | 'moved_to'
  | 'moved_polls'
  | 'streak'
  | 'recent'
  | 'pushed_until'
>;

/**
 * Makes the feeds of the operator's file those of the catalogue: new ones are due at once, one with another address
 * is polled as if for the first time, one that is gone rests. Where a redirect for good led stays, as long as the file
 * has the address that led there.
 */
export async function syncCatalogue(trx: Trx, feeds: readonly CatalogueFeed[], now: number, intervalMs: number) {
  const known = new Map((await catalogueRows(trx)).map((row) => [row.key, row]));
  for (const feed of feeds) {
    const { key, name, tier } = feed.outlet;
    await trx
      .insertInto('outlet')
      .values({ key, name, tier })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ name, tier }))
      .execute();
    const row = known.get(feed.key);
    if (row) await updateFeed(trx, row, feed, now);
    else
      await trx
        .insertInto('feed')
        .values(newFeed(feed, now, intervalMs))
        .execute();
    known.delete(feed.key);
  }
  for (const row of known.values()) {
    await trx.updateTable('feed').set({ active: 0 }).where('id', '=', row.id).execute();
  }
}

async function catalogueRows(trx: Trx): Promise<readonly FeedRow[]> {
  return trx
    .selectFrom('feed')
    .selectAll()
    .where('scope', '=', PUBLIC_SCOPE)
    .where('origin', '=', 'catalogue')
    .execute();
}

function newFeed(feed: CatalogueFeed, now: number, intervalMs: number): Insertable<Schema['feed']> {
  return {
    key: feed.key,
    scope: PUBLIC_SCOPE,
    ...described(feed),
    ...addressed(feed.url),
    next_poll_at: now,
    interval_ms: feed.intervalMs ?? intervalMs,
    failures: 0,
  };
}

function described(feed: CatalogueFeed) {
  return {
    outlet: feed.outlet.key,
    listed_url: feed.url,
    kind: feed.kind,
    language: feed.language,
    topics: JSON.stringify(feed.topics),
    fixed_interval_ms: feed.intervalMs,
    full_text: feed.fullText === null ? null : feed.fullText ? 1 : 0,
    active: 1,
  };
}

/** The columns that say where a feed is polled. */
export function addressed(url: string) {
  return { url, host: URL.parse(url)?.host ?? url };
}

/** The polling state of a feed that was never asked. */
export const NEVER_POLLED = {
  etag: null,
  last_modified: null,
  first_polled_at: null,
  last_full_at: null,
  failures: 0,
  last_error: null,
  failing_since: null,
  given_up_at: null,
  retired_at: null,
  body_hash: null,
  moved_to: null,
  moved_polls: 0,
  recent: '[]',
  streak: 0,
  pushed_until: null,
} as const;

async function updateFeed(trx: Trx, row: FeedRow, feed: CatalogueFeed, now: number): Promise<void> {
  const moved = row.listed_url === feed.url ? {} : { ...NEVER_POLLED, ...addressed(feed.url), next_poll_at: now };
  await trx
    .updateTable('feed')
    .set({ ...described(feed), ...moved })
    .where('id', '=', row.id)
    .execute();
}

/** What planning needs of a feed. */
export type PlannedFeedRow = Pick<FeedRow, 'id' | 'host' | 'next_poll_at' | 'interval_ms'>;

/** Those that are polled (not paused, not retired), by id, a page at a time. */
export async function polledFeeds(
  db: Db,
  page: { readonly after: number; readonly limit: number },
): Promise<readonly PlannedFeedRow[]> {
  return db
    .selectFrom('feed')
    .select(['id', 'host', 'next_poll_at', 'interval_ms'])
    .where('active', '=', sql.lit(1))
    .where('paused', '=', sql.lit(0))
    .where('retired_at', 'is', null)
    .where('id', '>', page.after)
    .orderBy('id')
    .limit(page.limit)
    .execute();
}

export async function feedById(db: Db, id: number): Promise<FeedRow | undefined> {
  return db.selectFrom('feed').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function recordPoll(trx: Trx, feedId: number, state: FeedPollState): Promise<void> {
  await trx.updateTable('feed').set(state).where('id', '=', feedId).execute();
}

export async function activeFeeds(db: Db): Promise<FeedRow[]> {
  return db.selectFrom('feed').selectAll().where('active', '=', 1).orderBy('key').execute();
}
