/** Of labels: shares in [0, 1]. */
export interface LabelScores {
  readonly accuracy: number;
  readonly macroF1: number;
  /** Positive for negative, or negative for positive. */
  readonly flips: number;
}

export interface Judged<T> {
  readonly wanted: T;
  readonly given: T;
}

const LABELS = ['negative', 'neutral', 'positive'] as const;
type Label = (typeof LABELS)[number];

export function labelScores(judged: readonly Judged<Label>[]): LabelScores {
  const right = judged.filter(({ wanted, given }) => wanted === given).length;
  const flips = judged.filter(
    ({ wanted, given }) => wanted !== given && wanted !== 'neutral' && given !== 'neutral',
  ).length;
  const f1s = LABELS.map((label) =>
    f1({
      right: judged.filter(({ wanted, given }) => wanted === label && given === label).length,
      given: judged.filter(({ given }) => given === label).length,
      wanted: judged.filter(({ wanted }) => wanted === label).length,
    }),
  );
  return {
    accuracy: share(right, judged.length),
    macroF1: f1s.reduce((sum, value) => sum + value, 0) / f1s.length,
    flips: share(flips, judged.length),
  };
}

export interface Counts {
  readonly right: number;
  readonly given: number;
  readonly wanted: number;
}

export function f1({ right, given, wanted }: Counts): number {
  return share(2 * right, given + wanted);
}

export function share(part: number, all: number): number {
  return all === 0 ? 0 : part / all;
}

/** Precision, recall and F1 of clusters by B-cubed (Bagga and Baldwin 1998); one pair an item. */
export function bCubed(judged: readonly Judged<string>[]): {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
} {
  const count = (key: (one: Judged<string>) => string): ReadonlyMap<string, number> => {
    const counts = new Map<string, number>();
    for (const one of judged) counts.set(key(one), (counts.get(key(one)) ?? 0) + 1);
    return counts;
  };
  const both = count(({ wanted, given }) => `${wanted}\t${given}`);
  const givens = count(({ given }) => given);
  const wanteds = count(({ wanted }) => wanted);
  let precision = 0;
  let recall = 0;
  for (const { wanted, given } of judged) {
    const shared = both.get(`${wanted}\t${given}`) ?? 0;
    precision += share(shared, givens.get(given) ?? 0) / judged.length;
    recall += share(shared, wanteds.get(wanted) ?? 0) / judged.length;
  }
  return { precision, recall, f1: share(2 * precision * recall, precision + recall) };
}
