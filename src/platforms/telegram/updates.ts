import { GrammyError, HttpError, type Bot } from 'grammy';
import type { Update } from 'grammy/types';
import type { Clock } from '../../model/clock.ts';
import type { Log } from '../../model/log.ts';
import { createStage, type Stage } from '../../model/stage.ts';
import { grammySignal } from './grammy-signal.ts';
import { reasonOf } from './outcome.ts';

export interface UpdatesParts {
  readonly bot: Bot;
  readonly clock: Clock;
  readonly log: Log;
}

/** What Telegram is to tell of. */
const WANTED = ['message', 'channel_post', 'callback_query', 'my_chat_member'] as const;
const POLL_SECONDS = 30;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
const CONFLICT_PAUSE_MS = 10_000;
const CONFIRM_TIMEOUT_MS = 2_000;
/** Longer than nearly every answer takes; after it, what came meanwhile does not wait for the rest. */
const PATIENCE_MS = 1_000;
/** What one person says in a chat beyond that at once is not heard. */
const LONGEST_QUEUE = 20;
const MOST_UNCONFIRMED = 50;

/**
 * Long polling. Updates of one chat are handled in their order, those of different chats at the same time; what is
 * not handled yet stays unconfirmed, so that a kill loses no command.
 */
export function createUpdates({ bot, clock, log }: UpdatesParts): Stage {
  /** Behind the last one that was handed out. */
  let offset = 0;
  const underWay = new Set<number>();
  /** How many of each person in a chat are not handled yet. */
  const waiting = new Map<string, number>();
  /** The end of what each chat waits for. */
  const queues = new Map<number, Promise<void>>();
  let pauseMs = FIRST_PAUSE_MS;
  let problem: string | null = null;

  function take(update: Update): void {
    const id = update.update_id;
    const chat = chatOf(update);
    const speaker = `${chat}/${speakerOf(update)}`;
    if ((waiting.get(speaker) ?? 0) >= LONGEST_QUEUE) return;
    waiting.set(speaker, (waiting.get(speaker) ?? 0) + 1);
    underWay.add(id);
    const done = (queues.get(chat) ?? Promise.resolve())
      .then(() => handle(update))
      .finally(() => {
        underWay.delete(id);
        if (queues.get(chat) === done) queues.delete(chat);
        const left = (waiting.get(speaker) ?? 1) - 1;
        if (left === 0) waiting.delete(speaker);
        else waiting.set(speaker, left);
      });
    queues.set(chat, done);
  }

  /** Telegram hands out a hundred from there on: where one person fills them, the others come first. */
  function firstUnconfirmed(): number {
    const oldest = Math.min(offset, ...underWay);
    return offset - oldest > MOST_UNCONFIRMED ? offset : oldest;
  }

  async function handled(signal: AbortSignal): Promise<void> {
    const ended = new AbortController();
    const patience = clock.sleep(PATIENCE_MS, AbortSignal.any([signal, ended.signal]));
    await Promise.race([Promise.all(queues.values()), patience]);
    ended.abort();
  }

  async function handle(update: Update): Promise<void> {
    try {
      await bot.handleUpdate(update);
    } catch (error) {
      // grammY wraps what a handler threw together with its context, which holds the token.
      const thrown = error instanceof Error && 'error' in error ? error.error : error;
      const isCall = thrown instanceof GrammyError || thrown instanceof HttpError;
      log.error(isCall ? { reason: reasonOf(thrown) } : { err: thrown }, 'telegram update failed');
    }
  }

  function failed(error: unknown): number {
    if (error instanceof GrammyError && error.error_code === 409) {
      const isWebhook = error.description.includes('webhook');
      const reason = isWebhook
        ? 'a webhook is set for this bot'
        : 'another program is reading this bot’s updates: stop it, or give this one a bot of its own';
      if (problem !== reason) log.error({ reason }, 'telegram hands out no updates');
      problem = reason;
      return CONFLICT_PAUSE_MS;
    }
    problem = `out of reach: ${reasonOf(error)}`;
    log.warn({ reason: reasonOf(error) }, 'telegram updates not fetched');
    const waitMs = retryAfterMs(error) ?? pauseMs;
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    return waitMs;
  }

  const stage = createStage({
    name: 'telegram updates',
    clock,
    log,
    async step(signal) {
      let updates: Update[];
      const isBusy = underWay.size > 0;
      try {
        const options = {
          offset: firstUnconfirmed(),
          // With something still unconfirmed it would end at once anyway; after trouble the end of it is to be seen.
          timeout: isBusy || problem !== null ? 0 : POLL_SECONDS,
          allowed_updates: WANTED,
        };
        updates = await bot.api.getUpdates(options, grammySignal(signal));
      } catch (error) {
        return signal.aborted ? LONGEST_PAUSE_MS : failed(error);
      }
      problem = null;
      pauseMs = FIRST_PAUSE_MS;
      const fresh = isBusy ? updates.filter((update) => update.update_id >= offset) : updates;
      for (const update of fresh) take(update);
      offset = (fresh.at(-1)?.update_id ?? offset - 1) + 1;
      await handled(signal);
      return 0;
    },
  });
  return {
    ...stage,
    trouble: () => stage.trouble() ?? problem,
    async stop() {
      await stage.stop();
      await Promise.all(queues.values());
      // Confirms the last batch, or the next start would handle it again.
      if (offset > 0) await confirm();
    },
  };

  async function confirm(): Promise<void> {
    try {
      await bot.api.getUpdates({ offset, limit: 1, timeout: 0 }, grammySignal(AbortSignal.timeout(CONFIRM_TIMEOUT_MS)));
    } catch (error) {
      log.warn({ reason: reasonOf(error) }, 'telegram updates not confirmed');
    }
  }
}

function chatOf(update: Update): number {
  const message = update.message ?? update.channel_post ?? update.callback_query?.message ?? update.my_chat_member;
  return message?.chat.id ?? 0;
}

function speakerOf(update: Update): number {
  const from = update.message?.from ?? update.callback_query?.from ?? update.my_chat_member?.from;
  return from?.id ?? 0;
}

function retryAfterMs(error: unknown): number | undefined {
  const seconds = error instanceof GrammyError ? error.parameters.retry_after : undefined;
  return seconds === undefined ? undefined : seconds * 1_000;
}
