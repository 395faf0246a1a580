import type { Metric } from '../../model/analysis.ts';
import { UNKNOWN } from './figure-context.ts';
import type { Sense } from './figure-context.ts';
import { governorBefore } from './figure-governor.ts';
import { metricNounAt, metricNounIn } from './figure-nouns.ts';
import type { MetricNoun } from './figure-nouns.ts';
import { clauseStart, onlyAsset, phraseEnd } from './figure-place.ts';
import type { Place } from './figure-place.ts';
import { subjectOf } from './figure-subject.ts';
import type { Token } from './figure-tokens.ts';
import {
  ADJECTIVES,
  ADVERBS,
  AUXILIARIES,
  CLOSED,
  DONE,
  FUND_IN,
  FUND_MOVES,
  FUND_OUT,
  FUNDS,
  METRIC_VERBS,
  MOVES,
  POSITIONS,
  TOTALS,
} from './figure-words.ts';

const SUMS: ReadonlySet<Metric> = new Set<Metric>([
  'liquidation',
  'flow',
  'open_interest',
  'market_cap',
  'volume',
  'loss',
  'holding',
  'fine',
  'theft',
  'cost',
]);
/** A stock that is so large; what is taken off or added to it is another thing. */
const STOCKS: ReadonlySet<Metric> = new Set<Metric>(['open_interest', 'market_cap', 'volume', 'holding']);

/** Sums of money or coins by what they count: "$5 million in outflows", "liquidations hit $5 million". */
export function readSum(place: Place): Sense {
  return byNounAfter(place) ?? byVerbBefore(place) ?? byFund(place) ?? byNounBefore(place) ?? byTold(place) ?? UNKNOWN;
}

/** "$5 million in longs were liquidated", "$775M liquidation", "$3 billion pulled from funds". */
function byNounAfter(place: Place): Sense | null {
  const { tokens, at, lead } = place;
  const link = tokens[at + 1]?.key ?? '';
  const linked = link === 'in' || link === 'of' || link === 'worth';
  let from = linked ? at + 2 : at + 1;
  if (link === 'worth' && tokens[from]?.key === 'of') from += 1;
  const to = phraseEnd(tokens, from);
  const about = [[from, to]] as const;
  const owner = onlyAsset(tokens, from, to) ?? (linked ? null : assetAt(tokens, lead));
  const isSpared = tokens.slice(from, to).some(({ key }) => /^(?:foregone|forgone|saved|avoided|waived)$/.test(key));
  const noun = isSpared ? null : metricNounIn(tokens, from, to, SUMS);
  if (noun && !(STOCKS.has(noun.metric) && MOVES.has(tokens[lead]?.key ?? ''))) {
    return { ...UNKNOWN, metric: noun.metric, asset: owner, direction: noun.direction, about };
  }
  const done = doneAfter(tokens, from, to);
  if (!done)
    return closesPositions(place, from, to) ? { ...UNKNOWN, metric: 'liquidation', asset: owner, about } : null;
  const metric =
    DONE.get(done.key) ?? (CLOSED.has(done.key) && countsPositions(tokens, from, to) ? 'liquidation' : null);
  if (metric) return { ...UNKNOWN, metric, asset: owner, about };
  const way = FUND_MOVES.get(done.key);
  return way ? ofFund(tokens, done.at + 1, way) : null;
}

function assetAt(tokens: readonly Token[], at: number): string | null {
  return tokens[at]?.kind === 'asset' ? (tokens[at]?.key ?? null) : null;
}

/** The participle after `tokens[from, to)`: "were liquidated", "stolen". */
function doneAfter(
  tokens: readonly Token[],
  from: number,
  to: number,
): { readonly key: string; readonly at: number } | null {
  for (let at = from; at < to; at += 1) {
    const key = tokens[at]?.key ?? '';
    if (DONE.has(key) || FUND_MOVES.has(key)) return { key, at };
  }
  let at = to;
  while (AUXILIARIES.has(tokens[at]?.key ?? '') || ADVERBS.has(tokens[at]?.key ?? '')) at += 1;
  const token = tokens[at];
  return token?.kind === 'word' ? { key: token.key, at } : null;
}

