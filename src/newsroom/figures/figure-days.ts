import { findSpans, type TimeWindow } from './figure-window.ts';

const DAY = 86_400_000;
const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

const MONTH = String.raw`(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?`;
const NUMBER = String.raw`(\d{1,2})(?:st|nd|rd|th)?(?!\d|[.,]\d|%)`;
const WEEKDAY = String.raw`((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b`;
const DAYS = new RegExp(
  String.raw`\b(?:${WEEKDAY}(?:, )?)?(?:${MONTH} ${NUMBER}|${NUMBER} ${MONTH})(?:,? (20\d\d))?|\b${WEEKDAY}|\b(today|yesterday)\b`,
  'gi',
);
const MAY_HAVE_DAY = /day|Jan|Feb|Mar|Apr|May|Ju[nl]|Aug|Sep|Oct|Nov|Dec/i;

/** A day to come, one from or until which a span runs, or the name of one. */
const NOT_THEN =
  /\b(?:next|since|from|until|till|by|before|after|through|due|coming|black|cyber|good|super|every|each|of)(?: (?:late|early|last))? $/i;
/** When it was said is not when it was so. */
const SAID =
  /\b(?:sa(?:id|ys)|told|announced|reported|disclosed|wrote|published|released|posted|filed|filing|statement|report|note|post|interview|memo|blog|email|letter|conference|speaking|earlier|update)(?: [a-z’']+){0,2}(?: on)?(?: (?:late|early))? $/i;

/** All spans of time and days that a sentence of an article names, in order, each in one spelling. */
export function findWindows(sentence: string, publishedAt: number | null): readonly TimeWindow[] {
  const days = findDays(sentence, publishedAt);
  const spans = findSpans(sentence);
  return days.length === 0 ? spans : [...days, ...spans].toSorted((a, b) => a.start - b.start);
}

/**
 * The days that a sentence names, in order: as "2026-02-05" of an article published then (ms), by UTC, the last such day
 * before it; without, as they stand there. Not days to come, nor those on which something was only said.
 */
function findDays(sentence: string, publishedAt: number | null): readonly TimeWindow[] {
  if (!MAY_HAVE_DAY.test(sentence)) return [];
  const days: TimeWindow[] = [];
  for (const match of sentence.matchAll(DAYS)) {
    const [all, , month, day, day2, month2, year, weekday, near] = match;
    const before = sentence.slice(Math.max(0, match.index - 48), match.index);
    if (NOT_THEN.test(before) || SAID.test(before) || (/^may$/i.test(month ?? month2 ?? '') && !/^\p{Lu}/u.test(all)))
      continue;
    const window =
      weekday !== undefined
        ? dayOfWeek(weekday, publishedAt)
        : near !== undefined
          ? nearDay(near.toLowerCase(), publishedAt)
          : dayOfMonth(monthOf(month ?? month2 ?? ''), Number(day ?? day2), year, publishedAt);
    if (window !== null) days.push({ start: match.index, end: match.index + all.length, window });
  }
  return days;
}

function dayOfWeek(name: string, publishedAt: number | null): string {
  const wanted = WEEKDAYS.findIndex((day) => day.toLowerCase() === name.toLowerCase());
  if (publishedAt === null) return WEEKDAYS[wanted] ?? name;
  const back = (new Date(publishedAt).getUTCDay() - wanted + 7) % 7;
  return iso(publishedAt - back * DAY);
}

function nearDay(word: string, publishedAt: number | null): string {
  if (publishedAt === null) return word;
  return iso(publishedAt - (word === 'yesterday' ? DAY : 0));
}

function monthOf(name: string): number {
  return MONTHS.findIndex((month) => month.toLowerCase().startsWith(name.slice(0, 3).toLowerCase()));
}

/** null: there is no such day, or it is to come. */
function dayOfMonth(month: number, day: number, year: string | undefined, publishedAt: number | null): string | null {
  if (publishedAt === null && year === undefined) return day >= 1 && day <= 31 ? `${MONTHS[month]} ${day}` : null;
  const ofYear = (of: number): number => Date.UTC(of, month, day);
  const published = publishedAt ?? Infinity;
  let at = ofYear(year === undefined ? new Date(published).getUTCFullYear() : Number(year));
  // Half a day ahead are the clocks of Asia.
  if (year === undefined && at > published + DAY) at = ofYear(new Date(published).getUTCFullYear() - 1);
  if (new Date(at).getUTCDate() !== day || at > published + DAY) return null;
  return iso(at);
}

function iso(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
