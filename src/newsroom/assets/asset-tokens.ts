/** A run of letters and digits of one script, with what the asset reader asks about it. */
export interface Token {
  readonly word: string;
  /** Lower case. */
  readonly key: string;
  /** UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
  /** Holds a letter and no small one. */
  readonly caps: boolean;
  /** Holds a capital letter. */
  readonly capital: boolean;
  /** Begins a sentence, a quotation or the text, where a capital letter says nothing. */
  readonly opens: boolean;
  /** What stands between the token before and this one: '' (glued), ' ' (space or hyphen), up to two signs, or null. */
  readonly gap: string | null;
}

type Script = 'latin' | 'other' | null;

const SPACES = new Set([' ', '-', '\u00a0', '\u2010', '\u2011', '\n', '  ', '\r\n', '\t']);
const OTHER_LETTER = /[\p{L}\p{N}\p{M}]/u;
const OPENERS = '.!?:;|"“„«‘(\n–—•';
const MIN_GLUED_HEAD = 3;

/**
 * Cuts `text` into tokens, in time linear in its length. The possessive "'s" is dropped, scripts are kept
 * apart ("BTC가"), and a ticker glued to a name ("BitcoinBTC") becomes a token of its own.
 */
export function tokenise(text: string, isTicker: (word: string) => boolean): readonly Token[] {
  const tokens: Token[] = [];
  let last = 0;
  let opens = true;
  let at = 0;
  while (at < text.length) {
    const script = scriptAt(text, at);
    if (script === null) {
      opens ||= OPENERS.includes(text.charAt(at));
      at += 1;
      continue;
    }
    let end = at + 1;
    while (end < text.length && scriptAt(text, end) === script) end += 1;
    if (!isPossessive(text, at, end)) {
      const gap = gapOf(text, last, at, tokens.length === 0);
      const cut = script === 'latin' ? gluedTicker(text, at, end, isTicker) : end;
      tokens.push(tokenOf(text, at, cut, opens, gap));
      if (cut < end) tokens.push(tokenOf(text, cut, end, false, ''));
      opens = false;
      last = end;
    }
    at = end;
  }
  return tokens;
}

function tokenOf(text: string, start: number, end: number, opens: boolean, gap: string | null): Token {
  const word = text.slice(start, end);
  const key = word.toLowerCase();
  const capital = key !== word;
  return { word, key, start, end, caps: capital && word.toUpperCase() === word, capital, opens, gap };
}

function scriptAt(text: string, at: number): Script {
  const code = text.charCodeAt(at);
  if (code < 0x80) {
    const isDigit = code >= 0x30 && code <= 0x39;
    const letter = code | 0x20;
    return isDigit || (letter >= 0x61 && letter <= 0x7a) ? 'latin' : null;
  }
  if (code >= 0xc0 && code <= 0x24f) return code === 0xd7 || code === 0xf7 ? null : 'latin';
  return OTHER_LETTER.test(text.charAt(at)) ? 'other' : null;
}

function isPossessive(text: string, start: number, end: number): boolean {
  if (end - start !== 1 || start === 0) return false;
  const before = text.charAt(start - 1);
  return (before === "'" || before === '’') && text.charAt(start).toLowerCase() === 's';
}

function gapOf(text: string, from: number, to: number, first: boolean): string | null {
  if (first || to - from > 2) return null;
  const gap = text.slice(from, to);
  return SPACES.has(gap) ? ' ' : gap;
}

/** Where a ticker begins that is glued to the word before it, else `end`. */
function gluedTicker(text: string, start: number, end: number, isTicker: (word: string) => boolean): number {
  let cut = end;
  while (cut > start && isCapital(text.charCodeAt(cut - 1))) cut -= 1;
  if (cut === end || cut - start < MIN_GLUED_HEAD || end - cut < 2) return end;
  return isTicker(text.slice(cut, end)) ? cut : end;
}

function isCapital(code: number): boolean {
  return code >= 0x41 && code <= 0x5a;
}
