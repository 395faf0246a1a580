import type { Metric } from '../../model/analysis.ts';

export type Direction = 'up' | 'down';

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}

const DOWN =
  'fall falls fell falling fallen drop drops dropped dropping decline declines declined declining down dip dips dipped dipping slump slumps slumped slumping plunge plunges plunged plunging tumble tumbles tumbled tumbling sink sinks sank sunk sinking slide slides slid sliding lose loses lost losing shed sheds shedding retreat retreats retreated retreating slip slips slipped slipping crash crashes crashed crashing cut cuts cutting lowered lowers lowering decrease decreases decreased decreasing reduce reduces reduced reducing reduction shrink shrinks shrank shrunk shrinking erase erased erases erasing weaken weakens weakened weakening cool cooled cooling ease eases eased easing contracted contraction plummet plummets plummeted plummeting tank tanked tanks nosedive nosedived dive dives dived collapse collapses collapsed collapsing correction corrected sell-off selloff hemorrhaged decelerate decelerated deteriorated pullback retraced slashed slashes trimmed halved sagged slowed skid skids skidded drawdown narrowed loss losses softened slides crater craters cratered';
const UP =
  'rise rises rose rising risen up gain gains gained gaining jump jumps jumped jumping climb climbs climbed climbing surge surges surged surging soar soars soared soaring rally rallies rallied rallying advance advances advanced advancing increase increases increased increasing add adds added adding grow grows grew grown growing growth rebound rebounds rebounded rebounding recover recovers recovered recovering recovery spike spikes spiked spiking hike hikes hiked hiking raise raises raised raising boost boosts boosted appreciate appreciated appreciates expand expands expanded expanding expansion improve improves improved improving accelerate accelerated strengthen strengthened doubled tripled skyrocket skyrocketed skyrockets leap leaps leapt pump pumps pumped bounce bounces bounced bouncing firmed widened pop pops popped';

/** Words that say a move, verbs and nouns alike. */
export const MOVES: ReadonlyMap<string, Direction> = new Map([
  ...DOWN.split(' ').map((word) => [word, 'down'] as const),
  ...UP.split(' ').map((word) => [word, 'up'] as const),
]);

/** Those of them that can be nouns, after an article. */
export const MOVE_NOUNS: ReadonlySet<string> = words(
  'fall drop decline dip slump plunge tumble slide loss losses retreat slip crash cut decrease reduction contraction collapse correction sell-off selloff pullback drawdown rise gain gains jump climb surge rally advance increase growth rebound recovery spike hike boost expansion leap bounce pop break move crater',
);

/** Verbs of a price that stays or arrives. */
export const TRADES: ReadonlySet<string> = words(
  'trade trades traded trading hover hovers hovered hovering stand stands stood standing sit sits sat sitting steady steadies steadied hold holds held holding hit hits hitting reach reaches reached reaching touch touches touched touching close closes closed closing open opens opened opening settle settles settled quoted priced remain remains remained stay stays stayed consolidating consolidates consolidated bottom bottoms bottomed peak peaks peaked changed hands stabilized stabilised end ended ends finish finishes finished',
);

/** Verbs that make an amount right after them a price. */
export const REACHES: ReadonlySet<string> = words(
  'hit hits hitting reach reaches reached reaching touch touches touched touching',
);

/** Verbs that make an amount right after them a line that is crossed, or tried. */
export const CROSSES: ReadonlySet<string> = words(
  'break breaks broke breaking broken breach breaches breached breaching cross crosses crossed crossing reclaim reclaims reclaimed reclaiming regain regains regained retake retakes retook surpass surpasses surpassed surpassing test tests tested testing retest retests retested retesting defend defends defended top tops topped topping clear clears cleared crack cracks cracked eye eyes eyeing target targets targeting hold holds holding',
);

/** Prepositions that make an amount a line. */
export const LINES: ReadonlyMap<string, Direction | null> = new Map([
  ['below', 'down'],
  ['under', 'down'],
  ['beneath', 'down'],
  ['above', 'up'],
  ['past', 'up'],
  ['over', 'up'],
  ['through', null],
  ['toward', null],
  ['towards', null],
]);

export const ARRIVES: ReadonlySet<string> = words('to at near around');

export const LEVEL_NOUNS: ReadonlySet<string> = words(
  'level levels mark support supports resistance resistances zone zones range region target targets threshold floor ceiling barrier area territory line handle milestone',
);

/** On the way to an amount they make it a line that was tried. */
export const TRIALS: ReadonlySet<string> = words(
  'attempt attempts test retest rejection rejected failed fails failure bounce',
);

export const AVERAGES: ReadonlySet<string> = words('average ema sma wma dma wma retracement fibonacci');

export const HEDGES: ReadonlySet<string> = words(
  'about around roughly approximately nearly almost some over more less fewer than just only as much many a an the estimated least most exactly another further total record additional well initial approx circa near close whopping staggering massive cumulative combined',
);

export const AUXILIARIES: ReadonlySet<string> = words(
  'is are was were be been being has have had will would can could may might shall should must do does did',
);

