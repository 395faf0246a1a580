import { isLevel, type Doubt, type Figure } from '../../model/analysis.ts';

/** So far may a stated percentage be from the one that its own numbers give, in points. */
const SLACK = 2.5;
/** A support so far above the price, or a resistance so far below, is no more. */
const PASSED = 0.03;
/** Totals that there never were, in US dollars. */
const MOST: Readonly<Partial<Record<Figure['metric'], number>>> = {
  open_interest: 300e9,
  volume: 3e12,
  liquidation: 50e9,
};

const BELOW = /\bbelow\b|\bunder\b|\bbeneath\b/i;
const HOLDS =
  /\b(?:support|holding above|holds? above|hold(?:ing)? (?:this|that|the)|floor|defend|remains critical|must hold)\b/i;
/** "As prices broke through the $75,000 floor": that it is passed is what the text says. */
const BROKE = /\b(?:broke|broken|breached|lost|fell|slipped|gave way)\b/i;
const CAPS = /\b(?:resistance|ceiling|cap|barrier)\b/i;

/**
 * What in an article's figures cannot be as it says, by its own numbers: a percentage that its level and its price do
 * not give, a total that follows from a share and never was, a line that the price has passed. By the place in
 * `figures`.
 */
export function findDoubts(figures: readonly Figure[]): ReadonlyMap<number, Doubt> {
  const doubts = new Map<number, Doubt>();
  for (const [place, figure] of figures.entries()) {
    const doubt = wrongShare(figure, figures) ?? impossibleTotal(figure, figures) ?? passedLevel(figure, figures);
    if (doubt !== null) doubts.set(place, doubt);
  }
  return doubts;
}

/** "nearly 20% below": of a level, or of both ends of a range, told in the same or an earlier sentence. */
function wrongShare(figure: Figure, all: readonly Figure[]): Doubt | null {
  if (figure.unit !== '%' || figure.metric !== 'amount' || !BELOW.test(figure.sentence)) return null;
  const end = figure.sentence.indexOf(figure.text) + figure.text.length;
  if (!/^\s+(?:below|under|beneath)\b/.test(figure.sentence.slice(end))) return null;
  const before = all.slice(0, all.indexOf(figure)).toReversed();
  const base = before.find(
    ({ metric, unit }) => unit === 'USD' && (metric === 'cost' || metric === 'cost_basis' || isLevel(metric)),
  );
  const price = base && priceOf(all, base.asset);
  if (!base || price === undefined) return null;
  const shares = [base.value, base.high ?? base.value].map((level) => 100 * (1 - price / level));
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  return Math.abs(figure.value - mean) > SLACK ? 'arithmetic' : null;
}

/** "fell 4.4%, erasing $26 billion": then it was $591 billion before. */
function impossibleTotal(figure: Figure, all: readonly Figure[]): Doubt | null {
  const most = MOST[figure.metric];
  if (figure.unit === 'USD' && most !== undefined && figure.value > most) return 'implausible';
  if (figure.unit !== 'USD' || figure.metric !== 'amount') return null;
  const share = all.find(
    ({ sentence, unit, metric }) => sentence === figure.sentence && unit === '%' && MOST[metric] !== undefined,
  );
  const limit = share && MOST[share.metric];
  return share && limit !== undefined && figure.value / (share.value / 100) > limit ? 'implausible' : null;
}

function passedLevel(figure: Figure, all: readonly Figure[]): Doubt | null {
  if (!isLevel(figure.metric) || figure.high !== null || BROKE.test(figure.sentence)) return null;
  const price = priceOf(all, figure.asset);
  if (price === undefined) return null;
  const isAbove = figure.value > price * (1 + PASSED);
  const isBelow = figure.value < price * (1 - PASSED);
  const { sentence } = figure;
  return (isAbove && HOLDS.test(sentence) && !CAPS.test(sentence)) ||
    (isBelow && CAPS.test(sentence) && !HOLDS.test(sentence))
    ? 'passed'
    : null;
}

/** The price that the article tells first, its extremes apart; without an asset, of the only one. */
function priceOf(figures: readonly Figure[], asset: string | null): number | undefined {
  const prices = figures.filter(({ metric, window, unit }) => metric === 'price' && window === null && unit === 'USD');
  const own = prices.filter((figure) => asset === null || figure.asset === asset);
  return asset === null && new Set(prices.map((figure) => figure.asset)).size > 1 ? undefined : own[0]?.value;
}
