import type { Hit } from './sentiment-clauses.ts';

/** A hit while its clause is being read; `from` and `to` grow with what it absorbs. */
export interface Reading {
  readonly hit: Hit;
  from: number;
  to: number;
  value: number;
  absorbed: boolean;
}

/** How much good or bad a hit must say to be turned round, or to turn what stands beside it. */
export const SHIFTABLE = 0.5;
const NEGATED_BAD_CAP = 0.7;
const NEGATION_REACH = 4;
const TOPIC = 0.25;
const CURED = 0.25;

/** What the hits of a clause, once bound, do to each other from afar. */
export function applyContext(readings: readonly Reading[]): void {
  applyNegatorsAndHedges(readings);
  applyCures(readings);
  applyTopics(readings);
}

/** "Hacker returns stolen funds to victims of the exploit": what was cured is told with it, and counts little. */
function applyCures(readings: readonly Reading[]): void {
  if (!readings.some(({ hit, absorbed, value }) => isCure(hit) && !absorbed && value > 0)) return;
  for (const reading of readings) if (reading.value < 0) reading.value *= CURED;
}

/** "Launch marred by outage": an event beside something bad is what that happens to. */
function applyTopics(readings: readonly Reading[]): void {
  if (!readings.some(({ absorbed, value }) => !absorbed && value < -SHIFTABLE)) return;
  for (const reading of readings) if (reading.hit.entry.role === 'event' && reading.value > 0) reading.value *= TOPIC;
}

export function isCure({ entry }: Hit): boolean {
  return entry.role === 'shift' && entry.weight < 0 && entry.alone > 0;
}

function applyNegatorsAndHedges(readings: readonly Reading[]): void {
  readings.forEach((reading, place) => {
    const { role, weight } = reading.hit.entry;
    if (role === 'hedge') {
      for (const later of readings.slice(place + 1)) later.value *= weight;
    }
    if (role !== 'negator') return;
    const negated = readings
      .slice(place + 1)
      .filter((later) => !later.absorbed && later.value !== 0 && later.hit.from - reading.to <= NEGATION_REACH);
    for (const later of negated) {
      later.value = Math.min(later.value * weight, later.value < 0 ? NEGATED_BAD_CAP : 0);
      later.from = Math.min(later.from, reading.from);
    }
    if (negated.length > 0) reading.value = 0;
  });
}
