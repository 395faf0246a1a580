import type { LexiconGroup, Turn } from './sentiment-entry.ts';
import { pluralForm, verbForms } from './sentiment-inflect.ts';
import { BUSINESS_ENDS } from './sentiment-lexicon-business-ends.ts';
import { BUSINESS } from './sentiment-lexicon-business.ts';
import { CHARTS } from './sentiment-lexicon-charts.ts';
import { COMPANY } from './sentiment-lexicon-company.ts';
import { CRYPTO } from './sentiment-lexicon-crypto.ts';
import { GENERAL } from './sentiment-lexicon-general.ts';
import { GRAMMAR } from './sentiment-lexicon-grammar.ts';
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
  /** Lower-case; `#` stands for a number. */
  readonly words: readonly string[];
  /** Only as the first words of a clause. */
  readonly opening: boolean;
  readonly entry: LexiconEntry;
}

/** English phrases by their first word, longest first. */
export const LEXICON: ReadonlyMap<string, readonly LexiconPhrase[]> = indexPhrases([
  ...GRAMMAR,
  ...BUSINESS_ENDS,
  ...BUSINESS,
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
 * singular and plural, `#` for any number, a leading `^` for the start of a clause. Of equal phrases the first holds.
 */
function indexPhrases(groups: readonly LexiconGroup[]): ReadonlyMap<string, readonly LexiconPhrase[]> {
  const index = new Map<string, LexiconPhrase[]>();
  const seen = new Set<string>();
  for (const group of groups) {
    const entry = entryOf(group);
    for (const phrase of group.entries.trim().split(/,\s+/)) {
      const opening = phrase.startsWith('^ ');
      for (const words of wordings(opening ? phrase.slice(2) : phrase)) {
        const [first] = words;
        const key = `${opening ? '^' : ''}${words.join(' ')}`;
        if (first === undefined || seen.has(key)) continue;
        seen.add(key);
        const known = index.get(first);
        if (known) known.push({ words, opening, entry });
        else index.set(first, [{ words, opening, entry }]);
      }
    }
  }
  for (const phrases of index.values()) {
    phrases.sort((a, b) => b.words.length - a.words.length || Number(b.opening) - Number(a.opening));
  }
  return index;
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

function wordings(phrase: string): readonly (readonly string[])[] {
  let wordings: readonly (readonly string[])[] = [[]];
  for (const word of phrase.split(' ')) {
    const forms = formsOf(word);
    wordings = wordings.flatMap((start) => forms.map((form) => [...start, form]));
  }
  return wordings;
}

function formsOf(word: string): readonly string[] {
  if (word.endsWith('~')) return verbForms(word.slice(0, -1));
  if (word.endsWith('*')) return [word.slice(0, -1), pluralForm(word.slice(0, -1))];
  return [word];
}
