import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Analysis, Figure } from '../../src/model/analysis.ts';
import type { Tier } from '../../src/model/outlet.ts';
import type { StoryArticle } from '../../src/model/story.ts';
import { rateArticle, rateStory, weighArticle } from '../../src/newsroom/importance.ts';

const quiet: Analysis = {
  version: 1,
  language: 'en',
  assets: [],
  topics: [],
  sentiment: null,
  figures: [],
  summary: '',
};

const bitcoin = { symbol: 'BTC', salience: 1 };

function money(value: number, metric: Figure['metric'] = 'liquidation'): Figure {
  return {
    metric,
    value,
    high: null,
    unit: 'USD',
    qualifier: null,
    direction: null,
    asset: null,
    side: null,
    window: null,
    namedSource: null,
    sentence: '',
    text: '',
  };
}

function article(outlet: string, tier: Tier, importance: number): StoryArticle {
  return {
    articleId: 1,
    outlet,
    outletName: outlet,
    tier,
    title: '',
    description: '',
    body: '',
    link: null,
    publishedAt: 0,
    language: 'en',
    assets: [],
    topics: [],
    sentiment: null,
    importance,
  };
}

test('a better outlet, a larger asset, a larger sum and a stronger tone each weigh more', () => {
  expect(rateArticle(quiet, 1)).toBeGreaterThan(rateArticle(quiet, 4));
  expect(rateArticle({ ...quiet, assets: [bitcoin] }, 2)).toBeGreaterThan(
    rateArticle({ ...quiet, assets: [{ symbol: 'PEPE', salience: 1 }] }, 2),
  );
  expect(rateArticle({ ...quiet, figures: [money(1e9)] }, 2)).toBeGreaterThan(
    rateArticle({ ...quiet, figures: [money(1e6)] }, 2),
  );
  expect(rateArticle({ ...quiet, sentiment: { label: 'negative', score: -0.9, evidence: [] } }, 2)).toBeGreaterThan(
    rateArticle({ ...quiet, sentiment: { label: 'neutral', score: 0, evidence: [] } }, 2),
  );
});

test('a market cap in passing is not the size of an event', () => {
  expect(rateArticle({ ...quiet, figures: [money(2e12, 'market_cap')] }, 2)).toBe(rateArticle(quiet, 2));
});

test('a rate decision without any coin weighs like news on the largest asset', () => {
  expect(rateArticle({ ...quiet, topics: ['rates'] }, 1)).toBeGreaterThan(
    rateArticle({ ...quiet, topics: ['tokens'], assets: [bitcoin] }, 1),
  );
});

test("a content farm's huge number does not reach a wire's", () => {
  const claim: Analysis = {
    ...quiet,
    topics: ['hack'],
    assets: [bitcoin],
    figures: [money(1e11, 'theft')],
  };
  expect(rateArticle(claim, 1)).toBeGreaterThan(rateArticle(claim, 4) + 25);
});

test.each(['price-prediction', 'sponsored'] as const)('%s is rated at the bottom, whatever it claims', (topic) => {
  const claim: Analysis = { ...quiet, topics: ['hack', topic], assets: [bitcoin], figures: [money(1e10, 'theft')] };
  expect(rateArticle(claim, 1)).toBeLessThanOrEqual(20);
});

test.each(['Exchange reportedly lists token', 'Will the exchange list the token?'])(
  'what is only asked or rumoured is rated lower than what happened: %s',
  (title) => {
    const sure = rateArticle({ ...quiet, assets: [bitcoin] }, 2, 'Exchange lists token');
    expect(rateArticle({ ...quiet, assets: [bitcoin] }, 2, title)).toBeLessThan(sure);
  },
);

test('a move weighs by what its asset does on a usual day', () => {
  const fell = (asset: string): Analysis => ({
    ...quiet,
    figures: [{ ...money(6, 'change'), unit: '%', asset }],
  });
  expect(rateArticle(fell('BTC'), 2)).toBeGreaterThan(rateArticle(fell('PEPE'), 2));
});

test('the evidence adds up to the importance', () => {
  const claim: Analysis = { ...quiet, topics: ['hack'], assets: [bitcoin], figures: [money(41e6, 'theft')] };
  const weights = weighArticle(claim, 2, 'Exchange may have been hacked');
  expect(weights.map(({ what }) => what)).toEqual(
    expect.arrayContaining(['outlet', 'asset', 'topic', 'money', 'uncertain']),
  );
  expect(weights.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(
    rateArticle(claim, 2, 'Exchange may have been hacked'),
  );
});

test('further outlets raise a story, further articles of one outlet do not', () => {
  const one = [article('a', 2, 50)];
  expect(rateStory(one)).toBe(50);
  expect(rateStory([...one, article('a', 2, 40)])).toBe(50);
  expect(rateStory([...one, article('b', 1, 40)])).toBeGreaterThan(55);
});

test('ten content farms do not weigh like one wire', () => {
  const farms = Array.from({ length: 10 }, (_, index) => article(`farm${index}`, 4, 30));
  expect(rateStory([article('a', 2, 50), article('wire', 1, 30)])).toBeGreaterThan(
    rateStory([article('a', 2, 50), ...farms.slice(0, 9)]),
  );
});

test('a story is a whole number from 0 to 100, in whatever order, and never sinks as it grows', () => {
  const anyArticle = fc
    .tuple(
      fc.constantFrom('a', 'b', 'c', 'd'),
      fc.constantFrom<Tier>(1, 2, 3, 4),
      fc.double({ min: 0, max: 100, noNaN: true }),
    )
    .map(([outlet, tier, importance]) => article(outlet, tier, importance));
  fc.assert(
    fc.property(fc.array(anyArticle, { maxLength: 8 }), anyArticle, (articles, next) => {
      const rating = rateStory(articles);
      expect(Number.isInteger(rating)).toBe(true);
      expect(rating).toBeGreaterThanOrEqual(0);
      expect(rating).toBeLessThanOrEqual(100);
      expect(rateStory(articles.toReversed())).toBe(rating);
      expect(rateStory([...articles, next])).toBeGreaterThanOrEqual(rating);
    }),
  );
});
