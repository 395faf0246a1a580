import type { Figure, Metric } from '../../model/analysis.ts';
import { readClauseWords } from './figure-clause.ts';
import { nearestAsset, readDirection, readSide } from './figure-meaning.ts';
import { kindOf, readMetric } from './figure-metric.ts';
import type { FoundNumber, Mention } from './figure-numbers.ts';
import { readQualifier } from './figure-qualifier.ts';
import { readNamedSource } from './figure-source.ts';
import { findWindows, nearestWindow } from './figure-window.ts';

export interface TextFacts {
  /** Symbols that the text names anywhere. */
  readonly symbols: ReadonlySet<string>;
  /** The asset that the text is mainly about, or null. */
  readonly subject: string | null;
}

const REFERS_BACK = /\b(?:figure|total|tally|toll)\b/i;

interface Told {
  readonly metric: Metric;
  readonly window: string | null;
  readonly end: number;
}

/** The figures of one sentence, in order. `mentions` are those of the sentence, with offsets in it. */
export function describeFigures(
  sentence: string,
  numbers: readonly FoundNumber[],
  mentions: readonly Mention[],
  facts: TextFacts,
): readonly Figure[] {
  if (numbers.length === 0) return [];
  const words = readClauseWords(sentence, numbers);
  const windows = findWindows(sentence);
  const namedSource = readNamedSource(sentence);
  const figures: Figure[] = [];
  const told: Told[] = [];
  for (const [index, number] of numbers.entries()) {
    const text = sentence.slice(number.start, number.end);
    const first = words.findIndex((word) => word.figure === index);
    if (first < 0) continue;
    const last = words.findLastIndex((word) => word.figure === index);
    const place = { words, first, last, number, text };
    const kind = kindOf(number, facts.symbols);
    const moves = readDirection(place, kind, 'change') !== null;
    if (kind === 'points' && !moves && !/percent|pp/i.test(text)) continue;
    const previous = told.at(-1);
    const between = previous ? sentence.slice(previous.end, number.start) : '';
    const read = readMetric(place, kind, moves);
    const metric: Metric = previous && read === 'amount' && REFERS_BACK.test(between) ? previous.metric : read;
    const near = nearestWindow(sentence, number.start, number.end, windows);
    const listed = previous?.metric === metric && isListed(between) ? previous.window : null;
    const window = near ?? listed;
    told.push({ metric, window, end: number.end });
    const asset = kind === 'coins' ? number.unit : nearestAsset(sentence, number.start, number.end, mentions);
    figures.push({
      metric,
      value: number.value,
      high: number.high,
      unit: number.unit,
      qualifier: readQualifier(sentence, place),
      direction: readDirection(place, kind, metric),
      asset: asset ?? (metric === 'price' || metric === 'level' ? facts.subject : null),
      side: readSide(place, metric),
      window,
      namedSource,
      sentence,
      text,
    });
  }
  return figures;
}

/** "Ethereum falling 3.23%, Solana down 4.58%, and XRP 2.82%": what holds for one holds for the next. */
function isListed(between: string): boolean {
  return between.length <= 40 && /^(?:,| and )/.test(between);
}
