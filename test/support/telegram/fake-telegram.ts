import type { BotCommand } from 'grammy/types';
import type { FaultPlan } from '../faults.ts';
import { ApiError } from './api-error.ts';
import { startApiServer, type LoggedRequest } from './api-server.ts';
import { createByChat } from './by-chat.ts';
import { botMethods, chatMethods } from './chat-methods.ts';
import { createChats, type BotMessage } from './chats.ts';
import { createFiles } from './files.ts';
import { createLimiter, type Limits } from './limits.ts';
import { messageMethods } from './message-methods.ts';
import { isMethod, readParams, unknownParams, type MethodName, type Methods, type Params } from './parameters.ts';
import { createPeople, type People } from './people.ts';
import { createQueries } from './queries.ts';
import { standingChange } from './standing-change.ts';
import type { DroppedEntities, TelegramWorld } from './telegram-world.ts';
import { createUpdateQueue } from './updates.ts';

export interface FakeTelegramOptions {
  /** Default: a free one. */
  readonly port?: number;
  /** Default: an obviously fake one of the real shape. */
  readonly token?: string;
  /** Without the @. Default `bellwether_test_bot`. */
  readonly username?: string;
  /** Epoch ms: the clock of limits, dates and callback queries (long polls run on real time). Default Date.now. */
  readonly now?: () => number;
  /** Default: those of limits.ts. */
  readonly limits?: Partial<Limits> | 'off';
}

/** A body that Telegram would not take, or a parameter that it does not have: the sender's fault. */
export interface Refusal {
  readonly method: string;
  readonly reason: string;
  readonly params: unknown;
}

/**
 * The Bot API over a Telegram in memory, on loopback: it answers, refuses and limits with the real server's words
 * (tdlib/telegram-bot-api; Bot API 10.1). What people do there is done by calling it.
 */
export interface FakeTelegram extends People {
  /** For grammY: `{ client: { apiRoot: fake.apiUrl } }`. */
  readonly apiUrl: string;
  readonly token: string;
  readonly botId: number;
  /** Without the @. */
  readonly username: string;

  /** The bot's messages as they stand, oldest first; with `threadId` those of that topic (null: of none). */
  messages(chatId: number, threadId?: number | null): readonly BotMessage[];
  /** The first new message there that this has not given yet, or the next to come; rejects after 5 s. */
  nextMessage(chatId: number): Promise<BotMessage>;
  /** The same for edits: the message as it stood after that edit. */
  nextEdit(chatId: number): Promise<BotMessage>;

  /** By scope: `default`, `all_private_chats`, `all_group_chats`, and with `:de` after it for a language. */
  readonly commands: ReadonlyMap<string, readonly BotCommand[]>;
  readonly refusals: readonly Refusal[];
  readonly droppedEntities: readonly DroppedEntities[];
  /** Calls of methods and paths that are not played here. */
  readonly unexpected: readonly string[];
  readonly requests: readonly LoggedRequest[];
  /** Calls that the limits answered with 429; those of a fault plan do not count. */
  readonly limited: number;
  /** The most calls under way at once, long polls apart. */
  readonly peakInFlight: number;

  /** Asked for every call; its `path` is `/sendMessage`. */
  failWith(plan: FaultPlan | null): void;
  /** How getUpdates ends from now on; null: truly. deleteWebhook ends 'webhook'. */
  pollingConflict(kind: 'other-poller' | 'webhook' | null): void;
  /** What people sent can no longer be had. */
  forgetFiles(): void;
  /** Ends at once, long polls too. */
  close(): Promise<void>;
}

/** See FakeTelegram. */
export async function startFakeTelegram(options: FakeTelegramOptions = {}): Promise<FakeTelegram> {
  const { token = '700000001:AAFakeTokenForTestsOnly-0123456789abcd', username = 'bellwether_test_bot' } = options;
  const world = createWorld(options, { id: Number(token.split(':')[0]), username });
  const commands = new Map<string, readonly BotCommand[]>();
  const methods: Methods = { ...messageMethods(world), ...chatMethods(world), ...botMethods(world, commands) };
  const refusals: Refusal[] = [];
  let limited = 0;

  function perform<M extends MethodName>(method: M, params: Params<M>, gone: AbortSignal): unknown {
    return methods[method](params, gone);
  }

  const server = await startApiServer({
    port: options.port ?? 0,
    token,
    isMethod,
    file: (path) => world.files.read(path),
    async call(method, params, gone) {
      try {
        if (!isMethod(method)) throw new ApiError(404, 'Not Found');
        for (const name of unknownParams(method, params)) {
          refusals.push({ method, reason: `unknown parameter ${name}`, params });
        }
        return await perform(method, readParams(method, params), gone);
      } catch (error) {
        if (error instanceof ApiError && error.isRefusal) refusals.push({ method, reason: error.message, params });
        if (error instanceof ApiError && error.code === 429) limited += 1;
        throw error;
      }
    },
  });

  return {
    ...createPeople(world),
    apiUrl: server.apiUrl,
    token,
    botId: world.bot.id,
    username,
    messages(chatId, threadId) {
      const posted = [...world.chats.get(chatId).posted.values()];
      return threadId === undefined ? posted : posted.filter((message) => message.threadId === threadId);
    },
    nextMessage: (chatId) => world.newMessages.next(chatId, 'new message'),
    nextEdit: (chatId) => world.edits.next(chatId, 'edit'),
    commands,
    refusals,
    droppedEntities: world.droppedEntities,
    unexpected: server.unexpected,
    requests: server.requests,
    get limited() {
      return limited;
    },
    get peakInFlight() {
      return server.peakInFlight();
    },
    failWith: server.failWith,
    pollingConflict: world.updates.conflictWith,
    forgetFiles: world.files.forget,
    async close() {
      world.newMessages.close();
      world.edits.close();
      world.queries.close();
      world.updates.close();
      await server.close();
    },
  };
}

function createWorld(
  { now = Date.now, limits }: FakeTelegramOptions,
  { id, username }: { readonly id: number; readonly username: string },
): TelegramWorld {
  const bot = { id, is_bot: true, first_name: 'Bellwether', username };
  const updates = createUpdateQueue();
  return {
    bot,
    now,
    chats: createChats(),
    updates,
    queries: createQueries(now),
    files: createFiles(),
    limiter: createLimiter(now, limits),
    newMessages: createByChat(),
    edits: createByChat(),
    droppedEntities: [],
    setStanding(chat, standing, by) {
      const change = standingChange(chat, bot, { to: standing, by, at: now() });
      chat.bot = standing;
      updates.push({ my_chat_member: change });
    },
  };
}
