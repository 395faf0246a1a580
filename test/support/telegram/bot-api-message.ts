import type { Chat, Message, MessageEntity, User } from 'grammy/types';
import type { BotMessage, ChatState, Person } from './chats.ts';
import type { TdEntity } from './td-text.ts';

/** As the Bot API writes a chat. */
export function apiChat({ id, type, title, username, isForum }: ChatState): Chat {
  const name = username === null ? {} : { username };
  switch (type) {
    case 'private':
      return { id, type, first_name: title, ...name };
    case 'group':
      return { id, type, title };
    case 'supergroup':
      return { id, type, title, ...name, ...(isForum ? { is_forum: true as const } : {}) };
    case 'channel':
      return { id, type, title, ...name };
  }
}

export function apiUser({ id, name, language }: Person): User {
  return { id, is_bot: false, first_name: name, language_code: language };
}

export function apiEntities(entities: readonly TdEntity[]): MessageEntity[] {
  return entities.map(({ userId, unixTime, ...entity }) => {
    const user = userId === undefined ? {} : { user: { id: userId, is_bot: false, first_name: `Person ${userId}` } };
    const time = unixTime === undefined ? {} : { unix_time: unixTime };
    const written: object = { ...entity, ...user, ...time };
    // Its names are the Bot API's; that the right fields go with each name is TDLib's doing.
    return written as MessageEntity;
  });
}

/** A message of the bot as its calls answer it; `found` goes in with the entities that were asked for. */
export function apiMessage(chat: ChatState, bot: User, message: BotMessage, found: readonly TdEntity[]): Message {
  const entities = apiEntities([...message.entities, ...found].toSorted((a, b) => a.offset - b.offset));
  const keyboard = message.buttons.map((row) => [...row]);
  return {
    message_id: message.id,
    date: seconds(message.postedAt),
    chat: apiChat(chat),
    ...(chat.type === 'channel' ? { sender_chat: apiChat(chat) } : { from: bot }),
    ...(message.threadId === null ? {} : { message_thread_id: message.threadId, is_topic_message: true as const }),
    ...(message.replyTo === null ? {} : { reply_to_message: apiReply(chat, message.replyTo) }),
    text: message.text,
    ...(entities.length > 0 ? { entities } : {}),
    ...(message.linkPreview ? { link_preview_options: message.linkPreview } : {}),
    ...(keyboard.length > 0 ? { reply_markup: { inline_keyboard: keyboard } } : {}),
  };
}

/** The message that another one replies to; of people's only the id is kept. */
export function apiReply(
  chat: ChatState,
  id: number,
  more: Partial<Message> = {},
): NonNullable<Message['reply_to_message']> {
  const reply: Message = { message_id: id, date: 0, chat: apiChat(chat), ...more };
  // The type asks for a key with the value undefined, which JSON leaves out.
  return reply as NonNullable<Message['reply_to_message']>;
}

export function seconds(epochMs: number): number {
  return Math.floor(epochMs / 1000);
}
