import { FluentNumber, type FluentFunction, type FluentValue } from '@fluent/bundle';

/** Units that are said with the number instead of as a currency. */
const PLAIN_UNITS: Readonly<Record<string, string>> = { '%': '%', bps: ' bps', points: ' points', x: '×' };

/**
 * "$775M", "$69,055.46", "−2.17%", "12,000 BTC". Amounts from a million on are compact.
 * @param unit ISO 4217 code, asset symbol, or one of `%`, `bps`, `points`, `x`
 */
export function formatAmount(value: number, unit: string, language: string): string {
  const plain = PLAIN_UNITS[unit];
  const options = amountOptions(value);
  if (plain !== undefined) return number(value, language, { maximumFractionDigits: 2 }) + plain;
  return isCurrency(unit)
    ? number(value, language, { ...options, style: 'currency', currency: unit, currencyDisplay: 'symbol' })
    : `${number(value, language, options)} ${unit}`;
}

function amountOptions(value: number): Intl.NumberFormatOptions {
  const size = Math.abs(value);
  if (size >= 1_000_000) return { notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: 2 };
  if (size >= 1 && Number.isInteger(value)) return { minimumFractionDigits: 0, maximumFractionDigits: 0 };
  const isCents = size > 0 && Math.round(value * 100) / 100 === value;
  return size >= 1 || isCents
    ? { minimumFractionDigits: 2, maximumFractionDigits: 2 }
    : { maximumSignificantDigits: 4 };
}

const formats = new Map<string, Intl.NumberFormat>();

function number(value: number, language: string, options: Intl.NumberFormatOptions): string {
  const key = language + JSON.stringify(options);
  let format = formats.get(key);
  if (!format) formats.set(key, (format = new Intl.NumberFormat(language, options)));
  return format.format(value);
}

const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));
/** Codes of small currencies that the news means otherwise: Mantle, Ronin, Scroll, a maker of chips. */
const TOKENS = new Set(['MNT', 'RON', 'SCR', 'AMD']);

function isCurrency(unit: string): boolean {
  return CURRENCIES.has(unit) && !TOKENS.has(unit);
}

const DURATION_UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
] as const;

/** "2 hours", "1 day 6 hours": the largest unit and the next one, rounded up. */
function formatDuration(ms: number, language: string): string {
  const largest = DURATION_UNITS.findIndex(([unit, size]) => ms >= size || unit === 'second');
  const step = DURATION_UNITS[largest + 1]?.[1] ?? 1_000;
  let rest = Math.max(Math.ceil(ms / step), 1) * step;
  const parts: string[] = [];
  for (const [unit, size] of DURATION_UNITS) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(number(count, language, { style: 'unit', unit, unitDisplay: 'long' }));
  }
  return parts.join(' ');
}

/**
 * Functions of the catalogues: `AMOUNT($value, $unit)`, `SCORE($value)` (signed, two digits), `DAY($at)` (of UTC),
 * `DURATION($ms)`.
 */
export function formatFunctions(language: string): Record<string, FluentFunction> {
  return {
    AMOUNT: ([value, unit]) => formatAmount(numeric(value), plain(unit), language),
    DAY: ([at]) =>
      new Intl.DateTimeFormat(language, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
        numeric(at),
      ),
    DURATION: ([ms]) => formatDuration(numeric(ms), language),
    SCORE: ([value]) =>
      number(numeric(value), language, {
        signDisplay: 'exceptZero',
        minimumFractionDigits: 2,
        maximumFractionDigits: 2,
      }),
  };
}

function numeric(value: FluentValue | undefined): number {
  if (typeof value === 'number') return value;
  return value instanceof FluentNumber ? value.valueOf() : Number.NaN;
}

function plain(value: FluentValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
