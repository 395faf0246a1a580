import { describe, expect, test } from 'vitest';
import { createCluster, type ClusterArticle } from '../../src/newsroom/cluster.ts';

const NOON = Date.UTC(2026, 1, 5, 12);
const HOUR = 3_600_000;

function article(title: string, more: Partial<ClusterArticle> = {}): ClusterArticle {
  return { scope: 'public', outlet: 'wire', title, assets: [], publishedAt: NOON, ...more };
}

function proposed(known: ClusterArticle, next: ClusterArticle): number | null {
  const cluster = createCluster();
  cluster.accept(known, 7);
  return cluster.propose(next);
}

const FED = 'Federal Reserve holds rates steady and signals no hurry to cut';

describe('articles are one story', () => {
  test.for([
    ['the same title at another outlet', article(FED, { outlet: 'ledger' })],
    ['a syndicated title with words of the outlet', article(`${FED}, officials say`, { outlet: 'ledger' })],
    [
      'another case and punctuation',
      article('FEDERAL RESERVE holds rates steady — and signals no hurry to cut', { outlet: 'x' }),
    ],
    ['the same outlet with a word more', article(`Update: ${FED}`)],
  ] as const)('%s', ([, next]) => {
    expect(proposed(article(FED), next)).toBe(7);
  });
});

describe('articles are stories of their own', () => {
  test.for([
    ['more than a day apart', article(FED), article(FED, { outlet: 'x', publishedAt: NOON + 25 * HOUR })],
    ['another scope', article(FED), article(FED, { outlet: 'x', scope: 'chat:4' })],
    [
      'a template on another asset',
      article('Solana price prediction: what comes next for SOL', { assets: ['SOL'] }),
      article('Cardano price prediction: what comes next for ADA', { outlet: 'x', assets: ['ADA'] }),
    ],
    [
      'a template of one outlet with another name',
      article('Board announces approval of application by Harbor Bancorp'),
      article('Board announces approval of application by Summit Holdings'),
    ],
    ['titles too short to tell', article('Market wrap today'), article('Market wrap today', { outlet: 'x' })],
  ] as const)('%s', ([, known, next]) => {
    expect(proposed(known, next)).toBeNull();
  });
});

test('of two stories the more similar one is joined, whichever came first', () => {
  const near = article('Bitcoin falls below $70,000 as liquidations climb to $775 million', { outlet: 'a' });
  const far = article('Bitcoin falls below $70,000 as traders watch liquidations climb again', { outlet: 'b' });
  const next = article('Bitcoin falls below $70,000 as liquidations climb to $740 million', { outlet: 'c' });
  for (const order of [
    [near, far],
    [far, near],
  ]) {
    const cluster = createCluster();
    for (const known of order) cluster.accept(known, known === near ? 1 : 2);
    expect(cluster.propose(next)).toBe(1);
  }
});

test('a proposal changes nothing until it is accepted', () => {
  const cluster = createCluster();
  cluster.propose(article(FED));
  expect(cluster.propose(article(FED, { outlet: 'x' }))).toBeNull();
});
