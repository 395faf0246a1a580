import { isLevel, type Doubt, type Figure, type Metric } from '../model/analysis.ts';
import type { AssetCatalogue } from './asset-catalogue.ts';
import { loadAssets, readerOf } from './assets.ts';
import { createFigureList } from './figures/collect-figures.ts';
import { findDoubts } from './figures/find-doubts.ts';
import { clauseSign } from './figures/figure-sign.ts';
import { isCurrency } from './figures/figure-currency.ts';
import { describeFigures, type PlacedFigure } from './figures/figure-describe.ts';
import { findNumbers } from './figures/figure-numbers.ts';
import type { Mention } from './figures/figure-numbers.ts';
import { periodOf, type Period } from './figures/figure-period.ts';
import { readIndexLevels, type IndexLevel } from './figures/read-index.ts';
import { joinRanges } from './figures/figure-ranges.ts';
import { splitSentences } from './sentences.ts';
import type { Sentence } from './sentences.ts';

/** A figure for those who measure or show where it stands. */
export interface ExtractedFigure {
  readonly metric: Metric;
  readonly kind: 'money' | 'percent' | 'bps' | 'points' | 'multiple' | 'coins';
  /** In `unit`, magnitudes applied, unsigned; a range has both ends. */
  readonly value: number | readonly [number, number];
  readonly unit: string;
  /** ISO 4217, of money. */
  readonly currency: string | null;
  readonly qualifier: Figure['qualifier'];
  readonly direction: Figure['direction'];
  /** -1 for what fell, was lost, flowed out or is written with a minus, 1 for the opposite, 0 where nothing moved. */
  readonly sign: -1 | 0 | 1;
  readonly asset: string | null;
  readonly side: Figure['side'];
  readonly window: string | null;
  /** When the window was, where the publication is known. */
  readonly period: Period | null;
  /** Who is named as its origin. */
  readonly source: string | null;
  readonly sentence: string;
  /** UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
  readonly doubt: Doubt | null;
}

const MOST_FIGURES = 40;
/** Of hostile text only: so many numbers are looked at, repeated ones included. */
const MOST_NUMBERS = 400;
const MOST_TEXT = 50_000;
const LONGEST_SENTENCE = 600;
/** A number in words is one only with such a unit. */
const MAY_HAVE_FIGURES = /\d|percent|per cent|dollar|euro|illion|cents|basis point/i;

/**
 * The numbers of a text with their meaning, in the order of the text, at most 40; hand in the title first.
 * Money, percents, basis points, points, multiples and amounts of an asset count; dates, versions and bare
 * numbers do not. One that is repeated is given once, by the sentence that says most of it and with what the others
 * add. Prices and levels in a sentence without an asset belong to the one that more than half
 * of the text's mentions name.
 *
 * `mentions` are the assets with a price that the text names, ascending; days are told from `publishedAt` (ms). Reads
 * the first 50,000 characters, in linear time.
 */
export function readFigures(
  text: string,
  mentions: readonly Mention[],
  publishedAt: number | null = null,
): readonly Figure[] {
  const figures = placeFigures(text, mentions, publishedAt).map(({ start: _start, end: _end, ...figure }) => figure);
  const doubts = findDoubts(figures);
  return figures.map((figure, place) => ({ ...figure, doubt: doubts.get(place) ?? null }));
}

/**
 * The figures of a text in their order, each once; see `readFigures`. Of `publishedAt` (ms) weekdays, dates and spans
 * are told from it. `catalogue` tells which words are assets; the
 * one that comes with the program by default.
 */
export function extractFigures(
  text: string,
  {
    publishedAt = null,
    catalogue = loadAssets(),
  }: { readonly publishedAt?: number | null; readonly catalogue?: AssetCatalogue } = {},
): readonly ExtractedFigure[] {
  const mentions = readerOf(catalogue).pricedMentions(text.slice(0, MOST_TEXT));
  const figures = placeFigures(text, mentions, publishedAt).toSorted((a, b) => a.start - b.start);
  const doubts = findDoubts(figures);
  return figures.map((figure, place) => ({
    metric: figure.metric,
    kind: kindOf(figure.unit),
    value: figure.high === null ? figure.value : [figure.value, figure.high],
    unit: figure.unit,
    currency: kindOf(figure.unit) === 'money' ? figure.unit : null,
    qualifier: figure.qualifier,
    direction: figure.direction,
    sign: signOf(figure),
    asset: figure.asset,
    side: figure.side,
    window: figure.window,
    period: publishedAt === null ? null : periodOf(figure.window, publishedAt),
    source: figure.namedSource,
    sentence: figure.sentence,
    start: figure.start,
    end: figure.end,
    doubt: doubts.get(place) ?? null,
  }));
}

const KINDS: Readonly<Record<string, ExtractedFigure['kind']>> = {
  '%': 'percent',
  bps: 'bps',
  points: 'points',
  x: 'multiple',
};

function kindOf(unit: string): ExtractedFigure['kind'] {
  return KINDS[unit] ?? (isCurrency(unit) ? 'money' : 'coins');
}

function signOf({ direction, metric, sentence, text }: Figure): ExtractedFigure['sign'] {
  if (direction !== null) return direction === 'up' ? 1 : -1;
  if (LOST.has(metric)) return -1;
  if (STANDS.has(metric) || isLevel(metric)) return 0;
  const start = sentence.indexOf(text);
  return clauseSign(sentence, start, start + text.length);
}

/** Standing sizes: what moved to them is told by their direction. */
const STANDS: ReadonlySet<Metric> = new Set<Metric>(['price', 'cost', 'cost_basis', 'hashprice', 'holding']);

const LOST: ReadonlySet<Metric> = new Set<Metric>(['loss', 'paper_loss', 'theft', 'fine', 'liquidation']);

/** The same, with the place of each in the text. */
function placeFigures(text: string, mentions: readonly Mention[], publishedAt: number | null): readonly PlacedFigure[] {
  const read = text.slice(0, MOST_TEXT);
  if (!MAY_HAVE_FIGURES.test(read)) return [];
  const facts = {
    symbols: new Set(mentions.map(({ symbol }) => symbol)),
    subject: mainSubject(mentions),
    publishedAt,
    company: null,
  };
  const figures = createFigureList();
  let looked = 0;
  let next = 0;
  for (const sentence of splitSentences(read).flatMap(cutLong)) {
    const own: Mention[] = [];
    const end = sentence.start + sentence.text.length;
    for (let mention = mentions[next]; mention && mention.start < end; mention = mentions[next]) {
      if (mention.start >= sentence.start) own.push(within(mention, sentence.start));
      next += 1;
    }
    if (!MAY_HAVE_FIGURES.test(sentence.text)) continue;
    const numbers = [...joinRanges(sentence.text, findNumbers(sentence.text, own))];
    const described = describeFigures(sentence.text, numbers, own, facts);
    const levels = readIndexLevels(sentence.text, own).filter(
      (level) => !numbers.some(({ start, end }) => start < level.end && level.start < end),
    );
    for (const figure of [...described, ...levels.map((level) => indexFigure(level, sentence.text))]) {
      figures.add({ ...figure, start: sentence.start + figure.start, end: sentence.start + figure.end });
      if (figures.size === MOST_FIGURES) return figures.told();
    }
    looked += numbers.length;
    if (looked > MOST_NUMBERS) break;
  }
  return figures.told();
}

function indexFigure(level: IndexLevel, sentence: string): PlacedFigure {
  return {
    ...level,
    metric: 'index',
    high: null,
    unit: 'points',
    qualifier: null,
    side: null,
    window: null,
    namedSource: null,
    sentence,
  };
}

function within({ symbol, start, end }: Mention, from: number): Mention {
  return { symbol, start: start - from, end: end - from };
}

function mainSubject(mentions: readonly Mention[]): string | null {
  const counts = new Map<string, number>();
  for (const { symbol } of mentions) counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
  for (const [symbol, count] of counts) if (count > mentions.length / 2) return symbol;
  return null;
}

/** Cuts a sentence of more than 600 characters at words, so that each figure is read in bounded time. */
function cutLong({ text, start }: Sentence): readonly Sentence[] {
  if (text.length <= LONGEST_SENTENCE) return [{ text, start }];
  const pieces: Sentence[] = [];
  let from = 0;
  while (from < text.length) {
    const piece = text.slice(from, from + LONGEST_SENTENCE);
    const space = from + piece.length < text.length ? piece.lastIndexOf(' ') : -1;
    const length = space > LONGEST_SENTENCE / 2 ? space : piece.length;
    const trimmed = piece.slice(0, length).trim();
    if (trimmed !== '') {
      pieces.push({ text: trimmed, start: start + from + piece.indexOf(trimmed) });
    }
    from += length;
  }
  return pieces;
}
