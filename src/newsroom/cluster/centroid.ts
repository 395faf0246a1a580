import { dot, toWeightMap, type TermVector } from './term-vector.ts';

/** The direction in which a story's articles lie together. */
export interface Centroid {
  add(vector: TermVector): void;
  /** Takes one away that was added. */
  remove(vector: TermVector): void;
  /** Cosine, in [0, 1]; `weights` is the vector as a map. */
  cosine(vector: TermVector, weights: ReadonlyMap<number, number>): number;
  cosineTo(other: Centroid): number;
  /** Sums of the weights, not scaled. */
  readonly sums: ReadonlyMap<number, number>;
  readonly length: number;
}

const MOST_TERMS = 320;
const KEPT_TERMS = 160;
/** Of a weight: what is less comes of rounding. */
const LEAST = 1e-6;

/** Of one article, until there is a second. */
export function createCentroid(first: TermVector): Centroid {
  // Most stories stay with one article: they need no map of their own.
  let only: TermVector | null = first;
  let sums = new Map<number, number>();
  let square = 1;

  function sumsOf(): Map<number, number> {
    if (only) sums = toWeightMap(only);
    only = null;
    return sums;
  }

  return {
    add(vector) {
      const all = sumsOf();
      square += 2 * dot(vector, all) + 1;
      vector.terms.forEach((term, place) => all.set(term, (all.get(term) ?? 0) + (vector.weights[place] ?? 0)));
      if (all.size <= MOST_TERMS) return;
      sums = new Map([...all].toSorted((a, b) => b[1] - a[1]).slice(0, KEPT_TERMS));
      square = squareOf(sums);
    },
    remove(vector) {
      const all = sumsOf();
      vector.terms.forEach((term, place) => {
        const left = (all.get(term) ?? 0) - (vector.weights[place] ?? 0);
        if (left > LEAST) all.set(term, left);
        else all.delete(term);
      });
      square = squareOf(all);
    },
    cosine(vector, weights) {
      return only ? dot(only, weights) : dot(vector, sums) / (Math.sqrt(square) || 1);
    },
    cosineTo(other) {
      let sum = 0;
      for (const [term, weight] of this.sums) sum += weight * (other.sums.get(term) ?? 0);
      return sum / (this.length * other.length);
    },
    get sums() {
      return only ? toWeightMap(only) : sums;
    },
    get length() {
      return Math.sqrt(square);
    },
  };
}

function squareOf(sums: ReadonlyMap<number, number>): number {
  let square = 0;
  for (const weight of sums.values()) square += weight * weight;
  return square;
}
