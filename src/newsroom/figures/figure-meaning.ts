import type { Figure, Metric } from '../../model/analysis.ts';
import { forEachAround } from './figure-metric.ts';
import type { FigureKind, FigurePlace } from './figure-metric.ts';
import type { Mention } from './figure-numbers.ts';

/** Amounts of these speak of a stock or a deed; only a verb right before them gives a direction. */
const STILL: ReadonlySet<Metric> = new Set<Metric>(['liquidation', 'theft', 'fine', 'holding', 'cost', 'loss']);

/** The sign by the written one, else by the nearest word of direction in the clause. */
export function readDirection(place: FigurePlace, kind: FigureKind, metric: Metric): Figure['direction'] {
  if (place.number.sign) return place.number.sign;
  const next = place.words[place.last + 1]?.word ?? '';
  const relative = kind === 'percent' || kind === 'points' || kind === 'bps';
  if (relative && /^(?:below|under|lower|beneath)$/.test(next)) return 'down';
  if (relative && /^(?:above|higher)$/.test(next)) return 'up';
  if (metric === 'flow' && !relative) return flowDirection(place);
  if (comesFrom(place)) return null;
  const reach = relative ? 9 : STILL.has(metric) ? 3 : 6;
  return nearestDirection(place, reach, relative);
}

/** "up from an initial $500 million": the verb is about the other end. */
function comesFrom({ words, first }: FigurePlace): boolean {
  return words.slice(Math.max(0, first - 3), first).some(({ word }) => word === 'from');
}

function nearestDirection(place: FigurePlace, reach: number, relative: boolean): Figure['direction'] {
  const reachRight = relative ? 3 : 2;
  let best = Infinity;
  let direction: Figure['direction'] = null;
  forEachAround(place, reach, (word, far, index) => {
    const right = index > place.last;
    const distance = right ? far + 0.5 : far;
    if (distance >= best || (right && far > reachRight)) return;
    const found = word.direction ?? (relative ? LOSS_OR_PROFIT.get(word.word) : undefined);
    if (!found || (word.word === 'up' && place.words[index + 1]?.word === 'to')) return;
    best = distance;
    direction = found;
  });
  return direction;
}

const LOSS_OR_PROFIT: ReadonlyMap<string, 'up' | 'down'> = new Map([
  ['loss', 'down'],
  ['losses', 'down'],
  ['profit', 'up'],
  ['profits', 'up'],
]);

function flowDirection(place: FigurePlace): Figure['direction'] {
  let best = Infinity;
  let direction: Figure['direction'] = null;
  forEachAround(place, 14, (word, distance) => {
    if (word.metric?.metric !== 'flow' || distance >= best) return;
    best = distance;
    direction = word.direction ?? (/^with|^redeem/.test(word.word) ? 'down' : null);
  });
  return direction;
}

const SIDED = new Set(
  'position positions futures contract contracts liquidation liquidations traders bets holders side leverage'.split(
    ' ',
  ),
);

/** Which side of the market was hit: "long positions", "shorts". */
export function readSide(place: FigurePlace, metric: Metric): Figure['side'] {
  if (metric !== 'liquidation' && metric !== 'open_interest' && metric !== 'loss') return null;
  let best = Infinity;
  let side: Figure['side'] = null;
  forEachAround(place, 9, ({ word }, distance, index) => {
    if (distance >= best || !/^(?:long|short)s?$/.test(word)) return;
    if (!word.endsWith('s') && !SIDED.has(place.words[index + 1]?.word ?? '')) return;
    best = distance;
    side = word.startsWith('long') ? 'long' : 'short';
  });
  return side;
}

const CROSSED_COMMA = 30;
const CROSSED_FIGURE = 60;
const RIGHT = 10;

/**
 * The asset named nearest to the figure, commas and other figures in between counting as distance.
 * `mentions` are those of the sentence, `at` and `to` the figure's span in it.
 */
export function nearestAsset(sentence: string, at: number, to: number, mentions: readonly Mention[]): string | null {
  let best = Infinity;
  let symbol: string | null = null;
  for (const mention of mentions) {
    const right = mention.start >= to;
    const between = right ? sentence.slice(to, mention.start) : sentence.slice(mention.end, at);
    const inside = mention.start >= at && mention.end <= to;
    const distance = inside ? 0 : between.length + (right ? RIGHT : 0) + crossings(between);
    if (distance < best) {
      best = distance;
      symbol = mention.symbol;
    }
  }
  return symbol;
}

function crossings(between: string): number {
  let cost = 0;
  for (const match of between.matchAll(/[,;:—–]\s|\d[\d.,]*/g)) {
    cost += /^\d/.test(match[0]) ? CROSSED_FIGURE : CROSSED_COMMA;
  }
  return cost;
}
