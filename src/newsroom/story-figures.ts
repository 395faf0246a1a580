import { isDayWindow, isLevel, type Figure, type Metric } from '../model/analysis.ts';
import type { FigureClaim, ReadArticle, StoryFigure } from '../model/story.ts';
import { findNumbers } from './figures/figure-numbers.ts';
import { joinRanges } from './figures/figure-ranges.ts';
import { isRounded } from './figures/is-rounded.ts';
import { isSameMetric, mayAgree } from './figures/same-figure.ts';

const MAX_FIGURES = 6;
const MAX_CLAIMS = 4;
const MAX_LEVELS = 2;
const BIG_MONEY = 1e6;

/** What a desk looks at first; an amount without a meaning is left to the text. */
const METRIC_RANK: Readonly<Record<Metric, number>> = {
  liquidation: 1,
  flow: 2,
  theft: 3,
  price: 4,
  change: 5,
  open_interest: 6,
  fine: 7,
  rate: 8,
  support: 9,
  resistance: 9,
  moving_average: 9,
  level: 9,
  loss: 10,
  paper_loss: 10,
  holding: 11,
  funding: 12,
  market_cap: 13,
  volume: 14,
  index: 15,
  cost_basis: 16,
  hashprice: 16,
  cost: 16,
  amount: 99,
};

/** There are many of these at one time, as there are levels: two of them are two quantities, not two opinions. */
const MANY: ReadonlySet<Metric> = new Set<Metric>(['rate', 'cost', 'cost_basis']);
/** One asset has one of these at one time: two of them are two opinions. */
const ONE: ReadonlySet<Metric> = new Set<Metric>(['price', 'change']);
/** Outlets that count one thing differ by less. */
const SAME_WITHIN = 0.15;

interface Row {
  readonly figure: StoryFigure;
  readonly inTitle: boolean;
}

type Amount = Pick<Figure, 'value' | 'high' | 'qualifier'>;

interface Said {
  readonly figure: Figure;
  readonly article: ReadArticle;
}

/**
 * What the articles say in numbers, at most 6 quantities: those of the lead's title first, then those of the main
 * asset, each with what the outlets say of it side by side. An outlet counts with its latest article, and there with
 * what it says first. Amounts without a meaning are left out, as are those that cannot be as they say, as are prices,
 * levels and moves of no known asset (a move stays where it stands in the title).
 * @param articles the lead first
 * @param assets of the story, the main one first
 */
export function storyFigures(articles: readonly ReadArticle[], assets: readonly string[]): readonly StoryFigure[] {
  const [lead] = articles;
  if (!lead) return [];
  const inTitle = titleAmounts(lead.title);
  const groups: Said[][] = [];
  for (const article of articles) {
    for (const figure of article.figures) {
      const said = { figure, article };
      if (!isTold(figure, titleAmounts(article.title))) continue;
      const group = groups.find((others) => belongs(said, others));
      if (group) group.push(said);
      else groups.push([said]);
    }
  }
  const rows = groups.map((group) => toRow(group, inTitle)).toSorted((a, b) => rank(a, assets) - rank(b, assets));
  return withoutEchoes(rows.map(({ figure }) => figure)).slice(0, MAX_FIGURES);
}

/** Whether outlets contradict each other: not where one only rounds what the other says. */
export function outletsDiffer({ claims }: Pick<StoryFigure, 'claims'>): boolean {
  return claims.some((one, place) =>
    claims.slice(place + 1).some((other) => !isSame(one, other) && one.outlets.join() !== other.outlets.join()),
  );
}

/** Two levels are enough, and a sum that stands there as stolen need not come again as lost. */
function withoutEchoes(figures: readonly StoryFigure[]): readonly StoryFigure[] {
  const sums = new Set<string>();
  let levels = 0;
  return figures.filter(({ metric, unit, claims }) => {
    if (isLevel(metric)) levels += 1;
    const keys = claims.filter(({ value }) => value >= BIG_MONEY).map(({ value }) => `${value} ${unit}`);
    const isEcho = keys.length > 0 && keys.every((key) => sums.has(key));
    for (const key of keys) sums.add(key);
    return !isEcho && (!isLevel(metric) || levels <= MAX_LEVELS);
  });
}

function titleAmounts(title: string): ReadonlySet<string> {
  return new Set([...joinRanges(title, findNumbers(title, []))].map(({ value, unit }) => `${value} ${unit}`));
}

function isTold({ metric, asset, value, unit, doubt }: Figure, inTitle: ReadonlySet<string>): boolean {
  if ((doubt ?? null) !== null) return false;
  if (metric === 'amount') return false;
  if (metric === 'price' || isLevel(metric)) return asset !== null;
  return metric !== 'change' || asset !== null || inTitle.has(`${value} ${unit}`);
}

