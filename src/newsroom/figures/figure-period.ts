import { isDayWindow } from '../../model/analysis.ts';

/** Unix milliseconds; `end` does not belong to it. */
export interface Period {
  readonly start: number;
  readonly end: number;
}

const DAY = 86_400_000;
const LENGTHS: Readonly<Record<string, number>> = { min: 60_000, h: 3_600_000, d: DAY, w: 7 * DAY };

/**
 * When a window of a figure was, seen from an article's publication, by UTC; null for one that has no length ("low",
 * "200w EMA", "overnight").
 */
export function periodOf(window: string | null, publishedAt: number): Period | null {
  if (window === null) return null;
  if (isDayWindow(window)) return { start: Date.parse(window), end: Date.parse(window) + DAY };
  const start = startOf(window, publishedAt);
  return start === null ? null : { start, end: publishedAt };
}

function startOf(window: string, publishedAt: number): number | null {
  const [, count, unit = ''] =
    /^(\d+) ?(min|h|d|w|mo|q|y|trading days?|sessions?|trading sessions?)$/.exec(window) ?? [];
  if (count !== undefined) {
    const length = LENGTHS[unit];
    if (length !== undefined) return publishedAt - Number(count) * length;
    if (/^(?:trading|session)/.test(unit)) return tradingDaysBefore(publishedAt, Number(count));
    return monthsBefore(publishedAt, Number(count) * (unit === 'y' ? 12 : unit === 'q' ? 3 : 1));
  }
  const date = new Date(publishedAt);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  switch (window) {
    case 'today':
      return Date.UTC(year, month, day);
    case 'this week':
      return Date.UTC(year, month, day - ((date.getUTCDay() + 6) % 7));
    case 'this month':
      return Date.UTC(year, month);
    case 'this quarter':
      return Date.UTC(year, month - (month % 3));
    case 'this year':
    case 'ytd':
      return Date.UTC(year, 0);
    case 'mom':
      return monthsBefore(publishedAt, 1);
    case 'qoq':
      return monthsBefore(publishedAt, 3);
    case 'yoy':
      return monthsBefore(publishedAt, 12);
    default:
      return null;
  }
}

function monthsBefore(at: number, months: number): number {
  const date = new Date(at);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months, date.getUTCDate());
}

/** The beginning of so many weekdays, the last of them that of `at` or the one before it. */
function tradingDaysBefore(at: number, count: number): number {
  let day = Math.floor(at / DAY) * DAY;
  for (let left = count; ; day -= DAY) {
    if (![0, 6].includes(new Date(day).getUTCDay())) left -= 1;
    if (left <= 0) return day;
  }
}
