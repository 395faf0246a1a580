import type { User } from 'grammy/types';
import type { ByChat } from './by-chat.ts';
import type { BotMessage, Chats, ChatState } from './chats.ts';
import type { Files } from './files.ts';
import type { Limiter } from './limits.ts';
import type { Queries } from './queries.ts';
import type { UpdateQueue } from './updates.ts';

/** Entities of a message that Telegram let go, since it had more than 100. */
export interface DroppedEntities {
  readonly chatId: number;
  readonly messageId: number;
  readonly dropped: number;
}

/** What people and the bot's calls both act on. */
export interface TelegramWorld {
  readonly bot: User & { readonly username: string };
  /** Epoch ms. */
  readonly now: () => number;
  readonly chats: Chats;
  readonly updates: UpdateQueue;
  readonly queries: Queries;
  readonly files: Files;
  readonly limiter: Limiter;
  readonly newMessages: ByChat<BotMessage>;
  readonly edits: ByChat<BotMessage>;
  readonly droppedEntities: DroppedEntities[];
  /** Changes the bot's standing and tells the bot. */
  setStanding(chat: ChatState, standing: ChatState['bot'], by: User): void;
}
