import type { Figure } from '../../model/analysis.ts';
import type { Sense } from './figure-context.ts';
import type { Place } from './figure-place.ts';

const SIDED = /^(?:positions?|futures|contracts?|liquidations?|traders|bets|holders|side|leverage|perpetuals?)$/;

/** Which side of the market was hit, where what is measured says so: "long positions", "shorts". */
export function readSide({ tokens }: Place, { metric, about }: Sense): Figure['side'] {
  if (metric !== 'liquidation' && metric !== 'open_interest' && metric !== 'loss') return null;
  const sides = new Set<'long' | 'short'>();
  for (const [from, to] of about) {
    for (let at = Math.max(0, from); at < to; at += 1) {
      const key = tokens[at]?.key ?? '';
      if (!/^(?:long|short)s?$/.test(key)) continue;
      if (key.endsWith('s') || SIDED.test(tokens[at + 1]?.key ?? ''))
        sides.add(key.startsWith('long') ? 'long' : 'short');
    }
  }
  const [side] = sides;
  return sides.size === 1 ? (side ?? null) : null;
}
