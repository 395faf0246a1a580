import { sql, type Insertable, type Selectable, type Updateable } from 'kysely';
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
 * Makes the public feeds those of the catalogue: new ones are due at once, one with another address is polled as
 * if for the first time, one that is gone rests.
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
    host: URL.parse(feed.url)?.host ?? feed.url,
    kind: feed.kind,
    language: feed.language,
    topics: JSON.stringify(feed.topics),
    fixed_interval_ms: feed.intervalMs,
    active: 1,
  };
}

const NEVER_POLLED = {
  etag: null,
  last_modified: null,
  first_polled_at: null,
  last_full_at: null,
  failures: 0,
  last_error: null,
} as const;

async function updateFeed(trx: Trx, row: FeedRow, feed: CatalogueFeed, now: number): Promise<void> {
  const moved = row.url === feed.url ? {} : { ...NEVER_POLLED, next_poll_at: now };
  await trx
    .updateTable('feed')
    .set({ ...described(feed), ...moved })
    .where('id', '=', row.id)
    .execute();
}

/** When and where feeds are due. */
export interface FeedLook {
  /** Epoch ms. */
  readonly now: number;
  /** No poll is put off for longer than this and twice the feed's interval: beyond it the clock was set back. */
  readonly longestPauseMs: number;
  readonly busyHosts: readonly string[];
}

/** The active feed that has been due for longest on a host that is not busy. */
export async function nextDueFeed(db: Db, { now, longestPauseMs, busyHosts }: FeedLook): Promise<FeedRow | undefined> {
  const latest = now + longestPauseMs;
  return db
    .selectFrom('feed')
    .selectAll()
    .where('active', '=', sql.lit(1))
    .where((eb) => eb.or([eb('next_poll_at', '<=', now), sql<boolean>`next_poll_at - 2 * interval_ms > ${latest}`]))
    .where(sql<boolean>`host not in (select value from json_each(${JSON.stringify(busyHosts)}))`)
    .orderBy('next_poll_at')
    .limit(1)
    .executeTakeFirst();
}

/** Epoch ms of the first poll after `now`, or null without one. */
export async function nextPollAfter(db: Db, now: number): Promise<number | null> {
  const row = await db
    .selectFrom('feed')
    .select((eb) => eb.fn.min('next_poll_at').as('at'))
    .where('active', '=', sql.lit(1))
    .where('next_poll_at', '>', now)
    .executeTakeFirst();
  return row?.at ?? null;
}

export async function recordPoll(trx: Trx, feedId: number, state: FeedPollState): Promise<void> {
  await trx.updateTable('feed').set(state).where('id', '=', feedId).execute();
}

export async function activeFeeds(db: Db): Promise<FeedRow[]> {
  return db.selectFrom('feed').selectAll().where('active', '=', 1).orderBy('key').execute();
}
