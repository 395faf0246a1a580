import type { APIEmbed, APIEmbedField, RESTPostAPIChannelMessageJSONBody } from 'discord.js';
import type { Card, CardItem, CardSource, CardTable, Tone } from '../../model/card.ts';
import { message, type Text } from '../../model/text.ts';
import { cutAtWord } from '../../texts/cut-at-word.ts';
import { oneLine } from '../../texts/one-line.ts';
import { printable } from '../../texts/printable.ts';
import { figureGroups } from '../../cards/figure-groups.ts';
import { isSameHeadline } from '../../cards/is-same-headline.ts';
import { lineGroups, type LineGroup } from '../../cards/line-groups.ts';
import { safeLink } from '../../cards/safe-link.ts';
import { maskedLink, timestamp } from './discord-markup.ts';
import { escapeToFit } from './escape-to-fit.ts';
import { listToFit } from './list-to-fit.ts';
import { renderButtons, type ButtonRow } from './render-buttons.ts';
import { renderTable } from './render-table.ts';

/** Body of a message to post or to edit; an edit replaces all of it. */
export interface DiscordBody {
  readonly content?: string;
  readonly embeds: APIEmbed[];
  readonly components: ButtonRow[];
  readonly allowed_mentions: NonNullable<RESTPostAPIChannelMessageJSONBody['allowed_mentions']>;
}

type Say = (text: Text) => string;

const COLORS: Readonly<Record<Tone, number>> = {
  negative: 0xe5484d,
  positive: 0x30a46c,
  neutral: 0x4a90d9,
  unknown: 0x80848e,
};

/** Discord: embed limits, in characters of what is sent. */
const MAX_TITLE = 256;
const MAX_DESCRIPTION = 4096;
const MAX_TOTAL = 6000;
const MAX_URL = 2048;
const MAX_FIELDS = 25;
const MAX_FIELD_NAME = 256;
const MAX_FIELD_VALUE = 1024;
/** Ours: what is longer does not read as a card. */
const MAX_FOOTER = 500;
const MAX_HEADLINE = 140;
const MAX_PARAGRAPH = 1200;
const MAX_ALL_FIELDS = 2000;
const MAX_SOURCES = 8;
const MAX_NAME = 100;
const GAP = '\n\n';

/** A card as one embed with buttons, in one language. Everything in it stays within Discord's limits. */
export function renderCard(card: Card, say: Say): DiscordBody {
  const title = escapeToFit(oneLine(say(card.title)), MAX_TITLE) || say(message('card-untitled'));
  const footer = card.footer === null ? '' : cutAtWord(oneLine(say(card.footer)), MAX_FOOTER);
  const figures = card.tone !== null && card.table ? figureFields(card.table, say) : [];
  const fields = [...figures, ...sourceField(card.sources, say)];
  const used = title.length + footer.length + sum(fields.map(({ name, value }) => name.length + value.length));
  const { description, itemsShown } = describe(card, say, Math.min(MAX_DESCRIPTION, MAX_TOTAL - used));
  const url = safeLink(card.url, MAX_URL);
  const imageUrl = safeLink(card.imageUrl, MAX_URL);
  return {
    // An edit keeps what is left out: words that stood above go.
    content: '',
    embeds: [
      {
        title,
        ...(url === null ? {} : { url }),
        ...(card.tone === null ? {} : { color: COLORS[card.tone] }),
        ...(description === '' ? {} : { description }),
        ...(fields.length === 0 ? {} : { fields }),
        ...(imageUrl === null ? {} : { image: { url: imageUrl } }),
        ...(footer === '' ? {} : { footer: { text: footer } }),
        timestamp: new Date(card.asOf).toISOString(),
      },
    ],
    components: renderButtons(card.buttons, card.items.slice(0, itemsShown), say),
    allowed_mentions: { parse: [] },
  };
}

