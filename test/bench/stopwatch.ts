/** Milliseconds that the work takes. */
export function timed(work: () => void): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}

/** Milliseconds until the work has ended. */
export async function timedAsync(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** The median of the milliseconds that each of the inputs takes. */
export function medianMs<T>(inputs: readonly T[], work: (input: T) => void): number {
  return median(inputs.map((input) => timed(() => work(input))));
}

/** @throws RangeError without values */
export function median(values: readonly number[]): number {
  const middle = values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
  if (middle === undefined) throw new RangeError('a median needs values');
  return middle;
}

/** The values added up; 0 without any. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
