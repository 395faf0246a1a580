export interface Token {
  readonly kind: 'word' | 'number' | 'break' | 'stop';
  /** Lower-case word without possessive; `#` for a number. */
  readonly key: string;
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
  /** Of a number: as written, sign apart. */
  readonly value: number;
  /** Of a number: the sign written before it, or 0. */
  readonly sign: -1 | 0 | 1;
  readonly percent: boolean;
}

const MAGNITUDE: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  lakh: 1e5,
  m: 1e6,
  mn: 1e6,
  mln: 1e6,
  million: 1e6,
  millions: 1e6,
  crore: 1e7,
  cr: 1e7,
  crores: 1e7,
  b: 1e9,
  bn: 1e9,
  bln: 1e9,
  billion: 1e9,
  billions: 1e9,
  t: 1e12,
  tn: 1e12,
  trillion: 1e12,
};
const CURRENCY_WORDS = new Set(['usd', 'us', 'eur', 'rs', 'inr', 'gbp', 'usdt', 'euro', 'a', 'c', 'hk']);
const PERCENT_WORDS = new Set(['percent', 'pct', 'pc']);
const ABBREVIATIONS = new Set([
  'vs',
  'inc',
  'corp',
  'co',
  'ltd',
  'mr',
  'mrs',
  'ms',
  'dr',
  'st',
  'jr',
  'no',
  'rs',
  'oyj',
  'plc',
  'approx',
]);
const WORDS = /[\p{L}\p{M}]+(?:['’][\p{L}]+)*/uy;
const NUMBER = /\d+(?:[.,/]\d+)*/y;
const BREAKS = new Set([',', ':', ';', '(', ')', '|', '—', '–', '•', '…', '·', '#', '\n', '/']);
const STOPS = new Set(['.', '!', '?']);

/**
 * Splits text into words, numbers (currency, magnitude and percent sign belong to them), clause breaks and sentence
 * stops. Other characters separate words. Linear in the length of the text.
 */
export function scanTokens(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const char = text.charAt(at);
    if (char === ' ') {
      at += 1;
      continue;
    }
    if (char >= '0' && char <= '9') {
      at = scanNumber(text, at, tokens);
      continue;
    }
    WORDS.lastIndex = at;
    const word = WORDS.exec(text)?.[0];
    if (word !== undefined) {
      at = scanWord(text, at, word, tokens);
      continue;
    }
    const last = tokens.at(-1);
    if (char === '%' && last?.kind === 'number' && last.end >= at - 1)
      tokens[tokens.length - 1] = { ...last, end: at + 1, percent: true };
    const kind = char === '.' && isAbbreviation(last, at) ? null : punctuation(text, at, char);
    if (kind !== null) tokens.push({ kind, key: char, start: at, end: at + 1, value: 0, sign: 0, percent: false });
    at += 1;
  }
  return tokens;
}

function isAbbreviation(last: Token | undefined, at: number): boolean {
  return last?.kind === 'word' && last.end === at && (last.key.length === 1 || ABBREVIATIONS.has(last.key));
}

function punctuation(text: string, at: number, char: string): 'break' | 'stop' | null {
  if (BREAKS.has(char)) return 'break';
  if (STOPS.has(char)) return char !== '.' || isSpace(text.charCodeAt(at + 1)) ? 'stop' : null;
  return char === '-' && isSpace(text.charCodeAt(at - 1)) && isSpace(text.charCodeAt(at + 1)) ? 'break' : null;
}

function scanWord(text: string, start: number, word: string, tokens: Token[]): number {
  const end = start + word.length;
  const lower = word.toLowerCase();
  const key = lower.includes('’') ? lower.replaceAll('’', "'") : lower;
  if ((key === 'http' || key === 'https') && text.startsWith('://', end)) return endOfRun(text, end);
  const unit = tokens.at(-1);
  if (unit?.kind === 'number' && unit.end >= start - 1) {
    const factor = MAGNITUDE[key];
    if (factor !== undefined) {
      tokens[tokens.length - 1] = { ...unit, end, value: unit.value * factor };
      return end;
    }
    if (PERCENT_WORDS.has(key)) {
      tokens[tokens.length - 1] = { ...unit, end, percent: true };
      return end;
    }
  }
  const bare = key.endsWith("'s") ? key.slice(0, -2) : key;
  tokens.push({ kind: 'word', key: bare, start, end, value: 0, sign: 0, percent: false });
  return end;
}

function scanNumber(text: string, at: number, tokens: Token[]): number {
  NUMBER.lastIndex = at;
  const digits = NUMBER.exec(text)?.[0] ?? '';
  let start = at;
  if ('$€£₹¥₿'.includes(text.charAt(start - 1)) && start > 0) start -= 1;
  const sign = signBefore(text, start);
  if (sign !== 0) start -= 1;
  const before = tokens.at(-1);
  if (before?.kind === 'word' && CURRENCY_WORDS.has(before.key) && before.end >= start - 2) {
    start = before.start;
    tokens.pop();
  }
  let end = at + digits.length;
  const percent = text.charAt(end) === '%';
  if (percent) end += 1;
  tokens.push({ kind: 'number', key: '#', start, end, value: Number(digits.replaceAll(',', '')), sign, percent });
  return end;
}

function signBefore(text: string, start: number): -1 | 0 | 1 {
  const char = text.charAt(start - 1);
  const outer = text.charCodeAt(start - 2);
  if (start > 1 && !isSpace(outer) && text.charAt(start - 2) !== '(') return 0;
  if (char === '+') return 1;
  return char === '-' || char === '−' || char === '–' ? -1 : 0;
}

function endOfRun(text: string, from: number): number {
  let end = from;
  while (end < text.length && !isSpace(text.charCodeAt(end))) end += 1;
  return end;
}

function isSpace(code: number): boolean {
  return Number.isNaN(code) || code <= 32 || code === 160;
}
