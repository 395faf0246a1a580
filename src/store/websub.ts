import type { Selectable, Updateable } from 'kysely';
import type { Db, Schema, Trx } from './schema.ts';

export type WebSubRow = Selectable<Schema['websub']>;

/** What a feed says of its hub, and the names that we chose for it. */
export interface HubOffer {
  readonly hub: string;
  readonly topic: string;
  readonly token: string;
  readonly secret: string;
}

/** Notes a feed's hub, to be subscribed at; another one than before is a new subscription. @returns whether it is new */
export async function noteHub(trx: Trx, feedId: number, offer: HubOffer, now: number): Promise<boolean> {
  const known = await trx.selectFrom('websub').selectAll().where('feed_id', '=', feedId).executeTakeFirst();
  if (known && known.hub === offer.hub && known.topic === offer.topic) return false;
  const fresh = { ...offer, state: 'wanted', lease_until: null, next_at: now, attempts: 0, last_error: null } as const;
  await trx
    .insertInto('websub')
    .values({ feed_id: feedId, ...fresh })
    .onConflict((conflict) => conflict.column('feed_id').doUpdateSet(fresh))
    .execute();
  return true;
}

/** The one to be asked for (again) first, of feeds that are polled. */
export async function nextWebSub(db: Db): Promise<WebSubRow | undefined> {
  return db
    .selectFrom('websub')
    .innerJoin('feed', 'feed.id', 'websub.feed_id')
    .selectAll('websub')
    .where('feed.active', '=', 1)
    .where('feed.paused', '=', 0)
    .where('feed.retired_at', 'is', null)
    .orderBy('websub.next_at')
    .limit(1)
    .executeTakeFirst();
}

export async function webSubByToken(db: Db, token: string): Promise<WebSubRow | undefined> {
  return db.selectFrom('websub').selectAll().where('token', '=', token).executeTakeFirst();
}

export async function updateWebSub(
  trx: Trx,
  feedId: number,
  change: Omit<Updateable<Schema['websub']>, 'feed_id' | 'token'>,
): Promise<void> {
  await trx.updateTable('websub').set(change).where('feed_id', '=', feedId).execute();
}

/** Says when it is to be asked again, unless something else has said so meanwhile (a verification). */
export async function rescheduleWebSub(
  trx: Trx,
  { feed_id: feedId, next_at: planned }: Pick<WebSubRow, 'feed_id' | 'next_at'>,
  change: Pick<WebSubRow, 'next_at' | 'attempts' | 'last_error'>,
): Promise<void> {
  await trx.updateTable('websub').set(change).where('feed_id', '=', feedId).where('next_at', '=', planned).execute();
}

/** Until when pushes are relied on, so that polls may be rare; null: they are not. */
export async function setPushed(trx: Trx, feedId: number, until: number | null): Promise<void> {
  await trx.updateTable('feed').set({ pushed_until: until }).where('id', '=', feedId).execute();
}
