import { foldWords } from '../newsroom/fold-words.ts';
import type { FilterToken } from './lex-filter.ts';
import type { FilterVocabulary } from './vocabulary.ts';

type WordToken = Extract<FilterToken, { kind: 'word' | 'quoted' }>;

/** Words of the longest asset name that is looked for in unquoted words. */
const MAX_NAME_WORDS = 6;

/** Makes one token of neighbouring bare words that are together the name of an asset: `bitcoin cash`. */
export function joinNames(tokens: readonly FilterToken[], vocabulary: FilterVocabulary): readonly FilterToken[] {
  const joined: FilterToken[] = [];
  for (let index = 0; index < tokens.length;) {
    const run = bareRun(tokens, index);
    const name = longestName(run, vocabulary);
    const token = name ?? tokens[index];
    if (token) joined.push(token);
    index += name ? run.findIndex(({ end }) => end === name.end) + 1 : 1;
  }
  return joined;
}

function bareRun(tokens: readonly FilterToken[], start: number): readonly WordToken[] {
  const run: WordToken[] = [];
  for (const token of tokens.slice(start, start + MAX_NAME_WORDS)) {
    if (token.kind !== 'word' || token.sigil !== '') break;
    if (run.length > 0 && (token.negated || !token.follows)) break;
    run.push(token);
  }
  return run;
}

function longestName(run: readonly WordToken[], vocabulary: FilterVocabulary): WordToken | undefined {
  for (let length = run.length; length >= 2; length -= 1) {
    const [first] = run;
    const last = run[length - 1];
    // Punctuation may stand inside a name ("Procter & Gamble"), but does not belong to one at its ends.
    if (!first || !last || foldWords(first.text).length === 0 || foldWords(last.text).length === 0) continue;
    const text = run
      .slice(0, length)
      .map((token) => token.text)
      .join(' ');
    if (vocabulary.findAsset(text)) return { ...first, text, end: last.end };
  }
  return undefined;
}
