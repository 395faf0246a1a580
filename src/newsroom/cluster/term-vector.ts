/** A sparse vector of length 1 over hashed terms. */
export interface TermVector {
  /** Heaviest first. */
  readonly terms: Uint32Array;
  readonly weights: Float32Array;
}

const MOST_TERMS = 120;

/** Keeps the 120 heaviest. */
export function toTermVector(weighted: Iterable<readonly [number, number]>): TermVector {
  const heaviest = [...weighted].toSorted((a, b) => b[1] - a[1]).slice(0, MOST_TERMS);
  const length = Math.sqrt(heaviest.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
  return {
    terms: Uint32Array.from(heaviest, ([term]) => term),
    weights: Float32Array.from(heaviest, ([, weight]) => weight / length),
  };
}

/** A vector to look terms up in. */
export function toWeightMap({ terms, weights }: TermVector): Map<number, number> {
  return new Map(Array.from(terms, (term, place) => [term, weights[place] ?? 0]));
}

export function dot({ terms, weights }: TermVector, other: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (let place = 0; place < terms.length; place += 1) {
    const weight = other.get(terms[place] ?? 0);
    if (weight !== undefined) sum += weight * (weights[place] ?? 0);
  }
  return sum;
}
