import { join } from 'node:path';
import { array, assert, constantFrom, oneof, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadAssetCatalogue } from '../../src/newsroom/asset-catalogue.ts';
import { createAssetReader, loadAssets, tagAssets } from '../../src/newsroom/assets.ts';

const catalogue = loadAssetCatalogue(join(import.meta.dirname, '../../config/assets.yaml'));
const reader = createAssetReader(catalogue);

function ranked(article: { title: string; description: string; body: string }) {
  return reader.read(article).ranked;
}

function symbols(text: string): readonly string[] {
  return [...new Set(reader.mentions(text).map(({ symbol }) => symbol))];
}

function words(text: string): readonly string[] {
  return reader.mentions(text).map(({ start, end }) => text.slice(start, end));
}

describe('names', () => {
  test.each([
    ['bitcoin and ETHEREUM both fell', ['BTC', 'ETH']],
    ['Bitcoin’s slide drags Solana down', ['BTC', 'SOL']],
    ['Two million bitcoins are lost for good', ['BTC']],
    ['Bitcoin Cash doubles while Ethereum Classic sleeps', ['BCH', 'ETC']],
    ['Bitcoin-Cash doubles', ['BCH']],
    ['Bitcoin, Cash App and the taxman', ['BTC']],
    ['Spot Bitcoin ETF takes in a record sum', ['BTC']],
    ['Wrapped Bitcoin moves to a new custodian', ['WBTC']],
    ['Shares of MicroStrategy sink', ['MSTR']],
    ['The S&P 500 and the Nasdaq close flat', ['SPX', 'NDX']],
    ['비트코인 BTC가 상승', ['BTC']],
  ])('%j speaks of %j', (text, expected) => {
    expect(symbols(text)).toEqual(expected);
  });

  test('are found where they stand, in UTF-16 units', () => {
    const text = '😀 Shiba Inu';
    expect(reader.mentions(text)).toEqual([{ symbol: 'SHIB', start: 3, end: 12 }]);
  });

  test('count with their ticker glued on, as one mention', () => {
    expect(words('havens rose, but BitcoinBTC-- did not; Bitcoin CashBCH-- did')).toEqual([
      'BitcoinBTC',
      'Bitcoin CashBCH',
    ]);
  });
});

describe('names that are everyday words', () => {
  test.each([
    ['Traders on the Optimism network move their tokens', ['OP']],
    ['Avalanche rallies as the crypto market recovers', ['AVAX']],
    ['Harmony (ONE) halts its bridge', ['ONE']],
    ['Compound’s COMP leads lending protocols', ['COMP']],
    ['Apple raises the price of its phones', ['AAPL']],
    ['The shares of Strategy fell with bitcoin', ['MSTR', 'BTC']],
  ])('%j speaks of %j', (text, expected) => {
    expect(symbols(text)).toEqual(expected);
  });

  test.each([
    'Avalanche kills three skiers in the Alps',
    'Optimism Returns as Crypto Market Rebounds',
    'Flow of Tokens Into Crypto Funds Slows',
    'A stellar quarter for a maker of apple juice',
    'The ripple effect of a token sale',
    'Crypto stuck near lows, traders near despair',
    'Dividend Strategy for a Quiet Market',
  ])('%j speaks of none', (text) => {
    expect(symbols(text)).toEqual([]);
  });
});

describe('tickers', () => {
  test.each([
    ['XRP and ADA gain', ['XRP', 'ADA']],
    ['$ONE doubles overnight', ['ONE']],
    ['volume in ONE/USDT and LINK-USD', ['ONE', 'LINK']],
    ['BTCUSDT perpetuals', ['BTC']],
    ['OUSD challenges USDC', ['OUSD', 'USDC']],
    ['ONE price doubles as the token gets a listing', ['ONE']],
    ['XRP, LINK and DOT lead the way', ['XRP', 'LINK', 'DOT']],
    ['BTC/USDT volume', ['BTC']],
    ['Riot (NASDAQ: RIOT) mined less', ['RIOT']],
  ])('%j speaks of %j', (text, expected) => {
    expect(symbols(text)).toEqual(expected);
  });

  test.each([
    'eth, sol and link in small letters',
    'ONE OF THE BEST NEAR TERM IDEAS',
    'TRUMP SAYS CRYPTO TOKEN TRADING IS GREAT, PEOPLE WIN',
    'Energy group (NYSE: CVX) drills deeper',
    '$CVX - Chevron drills deeper',
    'The Department of Transportation (DOT) looks at crypto tokens; DOT staff object',
    'An all-time high (ATH) for token prices',
    'Follow @BTC for more',
    'GAS and IP rules for 2014',
    'The ONE crypto firm that stayed open',
  ])('%j speaks of none', (text) => {
    expect(symbols(text)).toEqual([]);
  });

  test('in a shouting headline still count when they are nothing else', () => {
    expect(symbols('BITCOIN SLIPS NEAR 70K AS ONE WHALE SELLS BTC')).toEqual(['BTC']);
  });
});

