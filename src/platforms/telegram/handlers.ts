import type { Bot } from 'grammy';
import type { ChatMemberUpdated, Message } from 'grammy/types';
import { commandAtStart } from '../../chat/command-names.ts';
import type { CommandDispatch } from '../../chat/dispatch.ts';
import type { Clock } from '../../model/clock.ts';
import type { Log } from '../../model/log.ts';
import { message } from '../../model/text.ts';
import { moveGroup, returnChats, setChatsGone } from '../../store/chats.ts';
import type { Answering } from './answering.ts';
import { callerAt, type CallerParts, type Place } from './caller.ts';
import { decodeStart } from './deep-link.ts';
import { placeOf } from './place.ts';
import { createPress } from './press.ts';
import { sentFile, type SentFileParts } from './sent-file.ts';

export interface HandlerParts extends CallerParts, SentFileParts {
  readonly bot: Bot;
  readonly commands: CommandDispatch;
  readonly answering: Answering;
  readonly clock: Clock;
  readonly log: Log;
}

/** Wires what Telegram tells of to the commands. */
export function handleUpdates(parts: HandlerParts): void {
  const { bot, commands, services, answering, clock } = parts;
  const { store } = services;
  /** Chat to epoch ms until which it was told that it asks too fast. */
  const told = new Map<number, number>();

  async function heard(said: Message, written: string): Promise<void> {
    const place = isToUs(said, written, bot.botInfo.username) ? placeOf(said) : null;
    if (!place) return;
    const text = startText(written) ?? written;
    const file = sentFile(said, parts);
    // Managers can always put an end to what floods their chat.
    const isManaging = commandNamed(text)?.access === 'manager' && place.type !== 'private';
    if (!isManaging && !answering.hasRoom(place)) return tooFast(place, said);
    const reply = await commands.answered(async () => {
      const caller = await callerAt(place, parts);
      return commands.runText(text, file ? { ...caller, file } : caller);
    });
    if (reply.kind === 'error' && !answering.hasPatience(place)) return;
    await answering.send(reply, place, said.message_id);
  }

  /** Said once a minute, and only where nobody else reads it. */
  async function tooFast(place: Place, { message_id: replyTo }: Message): Promise<void> {
    const now = clock.now();
    for (const [chat, until] of told) if (until <= now) told.delete(chat);
    if (place.type !== 'private' || told.has(place.chatId)) return;
    told.set(place.chatId, now + 60_000);
    await answering.send({ kind: 'error', text: message('telegram-too-fast') }, place, replyTo);
  }

  /** A command to the bot, or anything in a private chat. */
  function isToUs({ chat }: Message, text: string, username: string): boolean {
    if (chat.type === 'private') return true;
    const [, name, addressed] = /^\/([a-z0-9_]{1,32})(?:@(\w{1,64}))?(?=\s|$)/i.exec(text) ?? [];
    if (name === undefined) return false;
    // Where other bots are, what is not ours is theirs.
    if (addressed === undefined) return commandNamed(name) !== undefined;
    return addressed.toLowerCase() === username.toLowerCase();
  }

  /** Links to the bot bring a command along: t.me/<bot>?start=<command>. Only what asks is run. */
  function startText(text: string): string | null {
    const start = /^\/start(?:@\w{1,64})?(?:\s+(\S+)|$)/i.exec(text);
    if (!start) return null;
    const command = decodeStart(start[1] ?? '');
    return command !== null && commandNamed(command)?.access === 'anyone' ? command : '/start';
  }

  function commandNamed(text: string) {
    return commandAtStart(text, services.commands)?.command;
  }

  /** What a file that comes without a word is for: the command that takes such files. Only where nobody else sends some. */
  function purposeOf({ chat, document }: Message): string | undefined {
    const name = document?.file_name?.toLowerCase() ?? '';
    const takes = services.commands.find(({ options }) =>
      Object.values(options).some((spec) => spec.kind === 'file' && spec.endings.some((end) => name.endsWith(end))),
    );
    return chat.type === 'private' ? takes?.name : undefined;
  }

  async function sent(said: Message): Promise<void> {
    const text = said.caption ?? purposeOf(said);
    if (text !== undefined) await heard(said, text);
  }

  async function standing({ chat, new_chat_member: own }: ChatMemberUpdated): Promise<void> {
    const nativeId = String(chat.id);
    if (own.status === 'left' || own.status === 'kicked') {
      const reason =
        chat.type === 'private' ? 'the bot was blocked by the user' : `the bot was removed (${own.status})`;
      await store.transaction('chat-gone', (trx) =>
        setChatsGone(trx, 'telegram', nativeId, { reason, at: clock.now() }),
      );
      return;
    }
    await store.transaction('chat-back', (trx) => returnChats(trx, 'telegram', nativeId));
    services.onDeliveries();
  }

  async function migrated(from: number, to: number): Promise<void> {
    await store.transaction('chat-moved', (trx) => moveGroup(trx, 'telegram', String(from), String(to), clock.now()));
    services.onDeliveries();
  }

  const pressed = createPress(parts);
  bot.on('my_chat_member', ({ myChatMember }) => standing(myChatMember));
  bot.on('message:migrate_to_chat_id', ({ chat, message }) => migrated(chat.id, message.migrate_to_chat_id));
  bot.on('message:migrate_from_chat_id', ({ chat, message }) => migrated(message.migrate_from_chat_id, chat.id));
  bot.on(['message:text', 'channel_post:text'], ({ msg }) => heard(msg, msg.text));
  bot.on(['message:document', 'channel_post:document'], ({ msg }) => sent(msg));
  bot.on('callback_query:data', ({ callbackQuery }) => pressed(callbackQuery));
}
