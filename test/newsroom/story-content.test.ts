import { describe, expect, test } from 'vitest';
import type { Figure } from '../../src/model/analysis.ts';
import type { ReadArticle } from '../../src/model/story.ts';
import { storyContent } from '../../src/newsroom/story-content.ts';
import { outletsDiffer } from '../../src/newsroom/story-figures.ts';
import { article as storyArticle } from '../subscriptions/filter-fixtures.ts';

function figure(metric: Figure['metric'], value: number, rest: Partial<Figure> = {}): Figure {
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
    ...rest,
  };
}

let articleId = 0;

function article(outlet: string, figures: readonly Figure[], rest: Partial<ReadArticle> = {}): ReadArticle {
  articleId += 1;
  return {
    ...storyArticle({ articleId, outlet, outletName: outlet, tier: 2, assets: ['BTC'], title: 'A slow day', ...rest }),
    summary: '',
    imageUrl: null,
    figures,
    ...rest,
  };
}

function rows(...articles: readonly ReadArticle[]): readonly string[] {
  return storyContent(articles).figures.map(({ metric, asset, window, claims }) => {
    const said = claims.map(({ value, outlets }) => `${value} ${outlets.join('+')}`).join(' / ');
    return [metric, asset, window, said].filter((part) => part !== null).join(' ');
  });
}

const btc = { asset: 'BTC' };

describe('the figures of a story', () => {
  test('outlets that count one thing stand side by side', () => {
    const a = article('a', [figure('liquidation', 775e6, { window: '24h' })]);
    const b = article('b', [figure('liquidation', 740e6)]);
    const c = article('c', [figure('liquidation', 775e6)]);
    expect(rows(a, b, c)).toEqual(['liquidation 24h 775000000 a+c / 740000000 b']);
  });

  test('one span of time has one total, however far the outlets are apart', () => {
    const day = { asset: 'BTC', side: 'long', window: '24h' } as const;
    const a = article('a', [figure('liquidation', 740e6, day)]);
    const b = article('b', [figure('liquidation', 237e6, day)]);
    const c = article('c', [figure('liquidation', 3.25e9, { ...day, window: '3w' })]);
    expect(rows(a, b, c)).toEqual(['liquidation BTC 24h 740000000 a / 237000000 b', 'liquidation BTC 3w 3250000000 c']);
  });

  test.each([
    ['other sums are a conflict', 740e6, null, true],
    ['a rounded sum is none', 800e6, 'about', false],
  ] as const)('%s', (_, value, qualifier, differ) => {
    const a = article('a', [figure('liquidation', 802e6, { window: '24h' })]);
    const b = article('b', [figure('liquidation', value, { window: '24h', qualifier })]);
    expect(storyContent([a, b]).figures.map(outletsDiffer)).toEqual([differ]);
  });

  test('one line of a chart is called what most outlets call it', () => {
    const a = article('a', [figure('support', 70_000, btc)]);
    const b = article('b', [figure('level', 70_000, btc)]);
    const c = article('c', [figure('level', 70_000, btc)]);
    expect(rows(a, b, c)).toEqual(['level BTC 70000 a+b+c']);
  });

  test('what differs by far is another quantity', () => {
    const a = article('a', [figure('liquidation', 775e6)]);
    const b = article('b', [figure('liquidation', 2e9)]);
    expect(rows(a, b)).toHaveLength(2);
  });

  test('a rounded number of the same outlet gives way to the exact one', () => {
    const figures = [
      figure('liquidation', 800e6, { qualifier: 'over' }),
      figure('liquidation', 802e6, { window: '24h' }),
    ];
    expect(rows(article('a', figures))).toEqual(['liquidation 24h 802000000 a']);
  });

  test('of two last prices of one outlet the first counts, and a low has a row of its own', () => {
    const figures = [
      figure('price', 69_120, btc),
      figure('price', 68_940, { ...btc, window: 'low' }),
      figure('price', 69_600, btc),
    ];
    expect(rows(article('a', figures))).toEqual(['price BTC 69120 a', 'price BTC low 68940 a']);
  });

  test('the latest article of an outlet speaks for it', () => {
    const early = article('a', [figure('price', 71_000, btc)], { publishedAt: 1 });
    const late = article('a', [figure('price', 69_000, btc)], { publishedAt: 2 });
    expect(rows(early, late)).toEqual(['price BTC 69000 a']);
  });

  test('levels and rates are told apart by their values', () => {
    const a = article('a', [figure('level', 70_000, btc), figure('rate', 3.1, { unit: '%' })]);
    const b = article('b', [figure('level', 69_500, btc), figure('rate', 3.3, { unit: '%' })]);
    expect(rows(a, b)).toEqual(['rate 3.1 a', 'rate 3.3 b', 'level BTC 70000 a', 'level BTC 69500 b']);
  });

  test('the numbers of the title come first, then those of the main asset', () => {
    const figures = [
      figure('liquidation', 5e6),
      figure('change', 4, { asset: 'ETH', unit: '%' }),
      figure('change', 5, { asset: 'BTC', unit: '%' }),
      figure('level', 70_000, btc),
    ];
    const titled = article('a', figures, { title: 'Bitcoin under $70,000', assets: ['BTC', 'ETH'] });
    expect(rows(titled)).toEqual(['level BTC 70000 a', 'liquidation 5000000 a', 'change BTC 5 a', 'change ETH 4 a']);
  });

  test('what has no meaning, or no asset where it needs one, is left out', () => {
    const figures = [
      figure('amount', 5e6),
      figure('price', 5),
      figure('level', 6),
      figure('change', 7, { unit: '%' }),
      figure('change', 8, { unit: '%' }),
    ];
    expect(rows(article('a', figures, { title: 'Norvald shares sink 8%' }))).toEqual(['change 8 a']);
  });

  test('a stolen sum does not come again as a loss', () => {
    const figures = [figure('loss', 47e6), figure('theft', 47e6)];
    expect(rows(article('a', figures))).toEqual(['theft 47000000 a']);
  });

  test('there are at most six rows', () => {
    const figures = Array.from({ length: 9 }, (_, index) => figure('cost', index + 1));
    expect(rows(article('a', figures))).toHaveLength(6);
  });
});
