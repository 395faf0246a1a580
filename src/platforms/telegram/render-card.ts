import type { InlineKeyboardMarkup, LinkPreviewOptions } from 'grammy/types';
import type { Card, CardItem, CardSource, CardTable, Tone } from '../../model/card.ts';
import { message, type Text } from '../../model/text.ts';
import { figureGroups } from '../../cards/figure-groups.ts';
import { isSameHeadline } from '../../cards/is-same-headline.ts';
import { lineGroups } from '../../cards/line-groups.ts';
import { safeLink } from '../../cards/safe-link.ts';
import { fits, listToFit, type FittedList, type Room } from './list-to-fit.ts';
import { renderButtons } from './render-buttons.ts';
import { renderTable } from './render-table.ts';
import { agoTime, clockTime } from './render-time.ts';
import { sayInert, sayInertLine } from './say-inert.ts';
import { bold, italic, join, link, NOTHING, quote, words, type Piece } from './telegram-markup.ts';

/** Body of a message to post or to edit; without `reply_markup` an edit takes the buttons away. */
export interface TelegramBody {
  readonly text: string;
  readonly parse_mode?: 'HTML';
  readonly link_preview_options: LinkPreviewOptions;
  readonly reply_markup?: InlineKeyboardMarkup;
}

type Say = (text: Text) => string;

/** The one mark of a card: colour is read before words. */
const MARKS: Readonly<Record<Tone, string>> = { negative: '🔴', positive: '🟢', neutral: '🔵', unknown: '⚪️' };

/** Bot API: sendMessage, after parsing. */
const MAX_TEXT = 4096;
/** Telegram shows no more than 100; where one crosses another it may count as two. */
const MAX_ENTITIES = 90;
const MAX_URL = 2048;
/** Ours: what is longer does not read as a card. */
const MAX_TITLE = 256;
const MAX_HEADLINE = 140;
const MAX_PARAGRAPH = 1000;
const MAX_FOOTER = 400;
const MAX_NAME = 80;
const MAX_SOURCES = 8;
const MAX_BADGES = 12;
const MAX_AIRY_ITEMS = 15;
const GAP = '\n\n';

/** A card as one message in one language, as HTML that Telegram parses, within its limits. */
export function renderCard(card: Card, say: Say): TelegramBody {
  const { text, itemsShown } = write(card, say);
  const keyboard = renderButtons(card.buttons, card.items.slice(0, itemsShown), say);
  const imageUrl = safeLink(card.imageUrl, MAX_URL);
  return {
    text: text.html,
    parse_mode: 'HTML',
    link_preview_options: imageUrl === null ? { is_disabled: true } : { url: imageUrl, prefer_small_media: true },
    ...(keyboard.length === 0 ? {} : { reply_markup: { inline_keyboard: keyboard } }),
  };
}

/** Title and small print are certain; the rest follows in its order as far as there is room. */
function write(card: Card, say: Say): { readonly text: Piece; readonly itemsShown: number } {
  const { lines, table, sources, tone, footer } = card;
  const groups = lineGroups(lines);
  const parts = [heading(card, say)];
  const smallPrint = italic(join([asOf(card, say), said(footer ?? '', MAX_FOOTER, say)], ' · '));
  const room = (): Room => {
    const { length, entities } = join([...parts, smallPrint], GAP);
    return { length: MAX_TEXT - length - 2 * GAP.length, entities: MAX_ENTITIES - entities };
  };
  const add = (part: Piece) => {
    if (fits(part, room())) parts.push(part);
  };
  for (const { lines: paragraph } of groups.filter(({ isQuote }) => !isQuote)) add(linesToFit(paragraph, room(), say));
  if (table) add(listToFit(tone === null ? renderTable(table, say) : figures(table, say), room(), say).piece);
  for (const { lines: sentences } of groups.filter(({ isQuote }) => isQuote))
    add(quote(linesToFit(sentences, room(), say)));
  const list = itemList(card, room(), say);
  add(list.piece);
  add(sourceLine(sources, room(), say));
  return { text: join([...parts, smallPrint], GAP), itemsShown: list.count };
}

