import type { Analysis, Figure, Metric } from '../model/analysis.ts';
import type { Tier } from '../model/outlet.ts';
import type { StoryArticle } from '../model/story.ts';
import type { Topic } from '../model/topic.ts';

const TIER_POINTS: Readonly<Record<Tier, number>> = { 1: 18, 2: 13, 3: 7, 4: 0 };

/** How far an outlet's figures and topics are taken at their word. */
const TRUST: Readonly<Record<Tier, number>> = { 1: 1, 2: 1, 3: 0.85, 4: 0.6 };

const TOPIC_POINTS: Readonly<Record<Topic, number>> = {
  hack: 14,
  rates: 14,
  inflation: 13,
  liquidations: 13,
  regulation: 12,
  geopolitics: 12,
  etf: 11,
  macro: 10,
  legal: 10,
  stablecoins: 8,
  exchanges: 8,
  whales: 6,
  adoption: 6,
  derivatives: 6,
  earnings: 6,
  listings: 6,
  commodities: 5,
  stocks: 5,
  mining: 5,
  defi: 4,
  technology: 4,
  tokens: 3,
  opinion: 0,
  'price-prediction': 0,
  sponsored: 0,
};

/** Topics that move all markets: they weigh like the largest asset. */
const MARKET_WIDE: ReadonlySet<Topic> = new Set<Topic>(['rates', 'inflation', 'macro', 'geopolitics']);

const LARGEST: Readonly<Record<string, number>> = { BTC: 16, ETH: 13 };
const LARGE = new Set('SOL XRP BNB USDT USDC SPX NDX DJI VIX DXY XAU GOLD WTI BRENT TNX NVDA AAPL MSFT'.split(' '));
const LARGE_POINTS = 10;
const SMALL_POINTS = 5;

/** Metrics whose money is the size of an event; the others (price, market cap, holding) are standing sizes. */
const EVENTS: ReadonlySet<Metric> = new Set<Metric>([
  'liquidation',
  'flow',
  'theft',
  'fine',
  'loss',
  'paper_loss',
  'amount',
  'open_interest',
]);

/** Rough units per US dollar: only the order of magnitude matters. */
const PER_DOLLAR: Readonly<Record<string, number>> = {
  USD: 1,
  EUR: 1,
  GBP: 1,
  CHF: 1,
  CAD: 1,
  AUD: 1,
  SGD: 1,
  CNY: 7,
  HKD: 8,
  INR: 90,
  JPY: 150,
  KRW: 1400,
};

const MOST_MONEY = 18;
const MOST_CHANGE = 12;
const MOST_SENTIMENT = 10;
const MOST_BREADTH = 6;
const FULL_SALIENCE = 0.3;

/** What makes an article as important as it is. */
export interface Weight {
  readonly what: 'outlet' | 'asset' | 'breadth' | 'topic' | 'money' | 'change' | 'sentiment' | 'uncertain' | 'filler';
  /** May be negative. */
  readonly points: number;
}

/**
 * Importance of one article, 0 to 100, by a written rubric; nothing in it depends on time. `title` tells what is only
 * asked or rumoured: when uncertain, it is rated lower.
 *
 * | what | points |
 * |---|---|
 * | outlet, tier 1 / 2 / 3 / 4 | 18 / 13 / 7 / 0 |
 * | most important asset it is about: BTC 16, ETH 13, large 10, any other 5; market-wide topic 16 | 0-16 |
 * | breadth: each further asset with salience of at least 0.3, or each market-wide topic | 2 each, up to 6 |
 * | weightiest topic (hack, rates 14 ... tokens 3) x trust in the tier | 0-14 |
 * | largest sum of money that is an event, by its logarithm: $1M 3, $10M 8, $100M 13, $1B 18 x trust | 0-18 |
 * | largest change of a price, beside a usual day's of its kind (bitcoin 2 %, other coins 5 %, stocks 2 %, indices 1 %): six times that is 12 x trust | 0-12 |
 * | strength of sentiment: 10 x abs(score) | 0-10 |
 * | asked, rumoured or possible only | -10 |
 * | price prediction or sponsored | at most 20 in all |
 * | opinion | at most 35 in all |
 *
 * Trust is 1 for tiers 1 and 2, 0.85 for 3 and 0.6 for 4: anyone can write a large number.
 */
export function rateArticle(analysis: Analysis, tier: Tier, title = ''): number {
  return clamp(weighArticle(analysis, tier, title).reduce((total, { points }) => total + points, 0));
}

