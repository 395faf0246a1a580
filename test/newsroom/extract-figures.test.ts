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

test('no figure belongs to an institution', () => {
  const figures = extractFigures('The Fed cut to 3.5%. The SEC fined it $75 million. SEC rose 4.2%.');
  expect(figures.map(({ value, asset }) => [value, asset])).toEqual([
    [3.5, null],
    [75e6, null],
    [4.2, null],
  ]);
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

describe('a figure that cannot be as it says', () => {
  const doubtOf = (text: string, written: string) =>
    extractFigures(text).find(({ start, end }) => text.slice(start, end) === written)?.doubt;

  test('is a percentage that its own levels do not give', () => {
    const text = (share: string) =>
      `Bitcoin slumped to $72,300. The average cost basis of buyers is between $84,000 and $90,000, so it trades ${share} below these levels.`;
    expect(doubtOf(text('nearly 20%'), '20%')).toBe('arithmetic');
    expect(doubtOf(text('about 17%'), '17%')).toBeNull();
  });

  test('is a sum that would be the share of a total that never was', () => {
    const text = (sum: string) => `Open interest fell 4.4% in a day, erasing roughly ${sum} of positions.`;
    expect(doubtOf(text('$26 billion'), '$26 billion')).toBe('implausible');
    expect(doubtOf(text('$2 billion'), '$2 billion')).toBeNull();
  });

  test('is a support above the price', () => {
    const text = (price: string) =>
      `Bitcoin retreated to ${price}. The $75,000 level remains critical, and holding above this zone could help.`;
    expect(doubtOf(text('$67,630'), '$75,000')).toBe('passed');
    expect(doubtOf(text('$76,200'), '$75,000')).toBeNull();
  });
});

test.each([
  ['The 200-week exponential moving average lies near $68,000.', '200w EMA'],
  ['Support is at $57,600 (200-week SMA).', '200w SMA'],
  ['The next level is the 200-week exponential moving average (200 WMA) near $68,000.', '200w EMA/WMA'],
  ['Its 50-day moving average is $91,000.', '50d MA'],
])('a level that is a moving average has its kind: %s', (text, window) => {
  expect(extractFigures(text)[0]?.window).toBe(window);
});

test.each([
  ['The VIX spiked to 26.4 on Friday.', 'VIX', 26.4],
  ['The Fear & Greed Index dropped to 10.', null, 10],
  ['The Dow fell 0.9% to 46,210 on Monday.', 'DJI', 46_210],
  ['The Nikkei closed 1.8% higher at 50,700.', 'NIKKEI', 50_700],
])('an index stands where its sentence says: %s', (text, asset, value) => {
  expect(extractFigures(text).find(({ metric }) => metric === 'index')).toMatchObject({ asset, value, unit: 'points' });
});

test.each([
  'The S&P 500 added to 12 days of gains.',
  'The Nasdaq lost 2% in the 3 days to May 5 at 4 p.m.',
  'The Dow moved within 300 points of its record.',
  'Nasdaq, home to 3,300 companies, opened late.',
])('has no index level: %s', (text) => {
  expect(extractFigures(text).filter(({ metric, unit }) => metric === 'index' && unit === 'points')).toEqual([]);
});

test('each line of a chart is called what its own words call it', () => {
  const figures = extractFigures(
    'Support is at $65,000 and $62,000, with resistance at $71,000 and the 50-day average at $69,500.',
  );
  expect(figures.map(({ metric, value }) => [metric, value])).toEqual([
    ['support', 65_000],
    ['support', 62_000],
    ['resistance', 71_000],
    ['moving_average', 69_500],
  ]);
});

test('what a title says of a figure and what the body adds are told together', () => {
  const figures = extractFigures(
    'Bitcoin’s $775M liquidation\nSome $775 million of positions were liquidated in a single session.',
  );
  expect(figures).toHaveLength(1);
  expect(figures[0]).toMatchObject({ metric: 'liquidation', asset: 'BTC', window: '1 session' });
});

test('a move of the same size over another time is another figure', () => {
  const figures = extractFigures('Bitcoin fell 5% in 24 hours. Bitcoin fell 5% over the past week.');
  expect(figures.map(({ window }) => window)).toEqual(['24h', '7d']);
});

/** A Thursday. */
const PUBLISHED = Date.parse('2026-02-05T12:24:00Z');

test.each([
  ['Bitcoin fell 5% on Thursday.', '2026-02-05'],
  ['Bitcoin fell 5% today.', '2026-02-05'],
  ['Bitcoin fell 5% late Wednesday.', '2026-02-04'],
  ['On Friday, bitcoin gained 2%.', '2026-01-30'],
  ['ETF outflows hit $272 million on Wednesday, February 4.', '2026-02-04'],
  ['ETF inflows were $5 million on 30 December.', '2025-12-30'],
  ['ETF inflows were $5 million on Dec. 30, 2024.', '2024-12-30'],
])('a day is told from the day of publication: %s', (text, day) => {
  const [figure] = extractFigures(text, { publishedAt: PUBLISHED });
  const start = Date.parse(day);
  expect(figure).toMatchObject({ window: day, period: { start, end: start + 86_400_000 } });
});

test.each([
  'The firm said on Thursday that bitcoin fell 3%.',
  'Bitcoin has fallen 3% since Monday.',
  'Bitcoin fell 3% before the report of next Tuesday.',
  'Bitcoin may lose 3%.',
])('a day on which something else was is no window: %s', (text) => {
  expect(extractFigures(text, { publishedAt: PUBLISHED })).toMatchObject([{ window: null, period: null }]);
});

test.each([
  ['Bitcoin fell 5% in the past 24 hours.', '2026-02-04T12:24:00Z'],
  ['Longs worth $3 billion were liquidated over the past three weeks.', '2026-01-15T12:24:00Z'],
  ['Funds lost $2.9 billion to outflows over the last 12 trading days.', '2026-01-21T00:00:00Z'],
  ['Bitcoin fell 17% this week.', '2026-02-02T00:00:00Z'],
  ['Bitcoin is down 17% year to date.', '2026-01-01T00:00:00Z'],
])('a span of time ends with the publication: %s', (text, start) => {
  const [figure] = extractFigures(text, { publishedAt: PUBLISHED });
  expect(figure?.period).toEqual({ start: Date.parse(start), end: PUBLISHED });
});

test('without a publication a day stands as it is written', () => {
  const [figure] = extractFigures('Bitcoin fell 5% on Thursday.');
  expect(figure).toMatchObject({ window: 'Thursday', period: null });
});

test('what a text calls a level in quotes stays a quote', () => {
  expect(extractFigures('Bears watch the $50,000 "max pain" level of bitcoin.')).toMatchObject([
    { metric: 'level', value: 50_000, window: '“max pain”' },
  ]);
});
