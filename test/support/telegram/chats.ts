import type { SentFile } from './files.ts';
import type { InlineKeyboardButton, LinkPreviewOptions } from 'grammy/types';
import { badRequest, forbidden, ApiError } from './api-error.ts';
import type { TdEntity } from './td-text.ts';

/** A chat as a test holds it. */
export interface FakeChat {
  readonly id: number;
  readonly type: 'private' | 'group' | 'supergroup' | 'channel';
  /** The person's name in a private chat. */
  readonly title: string;
  /** Without the @. */
  readonly username: string | null;
  /** Thread id by the topic's title; empty where there are none. */
  readonly topics: Readonly<Record<string, number>>;
}

/** A message of the bot as it stands. */
export interface BotMessage {
  readonly id: number;
  readonly chatId: number;
  /** After parsing: what people read. */
  readonly text: string;
  /** Those that the markup asked for. */
  readonly entities: readonly TdEntity[];
  readonly buttons: readonly (readonly InlineKeyboardButton[])[];
  readonly edits: number;
  readonly threadId: number | null;
  readonly replyTo: number | null;
  readonly linkPreview: LinkPreviewOptions | null;
  readonly silent: boolean;
  /** Epoch ms. */
  readonly postedAt: number;
  /** Of a document, whose caption is the text. */
  readonly file?: SentFile;
}

export interface Person {
  readonly id: number;
  readonly name: string;
  /** Language of the person's client, as in User.language_code. */
  readonly language: string;
  deactivated: boolean;
}

export interface BotStanding {
  readonly status: 'member' | 'administrator' | 'restricted' | 'left' | 'kicked';
  /** false: may not write, though it is there. */
  readonly canWrite: boolean;
}

/** What Telegram knows of a chat. */
export interface ChatState extends Omit<FakeChat, 'topics'> {
  topics: FakeChat['topics'];
  readonly isForum: boolean;
  /** Administrators first to last; the first is the creator. */
  readonly admins: readonly number[];
  readonly members: readonly number[];
  bot: BotStanding;
  migratedTo: number | null;
  /** The bot's, by id, in the order of posting. */
  readonly posted: Map<number, BotMessage>;
  /** Ids of people's messages and service messages. */
  readonly others: Set<number>;
}

export interface Chats {
  readonly people: ReadonlyMap<number, Person>;
  /** The one with this id; name and language only count the first time. */
  person(id: number, name?: string, language?: string): Person;
  add(chat: Omit<ChatState, 'migratedTo' | 'posted' | 'others'>): ChatState;
  /** For tests: throws on an unknown id. */
  get(id: number): ChatState;
  all(): readonly ChatState[];
  /** For calls of the bot: throws the API's answer for what it cannot see. */
  find(id: number | string): ChatState;
  /** The same, for a call that writes there. */
  writable(id: number | string): ChatState;
  /** Throws the API's answer for a chat that the bot knows but may not read or write. */
  checkAccess(chat: ChatState, how: 'read' | 'write'): void;
  nextMessageId(chat: ChatState): number;
}

export function createChats(): Chats {
  const chats = new Map<number, ChatState>();
  const people = new Map<number, Person>();
  // Supergroups and channels count their own messages; a bot's private chats and basic groups share one count.
  const lastIds = new Map<number, number>();

  function find(id: number | string): ChatState {
    const isName = typeof id === 'string' && id.startsWith('@');
    const chat = isName
      ? [...chats.values()].find(({ username }) => username?.toLowerCase() === id.slice(1).toLowerCase())
      : chats.get(Number(id));
    if (chat && !(isName && chat.type === 'private')) return chat;
    const person = people.get(Number(id));
    if (person) throw forbidden("bot can't initiate conversation with a user");
    throw badRequest('chat not found');
  }

  function checkAccess(chat: ChatState, how: 'read' | 'write'): void {
    if (how === 'write' && people.get(chat.id)?.deactivated) throw forbidden('user is deactivated');
    if (chat.migratedTo !== null) {
      throw new ApiError(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
        parameters: { migrate_to_chat_id: chat.migratedTo },
      });
    }
    const { status, canWrite } = chat.bot;
    if (chat.type === 'private' && status === 'kicked' && how === 'write')
      throw forbidden('bot was blocked by the user');
    if (chat.type !== 'private' && status === 'kicked') throw forbidden(`bot was kicked from the ${chat.type} chat`);
    if (status === 'left') throw forbidden(`bot is not a member of the ${chat.type} chat`);
    if (canWrite || how === 'read') return;
    if (chat.type === 'channel') throw badRequest('need administrator rights in the channel chat');
    throw badRequest('not enough rights to send text messages to the chat');
  }

  return {
    people,
    person(id, name = `Person ${id}`, language = 'en') {
      const known = people.get(id) ?? { id, name, language, deactivated: false };
      people.set(id, known);
      return known;
    },
    add(given) {
      const chat = { ...given, migratedTo: null, posted: new Map(), others: new Set<number>() };
      chats.set(chat.id, chat);
      return chat;
    },
    get(id) {
      const chat = chats.get(id);
      if (!chat) throw new Error(`no chat ${id} on this fake Telegram`);
      return chat;
    },
    all: () => [...chats.values()],
    find,
    checkAccess,
    writable(id) {
      const chat = find(id);
      checkAccess(chat, 'write');
      return chat;
    },
    nextMessageId(chat) {
      const counter = chat.type === 'private' || chat.type === 'group' ? 0 : chat.id;
      const next = (lastIds.get(counter) ?? 0) + 1;
      lastIds.set(counter, next);
      return next;
    },
  };
}
