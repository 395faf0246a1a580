import type { Message, Text, TextArg } from '../../model/text.ts';
import { printable } from '../../texts/printable.ts';

/** Takes no room, allows no line break, and ends what Telegram would make a link of. */
const JOINER = '\u2060';
/** Mentions, hashtags, `$BTC`; addresses with a scheme and without, of names and of numbers. */
const MARKS =
  /[@#](?=[\p{L}\p{N}_])|\$(?=[A-Za-z])|:(?=\/\/)|(?<=[\p{L}\p{N}_-])\.(?=[\p{L}_-])|(?<=\d)\.(?=\d{1,3}\.\d)/gu;
const COMMANDS = /(?<![\p{L}\p{N}_])\/(?=\w)/gu;

/** Stand around a call such as `/latest btc` that is to be copied; `printable` lets neither in from outside. */
export const CALL_BEGINS = '\ue000';
export const CALL_ENDS = '\ue001';
const CALL_STARTS = /\ue000\//g;
const CALL = /^\/[a-z0-9_]{1,32}(?: .{1,200})?$/;

/**
 * Says a text, printable, so that Telegram makes nothing clickable of it but the commands that stand in our own
 * messages: what comes from outside could mention people, or lead anywhere. Calls with options stand between
 * `CALL_BEGINS` and `CALL_ENDS`.
 */
export function sayInert(text: Text, say: (text: Text) => string): string {
  return inert(typeof text === 'string' ? foreign(text) : say(withForeignArgs(text)));
}

/** The same on one line, with calls as words like others that cannot be pressed either. */
export function sayInertLine(text: Text, say: (text: Text) => string): string {
  return sayInert(text, say).replace(CALL_STARTS, `/${JOINER}`).replaceAll(CALL_ENDS, '').replace(/\s+/g, ' ').trim();
}

/** Text without mentions, links, hashtags; commands in it stay. */
function inert(text: string): string {
  return text.replace(MARKS, `$&${JOINER}`);
}

function foreign(text: string): string {
  return printable(text).replace(COMMANDS, `/${JOINER}`);
}

function withForeignArgs({ id, args = {} }: Message): Message {
  return { id, args: Object.fromEntries(Object.entries(args).map(([name, value]) => [name, foreignArg(value)])) };
}

function foreignArg(value: TextArg): TextArg {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return CALL.test(value) ? CALL_BEGINS + printable(value) + CALL_ENDS : foreign(value);
  if ('id' in value) return withForeignArgs(value);
  return value.map((text) => (typeof text === 'string' ? foreign(text) : withForeignArgs(text)));
}
