export interface Sentence {
  readonly text: string;
  /** Offset of `text` in what was split. */
  readonly start: number;
}

/** Never the last word of a sentence: a name or a number follows. */
const BEFORE_NAME = new Set(
  'mr mrs ms dr prof sen gov rep gen lt col sgt hon pres st mt vs no nos vol pp fig approx est ca cf eg ie e.g i.e al dept univ'.split(
    ' ',
  ),
);

/** May end a sentence; does so only where the next word is one that opens sentences. */
const MAY_END = new Set(
  'inc corp co ltd llc plc bros cos etc jr sr jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun a.m p.m u.s u.k u.n e.u u.s.a u.a.e d.c l.p s.a n.v b.v'.split(
    ' ',
  ),
);

const OPENERS = new Set(
  'the this that these those it its he she they we you i a an in on at as for from by with while after before when if but and or so yet still however meanwhile also there here investors analysts traders what why how both since despite according'.split(
    ' ',
  ),
);

const TERMINATOR = /[.!?…。！？]+["'”’»)\]]*/g;
const WORD_BEFORE = /[\p{L}\p{N}.&'’-]+$/u;
const WORD_AFTER = /^[\s"'“‘«([]*([\p{L}\p{N}$€£¥]+)/u;
const LONGEST_WORD = 24;

/**
 * Splits plain text into sentences, trimmed, with their offsets. A line break always ends one. Dots of
 * amounts ("$3.25"), abbreviations ("U.S.", "Feb. 5", "Inc."), initials and list numbers do not.
 * Time is linear in the length of the text.
 */
export function splitSentences(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  for (const match of text.matchAll(/\n|$/g)) {
    splitParagraph(text, from, match.index, sentences);
    from = match.index + 1;
  }
  return sentences;
}

function splitParagraph(text: string, from: number, to: number, out: Sentence[]): void {
  const paragraph = text.slice(from, to);
  let start = 0;
  for (const match of paragraph.matchAll(TERMINATOR)) {
    const end = match.index + match[0].length;
    if (!endsSentence(paragraph, start, match.index, end, match[0])) continue;
    push(paragraph.slice(start, end), from + start, out);
    start = end;
  }
  push(paragraph.slice(start), from + start, out);
}

function push(raw: string, start: number, out: Sentence[]): void {
  const text = raw.trim();
  if (text !== '') out.push({ text, start: start + raw.length - raw.trimStart().length });
}

/** "… the market. The …", as most ends are: no abbreviation is so long. */
const PLAIN_END = /(?<=[a-z]{7})\. [A-Z]/y;

function endsSentence(paragraph: string, start: number, at: number, end: number, mark: string): boolean {
  PLAIN_END.lastIndex = at;
  if (PLAIN_END.test(paragraph)) return true;
  if (/[。！？]/.test(mark)) return true;
  const touches = end < paragraph.length && !/\s/.test(paragraph.charAt(end));
  if (touches && (mark !== '.' || !/\p{Lu}/u.test(paragraph.charAt(end)))) return false;
  const after = paragraph.slice(end, end + LONGEST_WORD + 8);
  if (after.trim() === '') return true;
  const before = WORD_BEFORE.exec(paragraph.slice(Math.max(start, at - LONGEST_WORD), at))?.[0] ?? '';
  if (touches) return isGlued(before, after);
  const next = WORD_AFTER.exec(after)?.[1] ?? '';
  if (/^\p{Ll}/u.test(next)) return false;
  if (!mark.startsWith('.') || mark.startsWith('..')) return true;
  return !isAbbreviation(before, next, paragraph.slice(start, at).trimStart().length);
}

/** "higher.Meanwhile": markup was lost between two sentences. */
function isGlued(before: string, after: string): boolean {
  return /\p{Ll}{3}$/u.test(before) && /^\p{Lu}\p{Ll}+\s/u.test(after);
}

function isAbbreviation(before: string, next: string, sentenceLength: number): boolean {
  const word = before.toLowerCase();
  if (/^\d{1,3}$/.test(word) && sentenceLength === word.length) return true;
  if (BEFORE_NAME.has(word)) return word !== 'no' || /^\d/.test(next);
  if (/^\p{Lu}$/u.test(before)) return before !== 'I';
  if (MAY_END.has(word) || /^(?:\p{L}\.)+\p{L}$/u.test(before)) {
    return !OPENERS.has(next.toLowerCase()) || next === next.toLowerCase();
  }
  return false;
}
