import { sql, type Selectable } from 'kysely';
import type { Chat, ChatAddress } from '../model/chat.ts';
import { PLATFORMS } from '../model/chat.ts';
import { restDeliveries, wakeDeliveries } from './deliveries.ts';
import { mergeChat } from './merge-chat.ts';
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

/** The chat at this address; made when it is the first time. One that was gone is back: somebody spoke in it. */
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
  if (row.gone_reason !== null) await setChatGone(trx, row.id, null);
  return toChat({ ...row, gone_reason: null });
}

export async function findChat(db: Db, id: number): Promise<Chat | undefined> {
  const row = await db.selectFrom('chat').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toChat(row);
}

/** @param until epoch ms; null resumes */
export async function pauseChat(trx: Trx, id: number, until: number | null): Promise<void> {
  await trx.updateTable('chat').set({ paused_until: until }).where('id', '=', id).execute();
  if (until === null) await wakeDeliveries(trx, id);
  else await restDeliveries(trx, id, until);
}

/** @param reason the platform's words; null when it is back, and gets what it was owed */
export async function setChatGone(trx: Trx, id: number, reason: string | null): Promise<void> {
  await trx.updateTable('chat').set({ gone_reason: reason }).where('id', '=', id).execute();
  if (reason === null) await wakeDeliveries(trx, id);
  else await restDeliveries(trx, id, null);
}

/** Takes what a chat is owed out of the dispatcher's sight if it is gone, or still paused. */
export async function restChat(trx: Trx, id: number, now: number): Promise<void> {
  const chat = await findChat(trx, id);
  if (!chat) return;
  if (chat.goneReason !== null) await restDeliveries(trx, id, null);
  else if (chat.pausedUntil !== null && chat.pausedUntil > now) await restDeliveries(trx, id, chat.pausedUntil);
}

/** Gives a chat its new address; where that is a chat already, the two become one. The platform is the same. */
export async function moveChat(trx: Trx, id: number, to: ChatAddress, now: number): Promise<void> {
  const there = await trx
    .selectFrom('chat')
    .select('id')
    .where('platform', '=', to.platform)
    .where('native_id', '=', to.nativeId)
    .where('thread', '=', to.thread)
    .executeTakeFirst();
  if (there?.id === id) return;
  if (!there) {
    await trx.updateTable('chat').set({ native_id: to.nativeId, thread: to.thread }).where('id', '=', id).execute();
    return;
  }
  await mergeChat(trx, id, there.id, now);
  await setChatGone(trx, there.id, null);
  await setChatGone(trx, id, `moved to chat ${there.id}`);
}
