/** ISO 4217 code by what may stand before a number, lower case without spaces and dots. */
const BEFORE: Readonly<Record<string, string>> = {
  $: 'USD',
  us$: 'USD',
  usd$: 'USD',
  c$: 'CAD',
  ca$: 'CAD',
  cad$: 'CAD',
  can$: 'CAD',
  a$: 'AUD',
  au$: 'AUD',
  aud$: 'AUD',
  nz$: 'NZD',
  nzd$: 'NZD',
  hk$: 'HKD',
  hkd$: 'HKD',
  s$: 'SGD',
  sg$: 'SGD',
  sgd$: 'SGD',
  nt$: 'TWD',
  mx$: 'MXN',
  mex$: 'MXN',
  mxn$: 'MXN',
  r$: 'BRL',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  'cn¥': 'CNY',
  '₹': 'INR',
  rs: 'INR',
  '₩': 'KRW',
  '₽': 'RUB',
  '₺': 'TRY',
  '₫': 'VND',
  '₱': 'PHP',
  '₪': 'ILS',
  '₴': 'UAH',
  '₦': 'NGN',
  '฿': 'THB',
  '₿': 'BTC',
  dollar: 'USD',
};

const CODES = new Set(
  'USD EUR GBP JPY CNY INR KRW CHF CAD AUD NZD HKD SGD TWD BRL MXN RUB TRY SEK NOK DKK PLN CZK HUF ZAR AED SAR ILS THB IDR VND PHP MYR NGN ARS CLP COP UAH'.split(
    ' ',
  ),
);

/** Of money that texts name but no longer, or seldom, write by code. */
const OTHER_CODES = new Set(['ESP', 'NLG', 'FIM', 'GEL', 'CRC', 'LAK']);

/** Names after a number. `sure`: also without a magnitude ("5 dollars", but not "5 pounds", "12 won"). */
const NAMES: Readonly<Record<string, { readonly code: string; readonly sure: boolean; readonly part?: number }>> = {
  dollar: { code: 'USD', sure: true },
  buck: { code: 'USD', sure: true },
  euro: { code: 'EUR', sure: true },
  yen: { code: 'JPY', sure: true },
  yuan: { code: 'CNY', sure: true },
  renminbi: { code: 'CNY', sure: true },
  rmb: { code: 'CNY', sure: true },
  rupee: { code: 'INR', sure: true },
  ruble: { code: 'RUB', sure: true },
  rouble: { code: 'RUB', sure: true },
  franc: { code: 'CHF', sure: true },
  'pound sterling': { code: 'GBP', sure: true },
  pound: { code: 'GBP', sure: false },
  won: { code: 'KRW', sure: false },
  lira: { code: 'TRY', sure: false },
  real: { code: 'BRL', sure: false },
  rand: { code: 'ZAR', sure: false },
  peso: { code: 'MXN', sure: false },
  baht: { code: 'THB', sure: true },
  shekel: { code: 'ILS', sure: true },
  dirham: { code: 'AED', sure: true },
  riyal: { code: 'SAR', sure: true },
  rupiah: { code: 'IDR', sure: true },
  zloty: { code: 'PLN', sure: true },
  cent: { code: 'USD', sure: true, part: 0.01 },
  pence: { code: 'GBP', sure: true, part: 0.01 },
  krona: { code: 'SEK', sure: true },
  kronor: { code: 'SEK', sure: true },
  krone: { code: 'NOK', sure: true },
  kroner: { code: 'NOK', sure: true },
  ringgit: { code: 'MYR', sure: true },
  naira: { code: 'NGN', sure: true },
  hryvnia: { code: 'UAH', sure: true },
  forint: { code: 'HUF', sure: true },
  koruna: { code: 'CZK', sure: true },
  peseta: { code: 'ESP', sure: true },
  guilder: { code: 'NLG', sure: true },
  markka: { code: 'FIM', sure: true },
};

/** Which money a qualified name is: "Australian dollars", "Swiss francs". */
const NATIONS: Readonly<Record<string, string>> = {
  us: 'USD',
  'u.s.': 'USD',
  american: 'USD',
  australian: 'AUD',
  canadian: 'CAD',
  'hong kong': 'HKD',
  singapore: 'SGD',
  'new zealand': 'NZD',
  taiwan: 'TWD',
  swiss: 'CHF',
  british: 'GBP',
  chinese: 'CNY',
  japanese: 'JPY',
  turkish: 'TRY',
  korean: 'KRW',
  indian: 'INR',
  mexican: 'MXN',
  brazilian: 'BRL',
  russian: 'RUB',
  danish: 'DKK',
  norwegian: 'NOK',
  swedish: 'SEK',
  finnish: 'FIM',
  dutch: 'NLG',
  spanish: 'ESP',
};