describe('commodities and currencies', () => {
  test.each([
    ['gold slips to $4,100 an ounce', ['XAU']],
    ['Oil and silver prices climb', ['WTI', 'XAG']],
    ['EUR/USD slips as the euro weakens', ['EUR']],
    ['Yen falls to a new low', ['JPY']],
    ['Dollar slips to a three-week low', ['DXY']],
    ['Gold climbs on a weaker dollar', ['XAU', 'DXY']],
  ])('%j speaks of %j', (text, expected) => {
    expect(symbols(text)).toEqual(expected);
  });

  test.each([
    'She wins a gold medal and a record price',
    'A silver lining for the market',
    'A golden quarter for trading',
    'Palm oil prices rise',
    'The largest daily dollar climb on record; a million-dollar heist; dollar-pegged accounts',
    'One more dollar, or 20 million dollar hold the rest',
    'Dollar General shares fall',
    'Hong Kong dollar slips',
    'The plant cost 20 million euro, or EUR 19m before tax',
  ])('%j speaks of none', (text) => {
    expect(symbols(text)).toEqual([]);
  });
});

describe('institutions', () => {
  test.each([
    ['Fed holds rates as officials split', ['FED']],
    ['Bitcoin slips ahead of the Fed’s decision', ['BTC', 'FED']],
    ['FOMC minutes show a split', ['FED']],
    ['SEC forms crypto task force', ['SEC']],
    ['Lawsuit filed by the SEC is dropped', ['SEC']],
    ['A 2023 SEC lawsuit ends', ['SEC']],
    ['The US Securities and Exchange Commission (SEC) sues', ['SEC']],
    ['Yen slides after BoJ stands pat', ['JPY', 'BOJ']],
    ['U.S. Treasury sanctions a mixer', ['USTREASURY']],
    ['Treasury yields climb before Fed minutes', ['US10Y', 'FED']],
    ['IMF to lend to Pakistan', ['IMF']],
  ])('%j speaks of %j', (text, expected) => {
    expect(symbols(text)).toEqual(expected);
  });

  test.each([
    'Fed up with delays, commuters turn to bikes',
    'The hungry were fed by FedEx drivers',
    'Refugees fed and housed',
    'It loads in 10 SEC, or 5 sec',
    'Georgia wins the SEC football title',
    'ECB names squad for cricket tour',
    'Executive sells shares, SEC filing shows',
    'Harbor Bancorp filed a form with the U.S. Securities and Exchange Commission',
    'FDIC-insured accounts, regulated by the FCA',
    'Thailand’s SEC suspends a broker',
    'Thailand’s Securities and Exchange Commission (SEC) suspends a broker; the SEC gave no reason',
    'Output of 50,000 boe a day',
    'US Treasury bonds and treasury companies',
    'Irsa (IRS) and BOC Aviation rise',
  ])('%j speaks of none', (text) => {
    expect(symbols(text)).toEqual([]);
  });

  test('are no evidence that a word is an asset', () => {
    expect(symbols('The ONE FTC crypto rule; Circle of friends at the Fed')).toEqual(['FTC', 'FED']);
  });

  test('stand behind an asset that is as salient', () => {
    const mentions = ranked({ title: 'SEC delays ruling on Solana fund', description: '', body: '' });
    expect(mentions.map(({ symbol }) => symbol)).toEqual(['SOL', 'SEC']);
  });

  test('named once in the lead of an article on an asset are in passing', () => {
    const lead = 'It fell before the Fed decides on Wednesday.';
    const on = (title: string) => ranked({ title, description: lead, body: '' }).map(({ symbol }) => symbol);
    expect(on('Bitcoin slips')).toEqual(['BTC']);
    expect(on('Markets slip')).toEqual(['FED']);
  });

  test('take nothing from the assets that an article names', () => {
    const body = `Nothing else was said. Litecoin waits. ${'The SEC waits. '.repeat(12)} Litecoin is slow.`;
    const mentions = ranked({ title: 'The SEC waits', description: '', body });
    expect(mentions).toEqual([
      { symbol: 'SEC', salience: 1 },
      { symbol: 'LTC', salience: 0.75 },
    ]);
  });
});

