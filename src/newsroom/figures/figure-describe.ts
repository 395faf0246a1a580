import type { Figure, Metric } from '../../model/analysis.ts';
import { neighbour, UNKNOWN } from './figure-context.ts';
import type { FigureKind, Sense, SentenceFacts, TextFacts, Told } from './figure-context.ts';
import type { FoundNumber, Mention } from './figure-numbers.ts';
import { isTime } from './figure-governor.ts';
import { findLead, isForeseen, onlyAsset, phraseEnd } from './figure-place.ts';
import type { Place } from './figure-place.ts';
import { clauseSign } from './figure-sign.ts';
import { readQualifier } from './figure-qualifier.ts';
import { readSide } from './figure-side.ts';
import { readNamedSource } from './figure-source.ts';
import { leadingAsset } from './figure-subject.ts';
import { readTokens } from './figure-tokens.ts';
import type { Token } from './figure-tokens.ts';
import { findWindows } from './figure-days.ts';
import { nearestWindow } from './figure-window.ts';
import { readCoins } from './read-coins.ts';
import { FUNDS } from './figure-words.ts';
import { readAverage, readQuotedName } from './read-average.ts';
import { metricOfClause } from './read-clause.ts';
import { isRule, readPercent } from './read-percent.ts';
import { refineMetric } from './refine-metric.ts';
import { readPrice } from './read-price.ts';
import { readSum } from './read-sum.ts';

const CURRENCY = /^[A-Z]{3}$/;
const BIG_MONEY = 1e6;
/** Hold at one time; what a span of time nearby says is not theirs. */
const TIMELESS: ReadonlySet<Metric> = new Set<Metric>(['price', 'level', 'cost', 'holding', 'market_cap', 'fine']);

/** Said of what may come as well. */
const HELD: ReadonlySet<Metric> = new Set<Metric>(['level', 'price', 'cost', 'fine', 'amount']);

/** A figure and where it stands, as UTF-16 offsets. */
export interface PlacedFigure extends Figure {
  readonly start: number;
  readonly end: number;
}

/** The figures of one sentence, in order, with offsets in it. `mentions` are those of the sentence, with offsets in it. */
export function describeFigures(
  sentence: string,
  numbers: readonly FoundNumber[],
  mentions: readonly Mention[],
  text: TextFacts,
): readonly PlacedFigure[] {
  if (numbers.length === 0) return [];
  const tokens = readTokens(sentence, numbers, mentions);
  const windows = findWindows(sentence, text.publishedAt);
  const namedSource = readNamedSource(sentence);
  const leading = leadingAsset(tokens);
  const figures: PlacedFigure[] = [];
  let told: readonly Told[] = [];
  for (const [at, token] of tokens.entries()) {
    const number = numbers[token.figure];
    if (token.kind !== 'figure' || !number) continue;
    const kind = kindOf(number, text.symbols);
    const place = { tokens, at, ...findLead(tokens, at), number, text: sentence.slice(number.start, number.end), told };
    const read = listed(place, kind, told) ?? readAs(place, kind, { text, leading, tokens, told });
    const near = HELD.has(read.metric) || !isForeseen(place) ? read : { ...UNKNOWN, direction: read.direction };
    const isBigMoney = near.metric === 'amount' && kind === 'big' && !isForeseen(place);
    const byClause = isBigMoney ? metricOfClause(sentence, number.start, number.end) : null;
    const ofFunds = isBigMoney ? fundBefore(tokens, at) : null;
    const isFlow = byClause === 'flow' || (ofFunds !== null && told[0]?.metric === 'flow');
    const sense = isFlow
      ? {
          ...near,
          metric: 'flow' as const,
          asset: near.asset ?? ofFunds,
          direction: near.direction ?? directionOf(sentence, number) ?? told[0]?.direction ?? null,
        }
      : { ...near, metric: byClause ?? near.metric };
    told = [{ ...sense, kind, at, unit: number.unit }, ...told];
    if (kind === 'points' && sense.metric === 'amount' && !/percent|pp/i.test(place.text)) continue;
    const { start, end } = number;
    const average = sense.metric === 'level' ? readAverage(sentence, start, end) : null;
    const quoted = sense.metric === 'level' ? readQuotedName(sentence, end) : null;
    const previous = figures.at(-1);
    const said = nearestWindow(sentence, start, end, windows);
    const window =
      said ??
      (previous && told[1]?.metric === sense.metric && isList(tokens, told[1]?.at, at) ? previous.window : null);
    figures.push({
      metric: refineMetric(sense.metric, { sentence, start, end, average }),
      value: number.value,
      high: number.high,
      unit: number.unit,
      qualifier: readQualifier(sentence, place),
      direction: sense.direction,
      asset: sense.asset ?? (sense.metric === 'amount' ? assetOfAmount(place) : null),
      side: readSide(place, sense) ?? (sense.metric === 'liquidation' ? sideOf(sentence, number.start) : null),
      window: TIMELESS.has(sense.metric) ? (sense.extreme ?? average ?? quoted) : window,
      namedSource,
      sentence,
      text: place.text,
      start,
      end,
    });
  }
  return figures;
}

