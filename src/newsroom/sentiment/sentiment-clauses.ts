import type { Turn } from './sentiment-entry.ts';
import { BETWEEN, GAP, isGap, phrasesFrom } from './sentiment-lexicon.ts';
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
  /** Below 1 for a question, or for a heading that only explains. */
  readonly factor: number;
}

/** Binding looks at pairs within a clause; a longer run of hits without punctuation is not prose. */
const MAX_HITS = 40;
const QUESTION = 0.35;
/** What a clause that explains the rest may follow, but for nothing. */
const FRAMED_AFTER = new Set(['', ':', '—', '–', '-', '|']);
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
  let frame = 1;
  let lastBreak = '';
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
    if (clauses.length > 0) sentences.push({ clauses, factor: question ? Math.min(QUESTION, frame) : frame });
    clauses = [];
    frame = 1;
    lastBreak = '';
  };
  for (let token = tokens[at]; token; token = tokens[at]) {
    if (token.kind === 'break') lastBreak = token.key;
    if (token.kind === 'break' || hits.length >= MAX_HITS) closeClause(null);
    else if (token.kind === 'stop') closeSentence(token.key === '?');
    const found = findPhrase(tokens, at, opening);
    const phrase = found?.phrase;
    const to = found?.to ?? at;
    const lapped = phrase && to > at && phrase.words.at(-1)?.has('#') && findPhrase(tokens, to, false);
    if (lapped) {
      at = to;
      continue;
    }
    if (phrase?.entry.turn) closeClause(phrase.entry.turn);
    else if (phrase?.entry.role === 'frame') {
      // "X, who did it," says who, and explains nothing.
      if (!phrase.opening || FRAMED_AFTER.has(lastBreak)) frame = Math.min(frame, phrase.entry.weight);
    } else if (phrase && phrase.entry.role !== 'silent') hits.push({ entry: phrase.entry, from: at, to });
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
  for (const phrase of phrasesFrom(token.key, tokens[at + 1]?.key ?? '')) {
    if (phrase.opening && !opening) continue;
    const to = endOf(phrase.words, tokens, at + 1, 1);
    if (to >= at) return { phrase, to };
  }
  return undefined;
}

const GAP_WORDS = 4;
/** What ends a narrow gap in a phrase. */
const GAP_ENDS = new Set(
  `about after against amid and as at because before but by despite for from if in into of on or over that though to
  when which while who with without`.split(/\s+/),
);

/** The last token of a phrase whose words from `place` on begin at a token, or -1. */
function endOf(words: LexiconPhrase['words'], tokens: readonly Token[], at: number, place: number): number {
  const word = words[place];
  if (word === undefined) return at - 1;
  if (isGap(word)) return endAfterGap(words, tokens, at, place);
  const key = tokens[at]?.key ?? '';
  const next = !word.has(key) && BETWEEN.has(key) ? at + 1 : at;
  return word.has(tokens[next]?.key ?? '') ? endOf(words, tokens, next + 1, place + 1) : -1;
}

function endAfterGap(words: LexiconPhrase['words'], tokens: readonly Token[], at: number, place: number): number {
  for (let next = at; next <= at + GAP_WORDS; next += 1) {
    const to = endOf(words, tokens, next, place + 1);
    if (to >= 0) return to;
    const token = tokens[next];
    if (!token || token.kind === 'break' || token.kind === 'stop') return -1;
    if (words[place]?.has(GAP) && GAP_ENDS.has(token.key)) return -1;
  }
  return -1;
}

function endsIn(hit: Hit | undefined, from: number): boolean {
  return hit?.entry.role === 'move' && hit.to >= from;
}
