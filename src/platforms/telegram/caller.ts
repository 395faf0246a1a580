import { GrammyError, HttpError, type Api } from 'grammy';
import type { ChatMember } from 'grammy/types';
import type { Caller } from '../../chat/caller.ts';
import { enterChat } from '../../chat/enter-chat.ts';
import type { Services } from '../../chat/services.ts';
import { message } from '../../model/text.ts';
import { UserError } from '../../model/user-error.ts';
import { networkReason } from './outcome.ts';

type ChatType = 'private' | 'group' | 'supergroup' | 'channel';

/** Where something was said, and by whom. */
export interface Place {
  readonly chatId: number;
  readonly type: ChatType;
  /** '' for none. */
  readonly thread: string;
  /** null: somebody who speaks as the chat itself, an administrator who stays anonymous or a channel's author. */
  readonly userId: number | null;
  readonly language: string | undefined;
}

export interface CallerParts {
  readonly api: Api;
  readonly services: Services;
  readonly botId: number;
  /** `telegram:123`. */
  readonly operators: ReadonlySet<string>;
}

/** Who wrote a command or pressed a button, and where. Rights are asked for only by commands that need them. */
export async function callerAt(place: Place, parts: CallerParts): Promise<Caller> {
  const { chatId, type, thread, userId, language } = place;
  const { api, services, botId, operators } = parts;
  const personId = `telegram:${userId ?? chatId}`;
  const address = { platform: 'telegram', nativeId: String(chatId), thread } as const;
  const isOperator = operators.has(personId);
  return {
    chat: await enterChat(services, address, language),
    person: { id: personId, isOperator },
    isManager: () => manages(api, place),
    async checkReach() {
      if (type === 'private' || mayPost(await memberOf(api, chatId, botId), type)) return;
      const id = type === 'channel' ? 'telegram-cannot-post' : 'telegram-cannot-write';
      throw new UserError('bot_permissions', message(id));
    },
    async elsewhere(named) {
      const chat = await chatNamed(named, api);
      const isIn = chat && (chat.type === 'private' || isPresent(await memberOf(api, chat.id, botId)));
      if (!isIn) throw new UserError('no_such_channel', message('telegram-no-chat', { chat: named }));
      const there = { ...place, chatId: chat.id, type: chat.type, thread: '' };
      // Somebody who speaks as this chat is nobody in another one.
      if (!isOperator && (userId === null || !(await manages(api, there)))) {
        throw new UserError('managers_only', message('telegram-not-yours', { chat: named }));
      }
      const caller = await callerAt(there, parts);
      return chat.title === undefined || named.startsWith('@') ? caller : { ...caller, title: chat.title };
    },
  };
}

async function manages(api: Api, { chatId, type, userId }: Place): Promise<boolean> {
  if (userId === null) return true;
  // A private chat is one person's, and any can be named by its number.
  if (type === 'private') return chatId === userId;
  const member = await memberOf(api, chatId, userId);
  // Groups can hide their members from those who do not administer them.
  if (!member) throw new UserError('cannot_tell', message('telegram-cannot-tell'));
  return member.status === 'creator' || member.status === 'administrator';
}

function isPresent(member: ChatMember | undefined): boolean {
  return member !== undefined && member.status !== 'left' && member.status !== 'kicked';
}

function mayPost(member: ChatMember | undefined, type: ChatType): boolean {
  switch (member?.status) {
    case 'creator':
      return true;
    case 'administrator':
      return type !== 'channel' || member.can_post_messages === true;
    case 'member':
      return type !== 'channel';
    case 'restricted':
      return member.is_member && member.can_send_messages;
    default:
      return false;
  }
}

async function memberOf(api: Api, chatId: number, userId: number): Promise<ChatMember | undefined> {
  return unlessRefused(() => api.getChatMember(chatId, userId));
}

/** @param named `@channel`, or a number */
async function chatNamed(named: string, api: Api) {
  if (!/^(?:@\w{4,64}|-?\d{5,20})$/.test(named)) return undefined;
  return unlessRefused(() => api.getChat(named));
}

/** Telegram refuses to tell of what the bot cannot see. */
async function unlessRefused<Result>(ask: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof GrammyError && (error.error_code === 400 || error.error_code === 403)) return undefined;
    // Whoever logs it must not get the library's own error: what caused that holds the address with the token.
    throw error instanceof HttpError ? new Error(networkReason(error)) : error;
  }
}
