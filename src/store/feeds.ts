import type { Insertable, Selectable, Updateable } from 'kysely';
import type { CatalogueFeed } from '../model/feed.ts';
import type { Db, Schema, Trx } from './schema.ts';

export type FeedRow = Selectable<Schema['feed']>;
/** The polling state that one poll leaves behind. */
export type FeedPollState = Pick<
  Updateable<Schema['feed']>,
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
>;

/**
 * Makes the public feeds those of the catalogue: new ones are due at once, a changed address forgets its
 * validators, one that is gone rests.
 */
export async function syncCatalogue(trx: Trx, feeds: readonly CatalogueFeed[], now: number, intervalMs: number) {
  const known = new Map(
    (await trx.selectFrom('feed').selectAll().where('scope', '=', 'public').execute()).map((row) => [row.key, row]),
  );
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

function newFeed(feed: CatalogueFeed, now: number, intervalMs: number): Insertable<Schema['feed']> {
  return {
    key: feed.key,
    scope: 'public',
    ...described(feed),
    next_poll_at: now,
    interval_ms: feed.intervalMs ?? intervalMs,
    failures: 0,
  };
}

function described(feed: CatalogueFeed) {
  return {
    outlet: feed.outlet.key,
    url: feed.url,
    kind: feed.kind,
    language: feed.language,
    topics: JSON.stringify(feed.topics),
    fixed_interval_ms: feed.intervalMs,
    active: 1,
  };
}

async function updateFeed(trx: Trx, row: FeedRow, feed: CatalogueFeed, now: number): Promise<void> {
  const moved = row.url === feed.url ? {} : { etag: null, last_modified: null, next_poll_at: now };
  await trx
    .updateTable('feed')
    .set({ ...described(feed), ...moved })
    .where('id', '=', row.id)
    .execute();
}

/** Active feeds that are due, longest waiting first. */
export async function dueFeeds(db: Db, now: number, limit: number): Promise<FeedRow[]> {
  return db
    .selectFrom('feed')
    .selectAll()
    .where('active', '=', 1)
    .where('next_poll_at', '<=', now)
    .orderBy('next_poll_at')
    .limit(limit)
    .execute();
}

/** Epoch ms of the next poll, or null without feeds. */
export async function nextPollAt(db: Db): Promise<number | null> {
  const row = await db
    .selectFrom('feed')
    .select((eb) => eb.fn.min('next_poll_at').as('at'))
    .where('active', '=', 1)
    .executeTakeFirst();
  return row?.at ?? null;
}

export async function recordPoll(trx: Trx, feedId: number, state: FeedPollState): Promise<void> {
  await trx.updateTable('feed').set(state).where('id', '=', feedId).execute();
}

export async function activeFeeds(db: Db): Promise<FeedRow[]> {
  return db.selectFrom('feed').selectAll().where('active', '=', 1).orderBy('key').execute();
}
