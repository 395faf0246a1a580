import { sql } from 'kysely';
import type { Clock } from '../model/clock.ts';
import { message } from '../model/text.ts';
import { UserError } from '../model/user-error.ts';
import { MIGRATIONS } from './migrations/migrations.ts';
import type { Db } from './schema.ts';

/**
 * Brings the database to this program's schema.
 * @throws UserError `newer_database` when a newer program has been at it.
 */
export async function migrate(db: Db, clock: Clock): Promise<void> {
  await sql`create table if not exists migration (id integer primary key, applied_at integer not null)`.execute(db);
  const applied = await db.selectFrom('migration').select('id').orderBy('id', 'desc').executeTakeFirst();
  const current = applied?.id ?? 0;
  const newest = MIGRATIONS.at(-1)?.id ?? 0;
  if (current > newest) {
    throw new UserError('newer_database', message('start-newer-database', { found: current, known: newest }));
  }
  for (const migration of MIGRATIONS.filter(({ id }) => id > current)) {
    await db.transaction().execute(async (trx) => {
      for (const statement of migration.statements) await sql.raw(statement).execute(trx);
      await trx.insertInto('migration').values({ id: migration.id, applied_at: clock.now() }).execute();
    });
  }
}
