import type { Card } from '../../src/model/card.ts';

/** A card as a story has it. */
export const CRASH_CARD: Card = {
  tone: 'negative',
  title: 'Bitcoin plunges below $70,000',
  url: 'https://wire.example/crash',
  badges: ['BTC'],
  lines: ['Traders faced forced liquidations.'],
  table: null,
  items: [],
  sources: [{ name: 'The wire', url: 'https://wire.example/crash', at: 0 }],
  imageUrl: null,
  buttons: [{ kind: 'command', label: 'More', command: 'story 1' }],
  asOf: 0,
  footer: null,
};

export const RECOVERY_CARD: Card = { ...CRASH_CARD, title: 'Bitcoin recovers' };