describe('reading an article', () => {
  const filler = 'The desk had little else to report on that day. '.repeat(10);

  test('the subject of title and text has salience 1, others less, in order', () => {
    const mentions = ranked({
      title: 'Bitcoin falls below a round number',
      description: 'Bitcoin fell on Thursday, and Ethereum with it.',
      body: `${filler}Bitcoin was last seen lower. Bitcoin bears rejoice. Bitcoin bulls do not. Ethereum followed.`,
    });
    expect(mentions.map(({ symbol }) => symbol)).toEqual(['BTC', 'ETH']);
    expect(mentions[0]?.salience).toBe(1);
    expect(mentions[1]?.salience).toBeLessThan(0.5);
  });

  test('an asset named in passing, deep in the body of an article on another, is left out', () => {
    const mentions = ranked({
      title: 'Solana upgrade ships',
      description: '',
      body: `Solana shipped. ${filler}Solana is fast. Solana is cheap. Some prefer Litecoin.`,
    });
    expect(mentions.map(({ symbol }) => symbol)).toEqual(['SOL']);
  });

  test('two mentions are still in passing where the subject has a dozen', () => {
    const mentions = ranked({
      title: 'Solana upgrade ships',
      description: '',
      body: `${'Solana shipped. '.repeat(12)}${filler}Litecoin waits. Some prefer Litecoin.`,
    });
    expect(mentions.map(({ symbol }) => symbol)).toEqual(['SOL']);
  });

  test('an asset that the body keeps coming back to is kept', () => {
    const mentions = ranked({
      title: 'Solana upgrade ships',
      description: '',
      body: `Solana shipped. ${filler}Litecoin waits. Litecoin is slow. Litecoin is old. Litecoin is liked.`,
    });
    expect(mentions.map(({ symbol }) => symbol)).toEqual(['SOL', 'LTC']);
  });

  test('the body shows what a word in the title means', () => {
    const title = 'Stellar Gains Again';
    const plain = ranked({ title, description: '', body: 'Sales were strong.' });
    const crypto = ranked({ title, description: '', body: 'The Stellar network and its token XLM did well.' });
    expect(plain).toEqual([]);
    expect(crypto).toEqual([{ symbol: 'XLM', salience: 1 }]);
  });

  test('names at most twelve assets, however long the list', () => {
    const names = catalogue.assets.slice(0, 20).map(({ name }) => name);
    expect(ranked({ title: names.join(', '), description: '', body: '' })).toHaveLength(12);
  });

  test('whatever the text, spans lie inside it in order and salience stays in (0, 1]', () => {
    const part = oneof(
      constantFrom(
        'Bitcoin',
        'Cash',
        'BTC',
        '$',
        '(',
        'ONE',
        ')',
        '/USDT',
        'gold',
        '’s',
        '-',
        ', ',
        'Flow',
        'token',
        '\n',
        'İ',
      ),
      string({ unit: 'grapheme' }),
    );
    assert(
      property(
        array(part).map((parts) => parts.join(' ')),
        (text) => {
          let last = 0;
          for (const { start, end } of reader.mentions(text)) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            last = end;
          }
          expect(last).toBeLessThanOrEqual(text.length);
          for (const { salience } of ranked({ title: text, description: text, body: text })) {
            expect(salience).toBeGreaterThan(0);
            expect(salience).toBeLessThanOrEqual(1);
          }
        },
      ),
    );
  });
});

test('tags say how often title and body name an asset', () => {
  const article = { title: 'Bitcoin slips', body: 'Bitcoin fell as ether held. BTC traded at $86,000.' };
  expect(tagAssets(article, loadAssets()).slice(0, 2)).toMatchObject([
    { symbol: 'BTC', mentions: 3 },
    { symbol: 'ETH', mentions: 1 },
  ]);
});
