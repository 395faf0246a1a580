import type { Turn } from './sentiment-entry.ts';
import { LEXICON } from './sentiment-lexicon.ts';
import type { LexiconEntry, LexiconPhrase } from './sentiment-lexicon.ts';
import type { Token } from './sentiment-tokens.ts';

/** A lexicon phrase found in a text. */
export interface Hit {
  readonly entry: LexiconEntry;
  /** First and last token. */
  readonly from: number;
  readonly to: number;
}

/** A run of words between punctuation marks or conjunctions. */
export interface Clause {
  readonly turn: Turn | null;
  /** Its first token: the conjunction, where there is one. */
  readonly start: number;
  readonly hits: readonly Hit[];
}

export interface Sentence {
  readonly clauses: readonly Clause[];
  readonly question: boolean;
}

/** Binding looks at pairs within a clause; a longer run of hits without punctuation is not prose. */
const MAX_HITS = 40;
/** "+3%" or "-4.5%" standing for a move. */
const SIGNED: Readonly<Record<'up' | 'down', LexiconEntry>> = {
  up: { role: 'move', weight: 1, alone: 1, rising: 0, turn: null },
  down: { role: 'move', weight: -1, alone: -1, rising: 0, turn: null },
};

/** Finds the lexicon's phrases, longest first and without overlap, and sorts them into clauses and sentences. */
export function readClauses(tokens: readonly Token[]): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let clauses: Clause[] = [];
  let turn: Turn | null = null;
  let hits: Hit[] = [];
  let opening = true;
  let start = 0;
  let at = 0;
  const closeClause = (next: Turn | null): void => {
    if (hits.length > 0 || turn === 'versus') clauses.push({ turn, start, hits });
    hits = [];
    turn = next;
    start = at;
    opening = true;
  };
  const closeSentence = (question: boolean): void => {
    closeClause(null);
    if (clauses.length > 0) sentences.push({ clauses, question });
    clauses = [];
  };
  for (let token = tokens[at]; token; token = tokens[at]) {
    if (token.kind === 'break' || hits.length >= MAX_HITS) closeClause(null);
    else if (token.kind === 'stop') closeSentence(token.key === '?');
    const found = findPhrase(tokens, at, opening);
    const phrase = found?.phrase;
    const to = found?.to ?? at;
    const lapped = phrase && to > at && phrase.words.at(-1) === '#' && findPhrase(tokens, to, false);
    if (lapped) {
      at = to;
      continue;
    }
    if (phrase?.entry.turn) closeClause(phrase.entry.turn);
    else if (phrase && phrase.entry.role !== 'silent') hits.push({ entry: phrase.entry, from: at, to });
    else if (!phrase && token.percent && token.sign !== 0 && !endsIn(hits.at(-1), at - 2)) {
      hits.push({ entry: token.sign > 0 ? SIGNED.up : SIGNED.down, from: at, to });
    }
    if (token.kind === 'word' || token.kind === 'number') opening = Boolean(phrase?.entry.turn);
    at = to + 1;
  }
  closeSentence(false);
  return sentences;
}

interface FoundPhrase {
  readonly phrase: LexiconPhrase;
  /** Its last token. */
  readonly to: number;
}

function findPhrase(tokens: readonly Token[], at: number, opening: boolean): FoundPhrase | undefined {
  const token = tokens[at];
  if (!token || token.kind === 'break' || token.kind === 'stop') return undefined;
  for (const phrase of LEXICON.get(token.key) ?? []) {
    if (phrase.opening && !opening) continue;
    const to = endOf(phrase, tokens, at);
    if (to >= at) return { phrase, to };
  }
  return undefined;
}

/** Stand between words that belong together: "raises its guidance", "signs a contract". */
const BETWEEN = new Set(['a', 'an', 'the', 'its', 'their', 'his', 'her']);

/** The last token of a phrase that begins at a token, or -1. */
function endOf({ words }: LexiconPhrase, tokens: readonly Token[], at: number): number {
  let next = at;
  for (const [place, word] of words.entries()) {
    if (place > 0 && tokens[next]?.key !== word && BETWEEN.has(tokens[next]?.key ?? '')) next += 1;
    if (tokens[next]?.key !== word) return -1;
    next += 1;
  }
  return next - 1;
}

function endsIn(hit: Hit | undefined, from: number): boolean {
  return hit?.entry.role === 'move' && hit.to >= from;
}
