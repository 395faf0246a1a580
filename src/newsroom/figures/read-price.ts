import { ownerBy, UNKNOWN } from './figure-context.ts';
import type { Sense, SentenceFacts } from './figure-context.ts';
import { governorBefore } from './figure-governor.ts';
import { clauseStart, isAimed, onlyAsset } from './figure-place.ts';
import type { Place } from './figure-place.ts';
import { classify, subjectOf } from './figure-subject.ts';
import type { Phrase } from './figure-subject.ts';
import type { Token } from './figure-tokens.ts';
import { readSum } from './read-sum.ts';
import {
  ADJECTIVES,
  ADVERBS,
  ARRIVES,
  AUXILIARIES,
  AVERAGES,
  CAUSES,
  CONJUNCTIONS,
  CROSSES,
  DETERMINERS,
  LEVEL_NOUNS,
  LINES,
  MOVES,
  MOVE_NOUNS,
  PREPOSITIONS,
  REACHES,
  TRADES,
  TRIALS,
  YIELDS,
} from './figure-words.ts';

/** Amounts of money below a million: a price, a level, a step, a cost, or a small sum. */
export function readPrice(place: Place, facts: SentenceFacts): Sense {
  if (/ per [km]wh$/i.test(place.text)) return { ...UNKNOWN, metric: 'cost' };
  if (isCost(place)) return { ...UNKNOWN, metric: 'cost' };
  if (isPast(place)) return UNKNOWN;
  if (hasLevelNounAfter(place)) return level(place, facts, null);
  const sum = readSum(place);
  if (sum.metric === 'cost' || sum.metric === 'fine' || sum.metric === 'theft') return sum;
  if (sum.metric === 'liquidation' || sum.metric === 'flow') return sum;
  if (sum.metric === 'holding' && /^(?:in|of|worth)$/.test(place.tokens[place.at + 1]?.key ?? '')) return sum;
  return crossing(place, facts) ?? arrival(place, facts) ?? step(place, facts) ?? namedLevel(place, facts) ?? UNKNOWN;
}

const PAID = /^(?:price|cost|costs|basis|paid|bought|purchased|acquired|entry|breakeven|break-even|shutdown)$/;
const MEAN = /^(?:average|breakeven|break-even|shutdown|basis)$/;

/** "an average cost of", "bought at $5 on average", "a $5–$6 shutdown range", "electricity costs near $0.08". */
function isCost({ tokens, at }: Place): boolean {
  const after = tokens.slice(at + 1, at + 3).map(({ key }) => key);
  if (after.some((word) => /^(?:shutdown|breakeven|break-even|apiece)$/.test(word))) return after[0] !== 'apiece';
  const before = tokens.slice(clauseStart(tokens, at), at).map(({ key }) => key);
  const paid = before.some((word) => PAID.test(word));
  if (paid && after[0] === 'on' && after[1] === 'average') return true;
  const moving = before.some((word) => word === 'moving' || /^\d+-(?:day|week)$/.test(word));
  return paid && !moving && before.some((word) => MEAN.test(word));
}

/** "changed hands at $84,200 seven days ago": no price of now. */
function isPast({ tokens, at }: Place): boolean {
  for (let index = at + 1; index <= at + 5; index += 1) {
    const token = tokens[index];
    if (token?.kind !== 'word') return false;
    if (/^(?:ago|earlier|previously)$/.test(token.key)) return true;
  }
  return false;
}

/** "the $70,000 support level", "$70,000 gave way". */
function hasLevelNounAfter({ tokens, at }: Place): boolean {
  for (let index = at + 1; index <= at + 3; index += 1) {
    const token = tokens[index];
    if (token?.kind !== 'word') return false;
    const { key } = token;
    if (LEVEL_NOUNS.has(key)) return true;
    if (index === at + 1 && YIELDS.has(key)) return true;
    if (PREPOSITIONS.has(key) || CONJUNCTIONS.has(key) || AUXILIARIES.has(key) || key === 'and' || key === 'or')
      return false;
  }
  return false;
}

function level(place: Place, facts: SentenceFacts, subject: Phrase | null): Sense {
  const owner = subject ? ownerBy(subject, place.at, facts, true) : lineOwner(place, facts);
  return owner === undefined ? UNKNOWN : { ...UNKNOWN, metric: 'level', asset: owner };
}

/** A line without a subject is the text's subject's, unless the clause names another asset. */
function lineOwner({ tokens, at }: Place, facts: SentenceFacts): string | null {
  const from = clauseStart(tokens, at);
  const own = tokens.slice(from, at).some(({ kind }) => kind === 'asset');
  if (own) return onlyAsset(tokens, from, at);
  return ownerBy(classify(tokens, at, at), at, facts, true) ?? null;
}

