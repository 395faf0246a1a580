import { sql, type Selectable } from 'kysely';
import type { Chat, ChatAddress } from '../model/chat.ts';
import { PLATFORMS } from '../model/chat.ts';
import type { Db, Schema, Trx } from './schema.ts';

function toChat(row: Selectable<Schema['chat']>): Chat {
  const platform = PLATFORMS.find((known) => known === row.platform);
  if (!platform) throw new RangeError(`no platform ${row.platform}`);
  return {
    id: row.id,
    platform,
    nativeId: row.native_id,
    thread: row.thread,
    language: row.language,
    pausedUntil: row.paused_until,
    goneReason: row.gone_reason,
  };
}

/** The chat at this address; made when it is the first time. */
export async function ensureChat(trx: Trx, address: ChatAddress, language: string, now: number): Promise<Chat> {
  const row = await trx
    .insertInto('chat')
    .values({
      platform: address.platform,
      native_id: address.nativeId,
      thread: address.thread,
      language,
      created_at: now,
    })
    // A row is only returned when it is written: writing the id that it has is the way to read it.
    .onConflict((conflict) => conflict.columns(['platform', 'native_id', 'thread']).doUpdateSet({ id: sql`chat.id` }))
    .returningAll()
    .executeTakeFirstOrThrow();
  return toChat(row);
}

export async function findChat(db: Db, id: number): Promise<Chat | undefined> {
  const row = await db.selectFrom('chat').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toChat(row);
}

/** @param until epoch ms; null resumes */
export async function pauseChat(trx: Trx, id: number, until: number | null): Promise<void> {
  await trx.updateTable('chat').set({ paused_until: until }).where('id', '=', id).execute();
}

/** @param reason the platform's words; null when it is back */
export async function setChatGone(trx: Trx, id: number, reason: string | null): Promise<void> {
  await trx.updateTable('chat').set({ gone_reason: reason }).where('id', '=', id).execute();
}

export async function moveChat(trx: Trx, id: number, to: ChatAddress): Promise<void> {
  await trx
    .updateTable('chat')
    .set({ platform: to.platform, native_id: to.nativeId, thread: to.thread })
    .where('id', '=', id)
    .execute();
}