const CODE_PATTERN = [...CODES, 'RMB'].join('|');

// One letter before "$" must touch it: "A$5" is Australian, "a $5 billion deal" is not. "c $" is no word.
const PREFIX = new RegExp(
  `(?:^|[^\\p{L}\\p{N}])(M?(?:${CODE_PATTERN})\\$?|(?:u\\.?s\\.?|c|ca|can|au|nz|hk|sg|nt|mx|mex)\\s?\\$|[asr]\\$|CN¥|dollar|rs\\.?)[\\s-]?$|([$€£¥₹₩₽₺₫₱₪₴₦฿₿])\\s?$`,
  'iu',
);

const SUFFIX = new RegExp(
  `[\\s-]?(?:(${Object.keys(NATIONS).join('|').replaceAll('.', '\\.')})\\s)?(?:(${Object.keys(NAMES).join('|')})(?:e?s)?|(M?(?:${CODE_PATTERN}))|([€£₹₩₽₺₫₱₪₴₦฿₾₡₭]|\\$(?!\\s?\\d)|元|円|원))(?![\\p{L}\\p{N}])`,
  'iuy',
);

const AFTER: Readonly<Record<string, string>> = {
  元: 'CNY',
  円: 'JPY',
  원: 'KRW',
  '₾': 'GEL',
  '₡': 'CRC',
  '₭': 'LAK',
};

export interface Currency {
  /** ISO 4217, or BTC for "₿". */
  readonly code: string;
  /** What the number has to be multiplied with: cents 0.01, "MUSD" 1,000,000. */
  readonly factor: number;
  /** Length of what was read, spaces included. */
  readonly length: number;
}

/** The currency that ends right before `at`. */
export function currencyBefore(text: string, at: number): Currency | null {
  const before = text.slice(Math.max(0, at - 12), at);
  const match = PREFIX.exec(before);
  const word = match?.[1] ?? match?.[2];
  if (!match || word === undefined) return null;
  const key = word.toLowerCase().replaceAll(/[\s.]/g, '');
  const length = before.length - match.index - match[0].indexOf(word);
  const symbol = BEFORE[key];
  if (symbol !== undefined) return { code: symbol, factor: 1, length };
  return fromCode(word.replace('$', '').trim(), length);
}

/** The currency that begins right after `at`; `scaled` says that a magnitude stood before it. */
export function currencyAfter(text: string, at: number, scaled: boolean): Currency | null {
  SUFFIX.lastIndex = at;
  const match = SUFFIX.exec(text);
  if (!match) return null;
  const [all, nation, name, code, symbol] = match;
  const length = all.length;
  if (symbol !== undefined) {
    return { code: AFTER[symbol] ?? BEFORE[symbol] ?? 'USD', factor: 1, length };
  }
  if (code !== undefined) return fromCode(code, length);
  const known = NAMES[(name ?? '').toLowerCase()];
  if (!known || !(known.sure || scaled || nation !== undefined)) return null;
  const qualified = nation === undefined ? undefined : NATIONS[nation.toLowerCase()];
  return { code: qualified ?? known.code, factor: known.part ?? 1, length };
}

// Codes that are words in lower case ("try 5 times") count in capitals only.
const LOWER_CASE_CODES = /^(?:usd|eur|gbp|jpy|cny|rmb|krw|inr|hkd)$/;

function fromCode(written: string, length: number): Currency | null {
  if (written !== written.toUpperCase() && !LOWER_CASE_CODES.test(written)) return null;
  const code = written.toUpperCase().replace('RMB', 'CNY');
  if (CODES.has(code)) return { code, factor: 1, length };
  const short = code.slice(1);
  return CODES.has(short) ? { code: short, factor: 1e6, length } : null;
}

/** ISO 4217 code of money that a figure may be in. */
export function isCurrency(unit: string): boolean {
  return CODES.has(unit) || OTHER_CODES.has(unit);
}
