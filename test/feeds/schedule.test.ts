import { describe, expect, test } from 'vitest';
import { backOff, isGivenUp, jittered, nextInterval, recentTimes } from '../../src/feeds/schedule.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 1, 5, 12);
const LIMITS = { minIntervalMs: MINUTE, maxIntervalMs: HOUR };

/** A feed that published `count` items, one every `gapMs`, the newest a gap ago. */
const everyGap = (gapMs: number, count = 30) =>
  Array.from({ length: count }, (_, index) => NOW - (count - index) * gapMs);

function interval(rhythm: Partial<Parameters<typeof nextInterval>[0]>, limits = LIMITS): number {
  return nextInterval(
    { isPushed: false, fixedIntervalMs: null, recent: [], streak: 0, askedMs: null, now: NOW, ...rhythm },
    limits,
  );
}

describe('the pause after a poll that worked', () => {
  test.each([
    ['an article a minute is asked every minute', MINUTE, MINUTE],
    ['three an hour are asked for six times as often', 20 * MINUTE, 20 * (MINUTE / 6)],
    ['two a day are asked hourly, the longest pause', 12 * HOUR, HOUR],
  ])('%s', (_, gapMs, expected) => {
    expect(interval({ recent: everyGap(gapMs) })).toBeCloseTo(expected, -3);
  });

  test('a feed that fell silent is asked less', () => {
    const busy = everyGap(10 * MINUTE);
    const silent = busy.map((time) => time - 10 * HOUR);
    expect(interval({ recent: silent })).toBeGreaterThan(2 * interval({ recent: busy }));
  });

  test('a feed without dates is asked every ten minutes', () => {
    expect(interval({ recent: [] })).toBe(10 * MINUTE);
    expect(interval({ recent: [NOW - DAY] })).toBe(10 * MINUTE);
  });

  test('news in two polls running brings it to the shortest at once, news in one does not', () => {
    expect(interval({ recent: everyGap(HOUR), streak: 2 })).toBe(MINUTE);
    expect(interval({ recent: everyGap(HOUR), streak: 1 })).toBe(10 * MINUTE);
  });

  test('what a feed asks for is heeded, up to ten minutes', () => {
    expect(interval({ recent: everyGap(MINUTE), askedMs: 5 * MINUTE })).toBe(5 * MINUTE);
    expect(interval({ recent: everyGap(MINUTE), askedMs: HOUR })).toBe(10 * MINUTE);
    expect(interval({ streak: 3, askedMs: 8 * MINUTE })).toBe(8 * MINUTE);
    expect(interval({ recent: everyGap(DAY), askedMs: 5 * MINUTE })).toBe(HOUR);
  });

  test('an interval of the operator overrides all of it', () => {
    expect(interval({ fixedIntervalMs: 90_000, recent: everyGap(DAY), askedMs: HOUR })).toBe(90_000);
    expect(interval({ fixedIntervalMs: 2 * DAY, streak: 5 })).toBe(2 * DAY);
  });

  test('the limits of the operator hold', () => {
    const limits = { minIntervalMs: 5 * MINUTE, maxIntervalMs: 20 * MINUTE };
    expect(interval({ recent: everyGap(MINUTE) }, limits)).toBe(5 * MINUTE);
    expect(interval({ recent: everyGap(DAY) }, limits)).toBe(20 * MINUTE);
    expect(interval({ streak: 2 }, limits)).toBe(5 * MINUTE);
  });
});

describe('the times at which a feed published', () => {
  test('the last thirty are kept, each once, in their order', () => {
    const known = everyGap(HOUR, 20);
    const shown = [...everyGap(HOUR, 5), ...everyGap(MINUTE, 15)].toReversed();
    const times = recentTimes(known, shown, NOW);
    expect(times).toHaveLength(30);
    expect(times).toEqual([...times].toSorted((a, b) => a - b));
    expect(times.slice(-15)).toEqual(everyGap(MINUTE, 15));
  });

  test('a date that is still to come counts as now, an unknown one not at all', () => {
    expect(recentTimes([], [NOW + DAY, null, NOW - HOUR], NOW)).toEqual([NOW - HOUR, NOW]);
  });
});

describe('the pause after a poll that failed', () => {
  test('it doubles with each failure, up to a day', () => {
    const pauses = [0, 1, 2, 3, 20, 1_000].map((failures) => backOff(HOUR, failures) / HOUR);
    expect(pauses).toEqual([1, 2, 4, 8, 24, 24]);
  });

  test('a feed is given up after a week of failures, however many they were before', () => {
    expect(isGivenUp(NOW - 6 * DAY, 50, NOW)).toBe(false);
    expect(isGivenUp(NOW - 8 * DAY, 3, NOW)).toBe(false);
    expect(isGivenUp(NOW - 7 * DAY, 10, NOW)).toBe(true);
  });
});

test('polls are spread by a tenth, never sooner', () => {
  expect(jittered(MINUTE, 0)).toBe(MINUTE);
  expect(jittered(MINUTE, 0.999)).toBeCloseTo(1.1 * MINUTE, -2);
});
