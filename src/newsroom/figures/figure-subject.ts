import type { Token } from './figure-tokens.ts';
import {
  ADJECTIVES,
  ADVERBS,
  AUXILIARIES,
  CAUSES,
  CONJUNCTIONS,
  DETERMINERS,
  GAUGES,
  MOVES,
  MOVE_NOUNS,
  PREPOSITIONS,
  QUANTITIES,
  SHARES,
  THINGS,
  TRADES,
} from './figure-words.ts';

/** What a verb or noun of a clause speaks of. */
export interface Phrase {
  /** Its tokens: `from` up to, without, `to`. */
  readonly from: number;
  readonly to: number;
  /**
   * `asset`: the asset itself or its price; `thing`: "the price", "it"; `shares`: "the stock"; `none`: nothing stands
   * there; `named`: a name or a price that is no known asset; `other`: anything else.
   */
  readonly kind: 'asset' | 'thing' | 'shares' | 'none' | 'named' | 'other';
  /** The assets that it is, or for the other kinds those that it mentions. */
  readonly symbols: readonly string[];
  readonly shares: boolean;
}

const LONGEST_PHRASE = 16;
const DAYS =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tonight|overnight|weeks?|months?|days?|hours?|years?|quarters?|trading|sessions?|morning|afternoon)$/;

/** What stands before `tokens[verb]` as its subject; for a noun ("the slump to") its owner, if one is named. */
export function subjectOf(tokens: readonly Token[], verb: number): Phrase {
  const noun = MOVE_NOUNS.has(tokens[verb]?.key ?? '') ? ownerOf(tokens, verb) : null;
  if (noun) return noun;
  let end = tokens[verb - 1]?.key === 'to' ? verb - 1 : verb;
  while (end > 0 && isPassed(tokens[end - 1])) end -= 1;
  const before = tokens[end - 1];
  if (before?.key === ',' || before?.key === '–' || before?.key === '—') end = beforeAside(tokens, end - 1, before.key);
  if (tokens[end - 1]?.key === ')') end = beforeAside(tokens, end - 1, '(');
  end = withoutTime(tokens, end);
  return classify(tokens, phraseStart(tokens, end), end);
}

function isPassed(token: Token | undefined): boolean {
  if (token?.kind !== 'word') return false;
  const { key } = token;
  return AUXILIARIES.has(key) || ADVERBS.has(key) || TRADES.has(key) || (key.endsWith('ly') && key.length > 4);
}

/** "the slump", "in slide", "a sharp drop": nobody's; "oil's surge", "the bitcoin slide": the asset's. */
function ownerOf(tokens: readonly Token[], noun: number): Phrase | null {
  for (let at = noun - 1; at >= Math.max(0, noun - 3); at -= 1) {
    const token = tokens[at];
    if (!token || token.kind === 'figure' || token.kind === 'mark' || token.kind === 'asset') return null;
    if (DETERMINERS.has(token.key) || (at === noun - 1 && PREPOSITIONS.has(token.key))) return nothing(noun);
    if (!ADJECTIVES.has(token.key)) return null;
  }
  return null;
}

function nothing(at: number): Phrase {
  return { from: at, to: at, kind: 'none', symbols: [], shares: false };
}

/** "Bitcoin, the largest coin, fell": back to the token after which the aside at `close` begins. */
function beforeAside(tokens: readonly Token[], close: number, open: string): number {
  for (let at = close - 1; at >= Math.max(0, close - LONGEST_PHRASE); at -= 1) {
    const token = tokens[at];
    if (token?.key === open) return at;
    if (token?.kind === 'figure' || token?.key === ';' || token?.key === ':') break;
  }
  return 0;
}

/** Cuts "on Thursday", "this week", "in Asian trading" off the end. */
function withoutTime(tokens: readonly Token[], end: number): number {
  if (!DAYS.test(tokens[end - 1]?.key ?? '')) return end;
  for (let at = end - 1; at >= Math.max(0, end - 5); at -= 1) {
    const token = tokens[at];
    if (token?.kind === 'asset' || token?.kind === 'mark') return at + 1;
    if (PREPOSITIONS.has(token?.key ?? '')) return at;
  }
  return end - 1;
}

function phraseStart(tokens: readonly Token[], end: number): number {
  let at = end;
  while (at > 0 && end - at < LONGEST_PHRASE) {
    const token = tokens[at - 1];
    if (!token || token.kind === 'figure' || CONJUNCTIONS.has(token.key) || CAUSES.has(token.key)) break;
    if ((token.kind === 'mark' || token.key === 'and' || token.key === 'or') && !joinsAssets(tokens, at - 1)) break;
    at -= 1;
  }
  return at;
}

/** The comma or "and" of "Solana, Dogecoin and Avalanche". */
function joinsAssets(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.key !== ',' && token?.key !== 'and' && token?.key !== 'or') return false;
  const left = tokens[at - 1]?.key === ',' ? tokens[at - 2] : tokens[at - 1];
  const right = tokens[at + 1]?.key === 'and' ? tokens[at + 2] : tokens[at + 1];
  return left?.kind === 'asset' && right?.kind === 'asset';
}

