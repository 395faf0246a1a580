import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holds } from '../../src/subscriptions/holds.ts';
import { createMatcher } from '../../src/subscriptions/matcher.ts';
import { arbitraryFilter, arbitraryStory, filterOf, story } from './filter-fixtures.ts';

test('the matcher finds exactly the filters that hold, also after some were removed or replaced', () => {
  const filters = fc.array(arbitraryFilter, { minLength: 1, maxLength: 25 });
  fc.assert(
    fc.property(
      filters,
      fc.array(arbitraryStory, { minLength: 1, maxLength: 3 }),
      fc.nat(),
      (filters, stories, seed) => {
        const matcher = createMatcher();
        const current = new Map(filters.entries());
        for (const [id, filter] of current) matcher.add(id, filter);
        const [replaced, removed] = [seed % filters.length, (seed * 7 + 3) % filters.length];
        const [first] = filters;
        if (first) current.set(replaced, first);
        if (first) matcher.add(replaced, first);
        current.delete(removed);
        matcher.remove(removed);
        for (const view of stories) {
          const expected = [...current].flatMap(([id, filter]) => (holds(filter, view) ? [id] : []));
          expect(matcher.match(view)).toEqual(expected.toSorted((a, b) => a - b));
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('an unknown id can be removed, and a matcher without filters finds none', () => {
  const matcher = createMatcher();
  matcher.remove(5);
  expect(matcher.match(story({ assets: ['BTC'] }))).toEqual([]);
});

test('ids come once and ascending, whatever led to them', () => {
  const matcher = createMatcher();
  matcher.add(30, filterOf('btc eth'));
  matcher.add(4, filterOf('etf'));
  matcher.add(100, filterOf('negative'));
  matcher.add(11, filterOf('-doge'));
  expect(matcher.match(story({ assets: ['ETH', 'BTC'], title: 'ETF' }))).toEqual([4, 11, 30]);
});

test('a filter that wants forty assets is found by the last of them', () => {
  const matcher = createMatcher();
  const assets = Array.from({ length: 39 }, (_, index) => ({ kind: 'asset' as const, symbol: `A${index}` }));
  const filter = {
    include: [...assets, { kind: 'topic' as const, topic: 'etf' as const }],
    exclude: [],
    canonical: '',
  };
  matcher.add(1, filter);
  expect(matcher.match(story({ assets: ['A38'], topics: ['etf'] }))).toEqual([1]);
});
