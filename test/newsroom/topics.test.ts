import { expect, test } from 'vitest';
import { readTopics } from '../../src/newsroom/topics.ts';

function read(title: string, body = '', feedTopics: Parameters<typeof readTopics>[1] = []) {
  return readTopics({ title, description: '', body }, feedTopics);
}

test.each([
  ['Spot ETFs lose money for a fifth day', 'etf'],
  ['Fed holds interest rates', 'rates'],
  ["Bridge hacked, users' coins stolen", 'hack'],
  ['Tether mints more USDT', 'stablecoins'],
  ['Miners switch machines off as hashrate falls', 'mining'],
  ['Long positions liquidated in a squeeze', 'liquidations'],
  ['Judge dismisses lawsuit', 'legal'],
  ['Gold and silver rise', 'commodities'],
  ['Whales move old coins', 'whales'],
])('%s', (title, topic) => {
  expect(read(title)[0]).toBe(topic);
});

test('one word in the body alone makes no topic, several do', () => {
  expect(read('A quiet day', 'The lawsuit is old.')).toEqual([]);
  expect(read('A quiet day', 'The lawsuit is old. The judge waits, and the court too.')).toEqual(['legal']);
});

test.each([
  ['Hackers drain a bridge', 'Tether froze USDT at once, and Circle some USDC.', ['hack']],
  ['Strategy has no margin calls to fear', '', []],
  ['Higher margin for BTC/USDT perpetuals', '', ['derivatives']],
  ['Digital gold has a bad day', '', []],
  ['A bank partners with a lender', 'Institutional clients, institutional money, institutional payment.', []],
])('what is said in passing is no topic: %s', (title, body, topics) => {
  expect(read(title, body)).toEqual(topics);
});

test('named far less often than what the body is about is in passing', () => {
  const body = `${'Miners sold as the hashrate fell. '.repeat(5)} The judge waits. The court waits. A lawsuit waits.`;
  expect(read('A quiet day', body)).toEqual(['mining']);
  expect(read('A quiet day', body.replace(/^(?:[^.]*\. ){3}/, ''))).toEqual(['mining', 'legal']);
});

test('things listed together are named once', () => {
  const aside = 'Gold and silver rose. Investors bought gold and silver.';
  expect(read('A quiet day', aside)).toEqual([]);
  expect(read('A quiet day', `${aside} Then gold fell.`)).toEqual(['commodities']);
  expect(read('Norvald up on Q4 and guidance beat')).toEqual(['earnings']);
});

test('a description as long as a text is read like one', () => {
  const description = `${'Nothing else was said on that quiet day. '.repeat(20)} A lawsuit is old.`;
  expect(readTopics({ title: 'A quiet day', description, body: '' }, [])).toEqual([]);
});

test('hints in the title count when something takes them up', () => {
  expect(readTopics({ title: 'Norvald shares for all', description: 'Each share costs $5.', body: '' }, [])).toEqual([
    'stocks',
  ]);
});

test('words inside other words do not count', () => {
  expect(read('Secretary says methods differ')).toEqual([]);
});

test('the title outweighs the body', () => {
  expect(read('Gold rises', 'Lawsuit, judge and court, and a lawsuit again.')[0]).toBe('commodities');
});

test('topics of the feed are always there and at most five come out', () => {
  const title = 'ETF, hack, lawsuit, gold, inflation, miners, staking and stablecoins in one day';
  const topics = read(title, '', ['tokens']);
  expect(topics).toContain('tokens');
  expect(topics).toHaveLength(5);
});

test.each([
  ['Solana price prediction: can SOL reclaim $200 this month?', '', 'price-prediction'],
  ['Best altcoins to buy now as whales load up', '', 'price-prediction'],
  ['Could Cardano hit $5 in 2027?', '', 'price-prediction'],
  ['New layer-2 presale passes $10 million', '', 'sponsored'],
  ['Wallet maker grows in Asia', 'Sponsored content. The wallet has a new home.', 'sponsored'],
  ['Opinion: DeFi has a memory problem', '', 'opinion'],
  ['Why stablecoins need banks | Opinion', '', 'opinion'],
] as const)('is no news: %s', (title, body, topic) => {
  expect(read(title, body)).toContain(topic);
});

test.each([
  'Standard Chartered expects bitcoin at $150,000 by year-end',
  'Sponsor of football club files for bankruptcy',
  'Supreme Court hands down opinion on token sales',
  'Could a shutdown delay the jobs report?',
])('is news: %s', (title) => {
  const filler = ['price-prediction', 'sponsored', 'opinion'];
  expect(read(title).filter((topic) => filler.includes(topic))).toEqual([]);
});
