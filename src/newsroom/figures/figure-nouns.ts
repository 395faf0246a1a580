import type { Metric } from '../../model/analysis.ts';
import type { Direction } from './figure-words.ts';
import type { Token } from './figure-tokens.ts';

export interface MetricNoun {
  readonly metric: Metric;
  /** Which way money goes by this noun. */
  readonly direction: Direction | null;
  /** Index of its last word. */
  readonly at: number;
}

/** By word, or by two words joined with "_". */
const NOUNS: ReadonlyMap<string, Metric> = new Map(
  (
    [
      ['liquidation', 'liquidation liquidations deleveraging'],
      ['flow', 'inflow inflows outflow outflows redemption redemptions netflow netflows withdrawals exodus'],
      ['open_interest', 'open_interest derivative_exposure derivatives_exposure'],
      [
        'market_cap',
        'market_cap market_capitalization market_capitalisation market_value capitalization capitalisation valuation valued',
      ],
      ['volume', 'volume volumes turnover'],
      ['loss', 'loss losses writedown write-down impairment'],
      ['holding', 'holdings hoard stash stockpile aum under_management'],
      ['funding', 'funding_rate funding_rates funding'],
      [
        'rate',
        'interest_rate interest_rates policy_rate key_rate funds_rate fund_rate benchmark_rate mortgage_rate unemployment_rate jobless_rate deposit_rate the_rate rates yield yields apy apr inflation cpi ppi pce unemployment consumer_prices consumer_price producer_prices wholesale_prices target_range',
      ],
      ['fine', 'fine fines penalty penalties disgorgement settlement'],
      ['theft', 'theft thefts heist hack exploit'],
      ['cost', 'cost_basis cost costs fee fees expense expenses'],
    ] as const
  ).flatMap(([metric, words]) => words.split(' ').map((word) => [word, metric] as const)),
);

/** Hold a metric's word and mean something else. */
const OTHERWISE = new Set(
  'hash_rate tax_rate growth_rate exchange_rate treasury_settlement settlement_date funding_round series_funding interest_expense'.split(
    ' ',
  ),
);

const OUT = /^(?:outflow|redemption|withdrawal|exodus)/;

/** The first noun of a metric in `tokens[from, to)`, of those in `meant`. */
export function metricNounIn(
  tokens: readonly Token[],
  from: number,
  to: number,
  meant: ReadonlySet<Metric>,
): MetricNoun | null {
  for (let at = Math.max(0, from); at < to; at += 1) {
    const noun = metricNounAt(tokens, at, meant);
    if (noun) return noun;
  }
  return null;
}

/** The noun of a metric that ends at `tokens[at]`. */
export function metricNounAt(tokens: readonly Token[], at: number, meant: ReadonlySet<Metric>): MetricNoun | null {
  const token = tokens[at];
  if (token?.kind !== 'word') return null;
  const pair = `${tokens[at - 1]?.key ?? ''}_${token.key}`;
  if (OTHERWISE.has(pair) || OTHERWISE.has(`${token.key}_${tokens[at + 1]?.key ?? ''}`)) return null;
  const metric = NOUNS.get(pair) ?? NOUNS.get(token.key);
  if (metric === undefined || !meant.has(metric)) return null;
  const direction =
    metric === 'flow' ? (OUT.test(token.key) ? 'down' : token.key.startsWith('in') ? 'up' : null) : null;
  return { metric, direction, at };
}
