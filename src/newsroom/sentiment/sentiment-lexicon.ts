import type { LexiconGroup, Turn } from './sentiment-entry.ts';
import { pluralForm, verbForms } from './sentiment-inflect.ts';
import { BUSINESS_ENDS } from './sentiment-lexicon-business-ends.ts';
import { BUSINESS } from './sentiment-lexicon-business.ts';
import { CHARTS } from './sentiment-lexicon-charts.ts';
import { COMPANY } from './sentiment-lexicon-company.ts';
import { CRIME } from './sentiment-lexicon-crime.ts';
import { CRYPTO } from './sentiment-lexicon-crypto.ts';
import { FRAMES } from './sentiment-lexicon-frames.ts';
import { GENERAL } from './sentiment-lexicon-general.ts';
import { GRAMMAR } from './sentiment-lexicon-grammar.ts';
import { LAW } from './sentiment-lexicon-law.ts';
import { MARKET } from './sentiment-lexicon-market.ts';
import { MOVES } from './sentiment-lexicon-moves.ts';
import { THINGS } from './sentiment-lexicon-things.ts';
import { TRADERS } from './sentiment-lexicon-traders.ts';

export interface LexiconEntry {
  readonly role: LexiconGroup['role'];
  readonly weight: number;
  /** Of a move or shift without a thing. */
  readonly alone: number;
  /** Of a thing: whether more of it is good. */
  readonly rising: -1 | 0 | 1;
  readonly turn: Turn | null;
}

export interface LexiconPhrase {
  /** What each word may be: lower-case; `#` stands for a number, GAP and WIDE_GAP for a few words more. */
  readonly words: readonly ReadonlySet<string>[];
  /** Only as the first words of a clause. */
  readonly opening: boolean;
  readonly entry: LexiconEntry;
}

/** A few words may stand here, but no preposition or conjunction: "drops [the money-laundering] charges". */
export const GAP = '..';
/** A few words may stand here, prepositions too: "charges [against the founder] dropped". */
const WIDE_GAP = '...';

/** Whether words may stand at this place of a phrase that it does not name. */
export function isGap(word: ReadonlySet<string>): boolean {
  return word.has(GAP) || word.has(WIDE_GAP);
}

/** The phrases that begin with one word, longest first. */
interface Beginning {
  readonly all: readonly LexiconPhrase[];
  /** Those that may go on with a word. */
  readonly bySecond: ReadonlyMap<string, readonly LexiconPhrase[]>;
  /** Those that may go on with any other. */
  readonly others: readonly LexiconPhrase[];
}

const LEXICON: ReadonlyMap<string, readonly LexiconPhrase[]> = indexPhrases([
  ...GRAMMAR,
  ...BUSINESS_ENDS,
  ...BUSINESS,
  ...FRAMES,
  ...LAW,
  ...CRIME,
  ...CRYPTO,
  ...COMPANY,
  ...TRADERS,
  ...CHARTS,
  ...MOVES,
  ...THINGS,
  ...MARKET,
  ...GENERAL,
]);

/**
 * Reads the groups' notation: entries are separated by commas, `verb~` stands for all forms of the verb, `noun*` for
 * singular and plural, `a|b` for either, `#` for any number, `..` and `...` for a gap, a leading `^` for the start of a
 * clause. Of equal phrases the first holds.
 */
function indexPhrases(groups: readonly LexiconGroup[]): ReadonlyMap<string, readonly LexiconPhrase[]> {
  const index = new Map<string, LexiconPhrase[]>();
  for (const group of groups) {
    const entry = entryOf(group);
    for (const written of group.entries.trim().split(/,\s+/)) {
      const opening = written.startsWith('^ ');
      const words = (opening ? written.slice(2) : written).split(/\s+/).map(formsOf);
      const phrase = { words, opening, entry };
      for (const first of words[0] ?? []) {
        const known = index.get(first);
        if (known) known.push(phrase);
        else index.set(first, [phrase]);
      }
    }
  }
  return index;
}

function beginningOf(phrases: readonly LexiconPhrase[]): Beginning {
  const all = phrases.toSorted((a, b) => rankOf(b) - rankOf(a));
  const isOpen = ({ words: [, second] }: LexiconPhrase): boolean => second === undefined || isGap(second);
  const seconds = new Set(all.filter((phrase) => !isOpen(phrase)).flatMap(({ words }) => [...(words[1] ?? [])]));
  const after = (word: string): readonly LexiconPhrase[] =>
    all.filter((phrase) => isOpen(phrase) || phrase.words[1]?.has(word));
  return { all, bySecond: new Map([...seconds].map((word) => [word, after(word)])), others: all.filter(isOpen) };
}

/** Stand between words that belong together: "raises its guidance", "signs a contract". */
export const BETWEEN: ReadonlySet<string> = new Set(['a', 'an', 'the', 'its', 'their', 'his', 'her']);

const NONE: readonly LexiconPhrase[] = [];
/** Sorted when a text first has the word: most words of the lexicon wait for long. */
const beginnings = new Map<string, Beginning>();

/** English phrases that may begin with two words in a row, longest first. */
export function phrasesFrom(first: string, second: string): readonly LexiconPhrase[] {
  const phrases = LEXICON.get(first);
  if (!phrases) return NONE;
  const beginning = beginnings.get(first) ?? beginningOf(phrases);
  beginnings.set(first, beginning);
  return BETWEEN.has(second) ? beginning.all : (beginning.bySecond.get(second) ?? beginning.others);
}

/** More words first; of as many, those at a clause's start, then those without a gap. */
function rankOf({ words, opening }: LexiconPhrase): number {
  const gaps = words.filter(isGap).length;
  return (words.length - gaps) * 4 + (opening ? 2 : 0) - Math.min(gaps, 1);
}

function entryOf(group: LexiconGroup): LexiconEntry {
  return {
    role: group.role,
    weight: 'weight' in group ? group.weight : 0,
    alone: 'alone' in group ? group.alone : 0,
    rising: group.role === 'thing' ? group.rising : 0,
    turn: group.role === 'turn' ? group.turn : null,
  };
}

function formsOf(word: string): ReadonlySet<string> {
  return new Set(
    word.split('|').flatMap((one) => {
      if (one.endsWith('~')) return verbForms(one.slice(0, -1));
      return one.endsWith('*') ? [one.slice(0, -1), pluralForm(one.slice(0, -1))] : [one];
    }),
  );
}
