import type { Card } from '../../model/card.ts';
import type { Text } from '../../model/text.ts';
import { message } from '../../model/text.ts';
import { cutAtWord } from '../../texts/cut-at-word.ts';
import { plainLines } from '../../cards/plain-lines.ts';
import type { TelegramBody } from './render-card.ts';
import { sayInertLine } from './say-inert.ts';

/** Bot API: sendMessage. */
const MAX_TEXT = 4096;
const MAX_LINE = 600;

/** A card as words alone, for where the rich form was refused. */
export function renderPlain(card: Card, say: (text: Text) => string): TelegramBody {
  let text = '';
  for (const line of plainLines(card, (said) => sayInertLine(said, say))) {
    const next = `${text}${text === '' ? '' : '\n'}${cutAtWord(line, MAX_LINE)}`;
    if (next.length > MAX_TEXT) break;
    text = next;
  }
  return { text: text || say(message('card-untitled')), link_preview_options: { is_disabled: true } };
}
