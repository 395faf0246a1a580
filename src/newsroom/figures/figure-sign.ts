import { MOVES } from './figure-words.ts';

const BOUNDARY =
  /[;:–—]|,\s(?!(?:and\s)?[$€£¥]?\d)|\s(?:while|but|although|though|whereas|as|after|before|when|because|since|despite)\s/gi;
const WORD = /[\p{L}][\p{L}’'-]*/gu;
/** Before a figure they make it what another is measured by. */
const BASE =
  /\b(?:from|against|than|versus|vs\.?|compared (?:with|to)|of)\s+(?:about |around |nearly |some |a |the |its )*$/i;
const AFTER = 3;
const LOSSES =
  'liquidated wiped drained stolen stole fine fined fines forfeit cost costs costing laid missing less lower fewer cheaper weaker decline retreated shrank narrowed slowed wipeout outflow outflows charge writedown write-down deficit penalty';
const GAINS = 'higher more inflow inflows profit surplus took drew attracted earned';

const WORDS: ReadonlyMap<string, -1 | 1> = new Map([
  ...[...MOVES].map(([word, direction]) => [word, direction === 'up' ? 1 : -1] as const),
  ...LOSSES.split(' ').map((word) => [word, -1] as const),
  ...GAINS.split(' ').map((word) => [word, 1] as const),
]);

/**
 * The sign that the words of its own clause give an amount, `start` to `end` in its sentence: the nearest word of gain
 * or loss before it, else right after it; 0 where there is none, or where it is what another amount is measured by.
 */
export function clauseSign(sentence: string, start: number, end: number): -1 | 0 | 1 {
  const before = sentence.slice(0, start);
  const after = sentence.slice(end).split(/[,;:.]\s/, 1)[0] ?? '';
  if (BASE.test(before)) return signIn((after.match(WORD) ?? []).slice(0, 1));
  let from = 0;
  for (const match of before.matchAll(BOUNDARY)) from = match.index + match[0].length;
  const own = (before.slice(from).match(WORD) ?? []).toReversed();
  return signIn(own) || signIn((after.match(WORD) ?? []).slice(0, AFTER));
}

function signIn(words: readonly string[]): -1 | 0 | 1 {
  for (const word of words) {
    const sign = WORDS.get(word.toLowerCase());
    if (sign !== undefined) return sign;
  }
  return 0;
}
