import { sql, type Selectable } from 'kysely';
import type { Db, Schema, Trx } from './schema.ts';

export type LocalMessageRow = Selectable<Schema['local_message']>;

/** Posts once per nonce: a repeat returns the message that is there, unchanged. */
export async function postLocalMessage(
  trx: Trx,
  message: { readonly nonce: string; readonly card: string; readonly now: number },
): Promise<{ readonly row: LocalMessageRow; readonly repeated: boolean }> {
  const known = await trx.selectFrom('local_message').selectAll().where('nonce', '=', message.nonce).executeTakeFirst();
  if (known) return { row: known, repeated: true };
  const row = await trx
    .insertInto('local_message')
    .values({ nonce: message.nonce, card: message.card, posted_at: message.now, edits: 0 })
    .returningAll()
    .executeTakeFirstOrThrow();
  return { row, repeated: false };
}

/** @returns the message, or undefined when it is no longer there */
export async function editLocalMessage(
  trx: Trx,
  id: number,
  card: string,
  now: number,
): Promise<LocalMessageRow | undefined> {
  return trx
    .updateTable('local_message')
    .set({ card, edited_at: now, edits: sql`edits + 1` })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
}

/** The latest, oldest first. */
export async function latestLocalMessages(db: Db, limit: number): Promise<LocalMessageRow[]> {
  const rows = await db.selectFrom('local_message').selectAll().orderBy('id', 'desc').limit(limit).execute();
  return rows.toReversed();
}

export async function countLocalMessages(db: Db): Promise<{ readonly posts: number; readonly edits: number }> {
  const row = await db
    .selectFrom('local_message')
    .select((eb) => [eb.fn.countAll<number>().as('posts'), eb.fn.sum<number | null>('edits').as('edits')])
    .executeTakeFirstOrThrow();
  return { posts: row.posts, edits: row.edits ?? 0 };
}
