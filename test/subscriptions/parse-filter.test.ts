import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Text } from '../../src/model/text.ts';
import { loadTexts } from '../../src/texts/texts.ts';
import { parseFilter } from '../../src/subscriptions/parse-filter.ts';
import { createFilterVocabulary } from '../../src/subscriptions/vocabulary.ts';
import { arbitraryFilter, asset, filterOf, vocabulary } from './filter-fixtures.ts';

const texts = loadTexts('config/locales');
const say = (text: Text) => texts.say(text);

function problemsOf(text: string) {
  const parsed = parseFilter(text, vocabulary);
  return parsed.kind === 'unreadable'
    ? parsed.problems.map(({ position, term, text }) => ({ position, term, text: say(text) }))
    : [];
}

function notesOf(text: string): readonly string[] {
  const parsed = parseFilter(text, vocabulary);
  return parsed.kind === 'filter' ? parsed.notes.map(say) : ['unreadable'];
}

describe('terms', () => {
  test.each([
    ['btc', '$BTC'],
    ['BITCOIN', '$BTC'],
    ["bitcoin's", '$BTC'],
    ['ether', '$ETH'],
    ['$sol', '$SOL'],
    ['$"shiba inu"', '$SHIB'],
    ['brk.b', '$BRK.B'],
    ['$gc=f', '$GC=F'],
    ['#ETF', '#etf'],
    ['@Bloomberg', '@bloomberg'],
    ['@the-block', '@theblock'],
    ['@"The Block"', '@theblock'],
    ['@tier2', '@tier2'],
    ['Negative', 'negative'],
    ['sentiment<-0.4', 'sentiment<-0.4'],
    ['Sentiment >= .6', 'sentiment>=0.6'],
    ['sentiment<−0,4', 'sentiment<-0.4'],
    ['sentiment>-0', 'sentiment>0'],
    ['importance≥60', 'importance>=60'],
    ['importance =< 60.50', 'importance<=60.5'],
    ['outlets ≥ 2', 'outlets>=2'],
    ['outlet>2', 'outlets>2'],
    ['lang:EN', 'lang:en'],
    ['lang:en-US', 'lang:en'],
    ['language:German', 'lang:de'],
    ['halving', '"halving"'],
    ['pre-market', '"pre market"'],
    ['"Forced  Deleveraging!"', '"forced deleveraging"'],
    ['“forced deleveraging”', '"forced deleveraging"'],
    ['„forced deleveraging“', '"forced deleveraging"'],
    ['«forced deleveraging»', '"forced deleveraging"'],
    ["'forced deleveraging'", '"forced deleveraging"'],
    ["'tis", '"tis"'],
    ['"bitcoin cash"', '"bitcoin cash"'],
    ['"btc"', '"btc"'],
    ['-doge', '-$DOGE'],
    ['–doge', '-$DOGE'],
    ['-"sponsored"', '-"sponsored"'],
    ['-@coinotag', '-@coinotag'],
    ['-#etf', '-#etf'],
    ['-negative', '-negative'],
    ['-sentiment<-0.4', '-sentiment<-0.4'],
    ['-lang:de', '-lang:de'],
    ['＄ＢＴＣ　＃ｅｔｆ', '$BTC #etf'],
  ])('reads %s as %s', (text, canonical) => {
    expect(filterOf(text).canonical).toBe(canonical);
  });

  test.each([
    ['bitcoin cash', '$BCH'],
    ['bitcoin cash bitcoin', '$BCH $BTC'],
    ['shiba inu negative', '$SHIB negative'],
    ['-shiba inu btc', '$BTC -$SHIB'],
    ['procter & gamble', '$PG'],
    ['procter and bitcoin', '$BTC "procter"'],
    ['bitcoin, cash', '$BTC "cash"'],
    ['bitcoin "cash"', '$BTC "cash"'],
    ['bitcoin -cash', '$BTC -"cash"'],
  ])('joins neighbouring words only where they name an asset: %s', (text, canonical) => {
    expect(filterOf(text).canonical).toBe(canonical);
  });

  test('has one spelling for all orders, repetitions and separators', () => {
    const spelling =
      '$BTC $ETH #etf @bloomberg @tier1 negative sentiment<-0.4 lang:en "a b" "halving" -$DOGE -@coinotag';
    expect(
      filterOf(
        '-@coinotag halving "A b", lang:en;eth sentiment<-0.4 btc negative @tier1 @bloomberg ETH #etf bitcoin -doge',
      ).canonical,
    ).toBe(spelling);
  });

  test('keeps the meaning of a stored filter when a word becomes the name of an asset', () => {
    const { canonical } = filterOf('pepe');
    const later = createFilterVocabulary([asset('PEPE', 'Pepe')], []);
    expect(filterOf('pepe', later).canonical).toBe('$PEPE');
    expect(filterOf(canonical, later).canonical).toBe('"pepe"');
  });

  test('the canonical text reads as the same filter without a note', () => {
    const readable = arbitraryFilter.filter(({ canonical }) => !refused(canonical));
    fc.assert(
      fc.property(readable, (filter) => {
        expect(parseFilter(filter.canonical, vocabulary)).toEqual({ kind: 'filter', filter, notes: [] });
      }),
      { numRuns: 500 },
    );
  });
});

