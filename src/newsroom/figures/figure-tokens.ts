import type { FoundNumber, Mention } from './figure-numbers.ts';
import { lowered } from './lowered.ts';

export interface Token {
  readonly kind: 'word' | 'figure' | 'asset' | 'mark';
  /** Lower-case word, sign of a mark, symbol of an asset, '' of a figure. */
  readonly key: string;
  /** Offsets in the sentence. */
  readonly start: number;
  readonly end: number;
  /** Begins with a capital letter. */
  readonly capital: boolean;
  /** Index among the sentence's figures, or -1. */
  readonly figure: number;
}

const NEXT = /[\p{L}\p{N}]+(?:['’&.-][\p{L}\p{N}]+)*|[,;:()—–…|?!]| - |\.(?=\s)/gu;
const LONGEST_ASIDE = 12;

/** Words, marks, figures and assets of a sentence, in order; both lists are ascending. */
export function readTokens(
  sentence: string,
  figures: readonly FoundNumber[],
  mentions: readonly Mention[],
): readonly Token[] {
  const lower = lowered(sentence);
  const tokens: Token[] = [];
  let figure = 0;
  let mention = 0;
  let at = 0;
  while (at < sentence.length) {
    NEXT.lastIndex = at;
    const match = NEXT.exec(lower);
    const nextFigure = figures[figure];
    while ((mentions[mention]?.start ?? Infinity) < at) mention += 1;
    const nextMention = mentions[mention];
    const wordEnd = match ? match.index + match[0].length : Infinity;
    if (nextFigure && nextFigure.start < wordEnd && nextFigure.start <= (nextMention?.start ?? Infinity)) {
      tokens.push(spanToken('figure', '', nextFigure, figure));
      figure += 1;
      at = Math.max(at, nextFigure.end);
    } else if (nextMention && nextMention.start < wordEnd) {
      tokens.push(spanToken('asset', nextMention.symbol, nextMention, -1));
      mention += 1;
      at =
        nextMention.end +
        (/^['’]s?(?![\p{L}\p{N}])/u.exec(lower.slice(nextMention.end, nextMention.end + 3))?.[0].length ?? 0);
    } else if (match) {
      const key = match[0];
      const kind = /^[\p{L}\p{N}]/u.test(key) ? 'word' : 'mark';
      const capital = kind === 'word' && /^\p{Lu}/u.test(sentence.slice(match.index, match.index + 2));
      tokens.push({ kind, key: key.trim(), start: match.index, end: wordEnd, capital, figure: -1 });
      at = wordEnd;
    } else break;
  }
  return withoutAsides(tokens);
}

function spanToken(kind: 'figure' | 'asset', key: string, span: { start: number; end: number }, figure: number): Token {
  return { kind, key, start: span.start, end: span.end, capital: kind === 'asset', figure };
}

/** Leaves out what stands in parentheses without a figure, but keeps the ticker of "the token (NEAR)". */
function withoutAsides(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(({ key }) => key === '(')) return tokens;
  const kept: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token) break;
    const close = token.key === '(' ? closing(tokens, at) : -1;
    if (close < 0) {
      kept.push(token);
      continue;
    }
    const inside = tokens.slice(at + 1, close);
    if (inside.some(({ kind }) => kind === 'figure')) kept.push(token);
    else {
      const [only] = inside;
      const namesIt = kept.at(-1)?.kind === 'word' && kept.at(-2)?.kind !== 'asset';
      if (only?.kind === 'asset' && inside.length === 1 && namesIt) kept.push(only);
      at = close;
    }
  }
  return kept;
}

function closing(tokens: readonly Token[], open: number): number {
  for (let at = open + 1; at < Math.min(tokens.length, open + LONGEST_ASIDE); at += 1) {
    if (tokens[at]?.key === ')') return at;
  }
  return -1;
}
