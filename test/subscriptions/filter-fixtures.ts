import fc from 'fast-check';
import { SENTIMENT_LABELS } from '../../src/model/analysis.ts';
import type { Asset } from '../../src/model/asset.ts';
import type { Filter, FilterTerm } from '../../src/model/filter.ts';
import type { Outlet } from '../../src/model/outlet.ts';
import type { StoryArticle, StoryMatchView } from '../../src/model/story.ts';
import { TOPICS } from '../../src/model/topic.ts';
import { canonicalFilter } from '../../src/subscriptions/canonical-filter.ts';
import { parseFilter } from '../../src/subscriptions/parse-filter.ts';
import { createFilterVocabulary, type FilterVocabulary } from '../../src/subscriptions/vocabulary.ts';

const ASSETS: readonly Asset[] = [
  asset('BTC', 'Bitcoin'),
  asset('ETH', 'Ethereum', ['Ether']),
  asset('BCH', 'Bitcoin Cash'),
  asset('SHIB', 'Shiba Inu'),
  asset('DOGE', 'Dogecoin'),
  asset('SOL', 'Solana'),
  { ...asset('NEAR', 'Near'), ambiguous: true, nameIsWord: true },
  { ...asset('BRK.B', 'Berkshire Hathaway'), kind: 'stock' },
  { ...asset('PG', 'Procter & Gamble'), kind: 'stock' },
  { ...asset('GC=F', 'Gold futures'), kind: 'commodity' },
];

const OUTLETS: readonly Outlet[] = [
  { key: 'bloomberg', name: 'Bloomberg', tier: 1 },
  { key: 'theblock', name: 'The Block', tier: 2 },
  { key: 'coindesk', name: 'CoinDesk', tier: 2 },
  { key: 'coinotag', name: 'Coinotag', tier: 4 },
];

export const vocabulary: FilterVocabulary = createFilterVocabulary(ASSETS, OUTLETS);

export function asset(symbol: string, name: string, aliases: readonly string[] = []): Asset {
  return { symbol, name, kind: 'crypto', aliases, ambiguous: false, nameIsWord: false };
}

/** The filter of a text that has to be readable. */
export function filterOf(text: string, known: FilterVocabulary = vocabulary): Filter {
  const parsed = parseFilter(text, known);
  if (parsed.kind === 'unreadable') throw new Error(`${text}: ${JSON.stringify(parsed.problems)}`);
  return parsed.filter;
}

/** An article that says nothing, but for what a test says about it. */
export function article(given: Partial<StoryArticle> = {}): StoryArticle {
  return {
    articleId: 1,
    outlet: 'theblock',
    outletName: 'The Block',
    tier: 2,
    title: '',
    description: '',
    body: '',
    link: null,
    publishedAt: 0,
    language: 'en',
    assets: [],
    topics: [],
    sentiment: null,
    importance: 50,
    ...given,
  };
}

export function story(...articles: readonly Partial<StoryArticle>[]): StoryMatchView {
  return { storyId: 1, articles: articles.map((given, index) => article({ articleId: index + 1, ...given })) };
}

/** Few words, so that phrases and stories meet. */
const word = fc.constantFrom('rally', 'crash', 'etf', 'bitcoin', 'fed', 'cut', 'café', '価', '60', 's');
const text = fc
  .array(fc.oneof(word, fc.constantFrom("rally's", 'CRASH,', '—')), { maxLength: 6 })
  .map((words) => words.join(' '));
const symbol = fc.constantFrom('BTC', 'ETH', 'DOGE', 'BRK.B', 'GC=F');
const topic = fc.constantFrom(...TOPICS.slice(0, 4));
const outlet = fc.constantFrom(...OUTLETS);
const tier = fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const);
const language = fc.constantFrom('en', 'de', 'ja');
const label = fc.constantFrom(...SENTIMENT_LABELS);
const comparison = fc.constantFrom('<' as const, '<=' as const, '>' as const, '>=' as const);
const tenth = fc.integer({ min: -10, max: 10 }).map((value) => value / 10 || 0);

const arbitraryTerm: fc.Arbitrary<FilterTerm> = fc.oneof(
  symbol.map((symbol) => ({ kind: 'asset' as const, symbol })),
  topic.map((topic) => ({ kind: 'topic' as const, topic })),
  outlet.map(({ key }) => ({ kind: 'outlet' as const, key })),
  tier.map((tier) => ({ kind: 'tier' as const, tier })),
  label.map((label) => ({ kind: 'label' as const, label })),
  language.map((code) => ({ kind: 'language' as const, code })),
  fc.record({
    kind: fc.constant('threshold' as const),
    measure: fc.constant('sentiment' as const),
    comparison,
    value: tenth,
  }),
  fc.record({
    kind: fc.constant('threshold' as const),
    measure: fc.constant('importance' as const),
    comparison,
    value: fc.integer({ min: 0, max: 100 }),
  }),
  fc.record({
    kind: fc.constant('threshold' as const),
    measure: fc.constant('outlets' as const),
    comparison,
    value: fc.integer({ min: 1, max: 4 }),
  }),
  fc.record({ kind: fc.constant('words' as const), words: fc.array(word, { minLength: 1, maxLength: 3 }) }),
);

export const arbitraryFilter: fc.Arbitrary<Filter> = fc
  .tuple(fc.array(arbitraryTerm, { maxLength: 5 }), fc.array(arbitraryTerm, { maxLength: 3 }))
  .map(([include, exclude]) => canonicalFilter(include, exclude));

const arbitraryArticle: fc.Arbitrary<StoryArticle> = fc
  .record({
    outlet,
    title: text,
    description: text,
    body: text,
    language,
    assets: fc.uniqueArray(symbol, { maxLength: 3 }),
    topics: fc.uniqueArray(topic, { maxLength: 2 }),
    sentiment: fc.option(fc.record({ label, score: tenth })),
    importance: fc.integer({ min: 0, max: 100 }),
    publishedAt: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ outlet, ...given }) => article({ ...given, outlet: outlet.key, outletName: outlet.name, tier: outlet.tier }));

export const arbitraryStory: fc.Arbitrary<StoryMatchView> = fc
  .array(arbitraryArticle, { minLength: 1, maxLength: 5 })
  .map((articles) => story(...articles.map((given, index) => ({ ...given, articleId: index + 1 }))));
