import type { Metric } from '../../model/analysis.ts';
import { ownerBy, UNKNOWN } from './figure-context.ts';
import type { Sense, SentenceFacts } from './figure-context.ts';
import { governorBefore } from './figure-governor.ts';
import { metricNounAt, metricNounIn } from './figure-nouns.ts';
import { phraseEnd } from './figure-place.ts';
import type { Place } from './figure-place.ts';
import { classify, subjectOf } from './figure-subject.ts';
import type { Phrase } from './figure-subject.ts';
import { AUXILIARIES, MOVES, MOVE_NOUNS, REACHES, TRADES } from './figure-words.ts';
import type { Direction } from './figure-words.ts';

const SHARES_OF: ReadonlySet<Metric> = new Set<Metric>([
  'open_interest',
  'volume',
  'flow',
  'market_cap',
  'funding',
  'rate',
  'holding',
  'liquidation',
]);
const RATES: ReadonlySet<Metric> = new Set<Metric>(['rate', 'funding', 'cost']);
const COMPARED = new Map<string, Direction>([
  ['below', 'down'],
  ['under', 'down'],
  ['beneath', 'down'],
  ['above', 'up'],
]);
const SAID_AFTER = new Map<string, Direction>([
  ['lower', 'down'],
  ['down', 'down'],
  ['higher', 'up'],
  ['up', 'up'],
]);

/** Percents, basis points and points: a move of something, or its rate. */
export function readPercent(place: Place, facts: SentenceFacts): Sense {
  const { tokens, at, lead, number } = place;
  const next = tokens[at + 1]?.key ?? '';
  const compared = COMPARED.get(next);
  if (compared) return { ...UNKNOWN, direction: compared };
  if (isFromPeak(place)) return { ...UNKNOWN, direction: MOVES.get(tokens[lead]?.key ?? '') ?? null };
  const noun = moveNounAfter(place);
  if (noun) return ofMove(noun.direction, complementOf(place, noun.at), place, facts);
  const after = SAID_AFTER.get(next);
  if (after) return ofMove(after, subjectOf(tokens, lead + 1), place, facts);
  const word = tokens[lead]?.kind === 'word' ? (tokens[lead]?.key ?? '') : '';
  const moved = MOVES.get(word);
  if (moved) return ofMove(number.sign ?? moved, subjectOf(tokens, lead), place, facts);
  const ofNoun = word === 'of' ? MOVES.get(tokens[lead - 1]?.key ?? '') : undefined;
  if (ofNoun && MOVE_NOUNS.has(tokens[lead - 1]?.key ?? '')) {
    return ofMove(ofNoun, complementOf(place, at), place, facts);
  }
  return readRate(place, facts) ?? signed(place, facts) ?? UNKNOWN;
}

/** "a rise of ten points goes with a fall of 1%": what one move is of another is no news. */
export function isRule({ tokens, lead }: Place): boolean {
  if (tokens[lead]?.key !== 'of') return false;
  let moves = 0;
  for (const [at, token] of tokens.entries()) {
    if (!MOVE_NOUNS.has(token.key) || tokens[at + 1]?.key !== 'of') continue;
    if (/^(?:a|an|every|each)$/.test(tokens[at - 1]?.key ?? '')) moves += 1;
  }
  return moves > 1;
}

/** "down 60% from its peak": no move of these days. */
function isFromPeak({ tokens, at }: Place): boolean {
  const link = tokens[at + 1]?.key;
  if (link !== 'from' && link !== 'since' && link !== 'off') return false;
  return tokens.slice(at + 2, at + 8).some(({ key }) => /^(?:peak|highs?|all-time|record|top|lows?|bottom)$/.test(key));
}

/** "a 17% drop", "its 5% weekly gain". */
function moveNounAfter({ tokens, at }: Place): { readonly at: number; readonly direction: Direction } | null {
  for (const index of [at + 1, at + 2]) {
    const token = tokens[index];
    if (token?.kind !== 'word') return null;
    const direction = MOVES.get(token.key);
    if (direction && MOVE_NOUNS.has(token.key)) return { at: index, direction };
    if (index === at + 1 && !/^(?:daily|weekly|monthly|annual|yearly|price|intraday|one-day)$/.test(token.key))
      return null;
  }
  return null;
}

