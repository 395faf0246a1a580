const LONGEST_GUESSED = 32;

export interface GuessOptions {
  /**
   * The writer said what kind of name it is (`$btcc`): short words and beginnings count too. Without, only what
   * is very likely a slip of the finger.
   */
  readonly eager: boolean;
}

/**
 * The candidate whose spelling is nearest to `text` by optimal string alignment (insert, delete, replace, swap
 * neighbours), if near enough for the length of `text`; the earlier one on a tie.
 */
export function nearGuess<T>(
  text: string,
  candidates: readonly T[],
  spellingOf: (candidate: T) => string,
  { eager }: GuessOptions,
): T | undefined {
  const typed = text.normalize('NFKC').toLowerCase();
  if (typed.length > LONGEST_GUESSED) return undefined;
  let best: T | undefined;
  let bestDistance = (eager ? slipsEager(typed.length) : slips(typed.length)) + 1;
  for (const candidate of candidates) {
    const spelling = spellingOf(candidate).toLowerCase();
    if (!eager && typed.length < 8 && spelling[0] !== typed[0]) continue;
    const distance = eager && isBeginning(typed, spelling) ? 1 : distanceBelow(typed, spelling, bestDistance);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

function slips(length: number): number {
  if (length < 5) return 0;
  return length < 8 ? 1 : 2;
}

function slipsEager(length: number): number {
  if (length < 3) return 0;
  return length < 6 ? 1 : 2;
}

function isBeginning(typed: string, spelling: string): boolean {
  return (typed.length >= 3 && spelling.startsWith(typed)) || (spelling.length >= 3 && typed.startsWith(spelling));
}

/** Optimal string alignment distance, or `limit` when it is not below that. */
function distanceBelow(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + (same ? 0 : 1));
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) cost = Math.min(cost, at(beforeLast, column - 2) + 1);
      current.push(cost);
    }
    if (Math.min(...current) >= limit) return limit;
    beforeLast = last;
    last = current;
  }
  return Math.min(at(last, b.length), limit);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
