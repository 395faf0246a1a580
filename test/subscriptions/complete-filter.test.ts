import fc from 'fast-check';
import { expect, test } from 'vitest';
import { completeFilter } from '../../src/subscriptions/complete-filter.ts';
import { parseFilter } from '../../src/subscriptions/parse-filter.ts';
import { vocabulary } from './filter-fixtures.ts';

function inserts(text: string): readonly string[] {
  return completeFilter(text, vocabulary).items.map(({ insert }) => insert);
}

test.each([
  ['do', '$DOGE'],
  ['$do', '$DOGE'],
  ['btc -do', '-$DOGE'],
  ['ether', '$ETH'],
  ['bitcoin ca', '$BCH'],
  ['negative shiba in', '$SHIB'],
  ['#reg', '#regulation'],
  ['regul', '#regulation'],
  ['@blo', '@bloomberg'],
  ['neg', 'negative'],
  ['sent', 'sentiment<-0.4'],
  ['sentiment >', 'sentiment>=0.4'],
  ['outlets >= ', 'outlets>=2'],
  ['lang:d', 'lang:de'],
  ['lang:eng', 'lang:en'],
  ['-@tier', '-@tier1'],
])('%j is completed to %s first', (text, insert) => {
  expect(inserts(text)[0] ?? '').toBe(insert);
});

test('an exact symbol comes before names that begin like it', () => {
  expect(inserts('bitcoin')).toEqual(['$BTC', '$BCH']);
});

test('the completed term starts where it was begun, minus included', () => {
  expect(completeFilter('btc -do', vocabulary).from).toBe(4);
  expect(completeFilter('btc shiba in', vocabulary).from).toBe(4);
  expect(completeFilter('btc ', vocabulary).from).toBe(4);
});

test('names and spelling of an offer are those of the catalogue', () => {
  expect(completeFilter('@thebl', vocabulary).items).toEqual([
    { insert: '@theblock', label: 'The Block', hint: '@theblock' },
  ]);
  expect(completeFilter('-gc', vocabulary).items).toEqual([{ insert: '-$GC=F', label: 'Gold futures', hint: '$GC=F' }]);
});

test('an empty text is offered something of every kind, and no more than asked for', () => {
  const offered = inserts('').join(' ');
  for (const kind of ['$BTC', '#etf', 'negative', 'sentiment<-0.4', '@bloomberg']) expect(offered).toContain(kind);
  expect(completeFilter('', vocabulary, 5).items).toHaveLength(5);
});

test('nothing is offered inside quotes', () => {
  expect(inserts('btc "forced de')).toEqual([]);
  expect(inserts('btc “bit')).toEqual([]);
});

test('what is offered can be read, whatever was typed before', () => {
  const typed = fc.array(
    fc.constantFrom('-', '$', '#', '@', 'b', 'bitcoin', ' ', ',', 's', 'sentiment', '<', 'lang:', '"', '('),
    {
      maxLength: 8,
    },
  );
  fc.assert(
    fc.property(typed, (pieces) => {
      const text = pieces.join('');
      const { from, items } = completeFilter(text, vocabulary);
      expect(from).toBeLessThanOrEqual(text.length);
      for (const { insert } of items) expect(parseFilter(insert, vocabulary).kind).toBe('filter');
    }),
    { numRuns: 300 },
  );
});
