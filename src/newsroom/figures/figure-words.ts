import type { Metric } from '../../model/analysis.ts';

/** A metric's word and how sure it is, in (0, 10]. */
export interface MetricWord {
  readonly metric: Metric;
  readonly weight: number;
}

const METRIC_WORDS: Readonly<Partial<Record<Metric, Readonly<Record<number, string>>>>> = {
  liquidation: {
    10: 'liquidation liquidations liquidated liquidating liquidates rekt',
    7: 'closed_out force-closed forced_closures margin_calls long_squeeze short_squeeze wiped_out',
    5: 'deleveraging evaporated',
  },
  flow: {
    10: 'inflow inflows outflow outflows net_flows redemptions netflow netflows',
    7: 'withdrawals exodus withdrew withdrawn redeemed poured flowed shedding',
  },
  open_interest: { 11: 'open_interest', 8: 'derivative_exposure derivatives_exposure' },
  market_cap: {
    11: 'market_cap market_capitalization market_capitalisation market_value',
    9: 'capitalization capitalisation',
    7: 'valuation valued',
  },
  volume: { 10: 'trading_volume trading_volumes', 9: 'volume volumes turnover' },
  loss: {
    11: 'paper_loss paper_losses unrealized_loss unrealized_losses unrealised_loss unrealised_losses net_loss net_losses',
    8: 'loss losses writedown write-down impairment impairments',
  },
  holding: {
    9: 'holdings hodl stash under_management aum hoard stockpile',
    8: 'holds held owns owned holding treasury reserves stake',
  },
  funding: { 12: 'funding_rate funding_rates' },
  rate: {
    10: 'interest_rate interest_rates yield yields apy apr inflation cpi ppi pce unemployment',
    8: 'rate rates coupon',
  },
  fine: {
    10: 'fine fines fined penalty penalties disgorgement',
    8: 'settlement settle settled settles restitution forfeiture',
  },
  theft: {
    10: 'stolen stole steal steals stealing theft thefts drained siphoned heist looted',
    8: 'hack hacked hackers exploit exploited exploits laundered breach-losses',
  },
  cost: {
    10: 'cost_basis',
    8: 'cost costs costing fee fees expense expenses',
    6: 'bill tariff tariffs',
  },
  index: { 12: 'greed_index vix', 8: 'index' },
  price: {
    9: 'price prices priced trading trades traded',
    7: 'trade quote quoted closed opened high low peak changing_hands apiece',
  },
  level: {
    9: 'support resistance target targets threshold',
    7: 'level levels mark zone floor ceiling barrier region range area territory line handle milestone',
  },
};

/** By word or by two words joined with "_". */
export const METRICS_BY_WORD: ReadonlyMap<string, MetricWord> = new Map(
  Object.entries(METRIC_WORDS).flatMap(([metric, weights]) =>
    Object.entries(weights).flatMap(([weight, words]) =>
      words
        .split(' ')
        // Object.entries widens the keys of a record over Metric to string.
        .map((word) => [word, { metric: metric as Metric, weight: Number(weight) }] as const),
    ),
  ),
);

const DOWN =
  'fall falls fell falling fallen drop drops dropped dropping decline declines declined declining down dip dips dipped dipping slump slumps slumped slumping plunge plunges plunged plunging tumble tumbles tumbled tumbling sink sinks sank sunk sinking slide slides slid sliding lose loses lost losing shed sheds shedding retreat retreats retreated retreating slip slips slipped slipping crash crashes crashed crashing outflow outflows cut cuts cutting lower lowered lowers lowering decrease decreases decreased decreasing reduce reduces reduced reducing reduction shrink shrinks shrank shrunk shrinking wipe wiped wiping erase erased erases erasing evaporated weaken weakens weakened weakening cool cooled cooling ease eases eased easing contract contracts contracted contracting contraction plummet plummets plummeted plummeting tank tanked tanks nosedive nosedived dive dives dived collapse collapses collapsed collapsing correction corrected sell-off selloff hemorrhaged compress compressed compression decelerate decelerated deteriorate deteriorated worse softer pullback retraced discount slashed slashes trimmed halved sagged slowed skid skidded downside redemptions exodus withdrew drawdown negative';
const UP =
  'rise rises rose rising risen up gain gains gained gaining jump jumps jumped jumping climb climbs climbed climbing surge surges surged surging soar soars soared soaring rally rallies rallied rallying advance advances advanced advancing increase increases increased increasing higher inflow inflows add adds added adding grow grows grew grown growing growth rebound rebounds rebounded rebounding recover recovers recovered recovering spike spikes spiked spiking hike hikes hiked hiking raise raises raised raising boost boosts boosted appreciate appreciated appreciates expand expands expanded expanding expansion improve improves improved improving improvement accelerate accelerated strengthen strengthened stronger doubled tripled skyrocket skyrocketed skyrockets outperformed upside exceeded leap leaps leapt pumped bounced bounces premium poured attracted positive';

export const DIRECTIONS: ReadonlyMap<string, 'up' | 'down'> = new Map([
  ...DOWN.split(' ').map((word) => [word, 'down'] as const),
  ...UP.split(' ').map((word) => [word, 'up'] as const),
]);

/** Nouns that make the small amount before them a level: "the $70,000 support". */
export const LEVEL_NOUNS: ReadonlySet<string> = new Set(
  'level levels mark support resistance zone zones range region target targets threshold floor ceiling barrier area territory line handle milestone'.split(
    ' ',
  ),
);

/** Words right before an amount that make it a line to cross or to reach. */
export const CROSSING: ReadonlySet<string> = new Set(
  'below above under beneath past toward towards through reclaim reclaims reclaimed reclaiming breach breached breaching break breaks broke breaking crossed crosses crossing surpass surpassed surpasses retest retests test tests tested testing topped tops over defend defends hold holds holding eyes eyeing targets targeting'.split(
    ' ',
  ),
);

/** Words right before an amount that make it a price. */
export const ARRIVAL: ReadonlySet<string> = new Set(
  'to at near around hit hits hitting reached reaches touched touching touches traded trades trading priced'.split(' '),
);

/** What may, but need not come: makes an arrival a target. */
export const FORECAST: ReadonlySet<string> = new Set(
  'could may might would will should forecast forecasts predict predicts predicted predicting target targets targeting toward towards expects expected if prediction sees potential path road route'.split(
    ' ',
  ),
);

/** Qualify an amount and count for nothing between it and its verb. */
export const HEDGES: ReadonlySet<string> = new Set(
  'about around roughly approximately nearly almost some over more less than just only as much many high low up an a the estimated least most exactly record of in by close'.split(
    ' ',
  ),
);
