import type { FoundNumber } from './figure-numbers.ts';
import type { Told } from './figure-context.ts';
import type { Token } from './figure-tokens.ts';
import { AIMS, AUXILIARIES, CONJUNCTIONS, HEDGES, MODALS, MOVES, PREPOSITIONS } from './figure-words.ts';

/** One figure among the tokens of its sentence. */
export interface Place {
  readonly tokens: readonly Token[];
  /** Index of the figure's token. */
  readonly at: number;
  /** Index of the word, asset or figure that leads up to it, past "about", "more than" and the like; -1 for none. */
  readonly lead: number;
  /** Words between the lead and the figure. */
  readonly hedges: ReadonlySet<string>;
  readonly number: FoundNumber;
  /** As written. */
  readonly text: string;
  /** What the figures before it in the sentence said, last first. */
  readonly told: readonly Told[];
}

const LONGEST_HEDGE = 6;

/** Index of what leads up to `tokens[at]`, and the words between. */
export function findLead(tokens: readonly Token[], at: number): { lead: number; hedges: ReadonlySet<string> } {
  const hedges = new Set<string>();
  let lead = at - 1;
  while (lead >= 0 && hedges.size < LONGEST_HEDGE) {
    const key = tokens[lead]?.key ?? '';
    if (key === 'to' && tokens[lead - 1]?.key === 'up' && !MOVES.has(tokens[lead - 2]?.key ?? '')) {
      hedges.add('up_to');
      lead -= 2;
    } else if (key === 'as' && /^(?:much|many|low|high)$/.test(tokens[lead - 1]?.key ?? '')) {
      hedges.add(tokens[lead - 1]?.key ?? '');
      lead -= tokens[lead - 2]?.key === 'as' ? 3 : 2;
    } else if (key === 'by' && tokens[lead - 1]?.kind === 'word') {
      hedges.add(key);
      lead -= 1;
    } else if (HEDGES.has(key) && !endsClause(tokens, lead)) {
      hedges.add(key);
      lead -= 1;
    } else break;
  }
  return { lead, hedges };
}

/** "near" and "around" arrive where a verb stands before them: "trades near $5". */
function endsClause(tokens: readonly Token[], at: number): boolean {
  const key = tokens[at]?.key ?? '';
  if (key === 'near' || key === 'around' || key === 'over') {
    const before = tokens[at - 1];
    return (
      before?.kind === 'word' &&
      !PREPOSITIONS.has(before.key) &&
      !HEDGES.has(before.key) &&
      !AUXILIARIES.has(before.key)
    );
  }
  return false;
}

const LONGEST_NOUN = 6;

/** End of the noun phrase that begins at `from`: before the next preposition, verb or mark. */
export function phraseEnd(tokens: readonly Token[], from: number): number {
  let at = from;
  while (at < tokens.length && at - from < LONGEST_NOUN) {
    const token = tokens[at];
    if (!token || token.kind === 'mark' || token.kind === 'figure') break;
    const { key } = token;
    if (AUXILIARIES.has(key) || CONJUNCTIONS.has(key) || PREPOSITIONS.has(key) || key === 'that') break;
    if ((key === 'and' || key === 'or') && tokens[at + 1]?.kind !== 'asset') break;
    at += 1;
  }
  return at;
}

/** Index after the break (mark, conjunction) before `at`, at most 24 tokens back; commas do not count. */
export function clauseStart(tokens: readonly Token[], at: number): number {
  let from = at;
  while (from > 0 && at - from < 24) {
    const token = tokens[from - 1];
    if (!token || CONJUNCTIONS.has(token.key) || (token.kind === 'mark' && token.key !== ',')) break;
    from -= 1;
  }
  return from;
}

/** The assets named in `tokens[from, to)`: the only one, or null for none or several. */
export function onlyAsset(tokens: readonly Token[], from: number, to: number): string | null {
  let only: string | null = null;
  for (let at = Math.max(0, from); at < to; at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'asset') continue;
    if (only !== null && only !== token.key) return null;
    only = token.key;
  }
  return only;
}

/** Whether a price is only foreseen or aimed at: "could fall to", "a target of", "if it drops to". */
export function isAimed({ tokens, at }: Pick<Place, 'tokens' | 'at'>): boolean {
  const from = Math.max(0, clauseStart(tokens, at) - 1);
  return tokens.slice(from, at).some(({ key }) => MODALS.has(key) || AIMS.has(key));
}

/** Whether what a figure says is only foreseen, feared or wished for: "could fall 5%", "is expected to rise 5%". */
export function isForeseen({ tokens, at }: Pick<Place, 'tokens' | 'at'>): boolean {
  const from = Math.max(0, clauseStart(tokens, at) - 1);
  for (let index = at - 1; index >= from; index -= 1) {
    const key = tokens[index]?.key ?? '';
    if (key === ',') return false;
    if (MODALS.has(key)) return true;
    if (/^(?:expected|forecast|projected|likely|set|poised)$/.test(key) && tokens[index + 1]?.key === 'to') return true;
  }
  return false;
}
