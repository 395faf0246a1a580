import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadTexts } from '../../src/texts/texts.ts';
import { describeFilter } from '../../src/subscriptions/describe-filter.ts';
import { arbitraryFilter, filterOf, vocabulary } from './filter-fixtures.ts';

const texts = loadTexts('config/locales');

test.each([
  [
    'btc eth negative sentiment<-0.4 outlets>=2 -doge',
    'Bitcoin or Ethereum; negative, below -0.4; reported by at least two outlets; not Dogecoin',
  ],
  ['btc eth sol', 'Bitcoin, Ethereum or Solana'],
  ['#etf #regulation importance>=60', 'about ETFs or regulation; importance at least 60'],
  ['sentiment<0.5 sentiment>-0.5', 'sentiment below 0.5 and above -0.5'],
  ['@bloomberg @tier2', 'reported by Bloomberg or an outlet of tier 2 or better'],
  ['outlets<2', 'reported by fewer than two outlets'],
  ['outlets>12', 'reported by more than 12 outlets'],
  ['halving "forced deleveraging"', 'with the phrase “forced deleveraging” and the word “halving”'],
  ['lang:en lang:de lang:sw', 'in German, in English or in Kiswahili'],
  [
    '-@coinotag -@tier4 -#hack -"sponsored"',
    'not about hacks; ignoring Coinotag; ignoring outlets of tier 4; not the word “sponsored”',
  ],
  ['-sentiment<-0.4 -lang:de', 'not sentiment below -0.4; not in German'],
])('%s is said as “%s”', (text, said) => {
  expect(texts.say(describeFilter(filterOf(text), vocabulary))).toBe(said);
});

test('what has left the catalogue goes by its symbol or key', () => {
  const filter = {
    include: [{ kind: 'asset' as const, symbol: 'LUNA' }],
    exclude: [{ kind: 'outlet' as const, key: 'gone' }],
    canonical: '',
  };
  expect(texts.say(describeFilter(filter, vocabulary))).toBe('LUNA; ignoring gone');
});

test('every filter can be said with the messages of the catalogue', () => {
  fc.assert(
    fc.property(arbitraryFilter, (filter) => {
      const said = texts.say(describeFilter(filter, vocabulary));
      expect(said === '').toBe(filter.canonical === '');
    }),
  );
});
