import type { TextEvidence } from './read-rules.ts';

/** Hash bins of the text features; a quarter as many cost half a point of accuracy. */
export const TEXT_BINS = 1 << 19;

/** A sparse vector: `bins[k]` has `values[k]`. */
export interface TextFeatures {
  readonly bins: readonly number[];
  readonly values: readonly number[];
}

const LONGEST_TEXT = 600;
const LONGEST_WORD = 24;
const CHAR_SHARE = 0.3;
const MOST = 2;
/** Of the words of crypto news as such, beside those of any text: what one calls news, the other does not. */
const OWN_SHARE = 2;
/** Squared length of a text of some eight words: fewer must not weigh as if they were many. */
const SHORT = 20;
const TOKENS =
  /https?:\/\/\S+|\$[A-Za-z][A-Za-z.]{0,6}\b|[+-]?[$€£₹]?\d[\d,.]*\s?(?:%|percent\b|pct\b)?|[A-Za-z]+(?:['’][A-Za-z]+)?|[?!:;]|\.\.\.|…/g;
const SEEDS = { word: 1, pair: 2, chars: 3, triple: 4, evidence: 5, signs: 6, cryptoWord: 7, cryptoPair: 8 } as const;
const FNV_OFFSET = 2166136261;
const FNV_PRIME = 16777619;

/**
 * What the linear model sees of an English text: its words, two and three of them in a row, the 3 to 5 character pieces
 * of its words, and the phrases that the rules found in it; of crypto news the words once more, as such; hashed (FNV-1a) into `TEXT_BINS` and scaled to length 1, less
 * for a short one. Numbers, tickers and links count by their kind alone.
 */
export function readTextFeatures(text: string, evidence: readonly TextEvidence[], crypto: boolean): TextFeatures {
  const counts = new Map<number, number>();
  const add = (hash: number, share: number): void => {
    const bin = finish(hash) % TEXT_BINS;
    counts.set(bin, Math.min(MOST, (counts.get(bin) ?? 0) + share));
  };
  const words = ['^', ...wordsOf(text.slice(0, LONGEST_TEXT)), '$'];
  for (const [place, word] of words.entries()) {
    const next = words[place + 1];
    if (next === undefined) break;
    const pair = rowHash(SEEDS.pair, word, next);
    add(pair, 1);
    if (crypto) add(rowHash(SEEDS.cryptoPair, word, next), OWN_SHARE);
    const third = words[place + 2];
    if (third !== undefined) add(rowHash(pair ^ SEEDS.triple, third), 1);
    if (place === 0) continue;
    add(rowHash(SEEDS.word, word), 1);
    if (crypto) add(rowHash(SEEDS.cryptoWord, word), OWN_SHARE);
    if (word.length > 2) addPieces(`^${word.slice(0, LONGEST_WORD)}$`, add);
  }
  addEvidence(evidence, add);
  return scaled(counts);
}

/** The phrases that the rules found, and the row of their signs. */
function addEvidence(evidence: readonly TextEvidence[], add: (hash: number, share: number) => void): void {
  const signs = evidence.map(({ weight }) => (weight > 0 ? '+' : '-'));
  const [first, last] = [signs[0], signs.at(-1)];
  if (first === undefined || last === undefined) return;
  for (const { text, weight } of evidence) {
    add(rowHash(SEEDS.evidence, ...wordsOf(text)), 1);
    add(rowHash(SEEDS.evidence, '_weight', String(Math.round(weight * 2))), 1);
  }
  add(rowHash(SEEDS.signs, ...signs), 1);
  add(rowHash(SEEDS.signs, '_first', first), 1);
  add(rowHash(SEEDS.signs, '_last', last), 1);
}

function wordsOf(text: string): readonly string[] {
  return (text.match(TOKENS) ?? []).map(kindOrWord);
}

function kindOrWord(token: string): string {
  if (token.startsWith('http')) return '_link';
  if (/^\$[A-Za-z]/.test(token)) return '_ticker';
  if (!/\d/.test(token)) return token.toLowerCase().replace('’', "'").replace(/'s$/, '');
  const sign = token.startsWith('-') || token.startsWith('+') ? token.charAt(0) : '';
  return `${sign}${/[$€£₹]/.test(token) ? '$' : ''}0${/[%p]/.test(token) ? '%' : ''}`;
}

function addPieces(word: string, add: (hash: number, share: number) => void): void {
  for (let from = 0; from + 3 <= word.length; from += 1) {
    let hash = hashOf(word, from, from + 2, seeded(SEEDS.chars));
    for (let end = from + 3; end <= Math.min(from + 5, word.length); end += 1) {
      hash = hashOf(word, end - 1, end, hash);
      add(hash, CHAR_SHARE);
    }
  }
}

function rowHash(seed: number, ...words: readonly string[]): number {
  let hash = seeded(seed);
  for (const word of words) hash = hashOf(' ', 0, 1, hashOf(word, 0, word.length, hash));
  return hash;
}

function seeded(seed: number): number {
  return FNV_OFFSET ^ seed;
}

function hashOf(text: string, from: number, to: number, start: number): number {
  let hash = start;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
  return hash;
}

/** FNV's low bits are its weakest: mixes the high ones in. */
function finish(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 12)) >>> 0;
}

function scaled(counts: ReadonlyMap<number, number>): TextFeatures {
  const bins = [...counts.keys()];
  const raw = [...counts.values()];
  const length = Math.sqrt(
    Math.max(
      SHORT,
      raw.reduce((sum, value) => sum + value * value, 0),
    ),
  );
  return { bins, values: raw.map((value) => value / length) };
}
