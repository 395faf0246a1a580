import type { Token } from './figure-tokens.ts';
import { MOVES } from './figure-words.ts';

/** The verb of a move that "to" belongs to, with figures and spans of time between: "rose 7 basis points to". */
export function governorBefore(tokens: readonly Token[], lead: number): number | null {
  for (let index = lead - 1; index >= Math.max(0, lead - 8); index -= 1) {
    const token = tokens[index];
    if (!token) return null;
    if (token.kind === 'word' && MOVES.has(token.key)) return index;
    if (token.kind === 'figure' || isTime(token)) continue;
    return null;
  }
  return null;
}

/** Words that a span of time, or how much, is made of. */
export function isTime(token: Token | undefined): boolean {
  return token !== undefined && (BETWEEN.has(token.key) || /^\d/.test(token.key));
}

const BETWEEN = new Set(
  'by , or about around nearly almost some more than over as much in the past last a an within on this to further another one two three four five six seven eight nine ten twelve hour hours day days week weeks month months session sessions year trading minutes just early late sharply again back down up only high low intraday today yesterday monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec'.split(
    ' ',
  ),
);
