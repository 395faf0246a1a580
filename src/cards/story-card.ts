import { isDayWindow } from '../model/analysis.ts';
import type { FigureClaim, StoryContent, StoryFigure } from '../model/story.ts';
import { message, type Text } from '../model/text.ts';
import type { Card, CardItem, CardTable, Tone } from '../model/card.ts';
import { outletsDiffer } from '../newsroom/story-figures.ts';
import type { StoryRow } from '../store/stories.ts';

const MAX_ROWS = 8;
const MAX_BADGE_ASSETS = 4;

/** The live card of a story. */
export function storyCard(story: StoryRow): Card {
  const { id, content } = story;
  return {
    tone: toneOf(content),
    title: content.title,
    url: content.url,
    badges: [sentimentBadge(content), ...content.assets.slice(0, MAX_BADGE_ASSETS), ...outletBadge(content)],
    lines: content.summary === '' ? [] : [content.summary],
    table: figureTable(content),
    items: [],
    sources: content.sources.map(({ name, url, publishedAt }) => ({ name, url, at: publishedAt })),
    imageUrl: content.imageUrl,
    buttons: [
      ...(content.url === null ? [] : [{ kind: 'link' as const, label: message('card-open'), url: content.url }]),
      { kind: 'command', label: message('card-more'), command: `story ${id}` },
      { kind: 'command', label: message('card-mute'), command: `mute ${id}` },
    ],
    asOf: content.asOf,
    footer: message('card-footer', { id: String(id), importance: content.importance }),
  };
}

/** What the card of a story says last, when the chat has another of the story that it was merged into. */
export function absorbedCard(into: StoryRow): Card {
  const { id, content } = into;
  return {
    tone: toneOf(content),
    title: content.title,
    url: content.url,
    badges: [],
    lines: [message('card-absorbed')],
    table: null,
    items: [],
    sources: [],
    imageUrl: null,
    buttons: [{ kind: 'command', label: message('card-more'), command: `story ${id}` }],
    asOf: content.asOf,
    footer: message('card-footer', { id: String(id), importance: content.importance }),
  };
}

/** All that is known of a story: each outlet's headline, each figure's sentence. */
export function storyDetailCard(story: StoryRow, providerWords: readonly string[] = []): Card {
  const card = storyCard(story);
  const { content } = story;
  const sentences = [...new Set(content.figures.flatMap(({ claims }) => claims.map(({ sentence }) => sentence)))];
  const said = [content.summary, ...content.sources.map(({ title }) => title)];
  return {
    ...card,
    lines: [
      ...card.lines,
      ...(providerWords.length === 0
        ? []
        : [message('card-provider-sentiment', { words: [...new Set(providerWords)] })]),
      ...sentences
        .filter((sentence) => !said.some((text) => text.includes(sentence)))
        .slice(0, 5)
        .map(quoted),
    ],
    items: content.sources.map(({ name, title, url, publishedAt }) => ({
      title,
      url,
      note: name,
      at: publishedAt,
      command: null,
    })),
    sources: [],
    // To mute belongs to the live card, which not every chat has.
    buttons: card.buttons.filter(({ kind }) => kind === 'link'),
  };
}

/** One line of a list of stories. */
export function storyItem(story: StoryRow): CardItem {
  const { id, content } = story;
  const notes: Text[] = [sentimentBadge(content), ...outletBadge(content)];
  return {
    title: content.title,
    url: content.url,
    note: message('card-notes', { notes }),
    at: content.asOf,
    command: `story ${id}`,
  };
}

function toneOf({ sentiment }: StoryContent): Tone {
  return sentiment?.label ?? 'unknown';
}

function sentimentBadge({ sentiment }: StoryContent): Text {
  return sentiment
    ? message(`card-sentiment-${sentiment.label}`, { score: sentiment.score })
    : message('card-sentiment-unknown');
}

function outletBadge({ outletCount }: StoryContent): Text[] {
  return outletCount > 1 ? [message('card-outlets', { count: outletCount })] : [];
}

function quoted(sentence: string): Text {
  return message('card-quote', { sentence });
}

/** With one outlet, its name stands below the card once, not beside every figure. */
function figureTable({ figures, outletCount }: StoryContent): CardTable | null {
  const saidBy = (outlets: readonly string[]) => (outletCount > 1 ? [outlets.join(', ')] : []);
  const rows = figures.flatMap((figure) =>
    figure.claims.map((claim, index) => [
      index === 0 ? figureLabel(figure) : '',
      claimText(figure, claim),
      ...saidBy(claim.outlets),
    ]),
  );
  if (rows.length === 0) return null;
  const head = [message('card-figure'), message('card-value')];
  return { head: outletCount > 1 ? [...head, message('card-said-by')] : head, rows: rows.slice(0, MAX_ROWS) };
}

function figureLabel(figure: StoryFigure): Text {
  const { metric, asset, side, window } = figure;
  const details: Text[] = [];
  if (asset !== null) details.push(asset);
  if (side !== null) details.push(message(`card-side-${side}`));
  if (window !== null) details.push(windowText(window));
  if (outletsDiffer(figure)) details.push(message('card-outlets-differ'));
  const label = message(`card-metric-${metric.replace('_', '-')}`);
  return details.length === 0 ? label : message('card-metric-of', { label, details });
}

/** A day of the calendar is written as the reader's language does. */
function windowText(window: string): Text {
  return isDayWindow(window) ? message('card-window-day', { at: Date.parse(window) }) : window;
}

function claimText({ unit }: StoryFigure, { value, high, qualifier, direction }: FigureClaim): Text {
  const amount = high === null ? message('card-amount', { value, unit }) : message('card-range', { value, high, unit });
  const qualified = qualifier === null ? amount : message(`card-${qualifier.replace('_', '-')}`, { amount });
  return direction === null ? qualified : message(`card-${direction}`, { amount: qualified });
}