/** "... in revenue", "... in the price of bitcoin" after the noun or the figure; without one, what came before. */
function complementOf({ tokens }: Place, at: number): Phrase {
  const link = tokens[at + 1]?.key ?? '';
  const none = classify(tokens, at, at);
  if (link !== 'in' && link !== 'for' && link !== 'of') return none;
  let to = phraseEnd(tokens, at + 2);
  if (tokens[to]?.key === 'of') to = phraseEnd(tokens, to + 1);
  const phrase = classify(tokens, at + 2, to);
  const isTime =
    /^(?:past|last|the|a|an|one|two|three|\d.*)?$/.test(tokens[at + 2]?.key ?? '') && phrase.kind === 'other';
  return isTime && /^(?:hours?|days?|weeks?|months?|years?|session)$/.test(tokens[to - 1]?.key ?? '') ? none : phrase;
}

function ofMove(direction: Direction, subject: Phrase, place: Place, facts: SentenceFacts): Sense {
  const about = [[subject.from, subject.to]] as const;
  const noun = metricNounIn(place.tokens, subject.from, subject.to, SHARES_OF);
  if (noun) return { ...UNKNOWN, metric: noun.metric, direction, asset: assetOfMetric(noun.metric, subject), about };
  const owner = ownerBy(subject, place.at, facts, false);
  // "sits on a loss of 19%": whose is not said.
  if (owner === undefined || (owner === null && subject.kind === 'none')) return { ...UNKNOWN, direction, about };
  return { ...UNKNOWN, metric: 'change', asset: owner, direction, about };
}

/** Rates are of no asset; the rest is of the one that the phrase names. */
function assetOfMetric(metric: Metric, { symbols }: Phrase): string | null {
  return metric === 'rate' || symbols.length !== 1 ? null : (symbols[0] ?? null);
}

const RATE_LEADS = /^(?:at|to|of|near|around|from|between)$/;

/** "rates steady at 3.5%", "a yield of 4%", "inflation was 3%", "4.1% APY". */
function readRate(place: Place, facts: SentenceFacts): Sense | null {
  const { tokens, at, lead, number, told } = place;
  const right = metricNounAt(tokens, at + 1, RATES) ?? metricNounAt(tokens, at + 2, RATES);
  if (right && tokens[at + 1]?.kind === 'word' && right.metric === 'rate') return { ...UNKNOWN, metric: 'rate' };
  const word = tokens[lead]?.key ?? '';
  const direct = metricNounAt(tokens, lead, RATES);
  if (direct) return { ...UNKNOWN, metric: direct.metric };
  if (!RATE_LEADS.test(word) && !AUXILIARIES.has(word) && !TRADES.has(word)) return null;
  for (let index = lead - 1; index >= Math.max(0, lead - 4); index -= 1) {
    const token = tokens[index];
    if (!token || token.kind === 'figure' || token.kind === 'mark') break;
    const noun = metricNounAt(tokens, index, RATES);
    if (noun) return { ...UNKNOWN, metric: noun.metric, direction: number.sign };
    if (MOVES.has(token.key)) break;
  }
  const verb = governorBefore(tokens, lead);
  const subject = subjectOf(tokens, verb ?? lead);
  const direction = (verb === null ? undefined : MOVES.get(tokens[verb]?.key ?? '')) ?? null;
  const noun = metricNounIn(tokens, subject.from, subject.to, RATES);
  if (noun && (verb !== null || (word !== 'to' && word !== 'of' && word !== 'from'))) {
    const asset = noun.metric === 'funding' ? assetOfMetric('funding', subject) : null;
    return { ...UNKNOWN, metric: noun.metric, direction: number.sign ?? direction, asset };
  }
  const [last] = told;
  if (word === 'to' && last?.metric === 'rate') return { ...UNKNOWN, metric: 'rate', direction: last.direction };
  // "Losses in ether reached 5%".
  const reached = REACHES.has(word) ? moveIn(tokens, subject) : null;
  return reached && ofMove(reached, subject, place, facts);
}

function moveIn(tokens: Place['tokens'], { from, to }: Phrase): Direction | null {
  for (const token of tokens.slice(from, to)) {
    const direction = MOVES.get(token.key);
    if (direction && MOVE_NOUNS.has(token.key)) return direction;
  }
  return null;
}

/** "Bitcoin -4.5%", "moved +2% on the day". */
function signed(place: Place, facts: SentenceFacts): Sense | null {
  const { tokens, lead, number } = place;
  if (!number.sign) return null;
  const subject = tokens[lead]?.kind === 'asset' ? classify(tokens, lead, lead + 1) : subjectOf(tokens, lead);
  return ofMove(number.sign, subject, place, facts);
}
