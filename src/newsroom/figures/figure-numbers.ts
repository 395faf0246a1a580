import { currencyAfter, currencyBefore } from './figure-currency.ts';
import type { Currency } from './figure-currency.ts';
import { lowered } from './lowered.ts';
import { NUMBER_WORDS, readNumberWords } from './number-words.ts';

/** Where a text names an asset. */
export interface Mention {
  readonly symbol: string;
  readonly start: number;
  readonly end: number;
}

export interface FoundNumber {
  /** Span of number and unit. */
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly high: number | null;
  /** As in `Figure`; '' for a bare number, which may still be the lower end of a range. */
  readonly unit: string;
  /** "million", "K" and the like stood with it. */
  readonly scaled: boolean;
  /** Of a written sign. */
  readonly sign: 'up' | 'down' | null;
}

// Groups and digits are bounded: "1,23,23,..." must not be scanned anew from each of its numbers.
const NUMBER = new RegExp(
  `\\b${NUMBER_WORDS}|\\d{1,18}(?:(?:,\\d{2,3}){0,5},\\d{3}(?!\\d))?(?:\\.\\d{1,12})?|(?<!\\d)\\.\\d{1,12}`,
  'g',
);

const MAGNITUDE =
  /(?:[\s-]{0,2}(thousand|million|billion|trillion|mln|bln|trn|mn|bn|tn|lakh|crore)s?|(mm|[kmbt]))(?![\p{L}\p{N}])/iuy;
