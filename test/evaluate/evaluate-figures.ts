import recognizers from '@microsoft/recognizers-text-suite';
import { z } from 'zod';
import { extractFigures } from '../../src/newsroom/figures.ts';
import type { Evaluation, EvaluationRow } from './evaluation.ts';
import { readSet } from './read-set.ts';
import { f1, share } from './scores.ts';

interface LabelledFigure {
  readonly metric: string;
  readonly value: number;
  readonly unit: string;
  readonly sign: number;
  readonly asset: string | null;
}

interface FoundFigure extends Pick<LabelledFigure, 'value'> {
  readonly kind: string;
  readonly figure: Pick<LabelledFigure, 'metric' | 'sign' | 'asset'> | null;
}

/** Of money and percents, how many are found; of those that we find, what they are said to mean. */
export function evaluateFigures(): readonly Evaluation[] {
  const items = readSet('figures').map(([sentence = '', labels = '-']) => ({
    sentence,
    wanted: labels === '-' ? [] : labels.split('; ').map(readLabel),
  }));
  const rows = Object.entries(READERS).map(([reader, read]): EvaluationRow => {
    const judged = items.map(({ sentence, wanted }) => ({ wanted, found: read(sentence) }));
    const meant = judged.flatMap(({ wanted, found }) => meanings(wanted, found));
    const scores = [foundF1(judged, 'money'), foundF1(judged, 'percent')];
    if (meant.length === 0) return { reader, isOurs: false, scores: [...scores, null, null, null] };
    const negative = {
      right: meant.filter(({ wanted, given }) => wanted.sign < 0 && given.sign < 0).length,
      given: meant.filter(({ given }) => given.sign < 0).length,
      wanted: meant.filter(({ wanted }) => wanted.sign < 0).length,
    };
    const metric = share(meant.filter(({ wanted, given }) => wanted.metric === given.metric).length, meant.length);
    const asset = share(meant.filter(({ wanted, given }) => wanted.asset === given.asset).length, meant.length);
    return { reader, isOurs: true, scores: [...scores, f1(negative), metric, asset] };
  });
  const figures = items.reduce((sum, { wanted }) => sum + wanted.length, 0);
  return [
    {
      name: 'figures',
      what: `${figures} figures in ${items.length} sentences`,
      columns: ['money F1', 'percent F1', 'negative F1', 'metric', 'asset'],
      rows,
    },
  ];
}

const READERS: Readonly<Record<string, (sentence: string) => readonly FoundFigure[]>> = {
  bellwether: (sentence) =>
    extractFigures(sentence).map((figure) => ({
      kind: figure.kind,
      value: typeof figure.value === 'number' ? figure.value : figure.value[0],
      figure,
    })),
  'recognizers-text-suite 1.3.1': (sentence) => [
    ...recognised(recognizers.recognizeCurrency(sentence, 'en-us'), 'money'),
    ...recognised(recognizers.recognizePercentage(sentence, 'en-us'), 'percent'),
  ],
};

const resolution = z.object({ resolution: z.object({ value: z.string().nullable() }).nullable() });

function recognised(results: readonly unknown[], kind: string): readonly FoundFigure[] {
  return results.map((result) => {
    const value = resolution.parse(result).resolution?.value ?? '';
    return { kind, value: Number(value.replace('%', '')), figure: null };
  });
}

/** "change 4.2 % - BTC" and what may follow. */
function readLabel(label: string): LabelledFigure {
  const [metric = '', value = '', unit = '', sign = '', asset = '-'] = label.split(' ');
  return {
    metric,
    value: Number(value.replace('[', '').split(',')[0]),
    unit,
    sign: sign === '-' ? -1 : sign === '+' ? 1 : 0,
    asset: asset === '-' ? null : asset,
  };
}

function kindOf({ unit }: LabelledFigure): string {
  if (unit === '%') return 'percent';
  return /^(?:USD|EUR|GBP|JPY|KRW|HKD|INR|CAD|AUD)$/.test(unit) ? 'money' : 'other';
}

function isSame(a: number, b: number): boolean {
  // Cents may be told as cents.
  return [1, 100].some((factor) => Math.abs(a * factor - b) <= 1e-6 * Math.max(1, Math.abs(b)));
}

function foundF1(
  judged: readonly { readonly wanted: readonly LabelledFigure[]; readonly found: readonly FoundFigure[] }[],
  kind: string,
): number {
  const counts = { right: 0, given: 0, wanted: 0 };
  for (const { wanted, found } of judged) {
    const own = wanted.filter((figure) => kindOf(figure) === kind);
    const given = found.filter((figure) => figure.kind === kind);
    counts.right += own.filter(({ value }) => given.some((other) => isSame(value, other.value))).length;
    counts.given += given.length;
    counts.wanted += own.length;
  }
  return f1(counts);
}

function meanings(wanted: readonly LabelledFigure[], found: readonly FoundFigure[]) {
  return wanted.flatMap((label) => {
    const given = found.find(({ value, figure }) => figure && isSame(label.value, value))?.figure;
    return given ? [{ wanted: label, given }] : [];
  });
}
