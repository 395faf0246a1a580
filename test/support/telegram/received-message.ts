import type { Document, Message, User } from 'grammy/types';
import { apiChat, apiEntities, apiReply, apiUser, seconds } from './bot-api-message.ts';
import type { ChatState } from './chats.ts';
import type { SentFile } from './files.ts';
import { findEntities } from './td-text.ts';
import type { TelegramWorld } from './telegram-world.ts';
import type { NewUpdate } from './updates.ts';

export interface SayOptions {
  /** User id; default: the person of a private chat, else the first member, else the first administrator. */
  readonly from?: number;
  /** An administrator who hides behind the group: from @GroupAnonymousBot, with sender_chat. */
  readonly anonymousAdmin?: true;
  /** Id of a channel on whose behalf it is said: from @Channel_Bot, with sender_chat. */
  readonly asChannel?: number;
  /** With `asChannel`: the linked channel's post that Telegram itself puts into its discussion group. */
  readonly automaticForward?: true;
  readonly threadId?: number;
  /** With a document; the text is its caption. */
  readonly file?: SentFile;
  /** Id of the message that it replies to. */
  readonly replyTo?: number;
  /** From another bot. Telegram delivers no such message; here it comes, to test that it is ignored. */
  readonly fromBot?: true;
}

type Received = NonNullable<NewUpdate['message']> & NonNullable<NewUpdate['channel_post']>;

/** Telegram's stand-ins for senders that are no persons. */
export const ANONYMOUS_ADMIN: User = {
  id: 1_087_968_824,
  is_bot: true,
  first_name: 'Group',
  username: 'GroupAnonymousBot',
};
const CHANNEL_BOT: User = { id: 136_817_688, is_bot: true, first_name: 'Channel', username: 'Channel_Bot' };
const TELEGRAM: User = { id: 777_000, is_bot: false, first_name: 'Telegram' };
const OTHER_BOT: User = { id: 5_550_001, is_bot: true, first_name: 'Other bot', username: 'other_bot' };

/** A text as the bot gets it, and whether it gets it at all. */
export function receivedMessage(
  { bot, chats, files, now }: TelegramWorld,
  chat: ChatState,
  text: string,
  options: SayOptions,
): { readonly message: Received; readonly isHeard: boolean } {
  const { threadId, replyTo } = options;
  if (chat.type === 'private' && chat.bot.status === 'kicked') throw new Error('unblock the bot before writing to it');
  if (chat.migratedTo !== null) throw new Error(`nobody can write to ${chat.id}: it is ${chat.migratedTo} now`);

  const entities = apiEntities(findEntities(text));
  const message: Message = {
    message_id: chats.nextMessageId(chat),
    date: seconds(now()),
    chat: apiChat(chat),
    ...(options.file ? written(files.add(options.file), text) : { text, ...(entities.length > 0 ? { entities } : {}) }),
    ...sender(
      chat,
      options,
      (id) => apiUser(chats.person(id)),
      (id) => apiChat(chats.get(id)),
    ),
    ...place(chat, bot, threadId, replyTo),
  };
  const isThere = chat.bot.status !== 'left' && chat.bot.status !== 'kicked';
  // The sender's fields are those of the chat's kind; that is all that the narrower types add.
  return {
    message: message as Received,
    isHeard: isThere && (options.fromBot ?? passesPrivacy(chat, bot, text, replyTo)),
  };
}

function written(document: Document, caption: string): Partial<Message> {
  return { document, ...(caption === '' ? {} : { caption }) };
}

/** Who writes when nobody is named. */
export function defaultSpeaker(chat: ChatState): number {
  return chat.members[0] ?? chat.admins[0] ?? chat.id;
}

/** Bot features: privacy mode. Administrators hear everything; service messages do not come here. */
function passesPrivacy(chat: ChatState, bot: User, text: string, replyTo: number | undefined): boolean {
  if (chat.type === 'private' || chat.type === 'channel' || chat.bot.status === 'administrator') return true;
  if (replyTo !== undefined && chat.posted.has(replyTo)) return true;
  const command = /^\/[A-Za-z0-9_]{1,64}(?:@(?<name>[A-Za-z0-9_]{1,64}))?/.exec(text);
  const addressee = command?.groups?.['name'];
  return command !== null && (addressee === undefined || addressee.toLowerCase() === bot.username?.toLowerCase());
}

function sender(
  chat: ChatState,
  { from, anonymousAdmin, asChannel, automaticForward, fromBot }: SayOptions,
  user: (id: number) => User,
  chatOf: (id: number) => Message['chat'],
): Partial<Message> {
  if (chat.type === 'channel') return { sender_chat: apiChat(chat) };
  if (fromBot) return { from: OTHER_BOT };
  if (anonymousAdmin) return { from: ANONYMOUS_ADMIN, sender_chat: apiChat(chat) };
  if (asChannel === undefined) return { from: user(from ?? defaultSpeaker(chat)) };
  const channel = chatOf(asChannel);
  return automaticForward
    ? { from: TELEGRAM, sender_chat: channel, is_automatic_forward: true }
    : { from: CHANNEL_BOT, sender_chat: channel };
}

/** In a forum every message of a topic replies to the one that made it; elsewhere a thread is a chain of replies. */
function place(
  chat: ChatState,
  bot: User,
  threadId: number | undefined,
  replyTo: number | undefined,
): Partial<Message> {
  const answered = replyTo === undefined ? undefined : chat.posted.get(replyTo);
  const reply =
    replyTo === undefined
      ? {}
      : { reply_to_message: apiReply(chat, replyTo, answered ? { from: bot, text: answered.text } : {}) };
  if (threadId !== undefined) {
    const title = Object.keys(chat.topics).find((name) => chat.topics[name] === threadId);
    if (title === undefined) throw new Error(`no topic ${threadId} in chat ${chat.id}`);
    const made = { forum_topic_created: { name: title, icon_color: 7_322_096 } };
    return {
      message_thread_id: threadId,
      is_topic_message: true,
      reply_to_message: apiReply(chat, threadId, made),
      ...reply,
    };
  }
  const isChain = replyTo !== undefined && chat.type === 'supergroup' && !chat.isForum;
  return { ...reply, ...(isChain ? { message_thread_id: replyTo } : {}) };
}