function directionOf(sentence: string, { start, end }: FoundNumber): Figure['direction'] {
  const way = /^ (?:flow|pour|leak)\p{L}* (out|from|in|into)\b/u.exec(sentence.slice(end, end + 20))?.[1];
  if (way !== undefined) return way.startsWith('in') ? 'up' : 'down';
  const sign = clauseSign(sentence, start, end);
  return sign === 0 ? null : sign > 0 ? 'up' : 'down';
}

/** "shorts worth $650 million": the side that is named shortly before a figure. */
function sideOf(sentence: string, start: number): Figure['side'] {
  const near = sentence.slice(Math.max(0, start - 40), start);
  const side = /\b(longs|long positions|bulls|shorts|short positions|bears)(?:\s\p{L}+){0,3}\s$/iu
    .exec(near)?.[1]
    ?.toLowerCase();
  if (side === undefined) return null;
  return side.startsWith('long') || side === 'bulls' ? 'long' : 'short';
}

/** "SOL ETFs took in", "ether funds": the asset of the funds that a figure follows, or null. */
function fundBefore(tokens: readonly Token[], at: number): string | null {
  for (let before = at - 1; before > Math.max(0, at - 6); before -= 1) {
    const [asset, fund] = [tokens[before - 1], tokens[before]];
    if (fund?.kind === 'figure') return null;
    if (fund && FUNDS.has(fund.key)) return asset?.kind === 'asset' ? asset.key : null;
  }
  return null;
}

/** "on Wednesday, February 4," */
const LONGEST_TIME = 7;
const LONGEST_MEMBER = 5;
const LONGEST_LIST = 12;

/** "Ethereum falling 3%, Solana down 4% and XRP 2%": what holds for one holds for the next. */
function isList(tokens: readonly Token[], from: number | undefined, to: number): boolean {
  if (from === undefined || to - from > LONGEST_MEMBER) return false;
  const link = tokens[from + 1]?.key;
  return link === ',' || link === 'and';
}

function kindOf(number: FoundNumber, coins: ReadonlySet<string>): FigureKind {
  if (number.unit === '%') return 'percent';
  if (number.unit === 'bps' || number.unit === 'points') return number.unit;
  if (number.unit === 'x') return 'multiple';
  if (coins.has(number.unit) || !CURRENCY.test(number.unit)) return 'coins';
  return (number.high ?? number.value) >= BIG_MONEY ? 'big' : 'small';
}

function readAs(place: Place, kind: FigureKind, facts: SentenceFacts): Sense {
  switch (kind) {
    case 'percent':
      return isRule(place) ? UNKNOWN : readPercent(place, facts);
    case 'bps': {
      if (isRule(place)) return UNKNOWN;
      const sense = readPercent(place, facts);
      const isOther = sense.metric === 'cost' || sense.metric === 'funding';
      return isOther ? sense : { ...sense, metric: 'rate', asset: null };
    }
    case 'points': {
      const sense = readPercent(place, facts);
      return sense.metric === 'change' && sense.asset === null ? UNKNOWN : sense;
    }
    case 'multiple':
      return UNKNOWN;
    case 'coins':
      return readCoins(place);
    case 'small':
      return readPrice(place, facts);
    case 'big':
      return readSum(place);
  }
}

