import { GrammyError, type Bot } from 'grammy';
import type { CallbackQuery, Chat, ChatMemberUpdated, Message } from 'grammy/types';
import { decodeButton } from '../../chat/command-button.ts';
import type { CommandDispatch } from '../../chat/dispatch.ts';
import type { Reply } from '../../chat/reply.ts';
import type { Pace } from '../../delivery/pace.ts';
import type { Clock } from '../../model/clock.ts';
import type { Log } from '../../model/log.ts';
import type { Text } from '../../model/text.ts';
import { moveGroup, returnChats, setChatsGone } from '../../store/chats.ts';
import { cutAtWord } from '../../texts/cut-at-word.ts';
import { printable } from '../../texts/printable.ts';
import { DEFAULT_LANGUAGE, type Texts } from '../../texts/texts.ts';
import { callerAt, type CallerParts, type Place } from './caller.ts';
import { outcomeOf, reasonOf } from './outcome.ts';
import type { TelegramBody } from './render-card.ts';
import { renderReply } from './render-reply.ts';

export interface HandlerParts extends CallerParts {
  readonly bot: Bot;
  readonly commands: CommandDispatch;
  readonly texts: Texts;
  readonly clock: Clock;
  readonly log: Log;
  readonly pace: Pace;
}

/** Who speaks for a group's anonymous administrators (Bot API: sender_chat). */
const GROUP_ANONYMOUS_BOT = 1_087_968_824;
/** Bot API: answerCallbackQuery. */
const MAX_TOAST = 200;
/** Longer than that, and nobody waits for the answer any more. */
const LONGEST_WAIT_S = 30;

