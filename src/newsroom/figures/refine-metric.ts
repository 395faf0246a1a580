import { isLevel, type Metric } from '../../model/analysis.ts';

/** Words that say which line of a chart a level is. */
const LINES: readonly (readonly [Metric, RegExp])[] = [
  ['support', /\b(?:supports?|floors?|demand zone|cushion)\b/gi],
  ['resistance', /\b(?:resistances?|ceilings?|barriers?|supply zone|hurdles?)\b/gi],
];
const REACH_BEFORE = 60;
const REACH_AFTER = 30;
/** "Support: $68,000 (200-week average)": a line with a name, and where it comes from. */
const NAMED = 15;
/** Here another thought begins. */
const BREAK = /[.;!?](?=\s)|[—–]|\bbut\b|\bwhile\b/gi;
const NEXT_BREAK = /[,.;!?](?=\s)|[—–(]|\b(?:and|but|while)\b/i;

const ON_PAPER = /\b(?:paper|unreali[sz]ed|underwater|mark-to-market)\b/i;
const OF_PURCHASE =
  /\b(?:cost basis|bought (?:at|for)|(?:average|mean) (?:\w+ )?(?:cost|price|entry)|(?:entry|purchase|acquisition|reali[sz]ed) price|paid an average)\b/i;
const BOUGHT = /\b(?:bought|purchased|acquired)\b/i;
const EACH = /^,? (?:each|apiece)\b/;
const HASHPRICE = /\bhash ?price\b/i;

/**
 * The narrower metric of a figure that was read as a level, a loss, a cost or a price, by the words around it.
 * @param average the moving average that it is, as of `readAverage`
 */
export function refineMetric(
  metric: Metric,
  {
    sentence,
    start,
    end,
    average,
  }: {
    readonly sentence: string;
    readonly start: number;
    readonly end: number;
    readonly average: string | null;
  },
): Metric {
  const before = lastThought(sentence.slice(Math.max(0, start - REACH_BEFORE), start));
  const after = firstThought(sentence.slice(end, end + REACH_AFTER));
  if ((metric === 'price' || metric === 'cost' || isLevel(metric)) && HASHPRICE.test(before)) return 'hashprice';
  if (metric === 'level') return lineOf(before, after, average);
  if (metric === 'loss') return ON_PAPER.test(before) || ON_PAPER.test(after) ? 'paper_loss' : metric;
  if (metric === 'cost' && OF_PURCHASE.test(before)) return 'cost_basis';
  if (metric === 'amount' && EACH.test(sentence.slice(end)) && BOUGHT.test(before)) return 'cost_basis';
  return metric;
}

function lineOf(before: string, after: string, average: string | null): Metric {
  let nearest: { readonly metric: Metric; readonly distance: number } | null = null;
  for (const [metric, words] of LINES) {
    const left = [...before.matchAll(words)].at(-1);
    const right = [...after.matchAll(words)][0];
    const distance = Math.min(left ? before.length - left.index - left[0].length : Infinity, right?.index ?? Infinity);
    if (distance < (nearest?.distance ?? Infinity)) nearest = { metric, distance };
  }
  if (average !== null && (nearest?.distance ?? Infinity) > NAMED) return 'moving_average';
  return nearest?.metric ?? 'level';
}

function lastThought(text: string): string {
  const last = [...text.matchAll(BREAK)].at(-1);
  return last ? text.slice(last.index + last[0].length) : text;
}

function firstThought(text: string): string {
  const first = text.search(NEXT_BREAK);
  return first < 0 ? text : text.slice(0, first);
}