/** The evidence of `rateArticle`: its points one by one, the largest first; they add up to the importance. */
export function weighArticle(analysis: Analysis, tier: Tier, title = ''): readonly Weight[] {
  const weights: Weight[] = [
    { what: 'outlet', points: TIER_POINTS[tier] },
    { what: 'asset', points: assetPoints(analysis) },
    { what: 'breadth', points: breadthPoints(analysis) },
    { what: 'topic', points: TRUST[tier] * topicPoints(analysis.topics) },
    { what: 'money', points: TRUST[tier] * moneyPoints(analysis.figures) },
    { what: 'change', points: TRUST[tier] * changePoints(analysis.figures) },
    { what: 'sentiment', points: MOST_SENTIMENT * Math.abs(analysis.sentiment?.score ?? 0) },
    { what: 'uncertain', points: UNCERTAIN.test(title) ? -UNCERTAINTY : 0 },
  ];
  const all = weights.reduce((total, { points }) => total + points, 0);
  const most = Math.min(...analysis.topics.map((topic) => MOST_OF_FILLER[topic] ?? 100), 100);
  const excess = Math.max(0, clamp(all) - most);
  return [...weights, { what: 'filler' as const, points: -excess }]
    .filter(({ points }) => points !== 0)
    .toSorted((a, b) => b.points - a.points);
}

const MOST_OF_FILLER: Readonly<Partial<Record<Topic, number>>> = { 'price-prediction': 20, sponsored: 20, opinion: 35 };
const UNCERTAINTY = 10;
const UNCERTAIN =
  /\?\s*$|\b(?:rumou?rs?|rumou?red|reportedly|allegedly|may|might|could|mulls?|considers?|considering|weighs)\b/;

function assetPoints({ assets, topics }: Analysis): number {
  const wide = topics.some((topic) => MARKET_WIDE.has(topic)) ? (LARGEST['BTC'] ?? 0) : 0;
  const points = assets.map(
    ({ symbol, salience }) =>
      (LARGEST[symbol] ?? (LARGE.has(symbol) ? LARGE_POINTS : SMALL_POINTS)) * Math.min(1, salience / FULL_SALIENCE),
  );
  return Math.max(0, wide, ...points);
}

function breadthPoints({ assets, topics }: Analysis): number {
  const salient = assets.filter(({ salience }) => salience >= FULL_SALIENCE).length;
  const wide = topics.filter((topic) => MARKET_WIDE.has(topic)).length;
  return Math.min(MOST_BREADTH, 2 * (Math.max(0, salient - 1) + wide));
}

function topicPoints(topics: readonly Topic[]): number {
  return Math.max(0, ...topics.map((topic) => TOPIC_POINTS[topic]));
}

function moneyPoints(figures: readonly Figure[]): number {
  const sums = figures.map(({ metric, value, unit }) => {
    const rate = PER_DOLLAR[unit];
    return rate === undefined || !EVENTS.has(metric) ? 0 : value / rate;
  });
  const largest = Math.max(0, ...sums);
  return largest < 1e5 ? 0 : Math.min(MOST_MONEY, Math.max(0, 5 * Math.log10(largest) - 27));
}

/** What a price moves on a usual day, in percent. */
const USUAL_MOVE: Readonly<Record<string, number>> = { BTC: 2, ETH: 3 };
const USUAL_COIN = 5;
const USUAL_LARGE = 3;
const NOTABLE = 6;

function changePoints(figures: readonly Figure[]): number {
  const shares = figures
    .filter(({ metric, unit }) => metric === 'change' && unit === '%')
    .map(({ value, high, asset }) => (high ?? value) / (NOTABLE * usualMove(asset)));
  return MOST_CHANGE * Math.min(1, Math.max(0, ...shares));
}

function usualMove(asset: string | null): number {
  if (asset === null) return USUAL_COIN;
  return USUAL_MOVE[asset] ?? (LARGE.has(asset) ? USUAL_LARGE : USUAL_COIN);
}

/** What an outlet adds to what others have reported. */
const CORROBORATION: Readonly<Record<Tier, number>> = { 1: 1, 2: 0.8, 3: 0.5, 4: 0.1 };
const MOST_CORROBORATION = 0.6;
const HALF_CORROBORATED = 3;
const MOST_OF_FARMS = 0.3;

/**
 * Importance of a story, a whole number from 0 to 100: its most important article, raised toward 100 by
 * the other outlets that report it.
 *
 * | what | value |
 * |---|---|
 * | base | highest importance of an article |
 * | weight w | sum over the distinct outlets but the best: tier 1 1, tier 2 0.8, tier 3 0.5, tier 4 0.1, all of tier 4 at most 0.3 |
 * | result | base + (100 - base) x 0.6 x w / (w + 3) |
 *
 * Depends neither on time nor on the order; another article never lowers it. 0 without articles.
 */
export function rateStory(articles: readonly StoryArticle[]): number {
  const outlets = new Map<string, number>();
  for (const { outlet, tier } of articles) {
    outlets.set(outlet, Math.max(outlets.get(outlet) ?? 0, CORROBORATION[tier]));
  }
  const weights = [...outlets.values()].toSorted((a, b) => b - a).slice(1);
  const farms = weights.filter((weight) => weight <= CORROBORATION[4]);
  const others = weights.slice(0, weights.length - farms.length);
  const weight = sum(others) + Math.min(MOST_OF_FARMS, sum(farms));
  const base = Math.max(0, ...articles.map(({ importance }) => importance));
  const raise = (MOST_CORROBORATION * weight) / (weight + HALF_CORROBORATED);
  return Math.round(clamp(base + (100 - base) * raise));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function clamp(points: number): number {
  return Math.min(100, Math.max(0, points));
}
