import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sentiment } from '../../src/model/analysis.ts';
import { readSentiment, scoreFor, scoreSentiment } from '../../src/newsroom/sentiment.ts';

function read(title: string, description = '', body = ''): Sentiment {
  const sentiment = readSentiment({ title, description, body }, 'en');
  if (!sentiment) throw new Error('English has a reader');
  return sentiment;
}

function weightOf(words: string, { evidence }: Sentiment): number {
  const found = evidence.find((one) => one.words === words);
  if (!found) throw new Error(`"${words}" is not among ${evidence.map((one) => `"${one.words}"`).join(', ')}`);
  return found.weight;
}

describe('a language without a reader', () => {
  it.each(['und', 'de', 'ja', ''])('gives null for "%s", since unknown is not neutral', (language) => {
    expect(readSentiment({ title: 'Bitcoin crashes', description: '', body: '' }, language)).toBeNull();
  });
});

describe('the label of a headline', () => {
  it.each([
    ['positive', 'Bitcoin climbs past $98,000 as ETF demand returns'],
    ['positive', 'XRP breaks above $3 to hit seven-year high'],
    ['positive', 'Regulator approves options on spot Ether funds'],
    ['positive', 'Payments giant adds stablecoin support for merchants'],
    ['negative', 'Lending platform drained of $41M in price oracle exploit'],
    ['negative', 'Bitcoin breaks below $70,000'],
    ['negative', 'Dogecoin down 17% in a week'],
    ['negative', 'Stablecoin loses dollar peg'],
    ['negative', 'Rug pull leaves memecoin holders with nothing'],
    ['negative', 'Exchange to delist eleven tokens next month'],
    ['negative', 'Forced deleveraging spreads through altcoins'],
    ['negative', 'Regulator sues exchange over unregistered securities'],
    ['neutral', 'Bitcoin halving: a guide to the next one'],
    ['neutral', 'Central bank publishes paper on digital currencies'],
    ['neutral', 'Bitcoin steady, Ether mixed in quiet weekend trade'],
  ])('is %s for "%s"', (label, title) => {
    expect(read(title).label).toBe(label);
  });
});

describe('a move and what it moves', () => {
  it.each([
    ['negative', 'Unemployment rises'],
    ['positive', 'Unemployment falls'],
    ['negative', 'Quarterly profit falls 12%'],
    ['positive', 'Quarterly profit rises 12%'],
    ['positive', 'Crypto hack losses fall 40% in March'],
    ['negative', 'Crypto hack losses rise'],
    ['positive', 'Retailer reduces debt by half'],
    ['negative', 'Higher costs'],
    ['negative', 'Bitcoin ETF outflows reach $1B'],
    ['positive', 'Bitcoin ETF inflows reach $1B'],
    ['negative', 'Inflation hits 40-year high'],
    ['positive', 'Tokens of the network +9%'],
    ['negative', 'Tokens of the network -4.5%'],
    ['negative', 'Ether drops from its yearly high'],
  ])('reads as %s: "%s"', (label, title) => {
    expect(read(title).label).toBe(label);
  });

  it('counts for more the larger the percentage', () => {
    expect(read('Ether falls 25%').score).toBeLessThan(read('Ether falls 2%').score);
  });
});

describe('bad things that let up', () => {
  it.each([
    "Bitcoin miners' losses narrow in second quarter",
    'Spot ETF outflows slow for third straight week',
    'Crypto liquidations ease',
    'Judge dismisses lawsuit against token issuer',
    'Bitcoin erases weekly losses',
    'Exchange prevents hack',
  ])('are good news: "%s"', (title) => {
    expect(read(title).label).toBe('positive');
  });

  it.each([
    'Bitcoin rally fades',
    'Bitcoin erases gains',
    'Regulator rejects approval of Solana fund',
    'Recovery stalls',
  ])('and good things that do are bad news: "%s"', (title) => {
    expect(read(title).label).toBe('negative');
  });

  it.each([
    'Lender emerges from bankruptcy, starts to repay creditors',
    'Exchange repays users after hack',
    'Ministers scrap plan to ban bitcoin mining',
    'Network back online after halt',
  ])('are good news once they are undone: "%s"', (title) => {
    expect(read(title).label).toBe('positive');
  });

  it.each([
    'Token launch marred by outage',
    'Acquisition of lender falls apart',
    'Crypto lender halts redemptions',
    'Regulator cracks down on crypto lenders',
  ])('leave nothing of the event that they befall: "%s"', (title) => {
    expect(read(title).score).toBeLessThan(0);
  });

  it('do not undo what they cause', () => {
    expect(read('Hack halts trading on exchange').label).toBe('negative');
  });
});

