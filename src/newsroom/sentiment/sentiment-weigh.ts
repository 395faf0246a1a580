import type { Clause, Hit, Sentence } from './sentiment-clauses.ts';
import { compareFigures } from './sentiment-compare.ts';
import { applyContext, isCure, SHIFTABLE, type Reading } from './sentiment-context.ts';
import type { Token } from './sentiment-tokens.ts';

/** A stretch of text with its signed weight after binding, negation and hedging. */
export interface Weighed {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
  /** Whether it undoes something bad. */
  readonly cure: boolean;
}

const EVENT_OUTSIDE_CRYPTO = 0.3;
/** A thing that is neither good nor bad in itself, once something happens to it. */
const BARE_THING = 1.1;
/** What is bad in a sentence that tells of a cure in another clause. */
const CURED_BESIDE = 0.5;
const UNDONE_CAP = 1.2;
const ORIGIN = 0.1;
/** What may follow a shift that has no object: "the rally fades again". */
const ADVERBS = new Set(
  'in again further somewhat today worldwide globally off out this last next slightly'.split(' '),
);
/** Moves that say where a price stands; a shift does not undo them: "ends lower". */
const STANDINGS = new Set(['up', 'down', 'higher', 'lower', 'in']);
/** What cannot stand between a move and the thing right of it. */
const BARRIERS = new Set(
  `below above past on by to at from for with against as and or after over into than that who which via through under
  versus during`.split(/\s+/),
);
/** What cannot stand between a shift and its subject left of it. */
const LEFT_BARRIERS = new Set(['by', 'to', 'and', 'or', 'as', 'that', 'which', 'who']);

/** Weighs the phrases of one sentence; `crypto` says whether the text is about crypto. */
export function weighSentence(sentence: Sentence, tokens: readonly Token[], crypto: boolean): readonly Weighed[] {
  const clauses = sentence.clauses.map((clause) => ({ turn: clause.turn, parts: weighClause(clause, tokens, crypto) }));
  const contrast = clauses.findIndex((clause) => clause.turn === 'contrast');
  const main = clauses.reduce(
    (sum, { turn, parts }) => (turn === null || turn === 'contrast' ? sum + total(parts) : sum),
    0,
  );
  const cured = clauses.some(({ parts }) => parts.some(({ weight, cure }) => cure && weight > 0));
  const comparison = compareFigures(sentence, tokens);
  const weighed = clauses.flatMap(({ turn, parts }, place) => {
    const factor = clauseFactor(turn, total(parts), main, place < contrast) * sentence.factor;
    return factor === 0
      ? []
      : parts.map((part) => ({
          ...part,
          weight: part.weight * factor * (cured && part.weight < 0 ? CURED_BESIDE : 1),
        }));
  });
  if (!comparison) return weighed;
  return [
    ...weighed.filter(({ from, to }) => from < comparison.from || to > comparison.to),
    { ...comparison, cure: false },
  ];
}

function clauseFactor(turn: Clause['turn'], sum: number, main: number, beforeContrast: boolean): number {
  if (turn === 'aside') return main === 0 ? 0 : 0.25;
  if (turn === 'versus') return 0.15;
  if (turn === 'contrast') return 1.2;
  if (turn === 'cause') {
    if (main === 0) return 0.9;
    return main * sum > 0 ? 0.7 : 0.35;
  }
  return beforeContrast ? 0.7 : 1;
}

function total(parts: readonly Weighed[]): number {
  return parts.reduce((sum, part) => sum + part.weight, 0);
}

function weighClause(clause: Clause, tokens: readonly Token[], crypto: boolean): readonly Weighed[] {
  const readings = clause.hits.map((hit) => ({
    hit,
    from: hit.from,
    to: hit.to,
    value: ownValue(hit, crypto),
    absorbed: false,
  }));
  readings.forEach((reading, place) => {
    if (reading.hit.entry.role === 'move') bindMove(readings, place, tokens);
  });
  for (let place = readings.length - 1; place >= 0; place -= 1) {
    if (readings[place]?.hit.entry.role === 'shift') bindShift(readings, place, tokens);
  }
  applyContext(readings);
  return readings
    .filter((reading) => !reading.absorbed && reading.value !== 0)
    .map(({ hit, from, to, value }) => ({ from, to, weight: value, cure: isCure(hit) }));
}

function ownValue({ entry }: Hit, crypto: boolean): number {
  if (entry.role === 'event') return crypto ? entry.weight : entry.weight * EVENT_OUTSIDE_CRYPTO;
  if (entry.role === 'word' || entry.role === 'thing') return entry.weight;
  return entry.role === 'hedge' ? 0 : entry.alone;
}

function bindMove(readings: readonly Reading[], place: number, tokens: readonly Token[]): void {
  const move = readings[place];
  if (!move) return;
  if (isOrigin(move.hit, tokens)) {
    move.value *= ORIGIN;
    return;
  }
  const size = percentFactor(move.to, tokens);
  const thing = thingRight(readings, place, tokens) ?? thingLeft(readings, place);
  if (!thing) {
    move.value *= size;
    return;
  }
  const { weight } = move.hit.entry;
  const { entry } = thing.hit;
  move.value = entry.rising * weight * size + (weight > 0 ? entry.weight * 0.6 : 0);
  absorb(move, thing);
}

