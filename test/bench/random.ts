/** Draws that a seed repeats: the benches see the same text in every run. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** Whole, from `low` to `high`, both included. */
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  /** @throws RangeError when there is nothing to pick from */
  pick<T>(list: readonly T[]): T;
  /** Favours the front of the list: half of all picks come from its first quarter. */
  pickEarly<T>(list: readonly T[]): T;
}

/** Mulberry32 (Tommy Ettinger, public domain). */
export function createRandom(seed: number): Random {
  let state = seed;

  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  return {
    next,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (probability) => next() < probability,
    pick: (list) => at(list, next()),
    pickEarly: (list) => at(list, next() ** 2),
  };
}

function at<T>(list: readonly T[], place: number): T {
  if (list.length === 0) throw new RangeError('nothing to pick from');
  // Within the list: `place` is below 1.
  return list[Math.floor(place * list.length)] as T;
}