function countsPositions(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.slice(from, to).some(({ key }) => POSITIONS.has(key) || key === 'leveraged');
}

/** "closed $5 million of leveraged positions". */
function closesPositions({ tokens, lead }: Place, from: number, to: number): boolean {
  if (!CLOSED.has(tokens[lead]?.key ?? '')) return false;
  const words = tokens.slice(from, to).map(({ key }) => key);
  return (
    words.some((word) => POSITIONS.has(word)) &&
    words.some((word) => /^(?:leveraged|long|short|longs|shorts)$/.test(word))
  );
}

/** "stole $5 million", "fined $5 million", "lost $5 million" of longs. */
function byVerbBefore(place: Place): Sense | null {
  const { tokens, lead } = place;
  const word = tokens[lead]?.key ?? '';
  const metric = METRIC_VERBS.get(word);
  if (metric) return { ...UNKNOWN, metric, ...countedAfter(place) };
  if (
    isNamed(tokens, lead) &&
    tokens.slice(Math.max(0, lead - 3), lead).some(({ key }) => key === 'fined' || key === 'fines')
  ) {
    return { ...UNKNOWN, metric: 'fine' };
  }
  if (word === 'of' && tokens[lead - 1]?.key === 'drained')
    return { ...UNKNOWN, metric: 'theft', ...countedAfter(place) };
  if (!/^(?:lost|lose|loses|losing)$/.test(word)) return null;
  const subject = subjectOf(tokens, lead);
  const side = tokens.slice(subject.from, subject.to).some(({ key }) => key === 'longs' || key === 'shorts');
  return side ? { ...UNKNOWN, metric: 'loss', about: [[subject.from, subject.to]] } : null;
}

/** The object of "fined Terraform $5 billion". */
function isNamed(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.kind === 'asset' || tokens[at]?.capital === true;
}

/** "... in seized Bitcoin", "... of long positions": what the sum is of. */
function countedAfter({ tokens, at }: Place): Pick<Sense, 'asset' | 'about'> {
  const link = tokens[at + 1]?.key ?? '';
  if (link !== 'in' && link !== 'of' && link !== 'worth') return { asset: null, about: [] };
  const from = tokens[at + 2]?.key === 'of' ? at + 3 : at + 2;
  const to = phraseEnd(tokens, from);
  return { asset: onlyAsset(tokens, from, to), about: [[from, to]] };
}

/** "spot ETFs shed $5 million", "withdrew $5 million from the funds". */
function byFund(place: Place): Sense | null {
  const { tokens, at, lead } = place;
  const word = tokens[lead]?.key ?? '';
  const way = FUND_MOVES.get(word);
  if (way && lead >= 0) return ofFund(tokens, at + 1, way);
  const direction = FUND_OUT.has(word) ? 'down' : FUND_IN.has(word) ? 'up' : null;
  const verb = word === 'up' && /^g[ai]ve/.test(tokens[lead - 1]?.key ?? '') ? lead - 1 : lead;
  if (!direction && verb === lead) return null;
  const subject = subjectOf(tokens, verb);
  const words = tokens.slice(subject.from, subject.to);
  if (!words.some(({ key }) => FUNDS.has(key)) || words.some(({ key }) => POSITIONS.has(key))) return null;
  const asset = onlyAsset(tokens, subject.from, subject.to);
  return { ...UNKNOWN, metric: 'flow', asset, direction: direction ?? 'down' };
}

/** "... from crypto funds", "out of ETFs that hold bitcoin". */
function ofFund(tokens: readonly Token[], from: number, direction: 'up' | 'down'): Sense | null {
  let at = from;
  while (/^(?:out|of|from|into|in)$/.test(tokens[at]?.key ?? '')) at += 1;
  if (at === from) return null;
  const to = phraseEnd(tokens, at);
  if (!tokens.slice(at, to).some(({ key }) => FUNDS.has(key))) return null;
  const holds = /^(?:that|which)$/.test(tokens[to]?.key ?? '') ? to + 3 : to;
  return { ...UNKNOWN, metric: 'flow', asset: onlyAsset(tokens, at, holds), direction };
}

