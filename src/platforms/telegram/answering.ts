import type { Api } from 'grammy';
import { GrammyError, InputFile } from 'grammy';
import type { Reply } from '../../chat/reply.ts';
import { createPace, type Pace } from '../../delivery/pace.ts';
import type { ChatAddress } from '../../model/chat.ts';
import type { Clock } from '../../model/clock.ts';
import type { Log } from '../../model/log.ts';
import type { Text } from '../../model/text.ts';
import { DEFAULT_LANGUAGE, type Texts } from '../../texts/texts.ts';
import type { Place } from './caller.ts';
import { outcomeOf } from './outcome.ts';
import type { TelegramBody } from './render-card.ts';
import { renderPlainReply, renderReply } from './render-reply.ts';

export interface AnsweringParts {
  readonly api: Api;
  readonly texts: Texts;
  readonly clock: Clock;
  readonly log: Log;
  /** The dispatcher's: answers count for it. */
  readonly pace: Pace;
  /** Ends waits, when the program stops. */
  readonly signal: AbortSignal;
}

export interface Answering {
  /** Whether one more answer leaves room for the chat's cards and for other people's questions. */
  hasRoom(place: Place): boolean;
  /** The same of the person alone, however much others ask. */
  hasPatience(place: Place): boolean;
  /** Answers with a message, below the one that asked where others read along. */
  send(reply: Reply, place: Place, replyTo: number): Promise<void>;
  /** Puts the answer in the place of a message of the bot. */
  replace(reply: Reply, place: Place, messageId: number): Promise<void>;
  say(text: Text, place: Place): string;
}

/** Half of what Telegram allows a group: the other half is for cards. */
const GROUP = { count: 10, spanMs: 60_000 };
const PRIVATE_CHAT = { count: 20, spanMs: 60_000 };
/** Of one person in a group. */
const PERSON = { count: 5, spanMs: 60_000 };
/** Longer than that, and nobody waits for the answer any more. */
const LONGEST_WAIT_S = 30;

export function createAnswering({ api, texts, clock, log, pace, signal }: AnsweringParts): Answering {
  const answers = createPace(
    { platform: null, chat: ({ nativeId }) => [nativeId.startsWith('-') ? GROUP : PRIVATE_CHAT] },
    clock,
  );

  const people = createPace(
    { platform: null, chat: ({ nativeId }) => [nativeId.startsWith('-') ? PERSON : PRIVATE_CHAT] },
    clock,
  );
  const hasPatience = (place: Place) => people.wait(personOf(place)).chat === 0;

  function say(text: Text, { language }: Pick<Place, 'language'>): string {
    return texts.say(text, language?.split('-')[0] ?? DEFAULT_LANGUAGE);
  }

  /** A body that Telegram refuses is sent once more without markup and buttons, so that there is an answer. */
  async function answer(reply: Reply, place: Place, call: (body: TelegramBody) => Promise<unknown>): Promise<void> {
    const said = (text: Text) => say(text, place);
    people.take(personOf(place));
    const outcome = await patiently(addressOf(place), () => call(renderReply(reply, said)));
    if (outcome?.kind !== 'refused') return;
    await patiently(addressOf(place), () => call(renderPlainReply(reply, said)));
  }

  /** An answer waits for its turn once; that its chat has gone is noticed by the next card. */
  async function patiently(to: ChatAddress, call: () => Promise<unknown>, isLast = false) {
    // Answers do not wait for the cards' pace, but they count for it.
    pace.take(to);
    answers.take(to);
    try {
      await call();
      return null;
    } catch (error) {
      const seconds = error instanceof GrammyError ? error.parameters.retry_after : undefined;
      if (seconds !== undefined && seconds <= LONGEST_WAIT_S && !isLast && !signal.aborted) {
        await clock.sleep(seconds * 1_000, signal);
        return patiently(to, call, true);
      }
      const outcome = outcomeOf(error, to);
      if (outcome.kind !== 'edited') log.warn({ outcome }, 'telegram did not take an answer');
      return outcome;
    }
  }

  return {
    say,
    hasPatience,
    hasRoom: (place) => answers.wait(addressOf(place)).chat === 0 && hasPatience(place),
    async send(reply, place, replyTo) {
      const thread = place.thread === '' ? {} : { message_thread_id: Number(place.thread) };
      const reply_parameters = { message_id: replyTo, allow_sending_without_reply: true };
      const quoting = place.type === 'private' || place.type === 'channel' ? {} : { reply_parameters };
      if (reply.kind === 'file') {
        const { name, content } = reply.file;
        await answer(reply, place, ({ text, parse_mode }) =>
          api.sendDocument(place.chatId, new InputFile(Buffer.from(content), name), {
            caption: text,
            ...(parse_mode ? { parse_mode } : {}),
            ...thread,
            ...quoting,
          }),
        );
        return;
      }
      await answer(reply, place, ({ text, ...options }) =>
        api.sendMessage(place.chatId, text, { ...options, ...thread, ...quoting }),
      );
    },
    async replace(reply, place, messageId) {
      await answer(reply, place, ({ text, ...options }) => api.editMessageText(place.chatId, messageId, text, options));
    },
  };
}

function addressOf({ chatId, thread }: Place): ChatAddress {
  return { platform: 'telegram', nativeId: String(chatId), thread };
}

/** A person in one chat, in the form of an address. */
function personOf(place: Place): ChatAddress {
  const address = addressOf(place);
  return { ...address, nativeId: `${address.nativeId}/${place.userId ?? 'chat'}` };
}