/** "slid below $70,000", "broke $75,000", "a break above $5". */
function crossing(place: Place, facts: SentenceFacts): Sense | null {
  const { tokens, lead } = place;
  const word = tokens[lead]?.key ?? '';
  if (CROSSES.has(word)) return lined(place, facts, lead, crossDirection(word));
  if (place.hedges.has('over') && MOVES.has(word)) return lined(place, facts, lead, MOVES.get(word) ?? null);
  if (!LINES.has(word)) return null;
  let verb = lead - 1;
  while (verb >= 0 && isBetween(tokens[verb], tokens[verb - 1])) verb -= 1;
  const governor = tokens[verb];
  if (!governor) return null;
  if (governor.kind === 'asset') return lined(place, facts, verb + 1, LINES.get(word) ?? null);
  const { key } = governor;
  const direction = LINES.get(word) ?? MOVES.get(key) ?? null;
  const governs =
    MOVES.has(key) || TRADES.has(key) || CROSSES.has(key) || MOVE_NOUNS.has(key) || key === 'it' || key === 'price';
  return governs ? lined(place, facts, key === 'it' || key === 'price' ? verb + 1 : verb, direction) : null;
}

/** "fell to just below", "down 3%, below": words and figures between a verb and the line. */
function isBetween(token: Token | undefined, before: Token | undefined): boolean {
  if (!token) return false;
  if (token.kind === 'figure') return before?.kind === 'word' || before?.kind === 'figure';
  return token.kind === 'word' && (ADVERBS.has(token.key) || /^(?:to|just|well|far|back|slightly|by)$/.test(token.key));
}

function crossDirection(word: string): 'up' | 'down' | null {
  if (/^(?:reclaim|regain|retake|retook|surpass|top|clear)/.test(word)) return 'up';
  return null;
}

function lined(place: Place, facts: SentenceFacts, verb: number, direction: 'up' | 'down' | null): Sense {
  const subject = objectOf(place.tokens, verb) ?? subjectOf(place.tokens, verb);
  const owner = ownerBy(subject, place.at, facts, true);
  return owner === undefined ? UNKNOWN : { ...UNKNOWN, metric: 'level', asset: owner, direction };
}

/** "sent bitcoin (to)": the object that moves. */
function objectOf(tokens: readonly Token[], at: number): Phrase | null {
  const object = tokens[at - 1];
  const cause = tokens[at - 2]?.key === 'the' ? tokens[at - 3] : tokens[at - 2];
  return object?.kind === 'asset' && CAUSES.has(cause?.key ?? '') ? classify(tokens, at - 1, at) : null;
}

/** "fell to $5", "trades at $5", "hit $5", "a low of $5". */
function arrival(place: Place, facts: SentenceFacts): Sense | null {
  const { tokens, at, lead, hedges } = place;
  const word = tokens[lead]?.key ?? '';
  if (word === 'of' || word === 'at') {
    const peak = extremeBefore(tokens, lead);
    if (peak) return priced(place, facts, peak.subject, peak.extreme);
  }
  const extreme = hedges.has('low') ? 'low' : hedges.has('high') ? 'high' : null;
  if (MOVES.has(word) && extreme) return priced(place, facts, subjectOf(tokens, lead), extreme, MOVES.get(word));
  if (REACHES.has(word))
    return priced(place, facts, subjectOf(tokens, lead), word.startsWith('touch') ? touched(place) : null);
  if (
    TRADES.has(word) &&
    (hedges.has('near') || hedges.has('around') || hedges.has('about') || hedges.has('roughly'))
  ) {
    return priced(place, facts, subjectOf(tokens, lead), null);
  }
  if (tokens[lead]?.kind === 'asset' && lead === at - 1 && /^[(),;|]?$/.test(tokens[at + 1]?.key ?? '')) {
    return priced(place, facts, classify(tokens, lead, at), null);
  }
  if (!ARRIVES.has(word)) return null;
  const object = objectOf(tokens, lead);
  if (object) return priced(place, facts, object, null);
  const moved = governorBefore(tokens, lead);
  if (moved !== null) {
    if (/^(?:loss|losses|gain|gains|growth)$/.test(tokens[moved]?.key ?? '')) return UNKNOWN;
    return priced(place, facts, subjectOf(tokens, moved), null, MOVES.get(tokens[moved]?.key ?? ''));
  }
  return word === 'to' ? null : staying(place, facts);
}

const STAYS = /^(?:steady|flat|unchanged)$/;

