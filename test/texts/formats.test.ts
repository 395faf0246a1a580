import { describe, expect, test } from 'vitest';
import { formatAmount } from '../../src/texts/formats.ts';
import { ASSETS, TEXTS } from '../support/world.ts';

describe('an amount', () => {
  test.each([
    [775_000_000, 'USD', '$775M'],
    [69_055.46, 'USD', '$69,055.46'],
    [0.08, 'USD', '$0.08'],
    [0.5, 'USD', '$0.50'],
    [0.000_012_34, 'USD', '$0.00001234'],
    [1_234_000_000_000, 'USD', '$1.23T'],
    [999_999, 'USD', '$999,999'],
    [-2_500_000, 'USD', '-$2.5M'],
    [0, 'USD', '$0'],
    [500_000, 'EUR', '€500,000'],
    [90_000_000_000, 'JPY', '¥90B'],
    [12_000, 'BTC', '12,000 BTC'],
    [0.25, 'BTC', '0.25 BTC'],
    [1_500_000, 'ETH', '1.5M ETH'],
    [17, '%', '17%'],
    [2.17, '%', '2.17%'],
    [25, 'bps', '25 bps'],
    [312.5, 'points', '312.5 points'],
    [4, 'x', '4×'],
  ])('of %s %s is %s', (value, unit, said) => {
    expect(formatAmount(value, unit, 'en')).toBe(said);
  });

  test.each([
    ['CAD', 'CA$500,000'],
    ['AUD', 'A$500,000'],
    ['HKD', 'HK$500,000'],
    ['CNY', 'CN¥500,000'],
  ])('in %s cannot be taken for dollars or yen', (unit, said) => {
    expect(formatAmount(500_000, unit, 'en')).toBe(said);
  });

  test('of a known token is never shown as a currency that happens to have its code', () => {
    const tokens = ASSETS.assets.filter(({ kind }) => kind !== 'currency');
    const wrong = tokens.filter(({ symbol }) => formatAmount(500_000, symbol, 'en') !== `500,000 ${symbol}`);
    expect(wrong.map(({ symbol }) => symbol)).toEqual([]);
  });

  test('is written as its language does', () => {
    expect(formatAmount(69_055.46, 'EUR', 'de')).toBe('69.055,46\u00a0€');
  });
});

test.each([
  [90_000, '1 minute 30 seconds'],
  [7_200_000, '2 hours'],
  [7_199_001, '2 hours'],
  [129_600_000, '1 day 12 hours'],
  [1, '1 second'],
])('%s ms are said as %s', (ms, said) => {
  expect(TEXTS.say({ id: 'chat-paused-for', args: { ms } })).toContain(`another ${said};`);
});