describe('negation', () => {
  it('turns the words in its reach and shows in the evidence', () => {
    const sentiment = read('Bitcoin does not recover');
    expect(sentiment.label).toBe('negative');
    expect(weightOf('Bitcoin does not recover', sentiment)).toBeLessThan(0);
  });

  it.each([
    ['negative', 'Ethereum fails to rally'],
    ['negative', "Miners won't benefit"],
    ['positive', 'No evidence of customer data breach, wallet maker says'],
  ])('reads as %s: "%s"', (label, title) => {
    expect(read(title).label).toBe(label);
  });

  it('ends with its clause', () => {
    expect(read('Not today: Bitcoin surges').label).toBe('positive');
  });
});

describe('what is not said for sure', () => {
  it.each([
    ['Bitcoin could crash', 'Bitcoin crashes'],
    ['Ether may rally', 'Ether rallies'],
    ['Will Bitcoin crash?', 'Bitcoin crashes'],
  ])('"%s" weighs less than "%s"', (vague, plain) => {
    expect(Math.abs(read(vague).score)).toBeLessThan(Math.abs(read(plain).score));
    expect(Math.sign(read(vague).score)).toBe(Math.sign(read(plain).score));
  });

  it('knows the month of May from the hedge', () => {
    const [may, june] = [read('Sales in May fell'), read('Sales in June fell')];
    expect(may.evidence.map(({ weight }) => weight)).toEqual(june.evidence.map(({ weight }) => weight));
    expect(may.label).toBe('negative');
  });
});

describe('clauses', () => {
  it.each([
    ['positive', 'Bitcoin climbs despite exchange hack'],
    ['positive', 'Despite exchange hack, Bitcoin climbs'],
    ['negative', 'Bitcoin slides even as inflows grow'],
    ['positive', 'Bitcoin rebounds after crash'],
    ['negative', 'Profits grew, but the company warns of losses'],
  ])('are weighed by their conjunction: %s for "%s"', (label, title) => {
    expect(read(title).label).toBe(label);
  });

  it.each([
    ['positive', 'Earnings of $2.10 a share vs. $1.70'],
    ['negative', 'Revenue came to $7.5 million, compared to $9 million last spring'],
    ['positive', 'Bitcoin miner made a loss of $3M compared to a loss of $11M'],
    ['negative', 'The miner made a loss of $3M, compared to a profit of $11M'],
  ])('that set figures side by side are compared: %s for "%s"', (label, title) => {
    expect(read(title).label).toBe(label);
  });
});

describe('crypto and other markets', () => {
  it('counts launches and partnerships for more in crypto, where they are news', () => {
    expect(read('Polygon partners with telecom operator').score).toBeGreaterThan(
      read('Retailer partners with telecom operator').score,
    );
  });
});

describe('title, lead and body', () => {
  it('let the title outweigh the rest', () => {
    expect(read('Bitcoin plunges', 'It had gained on Monday.', 'Inflows rose. Adoption grows.').label).toBe('negative');
  });

  it('let the lead speak where the title is silent', () => {
    expect(read('Statement on recent events', 'The exchange was hacked and funds were stolen.').label).toBe('negative');
  });

  it('cap what a body can add, however long', () => {
    const long = 'Bitcoin crashed. '.repeat(2_000);
    expect(read('Bitcoin surges', '', long).label).toBe('positive');
  });
});