/** Whether a figure speaks of the quantity that `others` speak of. */
function belongs({ figure, article }: Said, others: readonly Said[]): boolean {
  const [first] = others;
  if (first?.figure.unit !== figure.unit || !isSameMetric(first.figure.metric, figure.metric)) return false;
  if (!others.every((other) => fits(figure, other.figure))) return false;
  if (MANY.has(figure.metric) || isLevel(figure.metric))
    return others.some(({ figure: { value, high } }) => value === figure.value && high === figure.high);
  if (others.some(({ figure: other }) => isSame(figure, other))) return true;
  const isOne = ONE.has(figure.metric) && others.every(({ figure: other }) => isSameTime(figure.window, other.window));
  if (isOne) return true;
  const otherOutlets = others.every((other) => other.article.outlet !== article.outlet);
  return (
    otherOutlets &&
    others.some(({ figure: other }) => isNear(figure.value, other.value) || isSameQuantity(figure, other))
  );
}

/** What one does not say, the other may. */
function fits(a: Figure, b: Figure): boolean {
  const ofOne = ONE.has(a.metric) || isLevel(a.metric) ? a.asset === b.asset : mayAgree(a.asset, b.asset);
  return ofOne && mayAgree(a.side, b.side) && mayAgree(a.window, b.window);
}

function isSame(a: Amount, b: Amount): boolean {
  return a.value === b.value
    ? a.high === b.high
    : a.high === null && b.high === null && (isRounded(a, b) || isRounded(b, a));
}

/** The same in all that was said of it, an asset and a span of time among it. */
function isSameQuantity(a: Figure, b: Figure): boolean {
  return a.window !== null && a.window === b.window && a.asset !== null && a.asset === b.asset && a.side === b.side;
}

/** A move without a time is one of the day. */
function isSameTime(a: string | null, b: string | null): boolean {
  return a === b || (a === null && isDayWindow(b)) || (b === null && isDayWindow(a));
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= SAME_WITHIN * Math.max(a, b);
}

function toRow(group: readonly Said[], inTitle: ReadonlySet<string>): Row {
  const claims: FigureClaim[] = [];
  for (const said of group) {
    const told = bestOf(said, group);
    if (told !== said) continue;
    const { figure, article } = said;
    const same = claims.findIndex(({ value, high }) => value === figure.value && high === figure.high);
    const claim = claims[same];
    if (claim)
      claims[same] = {
        ...claim,
        direction: claim.direction ?? figure.direction,
        outlets: [...claim.outlets, article.outletName],
      };
    else claims.push(toClaim(figure, article.outletName));
  }
  const told = <K extends 'asset' | 'side' | 'window'>(key: K): Figure[K] | null =>
    group.map(({ figure }) => figure[key]).find((value) => value !== null) ?? null;
  const unit = group[0]?.figure.unit ?? '';
  return {
    figure: {
      metric: mostSaid(group),
      unit,
      asset: told('asset'),
      side: told('side'),
      window: told('window'),
      claims: claims.slice(0, MAX_CLAIMS),
    },
    inTitle: group.some(({ figure: { value } }) => inTitle.has(`${value} ${unit}`)),
  };
}

/** What most call it: one outlet's support is another's level. */
function mostSaid(group: readonly Said[]): Metric {
  const counts = new Map<Metric, number>();
  for (const { figure } of group) counts.set(figure.metric, (counts.get(figure.metric) ?? 0) + 1);
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
  return most?.[0] ?? 'amount';
}

/** Of one outlet the latest article counts, in it what comes first, and of that the exact number: 802, not about 800. */
function bestOf({ article: { outlet } }: Said, group: readonly Said[]): Said | undefined {
  const own = group.filter((other) => other.article.outlet === outlet);
  const latest = Math.max(...own.map(({ article }) => article.publishedAt));
  const candidates = own.filter(({ article }) => article.publishedAt === latest);
  const [first] = candidates;
  return (
    candidates.find(({ figure }) => first && figure.value >= BIG_MONEY && isRounded(first.figure, figure)) ?? first
  );
}

function toClaim({ value, high, qualifier, direction, sentence }: Figure, outlet: string): FigureClaim {
  return { value, high, qualifier, direction, outlets: [outlet], sentence };
}

function rank({ figure, inTitle }: Row, assets: readonly string[]): number {
  const place = figure.asset === null ? 0 : assets.indexOf(figure.asset);
  return (inTitle ? 0 : 10_000) + (place < 0 ? assets.length : place) * 100 + METRIC_RANK[figure.metric];
}
