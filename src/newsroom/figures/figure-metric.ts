import type { Metric } from '../../model/analysis.ts';
import { FIGURE_COST } from './figure-clause.ts';
import type { ClauseWord } from './figure-clause.ts';
import type { FoundNumber } from './figure-numbers.ts';
import { ARRIVAL, CROSSING, FORECAST, HEDGES, LEVEL_NOUNS } from './figure-words.ts';

/** One figure in its sentence: its words are `words[first..last]`. */
export interface FigurePlace {
  readonly words: readonly ClauseWord[];
  readonly first: number;
  readonly last: number;
  readonly number: FoundNumber;
  /** As written. */
  readonly text: string;
}

export type FigureKind = 'percent' | 'bps' | 'points' | 'multiple' | 'coins' | 'small' | 'big';

const CURRENCY = /^[A-Z]{3}$/;
const BIG_MONEY = 1e6;
const REACH = 14;
const COST_PER_WORD = 0.8;
const LINKED = 3;

const MEANT: Readonly<Record<FigureKind, ReadonlySet<Metric>>> = {
  percent: new Set<Metric>(
    'open_interest volume flow market_cap funding rate holding liquidation cost'.split(' ') as Metric[],
  ),
  bps: new Set<Metric>(['rate', 'funding', 'cost']),
  points: new Set<Metric>(['rate', 'index']),
  multiple: new Set<Metric>(),
  coins: new Set<Metric>(['holding', 'flow', 'theft', 'liquidation', 'volume', 'open_interest']),
  small: new Set<Metric>(['cost', 'fine', 'theft', 'loss', 'liquidation', 'holding', 'volume']),
  big: new Set<Metric>(
    'liquidation flow open_interest market_cap volume loss holding fine theft cost'.split(' ') as Metric[],
  ),
};

export function kindOf(number: FoundNumber, coins: ReadonlySet<string>): FigureKind {
  if (number.unit === '%') return 'percent';
  if (number.unit === 'bps') return 'bps';
  if (number.unit === 'points') return 'points';
  if (number.unit === 'x') return 'multiple';
  if (coins.has(number.unit) || !CURRENCY.test(number.unit)) return 'coins';
  return (number.high ?? number.value) >= BIG_MONEY ? 'big' : 'small';
}

/** What a figure measures, by the nearest noun or verb of its clause that fits its kind. */
export function readMetric(place: FigurePlace, kind: FigureKind, moves: boolean): Metric {
  const nearest = nearestMetric(place, MEANT[kind]);
  if (kind === 'small') return smallMoney(place, nearest);
  if (kind === 'bps') return nearest && nearest.score >= 3 ? nearest.metric : 'rate';
  if (kind === 'points') return moves ? 'change' : (nearest?.metric ?? 'amount');
  if (nearest && nearest.score >= (kind === 'percent' ? 4 : 2)) return nearest.metric;
  return kind === 'percent' && moves ? 'change' : 'amount';
}

interface Candidate {
  readonly metric: Metric;
  readonly score: number;
}

function nearestMetric(place: FigurePlace, meant: ReadonlySet<Metric>): Candidate | null {
  if (meant.size === 0) return null;
  const linkedRight = LINKS_RIGHT.has(place.words[place.last + 1]?.word ?? '');
  const linkedLeft = LINKS_LEFT.has(wordBefore(place));
  let best: Candidate | null = null;
  forEachAround(place, REACH, (word, distance, index) => {
    if (!word.metric || !meant.has(word.metric.metric) || misleads(place.words, index)) return;
    const linked = index > place.last ? linkedRight && distance <= 6 : linkedLeft && distance <= 5;
    const score = word.metric.weight - distance * COST_PER_WORD + (linked ? LINKED : 0);
    if (!best || score > best.score) best = { metric: word.metric.metric, score };
  });
  return best;
}

const LINKS_RIGHT = new Set(['in', 'of', 'worth', 'from', 'by']);
const LINKS_LEFT = new Set('of to at totaled totalled totaling exceeding exceeded reached hit topped over'.split(' '));

/** "at a loss", "holding above": not what they seem. */
function misleads(words: readonly ClauseWord[], index: number): boolean {
  const word = words[index]?.word ?? '';
  if (word === 'loss') return words[index - 2]?.word === 'at';
  if (!word.startsWith('hold')) return false;
  return NOT_OWNED.has(words[index + 1]?.word ?? '');
}

