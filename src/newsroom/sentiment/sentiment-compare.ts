import type { Sentence } from './sentiment-clauses.ts';
import type { Token } from './sentiment-tokens.ts';

/** What a comparison of two figures says, in place of the words in it: "earnings of $2 a share vs. $1.50". */
export interface Comparison {
  /** Tokens from the thing to its figure. */
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

const WEIGHT = 2;
const REACH = 10;

/**
 * Compares the figure of a thing with the one that the sentence sets against it. Where the other side names the
 * opposite thing ("a loss, compared to a profit"), the kind decides and not the figures. Sentences with a move
 * ("rose to 5 from 4") say it themselves and give nothing.
 */
export function compareFigures({ clauses }: Sentence, tokens: readonly Token[]): Comparison | null {
  const place = clauses.findIndex(({ turn }) => turn === 'versus');
  const [before, after] = [clauses[place - 1], clauses[place]];
  if (!before || !after || before.hits.some(({ entry }) => entry.role === 'move' || entry.role === 'shift'))
    return null;
  const thing = before.hits.find(({ entry }) => entry.role === 'thing' && entry.rising !== 0);
  const figure = numberBefore(tokens, after.start);
  const base = numberFrom(tokens, after.start);
  if (!thing || !figure || !base || figure.at < thing.from) return null;
  const { rising } = thing.entry;
  const other = after.hits.find(({ entry }) => entry.role === 'thing' && entry.rising !== 0)?.entry;
  const sign = other && other.rising !== rising ? rising : rising * compare(figure.token, base.token);
  return sign === 0 ? null : { from: thing.from, to: figure.at, weight: sign * WEIGHT };
}

function compare(figure: Token, base: Token): number {
  const ratio = figure.value / base.value;
  return figure.percent === base.percent && ratio > 0.05 && ratio < 20 ? Math.sign(figure.value - base.value) : 0;
}

interface Placed {
  readonly token: Token;
  readonly at: number;
}

function numberBefore(tokens: readonly Token[], start: number): Placed | null {
  for (let at = start - 1; at >= Math.max(0, start - REACH); at -= 1) {
    const token = tokens[at];
    if (token?.kind === 'stop') return null;
    if (token?.kind === 'number') return { token, at };
  }
  return null;
}

function numberFrom(tokens: readonly Token[], start: number): Placed | null {
  for (let at = start; at < start + REACH; at += 1) {
    const token = tokens[at];
    if (!token || token.kind === 'stop') return null;
    if (token.kind === 'number') return { token, at };
  }
  return null;
}
