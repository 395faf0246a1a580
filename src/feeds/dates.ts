const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const MAX_LENGTH = 100;
// "No date" is often written as year 1, as the first day of a spreadsheet or as that of Unix time.
const EARLIEST_NEWS_MS = Date.UTC(1980, 0, 1);

/** Minutes east of UTC. Letters that mean several zones have the reading of RFC 822 or of financial news. */
const ZONES = readTable(`
  ut 0 utc 0 gmt 0 z 0 wet 0 est -300 edt -240 cst -360 cdt -300 mst -420 mdt -360 pst -480 pdt -420 akst -540
  akdt -480 hst -600 ast -240 adt -180 nst -210 ndt -150 brt -180 art -180 bst 60 west 60 cet 60 mez 60 cest 120
  mesz 120 eet 120 sast 120 eest 180 msk 180 trt 180 gst 240 pkt 300 ist 330 ict 420 wib 420 hkt 480 sgt 480
  awst 480 pht 480 jst 540 kst 540 acst 570 acdt 630 aest 600 aedt 660 nzst 720 nzdt 780`);
/** Standard time; an hour more in summer. */
const US_ZONES = readTable('et -300 ct -360 mt -420 pt -480');

/**
 * Month by the first letters of its name, accents removed: English, German, French, Spanish, Italian, Portuguese, Dutch,
 * Hungarian, Greek, Russian.
 */
const MONTHS = readTable(`
  jan 1 ene 1 gen 1 feb 2 fev 2 mar 3 apr 4 avr 4 abr 4 mai 5 may 5 mag 5 jun 6 juin 6 giu 6 jul 7 juil 7 lug 7
  aug 8 aou 8 ago 8 sep 9 set 9 oct 10 okt 10 ott 10 out 10 nov 11 dec 12 dez 12 dic 12
  mrt 3 mei 5 maj 5 sze 9 ιαν 1 φεβ 2 μαρ 3 απρ 4 μαι 5 ιουν 6 ιουλ 7 αυγ 8 σεπ 9 οκτ 10 νοε 11 δεκ 12
  янв 1 фев 2 мар 3 апр 4 мая 5 маи 5 июн 6 июл 7 авг 8 сен 9 окт 10 ноя 11 дек 12`);

// What most feeds write: RFC 822 in English and ISO 8601, of days that all months have. The engine reads both alike.
const PLAIN =
  /^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (?:0[1-9]|1\d|2[0-8]) (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [12]\d{3} (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d (?:GMT|[+-](?:0\d|1[0-3])[0-5]\d)|[12]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{3})?(?:Z|[+-](?:0\d|1[0-3]):[0-5]\d))$/;

interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly time: Time;
  readonly zone: number;
}

interface Time {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/**
 * Reads the dates that feeds write: ISO 8601, RFC 822 and its bad copies, asctime, US and European numeric dates,
 * Unix seconds or milliseconds; East Asian ones; zone names, two-digit years (RFC 2822, 4.3), month names of ten
 * languages.
 * Without a zone it is UTC. Returns epoch ms, or null for what is no date.
 */
export function parseDate(text: string): number | null {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > MAX_LENGTH) return null;
  if (PLAIN.test(trimmed)) return Math.floor(Date.parse(trimmed) / SECOND_MS) * SECOND_MS;
  const folded = spellEastAsian(trimmed).normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return unixTime(folded) ?? toMs(isoMoment(folded) ?? namedMoment(folded) ?? numericMoment(folded));
}

/** A date at which news can have been published; null for what programs write when they know none. */
export function newsDate(ms: number | null): number | null {
  return ms !== null && ms >= EARLIEST_NEWS_MS ? ms : null;
}

/** `2026년 10월 5일 오후 2:30` and `2026年10月5日` as `2026-10-5 2:30 pm`. */
function spellEastAsian(text: string): string {
  return text
    .replace(/(\d{4})[년年]\s?(\d{1,2})[월月]\s?(\d{1,2})[일日]/, '$1-$2-$3')
    .replace(
      /오(전|후)\s?(\d{1,2}:\d{2}(?::\d{2})?)/,
      (_, half: string, time: string) => `${time} ${half === '후' ? 'pm' : 'am'}`,
    );
}

function unixTime(text: string): number | null {
  if (/^\d{9,10}(?:\.\d{1,9})?$/.test(text)) return Math.round(Number(text) * 1000);
  return /^\d{13}$/.test(text) ? Number(text) : null;
}

function isoMoment(text: string): Moment | null {
  const ordinal = /^(\d{4})-?(\d{3})(?!\d)(.{0,60})$/.exec(text);
  if (ordinal) return ordinalMoment(Number(ordinal[1]), Number(ordinal[2]), ordinal[3] ?? '');
  if (/^[12]\d{3}$/.test(text)) return moment(Number(text), 1, 1, '');
  const match =
    /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?!\d)(.{0,60})$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})(?:t?(?=\d{4})|$)(.{0,60})$/.exec(text);
  if (!match) return null;
  const [, year, month, day = '1', rest = ''] = match;
  const compact = /^(\d{2})(\d{2})(\d{2})?(.{0,30})$/.exec(rest.trim());
  const clock = compact ? `${compact[1]}:${compact[2]}:${compact[3] ?? '00'}${compact[4]}` : rest;
  return moment(Number(year), Number(month), Number(day), clock);
}