const SPACED_LETTER = / ([KMBT])(?![\p{L}\p{N}'’.-])/uy;

const FACTORS: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  lakh: 1e5,
  m: 1e6,
  mm: 1e6,
  mn: 1e6,
  mln: 1e6,
  million: 1e6,
  crore: 1e7,
  b: 1e9,
  bn: 1e9,
  bln: 1e9,
  billion: 1e9,
  t: 1e12,
  tn: 1e12,
  trn: 1e12,
  trillion: 1e12,
};

const SMALL_UNIT =
  /\s?(%)(?![\p{L}\p{N}%])|[\s-]?(percent|per\s?cent|pct|percentage)s?(?![\s-]points?|\p{L})|[\s-]?(bps?|basis[\s-]points?)(?!\p{L})|[\s-]((?:percentage[\s-])?points?|pp)(?![\p{L}-])|([x×]|[\s-]fold)(?![\p{L}\p{N}-])/iuy;

const PER = / (?:per|an?) (?:kwh|mwh|barrel|ounce|gallon|tonne|share|token|coin|bitcoin)(?!\p{L})/iuy;

/** Follows an asset's name where the number counts coins: "500 bitcoin worth", not "5 Bitcoin ETFs". */
const COUNTED =
  /^(?:$|[.,;:!?)\]'"”’—–-]|\s(?:[(—–-]|(?:in|on|from|to|at|for|worth|and|or|was|were|is|are|has|have|had|over|since|per|as|with|by|into|out|of|last|this|during|after|before|while|held|sold|bought|moved|total|yesterday|today|coins?|tokens?|\p{L}{2,12}ed)(?!\p{L})))/iu;

/**
 * All numbers of a text that carry a unit, in order, and the bare ones between. Linear in the text.
 * `mentions` (ascending) tell which words are assets, so that "12,000 BTC" is an amount of BTC.
 */
export function* findNumbers(text: string, mentions: readonly Mention[]): Generator<FoundNumber> {
  let nextMention = 0;
  let readTo = 0;
  for (const match of lowered(text).matchAll(NUMBER)) {
    const at = match.index;
    if (at < readTo) continue;
    const end = at + match[0].length;
    while ((mentions[nextMention]?.start ?? Infinity) < end) nextMention += 1;
    const found = readNumber(text, at, match[0], mentions[nextMention]);
    if (!found) continue;
    readTo = found.end;
    yield found;
  }
}

function readNumber(text: string, at: number, digits: string, mention: Mention | undefined): FoundNumber | null {
  const inWords = /^\p{L}/u.test(digits);
  const before = currencyBefore(text, at);
  const start = at - (before?.length ?? 0);
  if (!inWords && !before && /[\p{L}\p{N}_/=&?#.@%]$|\p{N},$/u.test(text.slice(Math.max(0, at - 2), at))) return null;
  const value = inWords ? readNumberWords(digits) : Number(digits.replaceAll(',', ''));
  let end = at + digits.length;
  let factor = before?.factor ?? 1;
  let currency: Currency | null = before;
  const magnitude = readMagnitude(text, end, before !== null);
  factor *= magnitude.factor;
  end += magnitude.length;
  let scaled = factor > 1 || (inWords && value >= 1000);
  if (!currency) {
    currency = currencyAfter(text, end, scaled || digits.includes(','));
    if (currency) {
      end += currency.length;
      factor *= currency.factor;
      const late = scaled ? NO_MAGNITUDE : readMagnitude(text, end, false);
      factor *= late.factor;
      end += late.length;
      scaled ||= factor > 1;
    }
  }
  if (/^(?:[\p{N}_]|[.,]\d)/u.test(text.slice(end, end + 2))) return null;
  if (currency && !scaled && mayBeThousands(digits, before)) return null;
  const shape = {
    start,
    value: round(value * factor),
    high: null,
    scaled,
    sign: readSign(text, start),
  };
  if (currency) {
    return { ...shape, end: end + perLength(text, end), unit: currency.code };
  }
  const small = scaled ? null : readSmallUnit(text, end);
  if (small) return { ...shape, end: end + small.length, unit: small.unit };
  const coins = coinsAt(text, end, mention, inWords);
  if (coins && !isYear(digits, scaled)) return { ...shape, end: coins.end, unit: coins.symbol };
  return inWords ? null : { ...shape, end, unit: '' };
}

/** "70.000 Dollar", "€58.400": thousands on the Continent, a fraction elsewhere. "$1.312" is a fraction. */
function mayBeThousands(digits: string, before: Currency | null): boolean {
  return /^[1-9]\d{0,2}\.\d{3}$/.test(digits) && before?.code !== 'USD';
}

const NO_MAGNITUDE = { factor: 1, length: 0 };

function readMagnitude(
  text: string,
  at: number,
  hasCurrency: boolean,
): { readonly factor: number; readonly length: number } {
  MAGNITUDE.lastIndex = at;
  const match = MAGNITUDE.exec(text);
  const word = match?.[1] ?? match?.[2];
  if (match && word !== undefined) {
    return { factor: FACTORS[word.toLowerCase()] ?? 1, length: match[0].length };
  }
  if (!hasCurrency) return NO_MAGNITUDE;
  SPACED_LETTER.lastIndex = at;
  const letter = SPACED_LETTER.exec(text)?.[1];
  return letter === undefined ? NO_MAGNITUDE : { factor: FACTORS[letter.toLowerCase()] ?? 1, length: 2 };
}

function readSmallUnit(text: string, at: number): { readonly unit: string; readonly length: number } | null {
  SMALL_UNIT.lastIndex = at;
  const match = SMALL_UNIT.exec(text);
  if (!match) return null;
  const [all, sign, percent, basis, points] = match;
  const unit = (sign ?? percent) ? '%' : basis ? 'bps' : points ? 'points' : 'x';
  return { unit, length: all.length };
}

function perLength(text: string, at: number): number {
  PER.lastIndex = at;
  return PER.exec(text)?.[0].length ?? 0;
}

function coinsAt(text: string, at: number, mention: Mention | undefined, inWords: boolean): Mention | null {
  if (!mention || mention.start < at || mention.start > at + 1 || inWords) return null;
  if (mention.start === at + 1 && text.charAt(at) !== ' ') return null;
  return COUNTED.test(text.slice(mention.end, mention.end + 18)) ? mention : null;
}

function isYear(digits: string, scaled: boolean): boolean {
  return !scaled && /^(?:19|20)\d\d$/.test(digits);
}

function readSign(text: string, start: number): 'up' | 'down' | null {
  const match = /(?:^|[\s(])([-−–+])$/.exec(text.slice(Math.max(0, start - 2), start));
  if (!match) return /\bminus $/.test(text.slice(Math.max(0, start - 7), start)) ? 'down' : null;
  if (match[1] === '+') return 'up';
  // A dash after a number is a range or a pause.
  return match[1] === '–' && /\d\s?.$/.test(text.slice(Math.max(0, start - 3), start)) ? null : 'down';
}

function round(value: number): number {
  return Number(value.toPrecision(15));
}