/** Whether a filter built at random asks for nothing, or for what cannot be. */
function refused(canonical: string): boolean {
  const wrong = /filter-problem-(?:empty|contradiction|impossible)/;
  const parsed = parseFilter(canonical, vocabulary);
  return parsed.kind === 'unreadable' && parsed.problems.every(({ text }) => wrong.test(JSON.stringify(text)));
}

describe('notes', () => {
  test.each([
    ['bitcon', 'the word “bitcon”; did you mean the asset Bitcoin?'],
    ['etheruem', 'the word “etheruem”; did you mean the asset Ethereum?'],
    ['negativ', 'the word “negativ”; did you mean negative?'],
    ['etf', 'the word “etf”; did you mean the topic #etf?'],
    ['bloomberg', 'the word “bloomberg”; did you mean the outlet @bloomberg?'],
    ['near', '“near” is read as the asset NEAR; for the word, write it in quotes.'],
    ['importance', 'the word “importance”; for a limit, compare it with a number, such as importance>=60.'],
    ['btc or eth', '“and” and “or” are not needed: terms of one kind are alternatives, different kinds must all hold.'],
    [
      'btc | eth || sol',
      '“and” and “or” are not needed: terms of one kind are alternatives, different kinds must all hold.',
    ],
    ['(btc eth)', 'Brackets are ignored: terms of one kind are alternatives, different kinds must all hold.'],
  ])('%s: %s', (text, note) => {
    expect(notesOf(text)).toEqual([note]);
  });

  test.each(['halving', 'btc, eth', '"bitcon"', '$near', '"btc or eth"'])('%s needs none', (text) => {
    expect(notesOf(text)).toEqual([]);
  });
});

