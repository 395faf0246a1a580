import type { Api } from 'grammy';
import type { Messenger } from '../../delivery/messenger.ts';
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
/** A second chat that is limited this soon after another means that it was not about the chats. */
const SAME_LIMIT_MS = 1_000;

/** Telegram has no idempotency: a post of unknown end is repeated by the dispatcher, and may come twice. */
export function createTelegramMessenger({ api, texts, clock, log }: TelegramMessengerParts): Messenger {
  let limited: { readonly nativeId: string; readonly until: number } | undefined;

  /** A body that Telegram refuses is tried once more in its plainest form, so that the news arrives. */
  async function send(
    to: ChatAddress,
    card: Card,
    language: string,
    request: (body: TelegramBody) => Promise<Outcome>,
  ): Promise<Outcome> {
    const say = (text: Text) => texts.say(text, language);
    const outcome = await attempt(to, () => request(renderCard(card, say)));
    if (outcome.kind !== 'refused') return outcome;
    log.warn({ reason: outcome.reason }, 'telegram refused a card: tried again as plain text');
    const plain = await attempt(to, () => request(renderPlain(card, say)));
    return plain.kind === 'refused' ? outcome : plain;
  }

  async function attempt(to: ChatAddress, request: () => Promise<Outcome>): Promise<Outcome> {
    try {
      return await request();
    } catch (error) {
      const outcome = outcomeOf(error, to);
      return outcome.kind === 'later' && outcome.about === 'chat' ? limitedBy(to, outcome.afterMs) : outcome;
    }
  }

  /** Telegram does not say whether a limit is the chat's or the bot's. */
  function limitedBy({ nativeId }: ChatAddress, afterMs: number): Outcome {
    const now = clock.now();
    const isAll = limited !== undefined && limited.nativeId !== nativeId && limited.until > now;
    limited = { nativeId, until: now + SAME_LIMIT_MS };
    return { kind: 'later', afterMs, about: isAll ? 'platform' : 'chat' };
  }

  return {
    platform: 'telegram',
    post: (to, card, { language }) =>
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
