import { expect, test } from 'vitest';
import { formatDuration, parseDuration } from '../../src/model/duration.ts';

test.each([
  ['90s', 90_000],
  ['10m', 600_000],
  ['2h', 7_200_000],
  ['1d', 86_400_000],
  [' 5M ', 300_000],
])('%s is %d ms', (text, ms) => {
  expect(parseDuration(text)).toBe(ms);
});

test.each(['', '10', 'm', '-5m', '1.5h', '10 minutes', '9999999s'])('%j is no duration', (text) => {
  expect(parseDuration(text)).toBeNull();
});

test.each(['45s', '90s', '10m', '36h', '7d'])('%s is written back as it was read', (text) => {
  expect(formatDuration(parseDuration(text) ?? -1)).toBe(text);
});