/** "traded at", "was little changed at", "bitcoin near $5", "steady near". */
function staying(place: Place, facts: SentenceFacts): Sense | null {
  const { tokens, lead } = place;
  const word = tokens[lead]?.key;
  let verb = lead - 1;
  while (verb >= 0 && (ADVERBS.has(tokens[verb]?.key ?? '') || STAYS.test(tokens[verb]?.key ?? ''))) verb -= 1;
  if (tokens[verb]?.key === ',' && tokens[verb - 1]?.kind === 'asset' && word === 'at') verb -= 1;
  const key = tokens[verb]?.key ?? '';
  if (tokens[verb]?.kind === 'asset') return priced(place, facts, subjectOf(tokens, verb + 1), null);
  if (!TRADES.has(key) && !AUXILIARIES.has(key) && key !== 'back') return null;
  const extreme = key.startsWith('bottom') ? 'low' : key.startsWith('peak') ? 'high' : null;
  if (isLine(tokens[verb - 1]?.key ?? '')) return null;
  return priced(place, facts, subjectOf(tokens, verb), extreme);
}

const LOW = /^(?:low|lows|bottom|trough)$/;
const HIGH = /^(?:high|highs|peak|record)$/;

/** "a low of", "an intraday high of". */
function extremeBefore(tokens: readonly Token[], lead: number): { extreme: 'low' | 'high'; subject: Phrase } | null {
  const key = tokens[lead - 1]?.key ?? '';
  const extreme = LOW.test(key) ? 'low' : HIGH.test(key) ? 'high' : null;
  return extreme && { extreme, subject: classify(tokens, lead - 1, lead - 1) };
}

/** What is touched after a fall is a low, after a rise a high. */
function touched({ tokens, lead }: Place): 'low' | 'high' | null {
  for (let index = lead - 1; index >= Math.max(0, lead - 12); index -= 1) {
    const direction = MOVES.get(tokens[index]?.key ?? '');
    if (direction) return direction === 'down' ? 'low' : 'high';
  }
  return null;
}

function priced(
  place: Place,
  facts: SentenceFacts,
  subject: Phrase,
  extreme: 'low' | 'high' | null,
  direction: 'up' | 'down' | null = null,
): Sense {
  const owner = ownerBy(subject, place.at, facts, true);
  if (owner === undefined) return UNKNOWN;
  if (isAimed(place)) return { ...UNKNOWN, metric: 'level', asset: owner, direction };
  return { ...UNKNOWN, metric: 'price', asset: owner, direction, extreme };
}

/** "sheds $2,900", "is up $40": only of an asset, and not what stands as a round line ("lost $70K"). */
function step(place: Place, facts: SentenceFacts): Sense | null {
  const { tokens, at, lead, number } = place;
  const direction = MOVES.get(tokens[lead]?.key ?? '');
  if (!direction || (number.value >= 10_000 && number.value % 1000 === 0)) return null;
  if (
    /^(?:per|a|an|cheaper|higher|lower|above|below)$/.test(tokens[at + 1]?.key ?? '') ||
    / (?:per|an?) /.test(place.text)
  )
    return null;
  const subject = subjectOf(tokens, lead);
  const owner = subject.kind === 'asset' ? ownerBy(subject, at, facts, false) : null;
  return owner === null || owner === undefined ? null : { ...UNKNOWN, metric: 'change', asset: owner, direction };
}

/** "support is seen at $65,000", "Resistance: $76,000", "an attempt at $90,000", "average at $68,000". */
function namedLevel(place: Place, facts: SentenceFacts): Sense | null {
  const { tokens, lead } = place;
  const word = tokens[lead]?.key ?? '';
  if (!/^(?:at|near|around|of|to|between|:|is|was|remains|from)$/.test(word) && !isLine(word)) return null;
  for (let index = isLine(word) ? lead : lead - 1; index >= Math.max(0, lead - 4); index -= 1) {
    const token = tokens[index];
    if (!token || token.kind === 'figure') return null;
    if (isLine(token.key) || (TRIALS.has(token.key) && word === 'at')) return level(place, facts, null);
    const passes =
      AUXILIARIES.has(token.key) || ADVERBS.has(token.key) || ADJECTIVES.has(token.key) || SEEN.test(token.key);
    if (!passes && !DETERMINERS.has(token.key)) return null;
  }
  return null;
}

const SEEN = /^(?:seen|lies|comes|stands|sits|in|found|waits|near|at)$/;

function isLine(word: string): boolean {
  return LEVEL_NOUNS.has(word) || AVERAGES.has(word);
}
