/** As the free plan of CoinDesk Data has it. */
export const MONTHLY_CALLS = 11_000;
export const PROVIDER = 'coindesk';

/** `2026-11`, of UTC. */
export function monthOf(now: number): string {
  return new Date(now).toISOString().slice(0, 7);
}

/** The first instant of the next month, UTC, epoch ms. */
export function endOfMonth(now: number): number {
  const date = new Date(now);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
}

/** The shortest pause by which the calls that are left last until the end of the month. */
export function pacedPause(now: number, calls: number): number {
  return (endOfMonth(now) - now) / Math.max(MONTHLY_CALLS - calls, 1);
}
