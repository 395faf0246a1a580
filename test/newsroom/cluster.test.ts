import { describe, expect, test } from 'vitest';
import { createClusterer, type ClusterArticle } from '../../src/newsroom/cluster.ts';

const NOON = Date.UTC(2026, 1, 5, 12);
const HOUR = 3_600_000;
let lastId = 0;

function article(title: string, more: Partial<ClusterArticle> = {}): ClusterArticle {
  lastId += 1;
  return { id: lastId, scope: 'public', title, body: '', publishedAt: NOON, ...more };
}

function proposed(known: ClusterArticle, next: ClusterArticle): number | null {
  const cluster = createClusterer();
  cluster.accept(known, 7);
  return cluster.propose(next).story;
}

const FED = 'Federal Reserve holds rates steady and signals no hurry to cut';
const HACK =
  'The lending protocol Marlin Finance lost about $41 million on Tuesday after an attacker bent the price that its oracle reported. ' +
  'Developers stopped all contracts within an hour and asked validators to watch the wallets. The attacker had funded an address ' +
  'through a mixer two days before. Marlin offered a tenth of the sum as a bounty. Its token lost more than half of its value, ' +
  'and lenders who had put up collateral were told to wait for a plan. Auditors had warned of the thin market behind the oracle ' +
  'in spring. The team said that it would publish what happened before the end of the week and that no other pool was touched.';
const HACK_ELSEWHERE =
  'Marlin Finance says that it was robbed of $41 million through its oracle. All of its contracts are halted. On-chain researchers ' +
  'traced the address back to a mixer, and lenders of Marlin cannot reach their collateral for now.';

describe('articles are one story', () => {
  test.for([
    ['the same title', article(FED), article(FED)],
    ['a syndicated title with words of the outlet', article(FED), article(`${FED}, officials say`)],
    [
      'another case and punctuation',
      article(FED),
      article('FEDERAL RESERVE holds rates steady — and signals no hurry to cut'),
    ],
    [
      'headlines in other words on one event',
      article('Marlin Finance exploited for $41 million, token crashes'),
      article('Hackers steal $41M from Marlin in price-oracle manipulation'),
    ],
    [
      'whole articles in other words on one event',
      article('Oracle trick drains DeFi lender', { body: HACK }),
      article('Marlin Finance halts contracts', { body: HACK_ELSEWHERE }),
    ],
    [
      'one sum in the money of two countries',
      article('Upbit halts Solana withdrawals after theft', {
        figures: [{ metric: 'theft', value: 36e6, unit: 'USD' }],
      }),
      article('Theft at Upbit: Solana withdrawals halted', {
        figures: [{ metric: 'theft', value: 54e9, unit: 'KRW' }],
      }),
    ],
    [
      'names and verbs in other words of the same meaning',
      article('Bank of Japan lifts borrowing costs'),
      article('BOJ hikes, yen swings'),
    ],
    [
      'whichever institution each names',
      article(FED, { assets: ['FED', 'BTC'] }),
      article(`${FED}, officials say`, { assets: ['USTREASURY'] }),
    ],
    ['one that comes late', article(FED), article(`${FED}, officials say`, { publishedAt: NOON - 5 * HOUR })],
  ] as const)('%s', ([, known, next]) => {
    expect(proposed(known, next)).toBe(7);
  });
});

describe('articles are stories of their own', () => {
  test.for([
    [
      'other words, days apart',
      article('Marlin Finance exploited for $41 million'),
      article('Marlin Finance robbed', { publishedAt: NOON + 60 * HOUR }),
    ],
    ['another scope', article(FED), article(FED, { scope: 'chat:4' })],
    [
      'a template on another asset',
      article('Solana price prediction: what comes next for SOL', { assets: ['SOL'] }),
      article('Cardano price prediction: what comes next for ADA', { assets: ['ADA'] }),
    ],
    [
      'a template with another name',
      article('Board announces approval of application by Harbor Bancorp'),
      article('Board announces approval of application by Summit Holdings'),
    ],
    [
      'another sum stolen from somebody else',
      article('Hackers drain lending protocol through its oracle', { figures: [{ metric: 'theft', value: 41e6 }] }),
      article('Hackers drain lending protocol through its bridge', { figures: [{ metric: 'theft', value: 120e6 }] }),
    ],
    [
      'columns of one name',
      article('Morning note: what the Fed may do next and why yields fell'),
      article('Morning note: oil traders look to the Gulf as shipping stalls'),
    ],
    [
      'a form that was filled in for another',
      article('8-K - Harbor Bancorp (0001083220) (Filer)', {
        body: 'Filed: results of operations, statements and exhibits.',
      }),
      article('8-K - Summit Holdings (0001468929) (Filer)', {
        body: 'Filed: results of operations, statements and exhibits.',
      }),
    ],
    ['nothing but everyday words', article('Crypto market today'), article('Crypto market today')],
  ] as const)('%s', ([, known, next]) => {
    expect(proposed(known, next)).toBeNull();
  });
});

