import type { Insertable, Selectable } from 'kysely';
import { z } from 'zod';
import { PUBLIC_SCOPE } from '../model/scope.ts';
import { readJson } from './json-column.ts';
import type { Db, Schema, Trx } from './schema.ts';

export interface Fanout extends Omit<Selectable<Schema['fanout']>, 'filters'> {
  readonly filters: readonly number[];
  /** Of the story. */
  readonly scope: string;
}

/** How far the expansion has come. */
export type FanoutPlace = Pick<Selectable<Schema['fanout']>, 'phase' | 'position' | 'cursor' | 'over_cap'>;

export async function insertFanout(trx: Trx, fanout: Omit<Insertable<Schema['fanout']>, keyof FanoutPlace>) {
  const phase = (fanout.absorbed ?? null) === null ? 'edits' : 'absorbs';
  await trx
    .insertInto('fanout')
    .values({ ...fanout, phase, position: 0, cursor: 0, over_cap: 0 })
    .execute();
}

/** The oldest: revisions of one story have to be expanded in their order. */
export async function nextFanout(db: Db): Promise<Fanout | undefined> {
  const row = await db
    .selectFrom('fanout')
    .leftJoin('story', 'story.id', 'fanout.story_id')
    .selectAll('fanout')
    .select('story.scope')
    .orderBy('fanout.id')
    .limit(1)
    .executeTakeFirst();
  return row && { ...row, scope: row.scope ?? PUBLIC_SCOPE, filters: readJson(z.array(z.number()), row.filters) };
}

export async function moveFanout(trx: Trx, id: number, place: FanoutPlace): Promise<void> {
  await trx.updateTable('fanout').set(place).where('id', '=', id).execute();
}

export async function endFanout(trx: Trx, id: number): Promise<void> {
  await trx.deleteFrom('fanout').where('id', '=', id).execute();
}
