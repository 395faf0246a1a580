import type { Card } from '../../model/card.ts';
import { message, type Text } from '../../model/text.ts';
import { oneLine } from '../../texts/one-line.ts';
import { plainLines } from '../../cards/plain-lines.ts';
import { escapeToFit } from './escape-to-fit.ts';
import type { DiscordBody } from './render-card.ts';

/** Discord: message content of bots. */
const MAX_CONTENT = 2000;
const MAX_LINE = 600;

/** A card as words alone, for where the rich form was refused. */
export function renderPlain(card: Card, say: (text: Text) => string): DiscordBody {
  let content = '';
  for (const line of plainLines(card, (text) => oneLine(say(text)))) {
    const next = `${content}${content === '' ? '' : '\n'}${escapeToFit(oneLine(line), MAX_LINE)}`;
    if (next.length > MAX_CONTENT) break;
    content = next;
  }
  return {
    content: content || escapeToFit(say(message('card-untitled')), MAX_LINE),
    embeds: [],
    components: [],
    allowed_mentions: { parse: [] },
  };
}
