import { GrammyError, type Bot } from 'grammy';
import type { CallbackQuery, Message } from 'grammy/types';
import { decodeButton } from '../../chat/command-button.ts';
import { commandAtStart } from '../../chat/command-names.ts';
import type { CommandDispatch } from '../../chat/dispatch.ts';
import type { Reply } from '../../chat/reply.ts';
import type { Log } from '../../model/log.ts';
import { message, type Text } from '../../model/text.ts';
import { cutAtWord } from '../../texts/cut-at-word.ts';
import { printable } from '../../texts/printable.ts';
import type { Answering } from './answering.ts';
import { callerAt, type CallerParts, type Place } from './caller.ts';
import { encodeStart } from './deep-link.ts';
import { reasonOf } from './outcome.ts';
import { chatOf } from './place.ts';

export interface PressParts extends CallerParts {
  readonly bot: Bot;
  readonly commands: CommandDispatch;
  readonly answering: Answering;
  readonly log: Log;
}

/** Bot API: answerCallbackQuery. */
const MAX_TOAST = 200;

/** What the presser alone sees. */
type Notice = { readonly text?: string; readonly show_alert?: boolean; readonly url?: string };

/** Runs the command of a button that was pressed under a message of the bot. */
export function createPress(parts: PressParts): (query: CallbackQuery) => Promise<void> {
  const { bot, commands, services, answering, log } = parts;

  async function pressed(query: CallbackQuery): Promise<void> {
    const { message: under, data } = query;
    const place = placeOfPress(query);
    if (!under || !place) return;
    // A client can send any data with any message: only what stands under it counts.
    if (!('text' in under) || data === undefined || !hasButton(under, data)) {
      await notify(query, alert(message('telegram-old-button'), place));
      return;
    }
    const { command, replaces } = decodeButton(data);
    const isQuestion = commandAtStart(command, services.commands)?.command.access === 'anyone';
    const isForAll = place.type === 'channel' || (place.type !== 'private' && !replaces);
    if (isQuestion && isForAll) {
      await notify(query, toPrivateChat(command, place));
      return;
    }
    if (isQuestion && !answering.hasRoom(place)) {
      await notify(query, alert(message('telegram-too-fast'), place));
      return;
    }
    const reply = await commands.answered(async () => commands.runText(command, await callerAt(place, parts)));
    const notice = noticeOf(reply, place, replaces);
    await notify(query, notice ?? {});
    if (notice !== null) return;
    if (replaces && reply.kind !== 'file') await answering.replace(reply, place, under.message_id);
    else await answering.send(reply, place, under.message_id);
  }

  /** Where many read, what one asks is answered to that one: the others would be flooded. */
  function toPrivateChat(command: string, place: Place): Notice {
    const payload = encodeStart(command);
    return payload === null
      ? alert(message('telegram-ask-privately'), place)
      : { url: `https://t.me/${bot.botInfo.username}?start=${payload}` };
  }

  /** What can be said in a word needs no message: nobody else asked. */
  function noticeOf(reply: Reply, place: Place, replaces: boolean): Notice | null {
    if (reply.kind === 'error') return alert(reply.text, place);
    const isWord = reply.kind === 'text' && (reply.buttons ?? []).length === 0 && !replaces;
    return isWord ? { text: toast(reply.text, place) } : null;
  }

  function alert(text: Text, place: Place): Notice {
    return { text: toast(text, place), show_alert: true };
  }

  function toast(text: Text, place: Place): string {
    return cutAtWord(printable(answering.say(text, place)), MAX_TOAST);
  }

  async function notify({ id }: CallbackQuery, notice: Notice): Promise<void> {
    try {
      await bot.api.answerCallbackQuery(id, notice);
    } catch (error) {
      // Too old, most likely: the button has stopped to wait, but what it was pressed for is done, and is still to be shown.
      if (error instanceof GrammyError && error.error_code === 400) return;
      log.warn({ reason: reasonOf(error) }, 'telegram did not take the answer to a button');
    }
  }

  return pressed;
}

function placeOfPress({ message: under, from }: CallbackQuery): Place | null {
  if (!under) return null;
  return { ...chatOf(under.chat, under), userId: from.id, language: from.language_code };
}

function hasButton({ reply_markup: markup }: Message, data: string): boolean {
  const buttons = markup?.inline_keyboard.flat() ?? [];
  return buttons.some((button) => 'callback_data' in button && button.callback_data === data);
}
