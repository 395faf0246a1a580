import type { Api } from 'grammy';
import type { Messenger } from '../../delivery/messenger.ts';
import { richOrPlain } from '../../delivery/rich-or-plain.ts';
import type { Card } from '../../model/card.ts';
import type { ChatAddress } from '../../model/chat.ts';
import type { Clock } from '../../model/clock.ts';
import type { Log } from '../../model/log.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { Text } from '../../model/text.ts';
import type { Texts } from '../../texts/texts.ts';
import { grammySignal } from './grammy-signal.ts';
import { outcomeOf } from './outcome.ts';
import { renderCard, type TelegramBody } from './render-card.ts';
import { renderPlain } from './render-plain.ts';

export interface TelegramMessengerParts {
  readonly api: Api;
  readonly texts: Texts;
  readonly clock: Clock;
  readonly log: Log;
}

const CALL_TIMEOUT_MS = 15_000;
const OUTAGE_PAUSE_MS = 15_000;
/** So many chats that are limited at nearly the same time mean that it is not about the chats. */
const CHATS_OF_ONE_LIMIT = 4;
const SAME_LIMIT_MS = 1_000;

/** Telegram has no idempotency: a post of unknown end is repeated by the dispatcher, and may come twice. */
export function createTelegramMessenger({ api, texts, clock, log }: TelegramMessengerParts): Messenger {
  /** The last call ended without an answer. */
  let isDoubtful = false;
  /** Chat to epoch ms of its latest limit. */
  const limited = new Map<string, number>();

  /** While it is unknown what becomes of posts, a call that does no harm goes first: an outage doubles nothing. */
  async function stillUnreachable(to: ChatAddress): Promise<Outcome | null> {
    if (!isDoubtful) return null;
    try {
      await api.getMe(timeout());
      return null;
    } catch (error) {
      const outcome = outcomeOf(error, to);
      if (outcome.kind !== 'unknown') return outcome;
      return { kind: 'later', afterMs: OUTAGE_PAUSE_MS, about: 'platform', reason: outcome.reason };
    }
  }

  async function send(
    to: ChatAddress,
    card: Card,
    language: string,
    request: (body: TelegramBody) => Promise<Outcome>,
  ): Promise<Outcome> {
    const say = (text: Text) => texts.say(text, language);
    return richOrPlain(
      () => attempt(to, () => request(renderCard(card, say))),
      () => attempt(to, () => request(renderPlain(card, say))),
      log,
    );
  }

  async function attempt(to: ChatAddress, request: () => Promise<Outcome>): Promise<Outcome> {
    try {
      const outcome = await request();
      isDoubtful = false;
      return outcome;
    } catch (error) {
      const outcome = outcomeOf(error, to);
      isDoubtful = outcome.kind === 'unknown';
      return outcome.kind === 'later' && outcome.about === 'chat' ? limitedBy(to, outcome.afterMs) : outcome;
    }
  }

  /** Telegram does not say whether a limit is the chat's or the bot's. */
  function limitedBy({ nativeId }: ChatAddress, afterMs: number): Outcome {
    const now = clock.now();
    for (const [chat, at] of limited) if (at < now - SAME_LIMIT_MS) limited.delete(chat);
    limited.set(nativeId, now);
    const isAll = limited.size >= CHATS_OF_ONE_LIMIT;
    return { kind: 'later', afterMs, about: isAll ? 'platform' : 'chat' };
  }

  return {
    platform: 'telegram',
    isIdempotent: false,
    post: async (to, card, { language }) =>
      (await stillUnreachable(to)) ??
      send(to, card, language, async ({ text, ...options }) => {
        const thread = to.thread === '' ? {} : { message_thread_id: Number(to.thread) };
        const message = await api.sendMessage(to.nativeId, text, { ...options, ...thread }, timeout());
        return { kind: 'sent', ref: String(message.message_id) };
      }),
    edit: (to, ref, card, { language }) =>
      send(to, card, language, async ({ text, ...options }) => {
        await api.editMessageText(to.nativeId, Number(ref), text, options, timeout());
        return { kind: 'edited' };
      }),
  };
}

function timeout() {
  return grammySignal(AbortSignal.timeout(CALL_TIMEOUT_MS));
}
