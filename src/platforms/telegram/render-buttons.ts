import type { InlineKeyboardButton } from 'grammy/types';
import type { Button, CardItem } from '../../model/card.ts';
import type { Text } from '../../model/text.ts';
import { cutAtWord } from '../../texts/cut-at-word.ts';
import { oneLine } from '../../texts/one-line.ts';
import { safeLink } from '../../cards/safe-link.ts';
import { encodeButton } from '../../chat/command-button.ts';

const MAX_URL = 2048;
/** Bot API: callback_data, in bytes. */
const MAX_DATA = 64;
const MAX_LABEL = 64;
const MAX_BUTTONS = 30;
const MAX_NUMBERED = 24;
const MAX_NUMBERS_A_ROW = 8;
const MAX_A_ROW = 3;
/** The longest label that a phone shows whole, by the number of buttons in its row. */
const LABEL_ROOM = [Infinity, Infinity, 18, 10];

/**
 * The keyboard under a message: first a numbered button for each item that a command tells more of, then the
 * buttons, as many in a row as a phone shows whole. What Telegram would refuse, and a second button with the same
 * command, is left out.
 */
export function renderButtons(
  buttons: readonly Button[],
  items: readonly CardItem[],
  say: (text: Text) => string,
): InlineKeyboardButton[][] {
  const seen = new Set<string>();
  const named = buttons.flatMap((button) => renderButton(button, oneLine(say(button.label)), seen));
  const numbered = items
    .slice(0, MAX_NUMBERED)
    .flatMap(({ command }, index) =>
      command === null ? [] : renderButton({ kind: 'command', label: '', command }, String(index + 1), seen),
    );
  return [...evenRows(numbered, MAX_NUMBERS_A_ROW), ...namedRows(named.slice(0, MAX_BUTTONS))];
}

function renderButton(button: Button, label: string, seen: Set<string>): InlineKeyboardButton[] {
  const id = button.kind === 'link' ? safeLink(button.url, MAX_URL) : encodeButton(button);
  if (id === null || id === '' || label === '' || seen.has(id)) return [];
  if (button.kind === 'command' && Buffer.byteLength(id) > MAX_DATA) return [];
  seen.add(id);
  const text = cutAtWord(label, MAX_LABEL);
  return button.kind === 'link' ? [{ text, url: id }] : [{ text, callback_data: id }];
}

/** Rows of nearly the same length, so that none is left with a single wide button. */
function evenRows<T>(buttons: readonly T[], most: number): T[][] {
  const rows: T[][] = [];
  for (let left = Math.ceil(buttons.length / most), at = 0; left > 0; left -= 1) {
    const length = Math.ceil((buttons.length - at) / left);
    rows.push(buttons.slice(at, at + length));
    at += length;
  }
  return rows;
}

function namedRows(buttons: readonly InlineKeyboardButton[]): InlineKeyboardButton[][] {
  if (longest(buttons) <= (LABEL_ROOM[MAX_A_ROW] ?? 0)) return evenRows(buttons, MAX_A_ROW);
  const rows: InlineKeyboardButton[][] = [];
  for (const button of buttons) {
    const last = rows.at(-1);
    if (last && longest([...last, button]) <= (LABEL_ROOM[last.length + 1] ?? 0)) last.push(button);
    else rows.push([button]);
  }
  return rows;
}

function longest(buttons: readonly InlineKeyboardButton[]): number {
  return Math.max(0, ...buttons.map(({ text }) => text.length));
}