/** Where neither an outlet nor a story of the card has a time of its own. */
function asOf({ tone, sources, items, asOf }: Card, say: Say): Piece {
  if (tone === null || sources.length > 0 || items.length > 0) return NOTHING;
  return join([said(message('card-as-of'), MAX_NAME, say), clockTime(asOf, say)], ' ');
}

/** The title, the badges right below. */
function heading({ tone, title, url, badges }: Card, say: Say): Piece {
  const mark = tone === null ? NOTHING : words(MARKS[tone], MAX_NAME);
  const shown = join([mark, bold(link(titlePiece(title, MAX_TITLE, say), url))], ' ');
  const marks = badges.slice(0, MAX_BADGES).map((badge) => said(badge, MAX_NAME, say));
  return join([shown, join(marks, ' · ')], '\n');
}

function titlePiece(title: Text, max: number, say: Say): Piece {
  const piece = said(title, max, say);
  return piece.length > 0 ? piece : said(message('card-untitled'), max, say);
}

function linesToFit(lines: readonly Text[], room: Room, say: Say): Piece {
  const pieces = lines.map((line) =>
    words(
      sayInert(line, say)
        .replace(/\n{3,}/g, GAP)
        .trim(),
      MAX_PARAGRAPH,
    ),
  );
  const shown = pieces.filter(({ length }) => length > 0);
  // A quote around them is one more.
  return listToFit(shown, { ...room, entities: room.entities - 1 }, say).piece;
}

function figures(table: CardTable, say: Say): Piece[] {
  return figureGroups(table).map(({ label, values }) => {
    const amounts = values.map(({ value, by }) => {
      const amount = bold(said(value, MAX_NAME, say));
      return by === null ? amount : join([amount, italic(said(by, MAX_NAME, say))], ' ');
    });
    return join([said(label, MAX_NAME, say), join(amounts, ' · ')], ': ');
  });
}

/** Stories of a list stand apart unless that makes it endless. */
function itemList(card: Card, room: Room, say: Say): FittedList {
  if (card.tone !== null) return listToFit(card.items.map(outletItem(card, say)), room, say);
  const separator = card.items.length <= MAX_AIRY_ITEMS ? GAP : '\n';
  return listToFit(card.items.map(numberedItem(say)), room, say, { separator });
}

function numberedItem(say: Say) {
  return ({ title, url, note, at }: CardItem, index: number): Piece => {
    const headline = join([words(`${index + 1}.`, MAX_NAME), link(titlePiece(title, MAX_HEADLINE, say), url)], ' ');
    return join([headline, join([said(note, MAX_TITLE, say), agoTime(at, say)], ' · ')], '\n');
  };
}

/** Who wrote of the card's story, and under which headline where it is another than the card's. */
function outletItem(card: Card, say: Say) {
  const own = say(card.title);
  return ({ title, url, note, at }: CardItem): Piece => {
    const outlet = join([link(said(note, MAX_NAME, say), url), clockTime(at, say)], ' · ');
    return isSameHeadline(title, own) ? outlet : join([outlet, italic(said(title, MAX_HEADLINE, say))], '\n');
  };
}

function sourceLine(sources: readonly CardSource[], room: Room, say: Say): Piece {
  const label = said(message('card-reported-by'), MAX_NAME, say);
  const named = sources.map(({ name, url, at }) =>
    join([link(said(name, MAX_NAME, say), url), clockTime(at, say)], ' '),
  );
  const { piece: list } = listToFit(named, { ...room, length: room.length - label.length - 1 }, say, {
    most: MAX_SOURCES,
    separator: ' · ',
  });
  return list.length === 0 ? list : join([label, list], ' ');
}

/** A text on one line. */
function said(text: Text, max: number, say: Say): Piece {
  return words(sayInertLine(text, say), max);
}