/** A move counts for more the larger its percentage: 1 at a few percent, 1.4 from ten on. */
function percentFactor(to: number, tokens: readonly Token[]): number {
  for (let at = to; at <= to + 3; at += 1) {
    const token = tokens[at];
    if (!token || token.kind === 'break' || token.kind === 'stop') return 1;
    if (token.kind === 'number' && token.percent) {
      if (token.value < 1) return 0.7;
      if (token.value < 5) return 1;
      return token.value < 10 ? 1.2 : 1.4;
    }
  }
  return 1;
}

function thingRight(readings: readonly Reading[], place: number, tokens: readonly Token[]): Reading | undefined {
  const move = readings[place];
  const next = readings[place + 1];
  if (!move || next?.hit.entry.role !== 'thing' || BARRIERS.has(tokens[move.to]?.key ?? '')) return undefined;
  return next.from - move.to <= 3 && isOpen(tokens, move.to + 1, next.from) ? next : undefined;
}

function thingLeft(readings: readonly Reading[], place: number): Reading | undefined {
  const move = readings[place];
  for (let before = place - 1; move && before >= 0; before -= 1) {
    const reading = readings[before];
    if (!reading || move.from - reading.to > 7) return undefined;
    if (reading.hit.entry.role === 'thing') return reading;
    if (reading.hit.entry.role !== 'hedge' && reading.hit.entry.role !== 'negator' && reading.hit.entry.role !== 'move')
      return undefined;
  }
  return undefined;
}

function bindShift(readings: readonly Reading[], place: number, tokens: readonly Token[]): void {
  const shift = readings[place];
  if (!shift) return;
  const { weight, alone } = shift.hit.entry;
  const target = shiftRight(readings, place, tokens) ?? shiftLeft(readings, place, tokens);
  if (!target) return;
  const polarity = polarityOf(target);
  const curesOnly = isCure(shift.hit);
  if (Math.abs(polarity) < SHIFTABLE || (curesOnly && polarity > 0)) return;
  const undone = Math.max(-UNDONE_CAP, Math.min(UNDONE_CAP, polarity * weight));
  if (weight > 0) shift.value = polarity * weight;
  else shift.value = curesOnly ? Math.max(undone, alone) : undone;
  absorb(shift, target);
}

function polarityOf({ value, hit }: Reading): number {
  return value === 0 && hit.entry.role === 'thing' ? hit.entry.rising * BARE_THING : value;
}

function shiftRight(readings: readonly Reading[], place: number, tokens: readonly Token[]): Reading | undefined {
  const shift = readings[place];
  if (!shift || tokens[shift.to + 1]?.key === 'in') return undefined;
  const next = readings
    .slice(place + 1, place + 4)
    .filter((reading) => !reading.absorbed && reading.hit.entry.role !== 'hedge' && isWithin(shift, reading, tokens));
  const target = next.find(({ value }) => value !== 0) ?? next[0];
  const standing = target?.to === target?.hit.to && STANDINGS.has(tokens[target?.hit.from ?? 0]?.key ?? '');
  return standing || next[0]?.hit.entry.role === 'negator' ? undefined : target;
}

function isWithin(left: Reading, right: Reading, tokens: readonly Token[]): boolean {
  return right.from - left.to <= 3 && isOpen(tokens, left.to + 1, right.from);
}

/** "Rally fades", "lawsuit dismissed by judge", but not "hack halts trading". */
function shiftLeft(readings: readonly Reading[], place: number, tokens: readonly Token[]): Reading | undefined {
  const shift = readings[place];
  const after = tokens[(shift?.hit.to ?? 0) + 1];
  const intransitive =
    after?.kind !== 'word' || BARRIERS.has(after.key) || ADVERBS.has(after.key) || after.key.endsWith('ly');
  if (!shift || !intransitive) return undefined;
  const near = readings
    .slice(Math.max(0, place - 3), place)
    .filter(
      ({ absorbed, to, hit }) =>
        !absorbed &&
        shift.from - to <= 4 &&
        isOpen(tokens, to + 1, shift.from, LEFT_BARRIERS) &&
        hit.entry.role !== 'hedge' &&
        hit.entry.role !== 'negator',
    );
  return near.findLast(({ value }) => value !== 0) ?? near.at(-1);
}

/** "Slips from record high": where a move came from hardly counts. */
function isOrigin({ from }: Hit, tokens: readonly Token[]): boolean {
  for (let at = from - 1; at >= Math.max(0, from - 3); at -= 1) {
    const token = tokens[at];
    if (token?.kind === 'break' || token?.kind === 'stop') return false;
    if (token?.key === 'from' || token?.key === 'off') return true;
  }
  return false;
}

function isOpen(tokens: readonly Token[], from: number, to: number, barriers = BARRIERS): boolean {
  for (let at = from; at < to; at += 1) if (barriers.has(tokens[at]?.key ?? '')) return false;
  return true;
}

function absorb(by: Reading, other: Reading): void {
  other.absorbed = true;
  by.from = Math.min(by.from, other.from);
  by.to = Math.max(by.to, other.to);
}
