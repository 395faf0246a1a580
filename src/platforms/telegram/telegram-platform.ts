import { Bot, GrammyError } from 'grammy';
import type { ChatPlatform } from '../../chat/chat-platform.ts';
import type { Services } from '../../chat/services.ts';
import { createPace, type Pace } from '../../delivery/pace.ts';
import type { Clock } from '../../model/clock.ts';
import type { Log } from '../../model/log.ts';
import type { Stage } from '../../model/stage.ts';
import { message } from '../../model/text.ts';
import { UserError } from '../../model/user-error.ts';
import type { Texts } from '../../texts/texts.ts';
import { grammySignal } from './grammy-signal.ts';
import { handleUpdates } from './handlers.ts';
import { setMenus } from './menu.ts';
import { createTelegramMessenger } from './messenger.ts';
import { networkReason } from './outcome.ts';
import { createUpdates } from './updates.ts';

export interface TelegramParts {
  readonly token: string;
  readonly apiUrl: string;
  /** `telegram:123`. */
  readonly operators: readonly string[];
  readonly texts: Texts;
  readonly clock: Clock;
  readonly log: Log;
}

/** Telegram's FAQ for bots: some 30 messages a second, one a second in a chat, 20 a minute in a group; edits count. */
const LIMITS = {
  platform: { count: 25, spanMs: 1_000 },
  chat: { count: 1, spanMs: 1_000 },
  group: { count: 20, spanMs: 60_000 },
} as const;
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 60_000;
/** Longer than a long poll. */
const CALL_TIMEOUT_S = 40;

export function createTelegramPlatform({ token, apiUrl, ...parts }: TelegramParts): ChatPlatform {
  const { clock, log, texts } = parts;
  const bot = new Bot(token, { client: { apiRoot: apiUrl.replace(/\/+$/, ''), timeoutSeconds: CALL_TIMEOUT_S } });
  const pace = createTelegramPace(clock);
  const updates: Stage = createUpdates({ bot, clock, log });
  const stopping = new AbortController();
  let trouble: string | null = 'not started';

  async function connect({ commands }: Pick<Services, 'commands'>): Promise<void> {
    // Unlike `bot.init`, it does not try by itself for half a minute.
    bot.botInfo = await bot.api.getMe(grammySignal(stopping.signal));
    // A bot that once had a webhook is told nothing otherwise.
    await bot.api.deleteWebhook();
    await setMenus(bot.api, commands, texts);
    trouble = null;
    updates.start();
    log.info({ bot: `https://t.me/${bot.botInfo.username}` }, 'telegram is on');
  }

  async function connectLater(services: Pick<Services, 'commands'>): Promise<void> {
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      await clock.sleep(pauseMs, stopping.signal);
      if (stopping.signal.aborted) return;
      try {
        await connect(services);
        return;
      } catch (error) {
        failed(error);
      }
    }
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
      handleUpdates({ bot, api: bot.api, commands, services, texts, clock, log, pace, operators, botId });
      try {
        await connect(services);
      } catch (error) {
        if (isTokenRefused(error)) {
          // Not as its cause: what Telegram said has nothing that helps, and the call has the token.
          throw new UserError('telegram_token', message('start-telegram-token'));
        }
        failed(error);
        void connectLater(services);
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
