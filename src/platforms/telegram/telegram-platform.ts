import { Bot, GrammyError } from 'grammy';
import type { ChatPlatform, PlatformParts } from '../../chat/chat-platform.ts';
import { connectUntil } from '../../chat/connect-until.ts';
import type { Services } from '../../chat/services.ts';
import { createPace, type Pace } from '../../delivery/pace.ts';
import type { Clock } from '../../model/clock.ts';
import type { Stage } from '../../model/stage.ts';
import { message } from '../../model/text.ts';
import { UserError } from '../../model/user-error.ts';
import { grammySignal } from './grammy-signal.ts';
import { createAnswering } from './answering.ts';
import { handleUpdates } from './handlers.ts';
import { setMenus } from './menu.ts';
import { createTelegramMessenger } from './messenger.ts';
import { networkReason } from './outcome.ts';
import { createUpdates } from './updates.ts';

/** Telegram's FAQ for bots: some 30 messages a second, one a second in a chat, 20 a minute in a group; edits count. */
const LIMITS = {
  platform: { count: 25, spanMs: 1_000 },
  chat: { count: 1, spanMs: 1_000 },
  group: { count: 20, spanMs: 60_000 },
} as const;
/** Longer than a long poll. */
const CALL_TIMEOUT_S = 40;

export function createTelegramPlatform({ token, apiUrl, ...parts }: PlatformParts): ChatPlatform {
  const { clock, log, texts } = parts;
  const root = apiUrl.replace(/\/+$/, '');
  const bot = new Bot(token, { client: { apiRoot: root, timeoutSeconds: CALL_TIMEOUT_S } });
  const pace = createTelegramPace(clock);
  const updates: Stage = createUpdates({ bot, clock, log });
  const stopping = new AbortController();
  let trouble: string | null = 'not started';

  async function connect({ commands }: Pick<Services, 'commands'>): Promise<void> {
    // Unlike `bot.init`, it does not try by itself for half a minute.
    bot.botInfo = await bot.api.getMe(grammySignal(stopping.signal));
    // A bot that once had a webhook is told nothing otherwise.
    await bot.api.deleteWebhook();
    await setMenus(bot.api, commands, texts, log);
    trouble = null;
    updates.start();
    log.info({ bot: `https://t.me/${bot.botInfo.username}` }, 'telegram is on');
  }

  function failed(error: unknown): void {
    const reason = error instanceof GrammyError ? error.description : networkReason(error);
    trouble = isTokenRefused(error) ? 'Telegram does not accept TELEGRAM_TOKEN' : `out of reach: ${reason}`;
    log.warn({ reason }, 'telegram cannot be reached, trying on');
  }

  return {
    messenger: createTelegramMessenger({ api: bot.api, texts, clock, log }),
    pace,
    trouble: () => trouble ?? updates.trouble(),
    async start(commands, services) {
      const operators = new Set(parts.operators);
      const botId = Number(token.split(':', 1)[0]);
      const { api } = bot;
      const answering = createAnswering({ api, texts, clock, log, pace, signal: stopping.signal });
      handleUpdates({
        bot,
        api,
        commands,
        services,
        answering,
        clock,
        log,
        operators,
        botId,
        fetcher: parts.fetcher,
        filesUrl: `${root}/file/bot${token}`,
      });
      try {
        await connect(services);
      } catch (error) {
        if (isTokenRefused(error)) {
          // Not as its cause: what Telegram said has nothing that helps, and the call has the token.
          throw new UserError('telegram_token', message('start-telegram-token'));
        }
        failed(error);
        const { signal } = stopping;
        void connectUntil(() => connect(services), { clock, signal, onFailure: failed });
      }
    },
    async stop() {
      stopping.abort();
      await updates.stop();
      trouble = 'stopped';
    },
  };
}

function createTelegramPace(clock: Clock): Pace {
  const { platform, chat, group } = LIMITS;
  // Groups, supergroups and channels have negative numbers.
  return createPace({ platform, chat: ({ nativeId }) => (nativeId.startsWith('-') ? [chat, group] : [chat]) }, clock);
}

/** 404: not even of the form of a token. */
function isTokenRefused(error: unknown): boolean {
  return error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404);
}
