import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Figure } from '../../src/model/analysis.ts';
import { readFigures } from '../../src/newsroom/figures.ts';

const NAMES: Readonly<Record<string, string>> = {
  bitcoin: 'BTC',
  btc: 'BTC',
  ethereum: 'ETH',
  eth: 'ETH',
  solana: 'SOL',
  xrp: 'XRP',
  dogecoin: 'DOGE',
  tesla: 'TSLA',
  nasdaq: 'NDX',
};

function mentionsIn(text: string) {
  return Array.from(text.matchAll(/\b(?:bitcoin|btc|ethereum|eth|solana|xrp|dogecoin|tesla|nasdaq)\b/gi), (match) => ({
    symbol: NAMES[match[0].toLowerCase()] ?? '',
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function read(text: string): readonly Figure[] {
  return readFigures(text, mentionsIn(text));
}

function only(text: string): Figure {
  const [figure, ...rest] = read(text);
  expect(rest).toEqual([]);
  if (!figure) throw new Error(`no figure in: ${text}`);
  return figure;
}

test.each([
  ['It paid $775M.', 775e6, 'USD'],
  ['It paid $3.25 billion.', 3.25e9, 'USD'],
  ['It paid USD 2bn.', 2e9, 'USD'],
  ['It paid €500,000.', 5e5, 'EUR'],
  ['It paid US$1.2 trillion.', 1.2e12, 'USD'],
  ['It stood at $69,055.46 then.', 69055.46, 'USD'],
  ['It stood at $67.63K, then.', 67630, 'USD'],
  ['It paid five million yen.', 5e6, 'JPY'],
  ['It paid a $4 billion bill.', 4e9, 'USD'],
  ['It paid A$20m.', 2e7, 'AUD'],
  ['It paid 125 million Australian dollars.', 125e6, 'AUD'],
  ['It paid half a million dollars.', 5e5, 'USD'],
  ['It added 17%.', 17, '%'],
  ['It added 2.17 percent.', 2.17, '%'],
  ['It added 34 per cent.', 34, '%'],
  ['It added twenty-two percent.', 22, '%'],
  ['They cut by 50 basis points.', 50, 'bps'],
  ['They cut by 25 bps.', 25, 'bps'],
  ['It moved 12,000 BTC yesterday.', 12000, 'BTC'],
  ['It moved 1.2M ETH.', 1.2e6, 'ETH'],
  ['It moved 500 bitcoin to a new wallet.', 500, 'BTC'],
  ['Leverage of 4x was common.', 4, 'x'],
])('reads the amount: %s', (text, value, unit) => {
  expect(only(text)).toMatchObject({ value, unit });
});

test.each([
  'On February 5, 2026 at 14:30 the team met.',
  'The Top 10 of Web3 use version 2.3.1.',
  'The 200-week average held.',
  'Five Bitcoin ETFs and the 2026 Bitcoin outlook.',
  'See https://x.example/a?q=30%25 and room 404.',
  'They try 5 times, and all 12 won 3 games.',
])('is not a figure: %s', (text) => {
  expect(read(text)).toEqual([]);
});

test.each([
  ['between $84,000 and $90,000', 84000, 90000],
  ['the $60,000-$65,000 range', 60000, 65000],
  ['the $60-$65K range', 60000, 65000],
  ['a $69,000–$74,000 range', 69000, 74000],
  ['the $60,000 to $65,000 range', 60000, 65000],
  ['about $2-3 billion', 2e9, 3e9],
  ['some 5 to 10%', 5, 10],
  ['support at $70,000 - $68,000', 68000, 70000],
])('two ends make one range: %s', (text, value, high) => {
  expect(only(text)).toMatchObject({ value, high });
});

test('from one price to another is no range', () => {
  expect(read('Bitcoin fell from $84,000 to $60,000.').map(({ value, high }) => [value, high])).toEqual([
    [84000, null],
    [60000, null],
  ]);
});

test.each([
  ['nearly $900 million', 'nearly'],
  ['over $3.25 billion', 'over'],
  ['approximately 34%', 'about'],
  ['up to $5 million', 'up_to'],
  ['less than $5 million', 'under'],
  ['raised $5M+ so far', 'over'],
  ['exactly $5 million', null],
])('says how exact it is: %s', (text, qualifier) => {
  expect(only(text).qualifier).toBe(qualifier);
});

test.each([
  ['About $800 million in leveraged positions were liquidated.', 'liquidation'],
  ['Liquidations totaled $2.1 billion.', 'liquidation'],
  ['The funds saw net outflows of $544 million.', 'flow'],
  ['Bitcoin retreated to $71,400.', 'price'],
  ['Ether was trading near $2,100.', 'price'],
  ['Bitcoin slid below $70,000.', 'level'],
  ['Analysts see support at $65,000.', 'support'],
  ['Resistance: $76,000 (support until it broke)', 'resistance'],
  ['The 200-week moving average sits at $57,600.', 'moving_average'],
  ['Hashprice slid to $35 per petahash.', 'hashprice'],
  ['The $75,000 floor broke.', 'support'],
  ['It may fall to $52,000.', 'level'],
  ['Open interest shrank to $26 billion.', 'open_interest'],
  ['Its market cap reached $1.4 trillion.', 'market_cap'],
  ['Trading volume hit $90 billion.', 'volume'],
  ['It sits on $900 million in paper losses.', 'paper_loss'],
  ['The state holds $15 billion in coins.', 'holding'],
  ['Thieves stole $40 million from the bridge.', 'theft'],
  ['It was fined $250,000.', 'fine'],
  ['Power costs $0.08 per kWh.', 'cost'],
  ['The bank raised rates by 25 bps.', 'rate'],
  ['Inflation was 3.1% in May.', 'rate'],
  ['Shares lost 4%.', 'change'],
  ['It raised $30 million.', 'amount'],
])('knows what is measured: %s', (text, metric) => {
  expect(only(text).metric).toBe(metric);
});

test.each([
  ['Shares fell 4%.', 'down'],
  ['A 17% drop shook them.', 'down'],
  ['It trades 20% below its peak.', 'down'],
  ['It moved -4.5% on the day.', 'down'],
  ['It was up about 10%.', 'up'],
  ['Sales rose 6.2%.', 'up'],
  ['Net inflows of $120 million came in.', 'up'],
  ['Outflows rose to $272 million.', 'down'],
  ['They hold 12% of it.', null],
])('knows the direction: %s', (text, direction) => {
  expect(only(text).direction).toBe(direction);
});

test('each change of a list belongs to its own asset and shares the span of time', () => {
  const text = 'Bitcoin fell 2.1% over the past 24 hours, Ethereum slid 3.2%, Solana was down 4.6% and XRP gained 1%.';
  expect(read(text).map(({ asset, value, direction, window }) => [asset, value, direction, window])).toEqual([
    ['BTC', 2.1, 'down', '24h'],
    ['ETH', 3.2, 'down', '24h'],
    ['SOL', 4.6, 'down', '24h'],
    ['XRP', 1, 'up', '24h'],
  ]);
});

test.each([
  ['It lost 5% in 24 h.', '24h'],
  ['It lost 5% this week.', 'this week'],
  ['Over the last 12 trading days it lost 5%.', '12 trading days'],
  ['It lost 5% over the past seven days.', '7d'],
  ['It lost 5% in a single session.', '1 session'],
  ['It lost 5% in the past month.', '1mo'],
  ['It lost 5% in over a year of trying.', null],
  ['It lost 5% near the 200-week moving average.', null],
])('knows the span of time: %s', (text, window) => {
  expect(only(text).window).toBe(window);
});

function told(text: string): readonly string[] {
  return read(text)
    .filter(({ metric }) => metric !== 'amount')
    .map(({ metric, asset, text: amount }) => `${metric} ${asset ?? '-'} ${amount}`);
}

test.each([
  [
    'Ethereum lost 9% to $2,060 and Solana 10% to $87.',
    ['change ETH 9%', 'price ETH $2,060', 'change SOL 10%', 'price SOL $87'],
  ],
  ['Bitcoin, Solana and XRP fell 4%, 10% and 12.4%.', ['change BTC 4%', 'change SOL 10%', 'change XRP 12.4%']],
  ['Bitcoin and XRP fell to $70,000 and $1.30.', ['price BTC $70,000', 'price XRP $1.30']],
  ['Tesla lost 4% and Norvald 9%.', ['change TSLA 4%', 'change - 9%']],
  ['XRP was down 5% in 24 hours and 17% in a week.', ['change XRP 5%', 'change XRP 17%']],
  [
    'BTC $68,400 (-2.3%), XRP $1.30 (-3.1%).',
    ['price BTC $68,400', 'change BTC 2.3%', 'price XRP $1.30', 'change XRP 3.1%'],
  ],
])('lists are told one by one: %s', (text, expected) => {
  expect(told(text)).toEqual(expected);
});

test.each([
  ['Bitcoin, the oldest of its kind, slid 3.4%.', ['change BTC 3.4%']],
  ['The price of Ethereum rose 2% after Bitcoin recovered to $70,000.', ['change ETH 2%', 'price BTC $70,000']],
  [
    'Bitcoin broke $75,000 and fell to $74,150, down 2% on the day.',
    ['level BTC $75,000', 'price BTC $74,150', 'change BTC 2%'],
  ],
  ['The rout took the Nasdaq down 2.3% while XRP rose.', ['change NDX 2.3%']],
  ['Software led the losses; the drop sent Bitcoin to $69,000.', ['price BTC $69,000']],
  ['Tesla misses estimates; shares fall 8%.\nShares fell to $151 after that.', ['change TSLA 8%', 'price TSLA $151']],
  ['The token (XRP) gained 6% to $1.18.', ['change XRP 6%', 'price XRP $1.18']],
  ['Bitcoin miners sold coins and Tesla shares fell 5%.', ['change TSLA 5%']],
])('a figure belongs to the subject of its clause: %s', (text, expected) => {
  expect(told(text)).toEqual(expected);
});

test.each([
  'Bitcoin slept. Revenue of the broker fell 11%.',
  'The computing power behind Bitcoin fell 6%.',
  'Bitcoin traders earn less: income per machine fell to $31.40 a day.',
  'Holders of Bitcoin puts with a strike of $70,000 paid $410 apiece.',
  'Bitcoin contracts above seven cents do not pay.',
  'One group of Bitcoin traders sits on gains of more than 900%.',
  'Bitcoin trades $62 cheaper abroad.',
  'Bitcoin trades 20% below its peak.',
  'Bitcoin is down 60% from its peak.',
  'Bitcoin changed hands at $84,200 a week ago.',
  'Bitcoin could fall 20%.',
  'Two members wanted to cut by 25 basis points.',
  'A rise of 10 basis points goes with a fall of 0.3% in Bitcoin.',
  'A fall would put $310 million of loans at risk of liquidation.',
  'The next Treasury settlement will drain another $60 billion.',
  'The group will settle bills of $3 billion a year in XRP.',
  'Longs paid $740 million.',
  'The fall cost holders of longs $198 million.',
  'A bet on Bitcoin needs a loss to $0.42 per share.',
])('what is doubtful has no metric: %s', (text) => {
  expect(told(text)).toEqual([]);
});

test.each([
  ['Bitcoin lost a level as liquidations passed $800 million.', ['liquidation - $800 million']],
  ['Count the Solana funds too, and ten days of redemptions exceed $3 billion.', ['flow - $3 billion']],
  ['XRP fell, crypto market value shrinks to $2.38 trillion.', ['market_cap - $2.38 trillion']],
  ['The market value shrank by $148 billion to $2.38 trillion.', ['market_cap - $2.38 trillion']],
  ['Spot Bitcoin ETFs shed $545 million in a day.', ['flow BTC $545 million']],
  ['Funds that hold Ethereum lost another $79 million.', ['flow ETH $79 million']],
  ['Investors withdrew $2.9 billion from the funds.', ['flow - $2.9 billion']],
  ['Some $3.1 billion was pulled from listed funds while Bitcoin fell.', ['flow - $3.1 billion']],
  [
    'Open interest in Bitcoin futures sank 11% in three days to $47.8 billion.',
    ['open_interest BTC 11%', 'open_interest BTC $47.8 billion'],
  ],
  ['The bridge was drained of $43 million in Ethereum.', ['theft ETH $43 million']],
  ['The regulator fined Norvald $4.5 million.', ['fine - $4.5 million']],
  ['Exchanges closed $775 million of leveraged positions.', ['liquidation - $775 million']],
  ['Large holders moved 18,000 BTC to exchanges.', ['flow BTC 18,000 BTC']],
  ['The mint made 1,000 BTC to be held as inventory.', []],
])('a sum is of the asset that its own words name: %s', (text, expected) => {
  expect(told(text)).toEqual(expected);
});

test.each([
  [
    'Power at $0.08 per kWh keeps machines on within a $69,000–$74,000 shutdown range.',
    ['cost - $0.08 per kWh', 'cost - $69,000–$74,000'],
  ],
  ['At power costs of $0.08 they still earn.', ['cost - $0.08']],
  ['It holds 713,000 BTC bought at $76,000 on average.', ['holding BTC 713,000 BTC', 'cost_basis - $76,000']],
  ['The average cost basis of holders is $84,000.', ['cost_basis - $84,000']],
])('what was paid is a cost: %s', (text, expected) => {
  expect(told(text)).toEqual(expected);
});

test.each([
  ['Bitcoin fell as low as $69,240.', 'low'],
  ['Bitcoin dropped and touched $68,940.', 'low'],
  ['Bitcoin rallied and touched $90,000.', 'high'],
  ['Bitcoin set a record high of $126,000.', 'high'],
  ['Bitcoin last traded at $69,410.', null],
])('an extreme is told from a last price: %s', (text, window) => {
  expect(only(text)).toMatchObject({ metric: 'price', asset: 'BTC', window });
});

test.each([
  ['XRP lost 5%, its worst day in three months.', null],
  ['XRP lost 5% for the first time in fifteen months.', null],
  ['XRP lost 5% on the day.', '24h'],
  ['XRP lost 5% within the hour.', '1h'],
  ['XRP lost 5% in four minutes.', '4min'],
  ['XRP lost 5% while the two-year yield rose.', null],
])('only the span that a move took counts: %s', (text, window) => {
  expect(only(text).window).toBe(window);
});

test.each([
  ['Bitcoin steht bei 70.000 Dollar.', []],
  ['Der Euro gab auf 1,1795 Dollar nach.', []],
  ['XRP trades at $1.312 now.', [1.312]],
  ['Output fell 20% to 8 million barrels.', [20]],
  ['It shrank by $148 billion to $2.38 trillion.', [148e9, 2.38e12]],
  ['A range of $300 million to $450 million.', [300e6]],
])('no number is read for another: %s', (text, values) => {
  expect(read(text).map(({ value }) => value)).toEqual(values);
});

test('a sum that is told with its meaning elsewhere is not given again without', () => {
  expect(told('The bill came to $775 million. Liquidations reached $775 million.')).toEqual([
    'liquidation - $775 million',
  ]);
  expect(read('The bill came to $775 million. Liquidations reached $775 million.')).toHaveLength(1);
});

test('side and named source of a liquidation are told', () => {
  const figure = only('According to Tidewatch data, $237 million in BTC long positions were closed out.');
  expect(figure).toMatchObject({
    metric: 'liquidation',
    asset: 'BTC',
    side: 'long',
    namedSource: 'Tidewatch',
  });
  expect(only('Data from ReefWorks shows 5% more.').namedSource).toBe('ReefWorks');
  expect(only('Tidewatch data shows 5% more.').namedSource).toBe('Tidewatch');
  expect(only('Market data suggests 5% more.').namedSource).toBeNull();
});

test('a level in a sentence without an asset belongs to what the text is about', () => {
  const [, level] = read('Bitcoin lost 5%. The next support is $65,000.');
  expect(level).toMatchObject({ metric: 'support', asset: 'BTC' });
});

test('a repeated figure is given once, as told best, with the words it stands in', () => {
  const figures = read('$800M liquidation of Bitcoin\nOver $800 million in Bitcoin longs were liquidated in 24 hours.');
  expect(figures).toHaveLength(1);
  expect(figures[0]).toMatchObject({
    side: 'long',
    window: '24h',
    text: '$800 million',
    sentence: 'Over $800 million in Bitcoin longs were liquidated in 24 hours.',
  });
});

test('at most 40 figures come out of a text', () => {
  const text = Array.from({ length: 90 }, (_, index) => `It added ${index + 1}%.`).join(' ');
  expect(read(text)).toHaveLength(40);
});

test('every figure stands in its sentence and its sentence in the text', () => {
  const word = fc.constantFrom(
    '$5',
    '5%',
    'to',
    '-',
    '.',
    ',',
    'BTC',
    '1.2M',
    'fell',
    'from',
    'million',
    '\n',
    '12',
    'and',
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), (words) => {
      const text = words.join(' ');
      for (const figure of read(text)) {
        expect(text).toContain(figure.sentence);
        expect(figure.sentence).toContain(figure.text);
        expect(Number.isFinite(figure.value)).toBe(true);
      }
    }),
  );
});

test.each(['1,23,'.repeat(200_000), '$5 '.repeat(300_000), 'one '.repeat(250_000), '.”'.repeat(300_000)])(
  'hostile text is read through',
  (text) => {
    expect(read(text).length).toBeLessThanOrEqual(40);
  },
);
