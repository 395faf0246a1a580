/** The closed list behind `#topic` filters. Kept in sync with the rules of `newsroom/topics.ts` by its type. */
export const TOPICS = [
  'etf',
  'regulation',
  'rates',
  'inflation',
  'liquidations',
  'derivatives',
  'mining',
  'hack',
  'stablecoins',
  'defi',
  'exchanges',
  'adoption',
  'earnings',
  'macro',
  'geopolitics',
  'listings',
  'staking',
  'whales',
  'legal',
  'technology',
  'stocks',
  'commodities',
  'nft',
  'tokens',
] as const;

export type Topic = (typeof TOPICS)[number];
