import type { Message } from 'grammy/types';
import { badRequest, refusal, tooManyRequests } from './api-error.ts';
import { apiMessage } from './bot-api-message.ts';
import { checkButtons } from './check-buttons.ts';
import { checkMessage, type CheckedMessage } from './check-message.ts';
import type { BotMessage, ChatState } from './chats.ts';
import type { Methods, Params } from './parameters.ts';
import type { TelegramWorld } from './telegram-world.ts';

type MessageMethod =
  | 'sendMessage'
  | 'sendDocument'
  | 'getFile'
  | 'editMessageText'
  | 'editMessageReplyMarkup'
  | 'deleteMessage'
  | 'answerCallbackQuery'
  | 'sendChatAction';

/** Bot API: sendDocument, caption. */
const MAX_CAPTION = 1_024;
const MAX_ANSWER_CHARACTERS = 200;
const DELETABLE_MS = 48 * 3_600_000;

/** In the real server's order: the body, the chat, what it refers to, the limits; then it is done. */
export function messageMethods(world: TelegramWorld): Pick<Methods, MessageMethod> {
  const { bot, chats, limiter, queries, now } = world;

  function take(chat: ChatState, kind: 'new' | 'edit'): void {
    const isGroup = chat.type === 'group' || chat.type === 'supergroup';
    const waitSeconds = limiter.take({ id: chat.id, isGroup }, kind);
    if (waitSeconds !== null) throw tooManyRequests(waitSeconds);
  }

  function checkBody(params: Parameters<typeof checkMessage>[0]): CheckedMessage {
    const checked = checkMessage(params);
    if (checked.problems[0] !== undefined) throw refusal(checked.problems[0]);
    return checked;
  }

  function noteDropped(message: BotMessage, { droppedEntities: dropped }: CheckedMessage): void {
    if (dropped > 0) world.droppedEntities.push({ chatId: message.chatId, messageId: message.id, dropped });
  }

  function ownMessage(chat: ChatState, id: number): BotMessage {
    const message = chat.posted.get(id);
    if (message) return message;
    throw badRequest(chat.others.has(id) ? "message can't be edited" : 'message to edit not found');
  }

  /** A new message, in the real server's order: the chat, what it refers to, the limits. */
  function post(
    params: Pick<Params<'sendMessage'>, 'chat_id' | 'message_thread_id' | 'reply_parameters'>,
    checked: CheckedMessage,
    fields: Partial<BotMessage>,
  ): BotMessage {
    const chat = chats.writable(params.chat_id);
    const threadId = topic(chat, params.message_thread_id);
    const replyTo = replied(chat, params.reply_parameters);
    take(chat, 'new');
    const message: BotMessage = {
      id: chats.nextMessageId(chat),
      chatId: chat.id,
      text: checked.text,
      entities: checked.entities,
      buttons: checked.buttons,
      edits: 0,
      threadId,
      replyTo,
      linkPreview: checked.linkPreview,
      silent: false,
      postedAt: now(),
      ...fields,
    };
    chat.posted.set(message.id, message);
    world.newMessages.push(chat.id, message);
    return message;
  }

  /** The changed message takes the place of the old one. */
  function edit(chat: ChatState, before: BotMessage, change: Partial<BotMessage>): BotMessage {
    const after = { ...before, ...change };
    if (content(after) === content(before)) {
      throw badRequest(
        'message is not modified: specified new message content and reply markup are exactly the same as a current ' +
          'content and reply markup of the message',
      );
    }
    take(chat, 'edit');
    const edited = { ...after, edits: before.edits + 1 };
    chat.posted.set(edited.id, edited);
    world.edits.push(chat.id, edited);
    return edited;
  }

  return {
    sendMessage(params): Message {
      const checked = checkBody(params);
      const message = post(params, checked, { silent: params.disable_notification ?? false });
      noteDropped(message, checked);
      return apiMessage(chats.writable(params.chat_id), bot, message, checked.found);
    },

    sendDocument({ document, caption = '', ...params }): Message {
      const checked = checkMessage({ ...params, text: caption });
      const problem = checked.problems.find((each) => caption !== '' || !each.includes('empty'));
      if (problem !== undefined) throw refusal(problem);
      if (checked.text.length > MAX_CAPTION) throw refusal('Bad Request: message caption is too long');
      if (document.content === '') throw refusal('Bad Request: file must be non-empty');
      const message = post(params, checked, { file: document });
      return apiMessage(chats.writable(params.chat_id), bot, message, checked.found);
    },

    getFile: ({ file_id: id }) => world.files.find(id),

    editMessageText(params): Message {
      const checked = checkBody(params);
      const chat = chats.writable(params.chat_id);
      const { text, entities, buttons, linkPreview } = checked;
      const edited = edit(chat, ownMessage(chat, params.message_id), { text, entities, buttons, linkPreview });
      noteDropped(edited, checked);
      return apiMessage(chat, bot, edited, checked.found);
    },

    editMessageReplyMarkup(params): Message {
      const { problems, rows: buttons } = checkButtons(params.reply_markup);
      if (problems[0] !== undefined) throw refusal(problems[0]);
      const chat = chats.writable(params.chat_id);
      return apiMessage(chat, bot, edit(chat, ownMessage(chat, params.message_id), { buttons }), []);
    },

    deleteMessage({ chat_id, message_id }) {
      const chat = chats.writable(chat_id);
      const message = chat.posted.get(message_id);
      const isAdmin = chat.bot.status === 'administrator';
      if (!message && !chat.others.has(message_id)) throw badRequest('message to delete not found');
      if (!isAdmin && (!message || now() - message.postedAt > DELETABLE_MS)) {
        throw badRequest("message can't be deleted");
      }
      chat.posted.delete(message_id);
      chat.others.delete(message_id);
      return true;
    },

    answerCallbackQuery({ callback_query_id: id, text = '', show_alert: showAlert = false, url = null }) {
      if (!text.isWellFormed()) throw refusal('Bad Request: strings must be encoded in UTF-8');
      if (text.length > MAX_ANSWER_CHARACTERS) throw refusal('Bad Request: MESSAGE_TOO_LONG');
      // Other addresses are for games.
      if (url !== null && !isOwnLink(url, bot.username)) throw refusal('Bad Request: URL_INVALID');
      queries.answer(id, { text: text === '' ? null : text, showAlert, url });
      return true;
    },

    sendChatAction({ chat_id, message_thread_id }) {
      const chat = chats.writable(chat_id);
      if (chat.type === 'channel') throw badRequest("can't send chat actions to channel chats");
      topic(chat, message_thread_id);
      return true;
    },
  };
}

function topic(chat: ChatState, id: number | undefined): number | null {
  if (id === undefined || id === 0) return null;
  if (!Object.values(chat.topics).includes(id)) throw badRequest('message thread not found');
  return id;
}

function replied(chat: ChatState, given: Params<'sendMessage'>['reply_parameters']): number | null {
  if (!given) return null;
  if (chat.posted.has(given.message_id) || chat.others.has(given.message_id)) return given.message_id;
  if (given.allow_sending_without_reply) return null;
  throw badRequest('message to be replied not found');
}

function content({ text, entities, buttons, linkPreview }: BotMessage): string {
  return JSON.stringify([text, entities, buttons, linkPreview]);
}

function isOwnLink(url: string, username: string | undefined): boolean {
  return new RegExp(`^https://t\\.me/${username}\\?start=[\\w-]{1,64}$`).test(url);
}
