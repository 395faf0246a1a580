import { describe, expect, test } from 'vitest';
import { extractFigures } from '../../src/newsroom/figures.ts';

describe('extracted for others', () => {
  test('have kind, sign, currency and the place where they stand', () => {
    const text = 'Bitcoin fell 4.2% to $86,400 on Monday. Longs worth $620 million were liquidated in 24 hours.';
    const figures = extractFigures(text);
    expect(figures).toMatchObject([
      { metric: 'change', kind: 'percent', value: 4.2, currency: null, sign: -1, asset: 'BTC' },
      { metric: 'price', kind: 'money', value: 86_400, currency: 'USD', asset: 'BTC' },
      { metric: 'liquidation', kind: 'money', value: 620e6, sign: -1, side: 'long', window: '24h' },
    ]);
    expect(figures.map(({ start, end }) => text.slice(start, end))).toEqual(['4.2%', '$86,400', '$620 million']);
  });

  test('tell a range by both ends', () => {
    expect(extractFigures('Support lies between $84,000 and $86,500.')[0]?.value).toEqual([84_000, 86_500]);
  });

  test.each([
    ['Net sales decreased by 12%.', -1],
    ['Net sales were 12% lower than a year ago.', -1],
    ['Operating profit rose to EUR 13 million.', 1],
    ['The loss came to $9 million.', -1],
    ['The company employs 12% of its staff abroad.', 0],
    ['Profit was up from $4 million.', 0],
  ])('%s has sign %i', (text, sign) => {
    expect(extractFigures(text)[0]?.sign).toBe(sign);
  });
});

test.each([
  ['Attackers drained about $120 million of tokens from the bridge.', 'theft', null],
  ['The exchange lost $36 million in a hot wallet breach.', 'theft', null],
  ['The exchange paid a fine of $75 million.', 'fine', null],
  ['Open interest stood at less than $37.5 billion.', 'open_interest', null],
  ['Shorts worth $650 million were wiped out.', 'liquidation', null],
  ['Trading at the venue rose to $1.3tn.', 'volume', null],
])('money without a word beside it is what its clause says: %s', (text, metric, asset) => {
  expect(extractFigures(text)).toMatchObject([{ metric, asset }]);
});

test('the flows of several funds are those of their assets', () => {
  const flows = extractFigures(
    'Bitcoin funds took in $524 million, ether funds $107 million and XRP funds $25 million.',
  );
  expect(flows.map(({ metric, asset, sign }) => [metric, asset, sign])).toEqual([
    ['flow', 'BTC', 1],
    ['flow', 'ETH', 1],
    ['flow', 'XRP', 1],
  ]);
});