const NOT_OWNED = new Set(['above', 'below', 'at', 'near', 'steady', 'firm', 'onto']);

/** Calls back with each word around a figure that is at most `reach` away from it. */
export function forEachAround(
  { words, first, last }: FigurePlace,
  reach: number,
  visit: (word: ClauseWord, distance: number, index: number) => void,
): void {
  const from = (words[first]?.cost ?? 0) - FIGURE_COST + 1;
  for (let index = first - 1; index >= 0; index -= 1) {
    const word = words[index];
    if (!word || from - word.cost > reach) break;
    visit(word, from - word.cost, index);
  }
  const to = words[last]?.cost ?? 0;
  for (let index = last + 1; index < words.length; index += 1) {
    const word = words[index];
    if (!word || word.cost - to > reach) break;
    visit(word, word.cost - to, index);
  }
}

const PASSED = new Set('about around roughly approximately nearly almost over more than a an the some just'.split(' '));

function wordBefore({ words, first }: FigurePlace): string {
  let index = first - 1;
  while (PASSED.has(words[index]?.word ?? '')) index -= 1;
  return words[index]?.word ?? '';
}

function smallMoney(place: FigurePlace, nearest: Candidate | null): Metric {
  if (/ per [km]wh$/i.test(place.text)) return 'cost';
  if (/ (?:per|an?) [a-z]+$/i.test(place.text)) return 'price';
  if (hasLevelNoun(place)) return 'level';
  if (nearest && nearest.score >= 8) return nearest.metric;
  const approach = readApproach(place);
  if (approach) return approach;
  if (nearest && nearest.score >= 2) return nearest.metric;
  const nearby = nearestMetric(place, new Set<Metric>(['price', 'level']));
  return nearby && nearby.score >= 4 ? nearby.metric : 'amount';
}

function hasLevelNoun({ words, last }: FigurePlace): boolean {
  const to = words[last]?.cost ?? 0;
  for (let index = last + 1; index <= last + 3; index += 1) {
    const word = words[index];
    if (!word || word.cost - to > 3 || word.figure >= 0) return false;
    if (LEVEL_NOUNS.has(word.word) || /^(?:holds?|breaks?|broke|fails?)$/.test(word.word)) return true;
    if (/^(?:and|or|to|as|in|on|if|is|was|with|at|but|for|by|of)$/.test(word.word)) return false;
  }
  return false;
}

/** How the words before a small amount lead up to it: a line to cross, a price reached, a step. */
function readApproach(place: FigurePlace): Metric | null {
  const { words, first, last } = place;
  let index = first - 1;
  const passed: string[] = [];
  while (HEDGES.has(words[index]?.word ?? '') && passed.length < 5) {
    passed.push(words[index]?.word ?? '');
    index -= 1;
  }
  const lead = words[index]?.word ?? '';
  if (CROSSING.has(lead)) {
    return lead.startsWith('hold') && /^(?:in|of|worth)$/.test(words[last + 1]?.word ?? '') ? null : 'level';
  }
  if (passed.includes('over') && words[index]?.direction !== undefined) return 'level';
  if (words[index]?.metric?.metric === 'level') return 'level';
  if (passed.includes('low') || passed.includes('high')) return 'price';
  if (ARRIVAL.has(lead) || passed[0] === 'around' || passed[0] === 'close') return arrivalMetric(words, index);
  return words[index]?.direction !== undefined ? 'change' : null;
}

const LINE_BEFORE = /^(?:average|ema|sma|wma|dma|support|resistance|levels?|zone|floor|retracement|fibonacci)$/;

function arrivalMetric(words: readonly ClauseWord[], at: number): Metric | null {
  const cost = words[at]?.cost ?? 0;
  let verb = false;
  for (let index = at; index >= 0; index -= 1) {
    const word = words[index];
    if (!word || cost - word.cost > 9) break;
    if (index >= at - 3 && LINE_BEFORE.test(word.word)) return 'level';
    if (FORECAST.has(word.word)) return 'level';
    verb ||= word.direction !== undefined || word.metric?.metric === 'price';
  }
  return verb ||
    /^(?:hit|reach|touch|trad|pric)/.test(words[at]?.word ?? '') ||
    words[at]?.word === 'at' ||
    words[at]?.word === 'near'
    ? 'price'
    : null;
}
