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
  'whales',
  'legal',
  'technology',
  'stocks',
  'commodities',
  'tokens',
  'opinion',
  'price-prediction',
  'sponsored',
] as const;

export type Topic = (typeof TOPICS)[number];

const FORMER: ReadonlyMap<string, Topic> = new Map([
  ['nft', 'tokens'],
  ['staking', 'defi'],
]);

/** The topic of this name, or of the one that it had in an earlier version. */
export function findTopic(name: string): Topic | undefined {
  return TOPICS.find((topic) => topic === name) ?? FORMER.get(name);
}
