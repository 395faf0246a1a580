import type { Insertable, Selectable } from 'kysely';
import { z } from 'zod';
import { readJson } from './json-column.ts';
import type { Db, Schema, Trx } from './schema.ts';

export interface Fanout extends Omit<Selectable<Schema['fanout']>, 'filters'> {
  readonly filters: readonly number[];
}

export async function insertFanout(trx: Trx, fanout: Omit<Insertable<Schema['fanout']>, 'phase' | 'cursor'>) {
  await trx
    .insertInto('fanout')
    .values({ ...fanout, phase: 'edits', cursor: 0 })
    .execute();
}

/** The oldest: revisions of one story have to be expanded in their order. */
export async function nextFanout(db: Db): Promise<Fanout | undefined> {
  const row = await db.selectFrom('fanout').selectAll().orderBy('id').limit(1).executeTakeFirst();
  return row && { ...row, filters: readJson(z.array(z.number()), row.filters) };
}

export async function moveFanout(trx: Trx, id: number, phase: 'edits' | 'posts', cursor: number): Promise<void> {
  await trx.updateTable('fanout').set({ phase, cursor }).where('id', '=', id).execute();
}

export async function endFanout(trx: Trx, id: number): Promise<void> {
  await trx.deleteFrom('fanout').where('id', '=', id).execute();
}
