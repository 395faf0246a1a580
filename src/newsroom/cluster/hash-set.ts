/** Different 32-bit hashes, ascending. */
export type HashSet = Uint32Array;

export function toHashSet(hashes: Iterable<number>): HashSet {
  return Uint32Array.from(new Set(hashes)).toSorted();
}

export function countShared(a: HashSet, b: HashSet): number {
  let shared = 0;
  let at = 0;
  for (const hash of a) {
    while (at < b.length && (b[at] ?? 0) < hash) at += 1;
    if (b[at] === hash) shared += 1;
  }
  return shared;
}

/** Shared ones among all, in [0, 1]. */
export function jaccard(a: HashSet, b: HashSet): number {
  const shared = countShared(a, b);
  return shared === 0 ? 0 : shared / (a.length + b.length - shared);
}
