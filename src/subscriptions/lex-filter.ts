export type Sigil = '' | '$' | '#' | '@';

/** A piece of a filter text. `at` and `end` are offsets, a leading `-` included. */
export type FilterToken = { readonly at: number; readonly end: number } & (
  | {
      readonly kind: 'word' | 'quoted';
      readonly negated: boolean;
      readonly sigil: Sigil;
      /** Without minus, sigil and quotes. */
      readonly text: string;
      /** Only spaces stand between it and the token before. */
      readonly follows: boolean;
    }
  | {
      readonly kind: 'comparison';
      readonly negated: boolean;
      readonly name: string;
      readonly operator: string;
      readonly value: string;
    }
  | { readonly kind: 'unclosed' | 'minus' | 'connector' | 'bracket' }
);

const SPACE = /[\s\u200b]/;
const SEPARATOR = /[\s\u200b,;、]/;
const DIGIT = /\d/;
const BRACKET = /[()[\]{}|]/;
const OPERATOR = /[<>=≤≥]/;
const OPERATION = /\s{0,20}(!=|<>|<=|>=|=<|=>|==|[<>=≤≥])\s{0,20}/y;

/** Splits a filter text into its pieces. Never throws; every character is in one token or is a separator. */
export function lexFilter(text: string): readonly FilterToken[] {
  const plain = plainSpelling(text);
  const tokens: FilterToken[] = [];
  let at = 0;
  let follows = false;
  while (at < plain.length) {
    const char = plain.charAt(at);
    if (SEPARATOR.test(char)) {
      follows &&= SPACE.test(char);
      at += 1;
      continue;
    }
    const token = readToken(plain, at, follows);
    tokens.push(token);
    at = token.end;
    follows = true;
  }
  return tokens;
}

function readToken(plain: string, at: number, follows: boolean): FilterToken {
  if (BRACKET.test(plain.charAt(at))) return { kind: plain[at] === '|' ? 'connector' : 'bracket', at, end: at + 1 };
  let begin = at;
  while (plain[begin] === '-') begin += 1;
  const negated = begin > at;
  if (negated && isStop(plain, begin) && plain[begin] !== '"') {
    if (begin >= plain.length || !OPERATOR.test(plain.charAt(begin))) return { kind: 'minus', at, end: begin };
  }
  const sigil = sigilAt(plain, begin);
  begin += sigil.length;
  const quoted = readQuoted(plain, begin);
  if (quoted === 'unclosed') return { kind: 'unclosed', at, end: plain.length };
  if (quoted) return { kind: 'quoted', at, end: quoted.end, negated, sigil, text: quoted.text, follows };

  let end = begin;
  while (!isStop(plain, end) && !(sigil === '' && OPERATOR.test(plain.charAt(end)))) end += 1;
  const name = plain.slice(begin, end);
  const comparison = sigil === '' ? readComparison(plain, end) : undefined;
  if (comparison) return { kind: 'comparison', at, negated, name, ...comparison };
  return { kind: 'word', at, end, negated, sigil, text: name, follows };
}

/** Quotes, dashes and full-width forms as ASCII, one unit for one unit, so that offsets stay true. */
function plainSpelling(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[“”„‟«»「」]/g, '"')
    .replace(/[‘’‚‛]/g, "'")
    .replace(/[−–—]/g, '-');
}

function sigilAt(plain: string, at: number): Sigil {
  const char = plain[at];
  return char === '$' || char === '#' || char === '@' ? char : '';
}

function isStop(plain: string, at: number): boolean {
  if (at >= plain.length) return true;
  const char = plain.charAt(at);
  // "1,000" and "-0,4" are one term.
  if (char === ',') return !(DIGIT.test(plain.charAt(at - 1)) && DIGIT.test(plain.charAt(at + 1)));
  return char === '"' || SEPARATOR.test(char) || BRACKET.test(char);
}

function readQuoted(plain: string, at: number): { text: string; end: number } | 'unclosed' | undefined {
  const quote = plain[at];
  if (quote === '"') {
    const close = plain.indexOf('"', at + 1);
    return close === -1 ? 'unclosed' : { text: plain.slice(at + 1, close), end: close + 1 };
  }
  if (quote !== "'") return undefined;
  // A single quote opens only if another one closes at the end of a term: 'tis is a word.
  let close = plain.indexOf("'", at + 1);
  while (close !== -1 && !isStop(plain, close + 1)) close = plain.indexOf("'", close + 1);
  return close === -1 ? undefined : { text: plain.slice(at + 1, close), end: close + 1 };
}

function readComparison(plain: string, at: number): { operator: string; value: string; end: number } | undefined {
  OPERATION.lastIndex = at;
  const found = OPERATION.exec(plain);
  if (!found?.[1]) return undefined;
  const begin = at + found[0].length;
  let end = begin;
  while (!isStop(plain, end) && !OPERATOR.test(plain.charAt(end))) end += 1;
  return { operator: found[1], value: plain.slice(begin, end), end };
}
