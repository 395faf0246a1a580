import { lowered } from './lowered.ts';

const NUMBERS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  single: 1,
};

const COUNT = `\\d{1,3}|${Object.keys(NUMBERS).join('|')}`;
const UNIT = 'minutes?|hours?|hrs?|trading days|trading sessions|sessions?|days?|weeks?|months?|quarters?|years?';

const SPAN_NOUN =
  'window|period|span|stretch|run|streak|slide|rally|change|drop|decline|fall|loss|gain|rise|total|volume|trading volume|performance|return|move|slump|sell-?off';

const PATTERN = new RegExp(
  [
    `\\b(?:past|last|previous|prior|trailing|latest|in|over|within|per)(?: just)?(?: the| a)?(?: (?:past|last|previous|prior))? (${COUNT}) (${UNIT})(?![a-z-])`,
    `\\b(?:past|last|previous|prior|trailing|entire|full|in an?|in one|within an?|within the|on the|over the|in the) (hour|day|week|month|quarter|year|session)(?![a-z-])`,
    `\\b(${COUNT})-(hour|day|week|month|year)(?= (?:${SPAN_NOUN})(?![a-z]))`,
    `\\b(${COUNT}) (trading days|trading sessions|sessions|days|weeks|months) of(?![a-z])`,
    '\\b(\\d{1,3})( ?h| ?hrs|d)(?![a-z])',
    '\\b(hour|day|week|month|year)-long\\b',
    '\\b(this week|this month|this quarter|this year|year[- ]to[- ]date|ytd|year[- ]over[- ]year|year[- ]on[- ]year|yoy|y/y|month[- ](?:over|on)[- ]month|mom|quarter[- ](?:over|on)[- ]quarter|qoq|a year (?:ago|earlier)|overnight|intraday|daily|weekly|monthly|annually)(?![a-z]|[ -](?:chart|candle|clos|time|moving|scale))',
  ].join('|'),
  'g',
);

/** What was never so "in three months", or will be, did not take three months. */
const NO_SPAN =
  /(?:\b(?:[a-z]{2,14}est|most|least|worst|best|first|only|low|high|record|peak|since|due|expires?|begins?|starts?|matures?))(?: [a-z-]{1,14}){0,2} $/;

const MAY_HAVE_WINDOW =
  /minute|hour|day|week|month|quarter|year|session|night|daily|annual|yoy|y\/y|ytd|mom|qoq|\d ?(?:h|d)/i;

const NAMED: readonly (readonly [RegExp, string])[] = [
  [/^year.to|^ytd/, 'ytd'],
  [/^year|^yoy|^y\/y|^a year|^annually/, 'yoy'],
  [/^month.o|^mom/, 'mom'],
  [/^quarter|^qoq/, 'qoq'],
  [/^intraday|^daily/, 'today'],
  [/^weekly/, '7d'],
  [/^monthly/, '1mo'],
];

const UNITS: readonly (readonly [RegExp, string])[] = [
  [/^h/, 'h'],
  [/^d/, 'd'],
  [/^w/, 'w'],
  [/^mi/, 'min'],
  [/^m/, 'mo'],
  [/^q/, 'q'],
  [/^y/, 'y'],
];

export interface TimeWindow {
  readonly start: number;
  readonly end: number;
  /** "24h", "7d", "3w", "1mo", "12 trading days", "1 session", "today", "2026-02-05", "this week", "ytd", "yoy" ... */
  readonly window: string;
}

/** All spans of time that a sentence names, in order, each in one spelling. */
export function findSpans(sentence: string): readonly TimeWindow[] {
  if (!MAY_HAVE_WINDOW.test(sentence)) return [];
  const lower = lowered(sentence);
  const windows: TimeWindow[] = [];
  for (const match of lower.matchAll(PATTERN)) {
    const [all, count, unit, single, count2, unit2, count3, unit3, count4, unit4, long, named] = match;
    if (count !== undefined && NO_SPAN.test(lower.slice(Math.max(0, match.index - 48), match.index))) continue;
    const window =
      named === undefined
        ? spell(count ?? count2 ?? count3 ?? count4, unit ?? single ?? unit2 ?? unit3 ?? unit4?.trim() ?? long ?? 'day')
        : nameOf(named);
    windows.push({ start: match.index, end: match.index + all.length, window });
  }
  return windows;
}

function nameOf(words: string): string {
  return NAMED.find(([pattern]) => pattern.test(words))?.[1] ?? words;
}

function spell(count: string | undefined, unit: string): string {
  const number = count === undefined ? 1 : (NUMBERS[count] ?? Number(count));
  if (/^trading|^session/.test(unit)) {
    const noun = unit.replace(/s$/, '');
    return `${number} ${noun}${number === 1 ? '' : 's'}`;
  }
  const short = UNITS.find(([pattern]) => pattern.test(unit))?.[1] ?? 'd';
  if (number === 1 && short === 'd') return '24h';
  if (number === 1 && short === 'w') return '7d';
  return `${number}${short}`;
}

const REACH = 140;
const REACH_RIGHT = 90;
const CROSSED_COMMA = 25;
const VAGUE = 30;
const NEXT_CLAUSE = 90;
const CROSSED_FIGURE = 70;

/** The span of time that a figure at `start` to `end` of the sentence belongs to: the nearest, or null. */
export function nearestWindow(
  sentence: string,
  start: number,
  end: number,
  windows: readonly TimeWindow[],
): string | null {
  let best = REACH;
  let nearest: string | null = null;
  for (const window of windows) {
    const right = window.start >= end;
    const between = right ? sentence.slice(end, window.start) : sentence.slice(window.end, start);
    // "why is crypto down today": said of anything.
    const vague = window.window === 'today' ? VAGUE : 0;
    if (right && between.length > REACH_RIGHT) break;
    const distance = between.length + crossings(between, right) + vague;
    if (distance < best) {
      best = distance;
      nearest = window.window;
    }
  }
  return nearest;
}

function crossings(between: string, right: boolean): number {
  let cost = 0;
  for (const match of between.slice(0, REACH).matchAll(/[,;:—–]\s|[$€£%]|\d[\d.,]*(?=[%KMB ])/g)) {
    cost += /^[,;:—–]/.test(match[0]) ? (right ? NEXT_CLAUSE : CROSSED_COMMA) : CROSSED_FIGURE;
  }
  return cost;
}
