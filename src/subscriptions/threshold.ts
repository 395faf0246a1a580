import type { Comparison, FilterTerm } from '../model/filter.ts';
import { message, type Text } from '../model/text.ts';
import { nearGuess } from './near-guess.ts';

export type ThresholdTerm = Extract<FilterTerm, { kind: 'threshold' }>;
export type Measure = ThresholdTerm['measure'];

interface Scale {
  readonly measure: Measure;
  readonly min: number;
  readonly max: number;
  readonly wholeNumbers: boolean;
}

/** More outlets than any story has; the number keeps the language closed. */
const MOST_OUTLETS = 1000;

/** Finer than any value that can be written. */
const FINEST_STEP = 0.000_01;

const SCALES: readonly Scale[] = [
  { measure: 'sentiment', min: -1, max: 1, wholeNumbers: false },
  { measure: 'importance', min: 0, max: 100, wholeNumbers: false },
  { measure: 'outlets', min: 1, max: MOST_OUTLETS, wholeNumbers: true },
];

const OPERATORS: Readonly<Record<string, Comparison>> = {
  '<': '<',
  '<=': '<=',
  '=<': '<=',
  '≤': '<=',
  '>': '>',
  '>=': '>=',
  '=>': '>=',
  '≥': '>=',
};

const NUMBER = /^[+-]?(?:\d{1,6}(?:[.,]\d{1,4})?|[.,]\d{1,4})$/;

/** The measure that a name stands for: also "outlet". */
export function findMeasure(name: string): Measure | undefined {
  const lower = name.toLowerCase();
  return lower === 'outlet' ? 'outlets' : SCALES.find(({ measure }) => measure === lower)?.measure;
}

/** Reads `name operator value`; a Text says what is wrong with it. */
export function readThreshold(name: string, operator: string, value: string): ThresholdTerm | Text {
  const bare = name.replace(/[!:~]$/, '');
  const measure = findMeasure(bare);
  const scale = SCALES.find((scale) => scale.measure === measure);
  if (!scale) return unknownMeasure(bare);
  const comparison = OPERATORS[operator];
  if (!comparison || bare !== name) {
    return message('filter-problem-operator', {
      measure: scale.measure,
      value: NUMBER.test(value) ? value : example(scale),
    });
  }
  const number = NUMBER.test(value) ? Number(value.replace(',', '.')) : Number.NaN;
  const fits = number >= scale.min && number <= scale.max && (Number.isInteger(number) || !scale.wholeNumbers);
  if (!fits) return message(`filter-problem-range-${scale.measure}`);
  // Minus zero would be spelled "0" and then read as another number.
  return { kind: 'threshold', measure: scale.measure, comparison, value: number || 0 };
}

/** The measures that no value can satisfy: `sentiment<-0.4 sentiment>0.2`, `importance>100`. */
export function impossibleMeasures(terms: readonly ThresholdTerm[]): readonly Measure[] {
  return SCALES.filter((scale) => {
    const own = terms.filter(({ measure }) => measure === scale.measure);
    const step = scale.wholeNumbers ? 1 : FINEST_STEP;
    const lows = own.flatMap(({ comparison, value }) =>
      comparison === '>' ? value + step : comparison === '>=' ? value : [],
    );
    const highs = own.flatMap(({ comparison, value }) =>
      comparison === '<' ? value - step : comparison === '<=' ? value : [],
    );
    const max = scale.wholeNumbers ? Number.POSITIVE_INFINITY : scale.max;
    return Math.max(scale.min, ...lows) > Math.min(max, ...highs);
  }).map(({ measure }) => measure);
}

function unknownMeasure(name: string): Text {
  if (name === '') return message('filter-problem-measure-missing');
  const guess = nearGuess(name, SCALES, (scale) => scale.measure, { eager: true });
  return guess
    ? message('filter-problem-measure-guess', { name, guess: guess.measure })
    : message('filter-problem-measure', { name });
}

function example({ measure }: Scale): string {
  return { sentiment: '-0.4', importance: '60', outlets: '2' }[measure];
}
