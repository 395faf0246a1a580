import { foldWords } from '../fold-words.ts';
import { hashOf } from './hash-of.ts';
import { countShared, toHashSet, type HashSet } from './hash-set.ts';

/** Runs of three words of a text. */
export interface Shingles {
  readonly hashes: HashSet;
  /** A short text has all of its runs here, a long one those that `isKept` keeps. */
  readonly isWhole: boolean;
}

const RUN = 3;
const FEWEST_RUNS = 6;
const FEWEST_SAMPLED = 3;
const MOST_KEPT = 320;
const SAMPLE = 3;
const SHORT_WORDS = 90;
const MOST_CHARS = 8_000;
const KEYS = 8;

/** Reads the first 8,000 characters. */
export function readShingles(text: string): Shingles {
  const words = foldWords(text.slice(0, MOST_CHARS));
  const runs = words.length - RUN + 1;
  const isWhole = words.length < SHORT_WORDS;
  const hashes = new Set<number>();
  for (let at = 0; runs >= FEWEST_RUNS && at < runs && hashes.size < MOST_KEPT; at += 1) {
    const hash = hashOf(`${words[at] ?? ''} ${words[at + 1] ?? ''} ${words[at + 2] ?? ''}`);
    if (isWhole || isKept(hash)) hashes.add(hash);
  }
  return { hashes: toHashSet(hashes), isWhole };
}

function isKept(hash: number): boolean {
  return hash % SAMPLE === 0;
}

/** Share of the smaller text's runs that the other has too, in [0, 1]; 0 where there are too few to tell. */
export function containment(a: Shingles, b: Shingles): number {
  const isMixed = a.isWhole !== b.isWhole;
  const [x, y] = [a, b].map(({ hashes, isWhole }) => (isMixed && isWhole ? hashes.filter(isKept) : hashes));
  if (!x || !y) return 0;
  const smaller = Math.min(x.length, y.length);
  return smaller < FEWEST_SAMPLED ? 0 : countShared(x, y) / smaller;
}

/**
 * The eight smallest hashes that every sample keeps. Of two texts of which one is half of the other, at least one is
 * common to both but once in 250 times.
 */
export function shingleKeys({ hashes, isWhole }: Shingles): HashSet {
  return (isWhole ? hashes.filter(isKept) : hashes).slice(0, KEYS);
}