/** Stand between a subject and its verb and change nothing. */
export const ADVERBS: ReadonlySet<string> = words(
  'now also then last already still even just only once never not to again further soon ever largely little first currently together first back all both recently briefly sharply quickly slowly steadily nearly almost slightly modestly roughly initially later temporarily suddenly finally subsequently abruptly swiftly marginally decisively quietly reportedly',
);

export const DETERMINERS: ReadonlySet<string> = words(
  'the a an this that these those its their his her our every each any another no some all',
);

export const ADJECTIVES: ReadonlySet<string> = words(
  "sharp steep sudden brief decisive further big small modest recent latest next daily weekly monthly relief broad deep deeper fresh new clean sustained failed third second first early late heavy strong slight massive huge world’s world's largest biggest leading digital original top benchmark company’s company's firm's firm’s no.1 popular second-largest key spot own native market",
);

/** Set the clause that follows apart from the one before. */
export const CONJUNCTIONS: ReadonlySet<string> = words(
  'while whereas although though but because since when which who whose where if unless until after before as whether yet so despite amid once except than',
);

export const PREPOSITIONS: ReadonlySet<string> = words(
  'of in on for behind among against between by from to with at into within during across under over per via about out off onto near through toward towards around below above without beyond',
);

/** Take an object that moves: "sent bitcoin to", "took the index down". */
export const CAUSES: ReadonlySet<string> = words(
  'take takes took taking send sends sent sending push pushes pushed pushing drag drags dragged dragging pull pulls pulled pulling drive drives drove driving bring brings brought bringing lift lifts lifted lifting knock knocked force forced leave leaves left leaving put puts putting keep keeps kept',
);

/** Generic names of what a text is about. */
export const THINGS: ReadonlySet<string> = words(
  'price prices value token tokens coin cryptocurrency asset currency metal commodity futures composite crude gauge pair',
);
/** Belong to the asset before them: "the Nasdaq 100 index". */
export const GAUGES: ReadonlySet<string> = words('index average industrials');
export const SHARES: ReadonlySet<string> = words('shares share stock');

/** A bare noun of these has a quantity of its own that moves, not a price. */
export const QUANTITIES: ReadonlySet<string> = words(
  'exports imports sales revenue revenues registrations deposits profit profits earnings orders output production income demand supply wages payrolls bookings shipments deliveries traffic users customers spending investment investments jobs volumes activity margins margin remittances flows loans balances reserves odds chances difficulty hashrate visits subscribers',
);

/** May, but need not come. */
export const MODALS: ReadonlySet<string> = words(
  'could may might would should will if unless whether expect expects predict predicts predicted warns prefer prefers preferred want wants wanted propose proposes proposed urges urged',
);

/** On the way to a price they make it a target. */
export const AIMS: ReadonlySet<string> = words(
  'can forecast forecasts target targets targeting toward towards expected prediction sees potential path road',
);

export const FUNDS: ReadonlySet<string> = words(
  'etf etfs etp etps fund funds product products trust trusts exchange-traded redemption redemptions',
);
export const FUND_OUT: ReadonlySet<string> = words(
  'shed sheds shedding lose loses lost losing bled bleed bleeds gave give gives',
);
export const FUND_IN: ReadonlySet<string> = words('attract attracts attracted draw draws drew gathered gained took');
/** Money goes from or into funds. */
export const FUND_MOVES: ReadonlyMap<string, Direction> = new Map([
  ...'withdrew withdraw withdrawn pulled pull took take drained drain redeemed redeem yanked'
    .split(' ')
    .map((word) => [word, 'down'] as const),
  ...'poured pour funneled plowed ploughed pumped invested'.split(' ').map((word) => [word, 'up'] as const),
]);

/** Verbs with what they measure, right before an amount. */
export const METRIC_VERBS: ReadonlyMap<string, Metric> = new Map([
  ...'liquidated liquidating liquidates'.split(' ').map((word) => [word, 'liquidation'] as const),
  ...'stole steal steals stealing looted loots siphoned siphons'.split(' ').map((word) => [word, 'theft'] as const),
  ...'hold holds held holding own owns owned owning'.split(' ').map((word) => [word, 'holding'] as const),
  ...'fined fines'.split(' ').map((word) => [word, 'fine'] as const),
]);

/** What was done to an amount, right after it or after the noun it counts. */
export const DONE: ReadonlyMap<string, Metric> = new Map([
  ['liquidated', 'liquidation'],
  ['stolen', 'theft'],
  ['looted', 'theft'],
  ['siphoned', 'theft'],
  ['drained', 'theft'],
]);

/** Undone by force where they speak of positions. */
export const CLOSED: ReadonlySet<string> = words(
  'closed closes close liquidated wiped erased evaporated unwound flushed',
);
export const POSITIONS: ReadonlySet<string> = words('position positions longs shorts bets leverage contracts');

/** Sums that lead up to a total. */
export const TOTALS: ReadonlySet<string> = words(
  'total totals totaled totalled totaling totalling exceed exceeds exceeded exceeding pass passes passed passing top tops topped topping surpass surpassed amount amounts amounted come comes came hit hits hitting reach reaches reached reaching stand stands stood at to was were is are near sum sums summed numbered worth average averaged',
);

/** What "go" after an amount does to a line: "$70,000 gave way". */
export const YIELDS: ReadonlySet<string> = words(
  'hold holds held break breaks broke fail fails failed gave gives give',
);