/** Wires what Telegram tells of to the commands. */
export function handleUpdates(parts: HandlerParts): void {
  const { bot, commands, services, texts, clock, log, pace } = parts;
  const { store } = services;

  async function heard(message: Message.TextMessage): Promise<void> {
    const text = commandText(message, bot.botInfo.username);
    const place = text === null ? null : placeOf(message);
    if (text === null || !place) return;
    const reply = await commands.answered(async () => commands.runText(text, await callerAt(place, parts)));
    await send(place, bodyOf(reply, place), message.message_id);
  }

  async function pressed(query: CallbackQuery): Promise<void> {
    const { message, data = '' } = query;
    if (!message) return;
    const place: Place = {
      ...chatOf(message.chat, message),
      userId: query.from.id,
      language: query.from.language_code,
    };
    const { command, replaces } = decodeButton(data);
    const reply = await commands.answered(async () => commands.runText(command, await callerAt(place, parts)));
    const toast = toastOf(reply, place, replaces);
    await answerQuery(query.id, toast, reply.kind === 'error');
    if (toast !== null) return;
    const body = bodyOf(reply, place);
    if (replaces) await replace(message, body);
    else await send(place, body, message.message_id);
  }

  /** What can be said in a word needs no message: nobody else asked. */
  function toastOf(reply: Reply, { language }: Place, replaces: boolean): string | null {
    const hasButtons = reply.kind === 'text' && (reply.buttons ?? []).length > 0;
    if (reply.kind !== 'error' && (reply.kind !== 'text' || hasButtons || replaces)) return null;
    return cutAtWord(printable(say(language)(reply.text)), MAX_TOAST);
  }

  async function answerQuery(id: string, toast: string | null, isAlert: boolean): Promise<void> {
    try {
      await bot.api.answerCallbackQuery(id, toast === null ? {} : { text: toast, show_alert: isAlert });
    } catch (error) {
      // Too old, most likely: the button has stopped to wait, but what it was pressed for is done, and is still to be shown.
      if (error instanceof GrammyError && error.error_code === 400) return;
      log.warn({ reason: reasonOf(error) }, 'telegram did not take the answer to a button');
    }
  }

  async function send(place: Place, { text, ...options }: TelegramBody, replyTo: number): Promise<void> {
    const thread = place.thread === '' ? {} : { message_thread_id: Number(place.thread) };
    const reply_parameters = { message_id: replyTo, allow_sending_without_reply: true };
    const quoting = place.type === 'private' || place.type === 'channel' ? {} : { reply_parameters };
    await patiently(place, () => bot.api.sendMessage(place.chatId, text, { ...options, ...thread, ...quoting }));
  }

  async function replace(message: Message | CallbackQuery['message'], body: TelegramBody): Promise<void> {
    if (!message) return;
    const { text, ...options } = body;
    const place = chatOf(message.chat, message);
    await patiently(place, () => bot.api.editMessageText(message.chat.id, message.message_id, text, options));
  }

  /** An answer waits for its turn once; that its chat has gone is noticed by the next card. */
  async function patiently(place: Pick<Place, 'chatId'>, call: () => Promise<unknown>): Promise<void> {
    const to = { platform: 'telegram', nativeId: String(place.chatId), thread: '' } as const;
    // Answers do not wait for the cards' pace, but they count for it.
    pace.take(to);
    try {
      await call();
    } catch (error) {
      const seconds = error instanceof GrammyError ? error.parameters.retry_after : undefined;
      if (seconds !== undefined && seconds <= LONGEST_WAIT_S) {
        await clock.sleep(seconds * 1_000);
        await call();
        return;
      }
      const outcome = outcomeOf(error, to);
      if (outcome.kind !== 'edited') log.warn({ outcome }, 'telegram did not take an answer');
    }
  }

  function bodyOf(reply: Reply, { language }: Place): TelegramBody {
    return renderReply(reply, say(language));
  }

  function say(language: string | undefined) {
    return (text: Text) => texts.say(text, language?.split('-')[0] ?? DEFAULT_LANGUAGE);
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

  bot.on('my_chat_member', ({ myChatMember }) => standing(myChatMember));
  bot.on('message:migrate_to_chat_id', ({ chat, message }) => migrated(chat.id, message.migrate_to_chat_id));
  bot.on('message:migrate_from_chat_id', ({ chat, message }) => migrated(message.migrate_from_chat_id, chat.id));
  bot.on(['message:text', 'channel_post:text'], ({ msg }) => heard(msg));
  bot.on('callback_query:data', ({ callbackQuery }) => pressed(callbackQuery));
}

/** What was said to the bot: a command to it, or in a private chat anything; null for all else. */
function commandText({ text, chat }: Message.TextMessage, username: string): string | null {
  const command = /^\/[a-z0-9_]{1,32}(?:@(\w{1,64}))?(?=\s|$)/i.exec(text);
  if (!command) return chat.type === 'private' ? text : null;
  if (command[1] !== undefined && command[1].toLowerCase() !== username.toLowerCase()) return null;
  // Links to the bot bring a word along: t.me/<bot>?start=<word>.
  return /^\/start\b/i.test(text) ? '/start' : text;
}

/** null for those who are not to be answered: other bots, posts that a linked channel forwards. */
function placeOf(message: Message): Place | null {
  const { chat, from, sender_chat: sender, is_automatic_forward: isForward } = message;
  const where = chatOf(chat, message);
  const isAnonymous = sender?.id === chat.id && (chat.type === 'channel' || from?.id === GROUP_ANONYMOUS_BOT);
  if (isAnonymous) return { ...where, userId: null, language: undefined };
  if (isForward || sender || !from || from.is_bot) return null;
  return { ...where, userId: from.id, language: from.language_code };
}

function chatOf(
  chat: Chat,
  message: { readonly is_topic_message?: boolean; readonly message_thread_id?: number } | object,
): Pick<Place, 'chatId' | 'type' | 'thread'> {
  const isTopic = 'is_topic_message' in message && message.is_topic_message;
  const thread = isTopic && 'message_thread_id' in message ? String(message.message_thread_id) : '';
  return { chatId: chat.id, type: chat.type, thread };
}