/** ISO 8601: the day of the year. */
function ordinalMoment(year: number, dayOfYear: number, clock: string): Moment | null {
  const date = new Date(Date.UTC(year, 0, dayOfYear));
  if (dayOfYear < 1 || date.getUTCFullYear() !== year) return null;
  return moment(year, date.getUTCMonth() + 1, date.getUTCDate(), clock);
}

/** A month by name, the day before or behind it, the year wherever it stands. */
function namedMoment(text: string): Moment | null {
  const time = findTime(text);
  const behind = time ? text.slice(time.end).replace(/^\s*(?:[a-z]{1,4})?\s*[+-]\d{1,2}:?\d{2}(?!\d)/, ' ') : '';
  const date = time ? `${text.slice(0, time.start)} ${behind}` : text;
  // The last one: French "mar." may be a Tuesday before it is a month.
  const month = (date.match(/\p{L}{3,}/gu) ?? []).map(monthOf).findLast((found) => found !== null);
  if (month === undefined || month === null) return null;
  const numbers = date.match(/\d{1,4}/g) ?? [];
  const [first, second] = numbers;
  if (first === undefined || second === undefined) return null;
  const [day, year] = first.length === 4 ? [second, first] : [first, second];
  return moment(fullYear(year), month, Number(day), text);
}

/** `10/31/2026` as in the US unless the first number can be no month, `31.10.2026` as in Europe. */
function numericMoment(text: string): Moment | null {
  const match = /^(?:\p{L}{2,12}[.,]?\s{1,3})?(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)(.{0,60})$/u.exec(text);
  if (!match) return null;
  const [, first = '', separator, second = '', year = '', rest = ''] = match;
  const dayFirst = separator === '.' || Number(first) > 12;
  const [day, month] = dayFirst ? [first, second] : [second, first];
  return moment(fullYear(year), Number(month), Number(day), rest);
}

function moment(year: number, month: number, day: number, clock: string): Moment {
  const time = findTime(clock);
  const zone = time ? zoneOf(clock.slice(time.end), month) : 0;
  return { year, month, day, time: time ?? { hour: 0, minute: 0, second: 0 }, zone };
}

function findTime(text: string): (Time & { readonly start: number; readonly end: number }) | null {
  const match = /(?<!\d)(\d{1,2})[:h](\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?:\s?([ap])\.?m\b\.?)?/.exec(text);
  if (!match) return null;
  const [all, hour = '', minute = '', second = '0', half] = match;
  const shift = half === undefined ? 0 : (half === 'p' ? 12 : 0) - (hour === '12' ? 12 : 0);
  const end = match.index + all.length;
  return { hour: Number(hour) + shift, minute: Number(minute), second: Number(second), start: match.index, end };
}

function zoneOf(text: string, month: number): number {
  const offset = /([+\u2212-])(\d{1,2}):?(\d{2})?(?!\d)/.exec(text);
  if (offset) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
    // No place is further from UTC than that; what claims to be has a broken clock.
    return minutes > 14 * 60 ? 0 : offset[1] === '+' ? minutes : -minutes;
  }
  for (const [word] of text.matchAll(/[a-z]{1,4}/g)) {
    const fixed = ZONES.get(word);
    if (fixed !== undefined) return fixed;
    const us = US_ZONES.get(word);
    // Within an hour around the two changes of the clock.
    if (us !== undefined) return month >= 4 && month <= 10 ? us + 60 : us;
  }
  return 0;
}

function toMs(moment: Moment | null): number | null {
  if (!moment) return null;
  const { year, month, day, time, zone } = moment;
  const inRange = month >= 1 && month <= 12 && day >= 1 && time.hour <= 24 && time.minute < 60 && time.second <= 60;
  if (!inRange || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  return Date.UTC(year, month - 1, day, time.hour, time.minute, Math.min(time.second, 59)) - zone * MINUTE_MS;
}

function monthOf(word: string): number | null {
  return MONTHS.get(word.slice(0, 4)) ?? MONTHS.get(word.slice(0, 3)) ?? null;
}

function fullYear(text: string): number {
  const year = Number(text);
  if (text.length >= 4) return year;
  return text.length === 3 ? 1900 + year : year < 50 ? 2000 + year : 1900 + year;
}

function readTable(text: string): ReadonlyMap<string, number> {
  const words = text.trim().split(/\s+/);
  return new Map(words.flatMap((word, at) => (at % 2 === 0 ? [[word, Number(words[at + 1])] as const] : [])));
}