describe('the evidence', () => {
  it('holds the words as they stand in the text, strongest first', () => {
    const { evidence } = read('BITCOIN Surges, Ether Slips');
    expect(evidence.map((one) => one.words)).toEqual(['BITCOIN Surges', 'Ether Slips']);
    expect(evidence.map((one) => Math.sign(one.weight))).toEqual([1, -1]);
  });

  it('carries the sign after inversion', () => {
    expect(weightOf('outflows slow', read('Spot fund outflows slow'))).toBeGreaterThan(0);
  });

  it('is at most eight long and names words once', () => {
    const { evidence } = read('Hack, fraud, scam, theft, ban, lawsuit, crash, plunge, rout, collapse, hack, fraud');
    expect(evidence).toHaveLength(8);
    expect(new Set(evidence.map((one) => one.words)).size).toBe(8);
  });

  it('is empty for a text without a view', () => {
    const { label, score, evidence } = read('What is a rollup');
    expect(label).toBe('neutral');
    expect(Math.abs(score)).toBeLessThan(0.1);
    expect(evidence).toEqual([]);
  });
});

describe('one text', () => {
  it('has its evidence with the place where it stands', () => {
    const text = 'Ether slips as fund outflows rise';
    const evidence = scoreSentiment(text)?.evidence ?? [];
    expect(new Set(evidence.map(({ text: words }) => words))).toEqual(new Set(['Ether slips', 'outflows rise']));
    for (const { text: words, start, end } of evidence) expect(text.slice(start, end)).toBe(words);
  });

  it('has none in a language without a reader', () => {
    expect(scoreSentiment('Bitcoin stürzt ab, nachdem die Börse gehackt wurde')).toBeNull();
  });

  it('is read with the neutral boundary of its domain', () => {
    const text = 'Payments company launches wallet in Brazil';
    expect(scoreSentiment(text, { domain: 'crypto' })?.label).toBe('positive');
    expect(scoreSentiment(text, { domain: 'finance' })?.label).toBe('neutral');
  });
});

describe('the sentiment toward one of several', () => {
  it.each([
    ['positive', 'Tether', 'Tether posts record profit while Circle shares tumble'],
    ['negative', 'Circle', 'Tether posts record profit while Circle shares tumble'],
    ['positive', 'gold', 'Gold rallies, Bitcoin slides as dollar firms'],
    ['negative', 'Bitcoin', 'Gold rallies, Bitcoin slides as dollar firms'],
    ['negative', 'Coinbase', 'Coinbase slumps 8% as Barclays downgrades it to sell'],
    ['neutral', 'Barclays', 'Coinbase slumps 8% as Barclays downgrades it to sell'],
    ['neutral', 'Bernstein', 'Miners will outperform: Bernstein'],
  ])('is %s for %s in "%s"', (label, entity, text) => {
    expect(scoreFor(text, entity)?.label).toBe(label);
  });

  it('is that of the text where it names nobody else', () => {
    const text = 'Solana network halted for five hours';
    expect(scoreFor(text, 'Solana')).toEqual(scoreSentiment(text));
  });

  it.each(['Ripple', 'Sol', '', '(('])('is null for "%s", which the text does not name', (entity) => {
    expect(scoreFor('Solana network halted for five hours after bug', entity)).toBeNull();
  });
});

it('answers any text with a score in [-1, 1] and evidence found in it', () => {
  const words = [
    'not',
    'may',
    'Bitcoin',
    'falls',
    'losses',
    'ease',
    '-4%',
    '$5M',
    'vs.',
    'despite',
    ',',
    '?',
    'from',
    'record',
    'high',
    'hit',
    '😀',
    '%',
  ];
  const text = fc
    .array(fc.oneof(fc.constantFrom(...words), fc.string()), { maxLength: 30 })
    .map((parts) => parts.join(' '));
  fc.assert(
    fc.property(text, text, (title, body) => {
      const { score, evidence } = read(title, '', body);
      expect(Math.abs(score)).toBeLessThanOrEqual(1);
      for (const { words: shown } of evidence) expect(title.includes(shown) || body.includes(shown)).toBe(true);
    }),
  );
});

it.each([
  ['negative', 'The company reported a net loss of EUR 3.4 mn , compared to a profit of EUR 1.2 mn a year earlier .'],
  ['negative', 'Profit before taxes was EUR 4.0 mn , down from EUR 4.9 mn .'],
  ['positive', 'Loss after taxes narrowed to EUR 0.3 mn from EUR 2.4 mn .'],
  ['positive', 'The contract strengthens the position of the company in Poland.'],
  ['neutral', 'The annual meeting elected five members to the board.'],
  ['neutral', 'The value of the order is not disclosed.'],
])('a sentence of a report reads as %s: "%s"', (label, text) => {
  expect(scoreSentiment(text)?.label).toBe(label);
});
