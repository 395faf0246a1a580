import type { FoundNumber } from './figure-numbers.ts';
import { MOVES } from './figure-words.ts';

const LONGEST_LINK = 5;

/**
 * Joins the two ends of a range ("$60,000-$65,000", "5 to 10%", "between $84,000 and $90,000", "$2-3
 * billion") and leaves out numbers without a unit. "from $84,000 to $60,000" stays two figures.
 */
export function* joinRanges(text: string, numbers: Iterable<FoundNumber>): Generator<FoundNumber> {
  let held: FoundNumber | null = null;
  for (const number of numbers) {
    const joined: FoundNumber | null = held && join(text, held, number);
    if (joined) {
      yield joined;
      held = null;
      continue;
    }
    if (held && held.unit !== '') yield held;
    held = number;
  }
  if (held && held.unit !== '') yield held;
}

function join(text: string, low: FoundNumber, high: FoundNumber): FoundNumber | null {
  if (high.start - low.end > LONGEST_LINK || high.start < low.end || low.high !== null) return null;
  const link = text.slice(low.end, high.start).trim().toLowerCase();
  if (isSmallChange(text, link, low, high)) {
    return { ...low, end: high.end, value: Number((low.value + centsOf(high)).toFixed(2)) };
  }
  const dash = /^[-–—‑−~]$/.test(link);
  if (!dash && link !== 'to' && link !== 'and') return null;
  const before = text.slice(Math.max(0, low.start - 24), low.start).toLowerCase();
  if (link === 'and' && !/\bbetween (?:about |around |roughly )?$/.test(before)) return null;
  if (link === 'to' && isPath(before, low)) return null;
  const unit = sharedUnit(low, high, dash);
  if (unit === null) return null;
  const [a, b] = withSharedMagnitude(low, high);
  if (a === b) return null;
  return {
    start: low.start,
    end: high.end,
    value: Math.min(a, b),
    high: Math.max(a, b),
    unit,
    scaled: low.scaled || high.scaled,
    sign: low.sign,
  };
}

/** "from $84,000 to $60,000", "fell 20% to 8 million", "shrank by $148 billion to $2 trillion": two figures. */
function isPath(before: string, low: FoundNumber): boolean {
  if (/\bfrom (?:about |around |nearly )?$/.test(before)) return !/rang\w{1,3} from /.test(before);
  if (low.unit === '') return false;
  const word = /([\p{L}’'-]+) (?:(?:by|about|around|nearly|almost|some|over|up|down|another|a further) ){0,2}$/u.exec(
    before,
  )?.[1];
  return word !== undefined && MOVES.has(word);
}

/** "3 dollars 50 cents", "15 dollars and 50." */
function isSmallChange(text: string, link: string, low: FoundNumber, high: FoundNumber): boolean {
  if ((link !== '' && link !== 'and') || low.scaled || !/^(?:USD|EUR|GBP)$/.test(low.unit)) return false;
  const written = text.slice(high.start, high.end);
  if (!/(?:dollars?|euros?|pounds?|[A-Z]{3})$/i.test(text.slice(low.start, low.end))) return false;
  if (/ (?:cents|pence)$/.test(written)) return high.value < 1;
  return (
    /^\d\d$/.test(written) &&
    high.unit === '' &&
    /^[.,;!?)]?(?:\s|$)/.test(text.slice(high.end, high.end + 2)) &&
    !/^\s*\p{L}/u.test(text.slice(high.end, high.end + 3))
  );
}

function centsOf(high: FoundNumber): number {
  return high.unit === '' ? high.value / 100 : high.value;
}

function sharedUnit(low: FoundNumber, high: FoundNumber, dash: boolean): string | null {
  if (low.unit === high.unit) return low.unit === '' ? null : low.unit;
  if (low.unit === '') return low.value < high.value ? high.unit : null;
  if (high.unit !== '' || high.value < low.value || low.unit === '%') return null;
  return dash || high.scaled ? low.unit : null;
}

/** "$60-$65K", "$2-3 billion": the magnitude stands once, at the end. */
function withSharedMagnitude(low: FoundNumber, high: FoundNumber): readonly [number, number] {
  if (low.scaled || !high.scaled || low.value >= 1000) return [low.value, high.value];
  const factor = 1000 ** Math.floor(Math.log10(high.value) / 3);
  return low.value <= high.value / factor ? [low.value * factor, high.value] : [low.value, high.value];
}
