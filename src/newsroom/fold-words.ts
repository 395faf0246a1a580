import { boundMarks } from '../texts/bound-marks.ts';

// Scripts written without spaces: every character is a word of its own, so that a phrase finds it inside a run.
const WORD =
  /[[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]&&\p{L}]\p{M}*|[[\p{L}\p{N}]--[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]][[\p{L}\p{N}\p{M}]--[[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]&&\p{L}]]*(?:'s(?![\p{L}\p{N}\p{M}]))?/gv;
const APOSTROPHE = /[\u2019\u02bc\u201b]/g;
const INVISIBLE_IN_WORDS = /[\u00ad\u200c\u200d\u2060\ufeff]/g;

/**
 * The one reading of text as words, for filters and for the full-text index: NFKC, lower case; letters, digits
 * and their marks; "'s" at the end of a word dropped. Linear in the text, and folding `foldWords(text).join(' ')`
 * again gives the same words.
 */
export function foldWords(text: string): readonly string[] {
  const visible = boundMarks(text.replace(INVISIBLE_IN_WORDS, ''));
  // Normalised twice: a lower-case form can be composable where the upper-case one was not.
  const lower = visible.normalize('NFKC').toLowerCase().normalize('NFKC');
  // Which sigma a lower-case word ends with depends on what follows it.
  const folded = boundMarks(lower.replace(APOSTROPHE, "'").replaceAll('ς', 'σ'));
  const words: string[] = folded.match(WORD) ?? [];
  return words.map((word) => (word.endsWith("'s") ? word.slice(0, -2) : word));
}