function figureFields(table: CardTable, say: Say): APIEmbedField[] {
  const fields: APIEmbedField[] = [];
  let length = 0;
  for (const { label, values } of figureGroups(table).slice(0, MAX_FIELDS - 1)) {
    const name = escapeToFit(oneLine(say(label)), MAX_FIELD_NAME) || '–';
    const lines = values.map(({ value, by }) => {
      const said = `**${escapeToFit(oneLine(say(value)) || '–', MAX_NAME)}**`;
      return by === null ? said : `${said}\n-# ${escapeToFit(oneLine(say(by)), MAX_NAME)}`;
    });
    const value = listToFit(lines, MAX_FIELD_VALUE, say).text;
    length += name.length + value.length;
    if (length > MAX_ALL_FIELDS) break;
    fields.push({ name, value, inline: true });
  }
  return fields;
}

/** Badges, paragraphs, table and items, as far as there is room. */
function describe(card: Card, say: Say, max: number): { readonly description: string; readonly itemsShown: number } {
  const { badges, lines, table, items, tone } = card;
  const parts: string[] = [];
  const left = () => max - sum(parts.map((part) => part.length + GAP.length));
  const add = (part: string) => {
    if (part !== '' && part.length <= left()) parts.push(part);
  };
  add(badgeLine(badges.map((badge) => oneLine(say(badge)))));
  for (const group of lineGroups(lines)) add(paragraph(group, left(), say));
  if (tone === null && table) add(listToFit(renderTable(table, say), left(), say).text);
  const list = listToFit(items.map(tone === null ? numberedItem(say) : outletItem(card, say)), left(), say);
  add(list.text);
  return { description: parts.join(GAP), itemsShown: list.count };
}

function badgeLine(badges: readonly string[]): string {
  const [first = '', ...rest] = badges.map((badge) => escapeToFit(badge, MAX_NAME)).filter((badge) => badge !== '');
  return first === '' ? '' : [`**${first}**`, ...rest].join(' · ');
}

function paragraph({ lines, isQuote }: LineGroup, max: number, say: Say): string {
  const shown = lines
    .map((line) => escapeToFit(printable(say(line)).trim(), MAX_PARAGRAPH).replace(/\n{3,}/g, GAP))
    .filter((line) => line !== '')
    .map((line) => (isQuote ? `> ${line.replaceAll('\n', '\n> ')}` : line));
  return listToFit(shown, max, say).text;
}

function numberedItem(say: Say) {
  return ({ title, url, note, at }: CardItem, index: number): string =>
    `**${index + 1}.** ${titleLink(title, url, say)}\n-# ${small(note, say)}${timestamp(at, 'R')}`;
}

/** Who wrote of the card's story, and under which headline where it is another than the card's. */
function outletItem(card: Card, say: Say) {
  const own = say(card.title);
  return ({ title, url, note, at }: CardItem): string => {
    const outlet = `${maskedLink(say(note), url, MAX_NAME) || '–'} · ${timestamp(at, 't')}`;
    const headline = isSameHeadline(title, own) ? '' : escapeToFit(oneLine(title), MAX_HEADLINE);
    return headline === '' ? outlet : `${outlet}\n-# ${headline}`;
  };
}

function titleLink(title: string, url: string | null, say: Say): string {
  return maskedLink(oneLine(title) || say(message('card-untitled')), url, MAX_HEADLINE);
}

function small(note: Text, say: Say): string {
  const escaped = escapeToFit(oneLine(say(note)), MAX_TITLE);
  return escaped === '' ? '' : `${escaped} · `;
}

function sourceField(sources: readonly CardSource[], say: Say): APIEmbedField[] {
  const named = sources.map(({ name, url, at }) => `${maskedLink(name, url, MAX_NAME) || '–'} ${timestamp(at, 't')}`);
  const { text: value } = listToFit(named, MAX_FIELD_VALUE, say, { most: MAX_SOURCES, separator: ' · ' });
  return value === '' ? [] : [{ name: say(message('card-reported-by')), value, inline: false }];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