/** What the noun phrase `tokens[from, to)` is. */
export function classify(tokens: readonly Token[], from: number, to: number): Phrase {
  const inside = tokens.slice(from, to);
  const symbols = [...new Set(inside.filter(({ kind }) => kind === 'asset').map(({ key }) => key))];
  const phrase = { from, to, symbols, shares: inside.some(({ key }) => SHARES.has(key)) };
  const last = tokens[to - 1];
  if (to <= from || !last || DETERMINERS.has(last.key)) return { ...phrase, to: from, kind: 'none' };
  if (last.kind === 'asset') return assetPhrase(tokens, to - 1, phrase);
  const plain = inside.slice(0, -1).every(({ key }) => DETERMINERS.has(key) || ADJECTIVES.has(key) || key === 'with');
  if (plain && to - from > 1 && MOVE_NOUNS.has(last.key)) return { ...phrase, kind: 'none' };
  if (last.key === 'it' || last.key === 'its') return { ...phrase, kind: 'thing' };
  if (GAUGES.has(last.key) && tokens[to - 2]?.kind === 'asset' && to - 2 >= from)
    return assetPhrase(tokens, to - 2, phrase);
  const isShares = SHARES.has(last.key);
  if (isShares || THINGS.has(last.key)) {
    if (tokens[to - 2]?.kind === 'asset' && to - 2 >= from) return assetPhrase(tokens, to - 2, phrase);
    if (plain) return { ...phrase, kind: isShares ? 'shares' : 'thing' };
    return { ...phrase, kind: isShares || last.key.startsWith('price') ? 'named' : 'other' };
  }
  const isName = last.capital && !QUANTITIES.has(last.key) && !isTitleCase(tokens);
  return { ...phrase, kind: isName && to - from <= 3 ? 'named' : 'other' };
}

type Found = Omit<Phrase, 'kind'>;

/** A phrase that ends in an asset is that asset unless it belongs to something else ("holders of bitcoin"). */
function assetPhrase(tokens: readonly Token[], last: number, phrase: Found): Phrase {
  let first = last;
  while (first > phrase.from && (tokens[first - 1]?.kind === 'asset' || joinsAssets(tokens, first - 1))) first -= 1;
  const members = tokens.slice(first, last + 1).filter(({ kind }) => kind === 'asset');
  const symbols = [...new Set(members.map(({ key }) => key))];
  for (let at = first - 1; at >= phrase.from; at -= 1) {
    const key = tokens[at]?.key ?? '';
    if (/^(?:that|which|who|hold|holds|holding|track|tracks|tracking)$/.test(key)) return { ...phrase, kind: 'other' };
    if (!PREPOSITIONS.has(key)) continue;
    if (key === 'with') break;
    const head = tokens[at - 1];
    if (head && at - 1 >= phrase.from && isOwnHead(head)) break;
    return { ...phrase, kind: 'other' };
  }
  return { ...phrase, kind: 'asset', symbols };
}

/** "the price of bitcoin", "shares of Tesla", "losses in ether". */
function isOwnHead({ key }: Token): boolean {
  return THINGS.has(key) || SHARES.has(key) || (MOVE_NOUNS.has(key) && MOVES.has(key));
}

function isTitleCase(tokens: readonly Token[]): boolean {
  const long = tokens.filter(({ kind, key }) => kind === 'word' && key.length > 4);
  return long.length > 2 && long.filter(({ capital }) => capital).length > long.length * 0.6;
}

const CLOSES_SUBJECT =
  /^(?:has|had|have|is|was|are|were|will|would|could|may|might|can|sold|saw|sees|extends|[a-z]{3,}ed)$/;

/** The asset that a sentence begins with as its subject ("Bitcoin sold off ..."), or null. */
export function leadingAsset(tokens: readonly Token[]): string | null {
  let from = 0;
  if (PREPOSITIONS.has(tokens[0]?.key ?? '') || CONJUNCTIONS.has(tokens[0]?.key ?? '')) {
    const comma = tokens.slice(0, LONGEST_PHRASE).findIndex(({ key }) => key === ',');
    if (comma < 0) return null;
    from = comma + 1;
  }
  for (let at = from; at < Math.min(tokens.length, from + LONGEST_PHRASE); at += 1) {
    const token = tokens[at];
    if (!token || token.kind === 'figure') return null;
    const { key } = token;
    const closes = MOVES.has(key) || TRADES.has(key) || CAUSES.has(key) || ADVERBS.has(key) || CLOSES_SUBJECT.test(key);
    if (token.kind === 'asset' || (!closes && token.kind !== 'mark')) continue;
    const phrase = classify(tokens, from, at);
    return phrase.kind === 'asset' && phrase.symbols.length === 1 ? (phrase.symbols[0] ?? null) : null;
  }
  return null;
}
