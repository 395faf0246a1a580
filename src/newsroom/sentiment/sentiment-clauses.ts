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
    const phrase = findPhrase(tokens, at, opening);
    const to = at + (phrase?.words.length ?? 1) - 1;
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

function findPhrase(tokens: readonly Token[], at: number, opening: boolean): LexiconPhrase | undefined {
  const token = tokens[at];
  if (!token || token.kind === 'break' || token.kind === 'stop') return undefined;
  const phrases = LEXICON.get(token.key);
  return phrases?.find(
    (phrase) => (opening || !phrase.opening) && phrase.words.every((word, offset) => tokens[at + offset]?.key === word),
  );
}

function endsIn(hit: Hit | undefined, from: number): boolean {
  return hit?.entry.role === 'move' && hit.to >= from;
}