describe('a copy', () => {
  const words = HACK.split(' ');
  test.for([
    ['with another title', article('Lender loses millions', { body: HACK })],
    [
      'with words left out',
      article('DeFi lender robbed', { body: words.filter((_, place) => place % 17 !== 0).join(' ') }),
    ],
    ['that is its start', article('DeFi lender robbed', { body: words.slice(0, 30).join(' ') })],
    ['that is its end', article('What Marlin says', { body: words.slice(-50).join(' ') })],
    ['that is its headline', article('Marlin Finance loses $41 million in oracle attack')],
  ] as const)('%s is known', ([, next]) => {
    const cluster = createClusterer();
    const original = article('Marlin Finance loses $41 million in oracle attack', { body: HACK });
    cluster.add(original);
    cluster.add(article(FED, { body: HACK_ELSEWHERE }));
    expect(cluster.add(next)).toMatchObject({ copyOf: original.id, story: 1 });
  });

  test('is not an article of its own on the same event', () => {
    const cluster = createClusterer();
    cluster.add(article('Marlin Finance loses $41 million in oracle attack', { body: HACK }));
    const other = article('Marlin Finance halts contracts after attack', { body: HACK_ELSEWHERE });
    expect(cluster.add(other)).toMatchObject({ copyOf: null, story: 1 });
  });
});

test('of two stories the more similar one is joined, whichever came first', () => {
  const near = article('Bitcoin falls below $70,000 as liquidations climb to $775 million');
  const far = article('Bitcoin falls as traders watch the Federal Reserve');
  const next = article('Liquidations climb to $775 million after bitcoin falls');
  for (const order of [
    [near, far],
    [far, near],
  ]) {
    const cluster = createClusterer();
    for (const known of order) cluster.accept(known, known === near ? 1 : 2);
    expect(cluster.propose(next).story).toBe(1);
  }
});

describe('two stories that an article shows to be one', () => {
  const bridge = `${HACK} ${HACK_ELSEWHERE}`;

  function withTwo() {
    const cluster = createClusterer();
    cluster.accept(article('Oracle trick drains DeFi lender', { body: HACK, publishedAt: NOON + HOUR }), 1);
    cluster.accept(article('Marlin Finance halts contracts', { body: HACK_ELSEWHERE, publishedAt: NOON }), 2);
    return cluster;
  }

  test('are merged into the older one, and stay one', () => {
    const cluster = withTwo();
    const next = article('Marlin Finance halts contracts after $41 million loss', { body: bridge });
    expect(cluster.add(next)).toMatchObject({ story: 2, merged: [{ from: 1, into: 2 }] });
    const later = article('Oracle trick: what lenders know', { body: HACK });
    expect(cluster.add(later)).toMatchObject({ story: 2, merged: [] });
  });

  test('stay two until it is accepted', () => {
    const cluster = withTwo();
    const next = article('Marlin Finance halts contracts after $41 million loss', { body: bridge });
    for (const time of [1, 2]) expect(cluster.propose(next).merged, `${time}`).toEqual([{ from: 1, into: 2 }]);
  });
});

test('a proposal changes nothing until it is accepted', () => {
  const cluster = createClusterer();
  cluster.propose(article(FED));
  expect(cluster.propose(article(FED)).story).toBeNull();
});

test('an article that is read again takes the place of its earlier text', () => {
  const cluster = createClusterer();
  const first = article('Marlin Finance loses $41 million', { id: 5, body: HACK });
  cluster.accept(first, 1);
  cluster.accept({ ...first, title: FED, body: '' }, 1);
  expect(cluster.size).toBe(1);
  expect(cluster.propose(article('Marlin Finance loses $41 million', { body: HACK })).story).toBeNull();
});

describe('memory', () => {
  test('is bounded: the first to come are forgotten', () => {
    const cluster = createClusterer({ maxArticles: 2 });
    cluster.add(article('Marlin Finance exploited for $41 million'));
    cluster.add(article(FED));
    cluster.add(article('Upbit lists Monad with won pair'));
    expect(cluster.size).toBe(2);
    expect(cluster.propose(article('Marlin Finance exploited for $41 million')).story).toBeNull();
    expect(cluster.propose(article(FED)).story).toBe(2);
  });

  test('ends before a time', () => {
    const cluster = createClusterer();
    cluster.add(article('Marlin Finance exploited for $41 million', { publishedAt: NOON - 100 * HOUR }));
    cluster.add(article(FED));
    cluster.forgetBefore(NOON - 72 * HOUR);
    expect(cluster.size).toBe(1);
    expect(cluster.propose(article(FED)).story).toBe(2);
  });
});
