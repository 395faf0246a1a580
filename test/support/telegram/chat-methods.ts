import type { BotCommand, ChatMember, UserFromGetMe } from 'grammy/types';
import { badRequest, refusal } from './api-error.ts';
import { apiChat, apiUser } from './bot-api-message.ts';
import { botMember, personMember } from './chat-member.ts';
import type { ChatState } from './chats.ts';
import type { Methods, Params } from './parameters.ts';
import type { TelegramWorld } from './telegram-world.ts';

type ChatMethod = 'getChat' | 'getChatMember' | 'getChatAdministrators' | 'leaveChat';
type BotMethod = 'getMe' | 'getUpdates' | 'deleteWebhook' | 'setMyCommands' | 'getMyCommands';

const MAX_COMMANDS = 100;
const COMMAND = /^[a-z0-9_]{1,32}$/;
const MAX_DESCRIPTION = 256;

export function chatMethods({ bot, chats, setStanding }: TelegramWorld): Pick<Methods, ChatMethod> {
  /** A chat that the bot is in; what it may write there does not matter. */
  function seen(id: number | string): ChatState {
    const chat = chats.find(id);
    chats.checkAccess(chat, 'read');
    return chat;
  }

  function member(chat: ChatState, userId: number): ChatMember {
    if (userId === bot.id) return botMember(bot, chat, chat.bot);
    const person = chats.people.get(userId);
    if (!person) throw badRequest('user not found');
    return personMember(apiUser(person), chat);
  }

  return {
    getChat({ chat_id }) {
      const chat = seen(chat_id);
      return { ...apiChat(chat), accent_color_id: 0, max_reaction_count: 11, accepted_gift_types: {} };
    },
    getChatMember({ chat_id, user_id }) {
      const chat = seen(chat_id);
      if (chat.type === 'channel' && chat.bot.status !== 'administrator') {
        throw badRequest('member list is inaccessible');
      }
      return member(chat, user_id);
    },
    getChatAdministrators({ chat_id }) {
      const chat = seen(chat_id);
      if (chat.type === 'private') throw badRequest('there are no administrators in the private chat');
      const people = chat.admins.map((id) => member(chat, id));
      return chat.bot.status === 'administrator' ? [...people, member(chat, bot.id)] : people;
    },
    leaveChat({ chat_id }) {
      const chat = seen(chat_id);
      if (chat.type === 'private') throw badRequest("chat member status can't be changed in private chats");
      setStanding(chat, { status: 'left', canWrite: false }, bot);
      return true;
    },
  };
}

/** `commands` is filled by setMyCommands: by scope, and with `:de` after it for a language. */
export function botMethods(
  { bot, updates }: TelegramWorld,
  commands: Map<string, readonly BotCommand[]>,
): Pick<Methods, BotMethod> {
  return {
    getMe: (): UserFromGetMe => ({
      ...bot,
      is_bot: true,
      can_join_groups: true,
      can_read_all_group_messages: false,
      supports_inline_queries: false,
      can_connect_to_business: false,
      has_main_web_app: false,
      has_topics_enabled: false,
      allows_users_to_create_topics: false,
      can_manage_bots: false,
      supports_join_request_queries: false,
    }),
    getUpdates: (params, gone) => updates.get(params, gone),
    deleteWebhook({ drop_pending_updates: drop }) {
      if (drop) updates.dropPending();
      updates.webhookDeleted();
      return true;
    },
    setMyCommands({ commands: given, ...where }) {
      if (given.length > MAX_COMMANDS) throw refusal('Bad Request: BOT_COMMANDS_TOO_MUCH');
      for (const { command, description } of given) {
        if (!COMMAND.test(command)) throw refusal('Bad Request: BOT_COMMAND_INVALID');
        if (description.trim() === '' || description.length > MAX_DESCRIPTION) {
          throw refusal('Bad Request: BOT_COMMAND_DESCRIPTION_INVALID');
        }
      }
      commands.set(scopeKey(where), given);
      return true;
    },
    getMyCommands: (where) => commands.get(scopeKey(where)) ?? [],
  };
}

function scopeKey({ scope, language_code: language }: Params<'getMyCommands'>): string {
  const { type, ...whose } = scope ?? { type: 'default' };
  return [type, ...Object.values(whose), ...(language ? [language] : [])].join(':');
}