describe('problems', () => {
  test.each([
    ['btc "forced', 4, '"forced', 'This quote is never closed. Put the same mark behind the last word of the phrase.'],
    ['$BTCC', 0, '$BTCC', '“BTCC” is no asset known here; did you mean BTC ($BTC)?'],
    ['btc -$qqqqqq', 4, '-$qqqqqq', '“qqqqqq” is no asset known here. To find it as a word, leave out the $.'],
    ['#regulaton', 0, '#regulaton', '“regulaton” is no topic; did you mean #regulation?'],
    ['#', 0, '#', 'Behind # comes a topic, such as #etf.'],
    ['@blomberg', 0, '@blomberg', '“blomberg” is no outlet known here; did you mean @bloomberg?'],
    ['@tier5', 0, '@tier5', 'Tiers go from @tier1 (wires and papers of record) to @tier4 (anyone).'],
    ['sentiment<-4', 0, 'sentiment<-4', 'Sentiment is a number from -1 to 1, such as sentiment<-0.4.'],
    ['sentiment<bad', 0, 'sentiment<bad', 'Sentiment is a number from -1 to 1, such as sentiment<-0.4.'],
    ['importance > 101', 0, 'importance > 101', 'Importance is a number from 0 to 100, such as importance>=60.'],
    ['outlets>=0', 0, 'outlets>=0', 'Outlets are counted in whole numbers from 1 to 1000, such as outlets>=2.'],
    ['outlets>=1.5', 0, 'outlets>=1.5', 'Outlets are counted in whole numbers from 1 to 1000, such as outlets>=2.'],
    ['importance=60', 0, 'importance=60', 'Compare with <, <=, > or >=, such as importance>=60.'],
    ['sentiment != x', 0, 'sentiment != x', 'Compare with <, <=, > or >=, such as sentiment>=-0.4.'],
    ['importance:70', 0, 'importance:70', 'Compare with <, <=, > or >=, such as importance>=70.'],
    ['btc < 70000', 0, 'btc < 70000', '“btc” cannot be compared; only sentiment, importance and outlets can.'],
    ['sentment<0', 0, 'sentment<0', '“sentment” cannot be compared; did you mean sentiment?'],
    ['>= 5', 0, '>= 5', 'Left of the comparison stands sentiment, importance or outlets, such as importance>=60.'],
    ['lang:klingon', 0, 'lang:klingon', '“klingon” is no language. Write its two-letter code, such as lang:en.'],
    ['btc - doge', 4, '-', 'A minus excludes only what stands right behind it: write -doge.'],
    ['btc not doge', 4, 'not', '“not” does not exclude: write -doge. To find the word itself, write "not".'],
    ['btc !!!', 4, '!!!', 'There is no word in this. Write at least one letter or digit.'],
    ['btc -bitcoin', 4, '-bitcoin', '$BTC is both wanted and excluded. Leave out one of the two.'],
    [
      'sentiment<-0.2 sentiment>0.2',
      15,
      'sentiment>0.2',
      'No story can satisfy this limit on sentiment. Loosen it, or leave it out.',
    ],
    ['outlets>2 outlets<3', 10, 'outlets<3', 'No story can satisfy this limit on outlets. Loosen it, or leave it out.'],
    ['sentiment<-1', 0, 'sentiment<-1', 'No story can satisfy this limit on sentiment. Loosen it, or leave it out.'],
  ])('%s', (text, position, term, said) => {
    expect(problemsOf(text)).toEqual([{ position, term, text: said }]);
  });

  test.each(['', '   ', ' , ;', 'or'])('an empty filter (%j) is answered with what to write', (text) => {
    expect(problemsOf(text)[0]?.text).toContain('such as btc, #etf, @tier1');
  });

  test('an unknown topic without a near one is answered with the list', () => {
    expect(problemsOf('#weather')[0]?.text).toContain('#etf, #regulation');
  });

  test('are all reported, in the order in which they stand', () => {
    expect(problemsOf('#regulaton btc @blomberg sentiment=1 "open').map(({ position }) => position)).toEqual([
      0, 15, 25, 37,
    ]);
  });

  test('a filter takes 40 different terms, and says how many there are when there are more', () => {
    const words = Array.from({ length: 41 }, (_, index) => `w${index}`);
    expect(filterOf([...words.slice(1), ...words.slice(1, 20)].join(' ')).include).toHaveLength(40);
    expect(problemsOf(words.join(' '))).toEqual([
      { position: 150, term: 'w40', text: 'A filter has at most 40 terms; this one has 41.' },
    ]);
  });

  test('a filter takes 500 characters, written out as well', () => {
    expect(filterOf('x'.repeat(498)).canonical).toHaveLength(500);
    expect(problemsOf('x'.repeat(499))[0]?.text).toBe(
      'A filter has at most 500 characters; written out, this one has 501.',
    );
    expect(problemsOf('x '.repeat(300))[0]?.text).toContain('this one has 600');
  });

  test('a phrase takes 20 words', () => {
    expect(problemsOf(`"${'a '.repeat(20)}"`)).toEqual([]);
    expect(problemsOf(`"${'a '.repeat(21)}"`)[0]?.text).toBe('A phrase has at most 20 words.');
  });
});

describe('any text', () => {
  const pieces =
    '- " \' $ # @ btc bitcoin cash not or , < = > ≥ sentiment outlets -0.4 2 lang: en ( | “ – \u0000 \ud800 価 tier １ importance:';
  const piece = fc.constantFrom(' ', ...pieces.split(' '));
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(piece, { maxLength: 30 }).map((all) => all.join('')),
  );

  test('is read or answered', () => {
    fc.assert(
      fc.property(text, (text) => {
        const parsed = parseFilter(text, vocabulary);
        const canonical = parsed.kind === 'filter' ? parsed.filter.canonical : 'btc';
        expect(filterOf(canonical).canonical).toBe(parsed.kind === 'filter' ? canonical : '$BTC');
        expect(parsed.kind === 'filter' || parsed.problems.length > 0).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('has its problems at places inside it, and all is said in words that the catalogue has', () => {
    fc.assert(
      fc.property(text, (text) => {
        for (const { position, term } of problemsOf(text)) {
          expect(text.startsWith(term, position)).toBe(true);
          expect(position).toBeLessThan(Math.max(text.length, 1));
        }
        expect([...problemsOf(text).map((problem) => problem.text), ...notesOf(text)]).not.toContain('');
      }),
      { numRuns: 1000 },
    );
  });
});
