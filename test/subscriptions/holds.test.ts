import { describe, expect, test } from 'vitest';
import type { StoryArticle, StoryMatchView } from '../../src/model/story.ts';
import { holds } from '../../src/subscriptions/holds.ts';
import { filterOf, story } from './filter-fixtures.ts';

const bloomberg = { outlet: 'bloomberg', tier: 1 } as const satisfies Partial<StoryArticle>;
const coindesk = { outlet: 'coindesk', tier: 2 } as const satisfies Partial<StoryArticle>;
const coinotag = { outlet: 'coinotag', tier: 4 } as const satisfies Partial<StoryArticle>;

const crash = story(
  {
    ...bloomberg,
    title: 'Bitcoin slides as forced deleveraging spreads',
    body: "Traders cut risk. Miners' reserves fell",
    assets: ['BTC', 'SOL'],
    topics: ['liquidations'],
    sentiment: { label: 'negative', score: -0.6 },
    importance: 80,
  },
  {
    ...coinotag,
    title: 'Krypto',
    description: 'spreads everywhere',
    assets: ['DOGE'],
    language: 'de',
    sentiment: { label: 'positive', score: 0.9 },
    importance: 10,
  },
);

function expectMatch(text: string, view: StoryMatchView, expected: boolean): void {
  expect(holds(filterOf(text), view)).toBe(expected);
}

describe('what holds', () => {
  test.each([
    'btc',
    'doge',
    'eth sol',
    '#liquidations',
    '#etf #liquidations',
    '@coinotag',
    '@bloomberg',
    '@coindesk @coinotag',
    '@coindesk @tier1',
    '@tier1',
    '@tier3',
    'negative',
    'positive negative',
    'sentiment<-0.2',
    'outlets>=2',
    'outlets<3',
    'lang:de',
    'lang:fr lang:de',
    '"forced deleveraging"',
    'DELEVERAGING krypto',
    'miners',
    'btc #liquidations negative "deleveraging spreads"',
    '-eth',
    '-#etf',
    'btc -positive',
    'btc -sentiment>0',
    '-@coindesk',
    '-@coinotag',
    '-@tier4',
    '-@tier2',
  ])('%s', (text) => {
    expectMatch(text, crash, true);
  });
});

describe('what does not hold', () => {
  test.each([
    'eth',
    'eth xrp',
    '#etf',
    '@coindesk',
    '@coindesk @theblock',
    'positive',
    'neutral',
    'sentiment<-0.6',
    'sentiment>0',
    'outlets>=3',
    'lang:fr',
    'forced krypto rally',
    '"deleveraging forced"',
    'btc #etf',
    'btc positive',
    'btc -doge',
    'btc -"forced deleveraging"',
    '-negative',
    '-lang:de',
    '-outlets>=2',
    '-@bloomberg -@coinotag',
    '-@tier1 -@tier4',
  ])('%s', (text) => {
    expectMatch(text, crash, false);
  });

  test('a phrase across the end of a title, or across two articles', () => {
    expectMatch('"spreads traders"', crash, false);
    expectMatch('"fell krypto"', crash, false);
    expectMatch('"krypto spreads"', crash, false);
  });

  test('a sentiment term on a story whose language has no reader', () => {
    const unread = story({ ...bloomberg, language: 'fi' });
    for (const text of ['neutral', 'sentiment<=1', 'sentiment>=-1']) expectMatch(text, unread, false);
    expectMatch('-sentiment>=-1', unread, true);
  });
});

describe('an excluded outlet or tier', () => {
  test('takes its assets, words and languages with it', () => {
    expectMatch('doge', crash, true);
    for (const text of ['doge -@coinotag', 'krypto -@tier4', 'lang:de -@coinotag', '@coinotag -@tier4']) {
      expectMatch(text, crash, false);
    }
    expectMatch('btc -doge -lang:de -krypto -@coinotag', crash, true);
    expectMatch('"forced deleveraging" -@coinotag', crash, true);
  });

  test('leaves outlets, sentiment and importance to be judged on the rest', () => {
    expectMatch('outlets<2 -@coinotag', crash, true);
    expectMatch('sentiment<=-0.6 -@coinotag', crash, true);
    expectMatch('sentiment<=-0.6', crash, false);
    expectMatch('positive -@bloomberg', crash, true);
    expectMatch('importance<50 -@tier1', crash, true);
  });

  test('means that tier alone, while a wanted tier means that tier or better', () => {
    const view = story(bloomberg, coindesk);
    expectMatch('outlets<=1 -@tier2', view, true);
    expectMatch('-@tier3', view, true);
    expectMatch('@tier3', view, true);
  });
});