/** What holds for one figure of a list holds for the next: "fell 2% and 3%", "ether lost 3%, solana 4% to $87". */
function listed({ tokens, at, lead, number }: Place, kind: FigureKind, told: readonly Told[]): Sense | null {
  const aside = asideOf(tokens, lead, kind, told);
  if (aside) return { ...aside, direction: number.sign ?? aside.direction };
  const alike = told.find((other) => other.kind === kind && other.unit === number.unit);
  if (!alike || alike.metric === 'amount') return null;
  const token = tokens[lead];
  const before = figureBefore(tokens, at, lead);
  if (before >= 0 && before === alike.at) return { ...alike, asset: memberAt(tokens, at, alike.asset) };
  const named = nameBefore(tokens, lead);
  if (named !== undefined) return { ...alike, asset: named };
  if (token?.key !== 'to') return null;
  const [last] = told;
  const owner = last && tokens[lead - 1]?.kind === 'figure' && last.at === lead - 1 ? last : null;
  const isElliptic = owner && nameBefore(tokens, owner.at - 1) !== undefined;
  return isElliptic ? { ...alike, asset: owner.asset } : null;
}

/** "down 5% and 6%", "5% in a day and 17% in a week": the figure that this one is joined to, or -1. */
function figureBefore(tokens: readonly Token[], at: number, lead: number): number {
  const next = neighbour(tokens, at, -1);
  const link = tokens[lead]?.key;
  if (next >= 0 || (link !== 'and' && link !== ',')) return next;
  let before = lead - 1;
  while (lead - before < LONGEST_TIME && isTime(tokens[before])) before -= 1;
  return tokens[before]?.kind === 'figure' ? before : -1;
}

/** The one that `tokens[at]` names right after a comma or "and": null for a name that is no asset. */
function nameBefore(tokens: readonly Token[], at: number): string | null | undefined {
  const token = tokens[at];
  const isName = token?.kind === 'asset' || (token?.kind === 'word' && token.capital);
  if (!token || !isName) return undefined;
  let before = at - 1;
  while (tokens[before]?.key === 'the' || (tokens[before]?.kind === 'word' && tokens[before]?.capital === true))
    before -= 1;
  const link = tokens[before]?.key;
  if (link !== ',' && link !== 'and' && link !== ';' && link !== 'while') return undefined;
  return token.kind === 'asset' ? token.key : null;
}

/** Under a list of assets the figures of a list are told one by one; null where their numbers differ. */
function memberAt(tokens: readonly Token[], at: number, asset: string | null): string | null {
  let before = 0;
  let first = at;
  for (let left = at; (left = neighbour(tokens, left, -1)) >= 0; first = left) before += 1;
  let after = 0;
  for (let right = at; (right = neighbour(tokens, right, 1)) >= 0;) after += 1;
  const list = tokens.slice(Math.max(0, first - LONGEST_LIST), first).filter(({ kind }) => kind === 'asset');
  const members = [...new Set(list.map(({ key }) => key))];
  if (asset === null || members.length < 2) return asset;
  return members.length === before + after + 1 ? (members[before] ?? null) : null;
}

/** "rose $1.20, or 1.6%", "BTC $68,400 (-2.3%)": the move that the figure before goes with. */
function asideOf(tokens: readonly Token[], lead: number, kind: FigureKind, told: readonly Told[]): Sense | null {
  const [last] = told;
  if (!last || kind !== 'percent' || last.kind !== 'small') return null;
  const key = tokens[lead]?.key;
  if (key === 'or' && last.metric === 'change' && lead - last.at <= 2) return last;
  const isMove = key === '(' && last.metric === 'price' && lead - last.at === 1 && last.asset !== null;
  return isMove ? { ...UNKNOWN, metric: 'change', asset: last.asset } : null;
}

function assetOfAmount({ tokens, at }: Place): string | null {
  const link = tokens[at + 1]?.key ?? '';
  if (link !== 'in' && link !== 'of' && link !== 'worth') return null;
  const from = tokens[at + 2]?.key === 'of' ? at + 3 : at + 2;
  return onlyAsset(tokens, from, phraseEnd(tokens, from));
}
