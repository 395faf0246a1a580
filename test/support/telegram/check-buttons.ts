import type { InlineKeyboardButton } from 'grammy/types';
import { z } from 'zod';
import { isLink } from './td-text.ts';

/** Clients show no more; not documented. */
const MAX_PER_ROW = 8;
/** Not documented. */
const MAX_BUTTONS = 100;
/** Bot API: InlineKeyboardButton, callback_data "1-64 bytes". */
const MAX_DATA_BYTES = 64;

const button = z.strictObject({
  text: z.string(),
  style: z.enum(['danger', 'success', 'primary']).optional(),
  url: z.string().optional(),
  callback_data: z.string().optional(),
  switch_inline_query: z.string().optional(),
  switch_inline_query_current_chat: z.string().optional(),
  copy_text: z.strictObject({ text: z.string() }).optional(),
});
const markup = z.strictObject({ inline_keyboard: z.array(z.array(button)) });

type Button = z.output<typeof button>;

/** An inline keyboard as the server takes it; rows without buttons are left out. Other keyboards are not played. */
export function checkButtons(given: unknown): {
  readonly problems: readonly string[];
  readonly rows: readonly (readonly InlineKeyboardButton[])[];
} {
  if (given === undefined) return { problems: [], rows: [] };
  const { data, error } = markup.safeParse(given);
  if (error) return { problems: [`Bad Request: can't parse inline keyboard: ${z.prettifyError(error)}`], rows: [] };
  const rows = data.inline_keyboard.filter((row) => row.length > 0);
  const problems = rows.flat().flatMap((item) => checkButton(item) ?? []);
  if (rows.flat().length > MAX_BUTTONS || rows.some((row) => row.length > MAX_PER_ROW)) {
    problems.push('Bad Request: reply markup is too long');
  }
  // Every button without a problem is of one kind, which the union of kinds asks for.
  return { problems, rows: rows as readonly (readonly InlineKeyboardButton[])[] };
}

function checkButton(item: Button): string | null {
  const { text, style: _style, ...kinds } = item;
  if (![text, ...Object.values(kinds)].every((value) => typeof value !== 'string' || value.isWellFormed())) {
    return 'Bad Request: strings must be encoded in UTF-8';
  }
  if (text.trim() === '') return 'Bad Request: inline keyboard button text must be non-empty';
  const { url, callback_data: data } = kinds;
  if (url !== undefined && url !== '') {
    return isLink(url) ? null : `Bad Request: inline keyboard button URL '${url}' is invalid: ${whyNoLink(url)}`;
  }
  if (data !== undefined && data !== '') {
    return Buffer.byteLength(data) > MAX_DATA_BYTES ? 'Bad Request: BUTTON_DATA_INVALID' : null;
  }
  if (kinds.copy_text) return kinds.copy_text.text === '' ? 'Bad Request: BUTTON_COPY_TEXT_INVALID' : null;
  if (kinds.switch_inline_query !== undefined || kinds.switch_inline_query_current_chat !== undefined) return null;
  return "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard";
}

function whyNoLink(url: string): string {
  const scheme = /^([a-z][a-z0-9+.-]{0,30}):\/\//i.exec(url)?.[1]?.toLowerCase();
  if (scheme !== undefined && !['http', 'https', 'tg', 'ton', 'tonsite'].includes(scheme)) {
    return 'Unsupported URL protocol';
  }
  return /^(?:[a-z]{2,5}:\/\/)?(?:[/?#:]|$)/i.test(url) ? 'URL host is empty' : 'Wrong HTTP URL';
}
