import type { Figure, Metric } from '../../model/analysis.ts';
import type { Phrase } from './figure-subject.ts';
import type { Token } from './figure-tokens.ts';

export type FigureKind = 'percent' | 'bps' | 'points' | 'multiple' | 'coins' | 'small' | 'big';

/** What was understood of one figure. */
export interface Sense {
  readonly metric: Metric;
  readonly asset: string | null;
  readonly direction: Figure['direction'];
  /** Which price: the lowest, the highest, or null for the last. */
  readonly extreme: 'low' | 'high' | null;
  /** Tokens that may name a side of the market: the noun phrases that say what is measured. */
  readonly about: readonly (readonly [from: number, to: number])[];
}

/** A figure before, in the same sentence. */
export interface Told extends Sense {
  readonly kind: FigureKind;
  /** Index of its token. */
  readonly at: number;
  readonly unit: string;
}

/** What the text as a whole tells. `company` is learnt on the way. */
export interface TextFacts {
  /** Symbols that the text names anywhere. */
  readonly symbols: ReadonlySet<string>;
  /** The asset that the text is mainly about, or null. */
  readonly subject: string | null;
  /** Of the article, in ms; null where nobody says. */
  readonly publishedAt: number | null;
  /** Whose shares "the shares" are, as far as the text has said. */
  company: string | null;
}

export interface SentenceFacts {
  readonly text: TextFacts;
  readonly leading: string | null;
  readonly tokens: readonly Token[];
  /** Last first. */
  readonly told: readonly Told[];
}

export const UNKNOWN: Sense = { metric: 'amount', asset: null, direction: null, extreme: null, about: [] };

/**
 * Whose price, level or change a figure at `tokens[at]` is, by its subject. `undefined`: of something that is no
 * asset. `loose`: said of a price for certain, so that the text's subject may be meant where none is named.
 */
export function ownerBy(phrase: Phrase, at: number, facts: SentenceFacts, loose: boolean): string | null | undefined {
  if (phrase.kind === 'asset') {
    const owner = shareOfList(phrase.symbols, at, facts);
    if (phrase.shares && owner !== null) facts.text.company = owner;
    return owner;
  }
  if (phrase.kind === 'named') return null;
  if (phrase.kind === 'other') return undefined;
  if (phrase.kind === 'shares') {
    const owner =
      facts.leading ?? facts.told.find(({ asset }) => asset !== null)?.asset ?? firstAssetBefore(phrase.from, facts);
    facts.text.company = owner ?? facts.text.company;
    return facts.text.company;
  }
  const [last] = facts.told;
  if (last && phrase.kind === 'none' && last.metric !== 'level') return last.asset;
  const named = last?.asset ?? facts.leading;
  if (named !== null) return named;
  if (phrase.kind === 'none' && !loose) return null;
  const { subject } = facts.text;
  return facts.tokens.slice(0, at).every(({ kind, key }) => kind !== 'asset' || key === subject) ? subject : null;
}

/** "Coinbase misses estimates; shares fall 8%": the only asset named so far in the sentence. */
function firstAssetBefore(at: number, { tokens }: SentenceFacts): string | null {
  const before = new Set(
    tokens
      .slice(0, at)
      .filter(({ kind }) => kind === 'asset')
      .map(({ key }) => key),
  );
  const [only] = before;
  return before.size === 1 && only !== undefined ? only : null;
}

/** "Solana, Dogecoin and Avalanche fell 10%, 11% and 12%": the figure's own; null where the numbers differ. */
function shareOfList(symbols: readonly string[], at: number, { tokens }: SentenceFacts): string | null {
  const [first] = symbols;
  if (first === undefined) return null;
  if (symbols.length === 1) return first;
  let before = 0;
  for (let left = at; (left = neighbour(tokens, left, -1)) >= 0;) before += 1;
  let after = 0;
  for (let right = at; (right = neighbour(tokens, right, 1)) >= 0;) after += 1;
  if (before + after === 0) return first;
  return before + after + 1 === symbols.length ? (symbols[before] ?? null) : null;
}

/** Index of the figure that only a comma, "and" or both part from the one at `at`, or -1. */
export function neighbour(tokens: readonly Token[], at: number, step: 1 | -1): number {
  for (let index = at + step; Math.abs(index - at) <= 3; index += step) {
    const token = tokens[index];
    if (token?.kind === 'figure') return index;
    if (token?.key !== ',' && token?.key !== 'and' && token?.key !== 'or') return -1;
  }
  return -1;
}
