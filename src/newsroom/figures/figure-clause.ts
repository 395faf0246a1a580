import type { FoundNumber } from './figure-numbers.ts';
import { DIRECTIONS, METRICS_BY_WORD } from './figure-words.ts';
import type { MetricWord } from './figure-words.ts';

export interface ClauseWord {
  /** Lower case. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /**
   * Cost of the way from the sentence's start: 1 a word, more for what separates clauses. The difference
   * of two words tells how far apart they are in meaning.
   */
  readonly cost: number;
  /** What it can say of a figure nearby. */
  readonly metric: MetricWord | undefined;
  readonly direction: 'up' | 'down' | undefined;
  /** Index of the figure that the word belongs to, or -1. */
  readonly figure: number;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’&-]*/gu;
const CONJUNCTIONS = new Set('while whereas although though but because since when which'.split(' '));
const PAIR_ENDS: ReadonlySet<string> = new Set(
  [...METRICS_BY_WORD.keys()].filter((key) => key.includes('_')).map((key) => key.slice(key.indexOf('_') + 1)),
);
const COMMA = 2;
const PAUSE = 4;
/** What crossing a figure costs. */
export const FIGURE_COST = 4;

/** Words of one sentence with their distances; `figures` are ascending spans in it. */
export function readClauseWords(sentence: string, figures: readonly FoundNumber[]): readonly ClauseWord[] {
  const words: ClauseWord[] = [];
  let cost = 0;
  let last = 0;
  let next = 0;
  let inside = -1;
  for (const match of sentence.matchAll(WORD)) {
    const start = match.index;
    const end = start + match[0].length;
    while ((figures[next]?.end ?? Infinity) <= start) next += 1;
    const figure = (figures[next]?.start ?? Infinity) < end ? next : -1;
    if (figure < 0 || figure !== inside) cost += gapCost(sentence, last, start);
    last = end;
    const word = match[0].toLowerCase();
    if (figure >= 0) {
      if (figure !== inside) cost += FIGURE_COST;
    } else if (CONJUNCTIONS.has(word)) {
      cost += PAUSE;
    } else {
      cost += 1;
    }
    inside = figure;
    if (PAIR_ENDS.has(word)) {
      const pair = METRICS_BY_WORD.get(`${words.at(-1)?.word ?? ''}_${word}`);
      const first = words.at(-1);
      if (pair && first) words[words.length - 1] = { ...first, metric: pair };
    }
    const metric = figure < 0 ? METRICS_BY_WORD.get(word) : undefined;
    const direction = figure < 0 ? DIRECTIONS.get(word) : undefined;
    words.push({ word, start, end, cost, metric, direction, figure });
  }
  return words;
}

function gapCost(sentence: string, from: number, to: number): number {
  let cost = 0;
  for (let at = from; at < to; at += 1) {
    const sign = sentence.charAt(at);
    if (sign === ',' || sign === ':' || sign === '(' || sign === ')') cost += COMMA;
    else if (sign === ';' || sign === '—' || sign === '–' || sign === '…' || sign === '|') cost += PAUSE;
    else if (sign === '.' && to - at > 1) cost += PAUSE;
  }
  return Math.min(cost, 2 * PAUSE);
}