/** "outflows of $5 million", "liquidations in the past hour came to $5 million". */
function byNounBefore(place: Place): Sense | null {
  const { tokens, lead, hedges } = place;
  const word = tokens[lead]?.key ?? '';
  const noun = nounRightBefore(tokens, lead, word);
  if (noun) return ofNoun(place, noun, clauseStart(tokens, noun.at));
  if (MOVES.has(word) || hedges.has('by')) return null;
  if (!TOTALS.has(word)) return null;
  const moved = word === 'to' ? governorBefore(tokens, lead) : null;
  let verb = moved ?? lead;
  while (verb > 0 && (TOTALS.has(tokens[verb - 1]?.key ?? '') || ADVERBS.has(tokens[verb - 1]?.key ?? ''))) verb -= 1;
  const subject = subjectOf(tokens, verb);
  const found = metricNounIn(tokens, subject.from, subject.to, SUMS);
  if (!found) return null;
  const sense = ofNoun(place, found, subject.from);
  const direction =
    found.metric === 'flow' || moved === null ? sense.direction : (MOVES.get(tokens[moved]?.key ?? '') ?? null);
  return { ...sense, direction: STOCKS.has(found.metric) || found.metric === 'flow' ? direction : null };
}

const OF = /^(?:of|worth|at|exceeding|exceeded|over|totaling|totalling|near|around|to)$/;
const BETWEEN = /^(?:in|over|the|last|past|\d+|hours?|days?|weeks?|month|steady|today|now|seen|totaled|totalled)$/;

function nounRightBefore(tokens: readonly Token[], lead: number, word: string): MetricNoun | null {
  const direct = metricNounAt(tokens, lead, SUMS);
  if (direct) return direct;
  if (!OF.test(word)) return null;
  for (let at = lead - 1; at >= Math.max(0, lead - 7); at -= 1) {
    const token = tokens[at];
    if (!token || token.kind === 'figure' || token.kind === 'mark') return null;
    const noun = metricNounAt(tokens, at, SUMS);
    if (noun) return noun;
    if (!BETWEEN.test(token.key) && !ADJECTIVES.has(token.key) && !(at === lead - 1 && token.kind === 'asset'))
      return null;
  }
  return null;
}

/** The asset is the only one named in the noun's phrase: "BTC-related liquidations", "open interest in bitcoin futures". */
function ofNoun(place: Place, noun: MetricNoun, from: number): Sense {
  const { tokens, lead } = place;
  let start = noun.at;
  while (start > from && tokens[start - 1]?.kind !== 'figure' && tokens[start - 1]?.kind !== 'mark') {
    if (noun.at - start > 4 || AUXILIARIES.has(tokens[start - 1]?.key ?? '')) break;
    start -= 1;
  }
  const counted = countedAfter(place);
  const about = [[start, lead] as const, ...counted.about];
  // A company valued at $12 billion "in Nasdaq debut" is not the Nasdaq.
  const asset = onlyAsset(tokens, start, lead) ?? (STOCKS.has(noun.metric) ? null : counted.asset);
  return { ...UNKNOWN, metric: noun.metric, asset, direction: noun.direction, about };
}

const REFERS_BACK = /^(?:figure|tally|toll|evaporated|wiped|erased|longs|shorts)$/;

/** "..., with $5 million evaporated in a day", "the figure has climbed above $5 million", "$5 million were longs". */
function byTold({ tokens, at, told }: Place): Sense | null {
  const [last] = told;
  if (!last || (last.metric !== 'liquidation' && last.metric !== 'flow')) return null;
  const back = tokens.slice(Math.max(last.at + 1, at - 8), at).some(({ key }) => /^(?:figure|tally|toll)$/.test(key));
  const next = AUXILIARIES.has(tokens[at + 1]?.key ?? '') ? at + 2 : at + 1;
  const onward = REFERS_BACK.test(tokens[next]?.key ?? '');
  return back || onward ? { ...last, about: [[next, next + 1]] } : null;
}
