import { sql, type Selectable } from 'kysely';
import type { Chat, ChatAddress, Platform } from '../model/chat.ts';
import { PLATFORMS } from '../model/chat.ts';
import { freezeDeliveries, restDeliveries, wakeDeliveries } from './deliveries.ts';
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

export async function findChatAt(db: Db, { platform, nativeId, thread }: ChatAddress): Promise<Chat | undefined> {
  const row = await db
    .selectFrom('chat')
    .selectAll()
    .where('platform', '=', platform)
    .where('native_id', '=', nativeId)
    .where('thread', '=', thread)
    .executeTakeFirst();
  return row && toChat(row);
}

/** @param until epoch ms; null resumes */
export async function pauseChat(trx: Trx, id: number, until: number | null): Promise<void> {
  await trx.updateTable('chat').set({ paused_until: until }).where('id', '=', id).execute();
  if (until === null) await wakeDeliveries(trx, id);
  else await restDeliveries(trx, id, until);
}

/** @param gone why, in the platform's words, and since when (epoch ms); null when it is back, and gets what it was owed */
export async function setChatGone(
  trx: Trx,
  id: number,
  gone: { readonly reason: string; readonly at: number } | null,
): Promise<void> {
  await trx
    .updateTable('chat')
    .set((eb) => ({
      gone_reason: gone?.reason ?? null,
      // One that was only tried again has been away all the time.
      gone_at: gone && eb.fn.coalesce('gone_at', eb.val(gone.at)),
    }))
    .where('id', '=', id)
    .execute();
  if (gone === null) await wakeDeliveries(trx, id);
  else await restDeliveries(trx, id, null);
}

/**
 * Lets chats of a platform that are out of reach be tried once more, where the platform does not tell of a return:
 * the next card shows whether they are back.
 * @param since epoch ms; those that are away for longer are given up
 * @param limit the latest so many: Discord shuts out who is refused too often
 */
export async function retryGoneChats(trx: Trx, platform: Platform, since: number, limit: number): Promise<void> {
  const rows = await trx
    .selectFrom('chat')
    .select('id')
    .where('platform', '=', platform)
    .where('gone_reason', 'is not', null)
    .where('gone_at', '>=', since)
    .orderBy('gone_at', 'desc')
    .limit(limit)
    .execute();
  for (const { id } of rows) {
    await trx.updateTable('chat').set({ gone_reason: null }).where('id', '=', id).execute();
    await wakeDeliveries(trx, id);
  }
}

/** A message arrived: a chat that was tried again is back. */
export async function confirmChat(trx: Trx, id: number): Promise<void> {
  await trx
    .updateTable('chat')
    .set({ gone_at: null })
    .where('id', '=', id)
    .where('gone_at', 'is not', null)
    .where('gone_reason', 'is', null)
    .execute();
}

/** A place and all its topics are out of reach. */
export async function setChatsGone(
  trx: Trx,
  platform: Platform,
  nativeId: string,
  gone: { readonly reason: string; readonly at: number },
): Promise<void> {
  for (const id of await chatsOf(trx, platform, nativeId)) await setChatGone(trx, id, gone);
}

/** A place and its topics are back, and get what they were owed. */
export async function returnChats(trx: Trx, platform: Platform, nativeId: string): Promise<void> {
  for (const id of await chatsOf(trx, platform, nativeId)) await setChatGone(trx, id, null);
}

/** A place has another id from now on, and so have its topics. */
export async function moveGroup(trx: Trx, platform: Platform, from: string, to: string, now: number): Promise<void> {
  for (const id of await chatsOf(trx, platform, from)) {
    const chat = await findChat(trx, id);
    if (chat) await moveChat(trx, id, { platform, nativeId: to, thread: chat.thread }, now);
  }
}

async function chatsOf(trx: Trx, platform: Platform, nativeId: string): Promise<readonly number[]> {
  const rows = await trx
    .selectFrom('chat')
    .select('id')
    .where('platform', '=', platform)
    .where('native_id', '=', nativeId)
    .execute();
  return rows.map(({ id }) => id);
}

/** Chats out of reach that still have subscriptions: how many, and those that became so last. */
export async function goneChats(db: Db, limit: number): Promise<{ readonly count: number; readonly latest: Chat[] }> {
  const gone = db
    .selectFrom('chat')
    .where('gone_reason', 'is not', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('subscription')
          .select('subscription.id')
          .whereRef('subscription.chat_id', '=', 'chat.id')
          .where('ended_at', 'is', null),
      ),
    );
  const { count } = await gone.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  const latest = await gone.selectAll().orderBy('gone_at', 'desc').limit(limit).execute();
  return { count, latest: latest.map(toChat) };
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
  const there = await findChatAt(trx, to);
  if (there?.id === id) return;
  // Messages stay behind, and their numbers begin anew: an edit would change somebody else's.
  await freezeDeliveries(trx, id);
  if (!there) {
    await trx.updateTable('chat').set({ native_id: to.nativeId, thread: to.thread }).where('id', '=', id).execute();
    if ((await findChat(trx, id))?.goneReason !== null) await setChatGone(trx, id, null);
    return;
  }
  await mergeChat(trx, id, there.id, now);
  await setChatGone(trx, there.id, null);
  await setChatGone(trx, id, { reason: `moved to chat ${there.id}`, at: now });
}
