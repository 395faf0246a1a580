import { FEED_LIMITS } from './guard.ts';

export type MarkupToken = PlainToken | TextToken | TagToken;

interface PlainToken {
  readonly kind: 'cdata' | 'other' | 'unfinished' | 'oversized';
  readonly start: number;
  readonly end: number;
}

interface TextToken {
  readonly kind: 'text';
  readonly start: number;
  readonly end: number;
  /** Whether a `<` that begins nothing stands in it. */
  readonly hasStray: boolean;
}

export interface TagToken {
  readonly kind: 'open' | 'close' | 'empty';
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly attributes: readonly Attribute[];
  /** Written as XML asks, but for what may stand in the values of its attributes. */
  readonly isClean: boolean;
}

export interface Attribute {
  readonly name: string;
  readonly value: string;
}

// A quote opens a value only behind `=`, as in HTML: a stray apostrophe must not swallow the document.
const ATTRIBUTE = /[\s/]+|([^\s=/>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?|=/y;
const ATTRIBUTE_NAME = /^[A-Za-z_:][\w.:-]*$/;
const NONE: readonly Attribute[] = [];
const GREATER = 0x3e;
const SLASH = 0x2f;

/**
 * Cuts XML, or what passes for it, into tokens that cover it without gaps; null behind the last. A `<` that begins
 * nothing is text; comments, instructions and DOCTYPE are `other`; a construct without end is one `unfinished` token
 * up to the end of the source, a tag past the limit an `oversized` one. CDATA tokens include their markers. Linear in
 * the length, whatever the input.
 */
export function scanMarkup(source: string): { next(): MarkupToken | null } {
  let from = 0;
  let waiting: MarkupToken | null = null;
  return {
    next() {
      if (waiting === null) return readNext();
      const token = waiting;
      waiting = null;
      return token;
    },
  };

  function readNext(): MarkupToken | null {
    const textStart = from;
    let hasStray = false;
    for (let search = from; ; search += 1) {
      search = source.indexOf('<', search);
      if (search === -1) {
        from = source.length;
        return textStart < from ? { kind: 'text', start: textStart, end: from, hasStray } : null;
      }
      const token = readConstruct(source, search);
      if (token === null) {
        hasStray = true;
        continue;
      }
      from = token.end;
      if (search === textStart) return token;
      waiting = token;
      return { kind: 'text', start: textStart, end: search, hasStray };
    }
  }
}

function readConstruct(source: string, start: number): MarkupToken | null {
  const next = source.charCodeAt(start + 1);
  if (next === 0x3f) return until(source, start, '>', 'other');
  if (next !== 0x21) return readTag(source, start);
  if (source.startsWith('[CDATA[', start + 2)) return until(source, start, ']]>', 'cdata');
  if (source.startsWith('--', start + 2)) return until(source, start, '-->', 'other');
  return readDeclaration(source, start);
}

function until(source: string, start: number, mark: string, kind: 'cdata' | 'other'): PlainToken {
  const found = source.indexOf(mark, start);
  if (found === -1) return { kind: 'unfinished', start, end: source.length };
  return { kind, start, end: found + mark.length };
}

/** DOCTYPE, with the entities it may declare in brackets. */
function readDeclaration(source: string, start: number): PlainToken {
  const whole = until(source, start, '>', 'other');
  const bracket = source.slice(start, whole.end).indexOf('[');
  if (bracket === -1) return whole;
  const subset = until(source, start + bracket, ']', 'other');
  return subset.kind === 'unfinished' ? subset : { ...until(source, subset.end, '>', 'other'), start };
}

function readTag(source: string, start: number): MarkupToken | null {
  const closes = source.charCodeAt(start + 1) === SLASH;
  const nameStart = start + (closes ? 2 : 1);
  const nameEnd = endOfName(source, nameStart);
  if (nameEnd === nameStart) return null;
  const name = source.slice(nameStart, nameEnd);
  const kind = closes ? 'close' : 'open';
  const next = source.charCodeAt(nameEnd);
  if (next === GREATER) return { kind, start, end: nameEnd + 1, name, attributes: NONE, isClean: true };
  const read = readAttributes(source, nameEnd, start + FEED_LIMITS.tagChars);
  if (read === null) return { kind: 'oversized', start, end: source.length };
  const { end, attributes, hasSlash, isClean } = read;
  if (end >= source.length) return { kind: 'unfinished', start, end: source.length };
  return { kind: !closes && hasSlash ? 'empty' : kind, start, end: end + 1, name, attributes, isClean };
}

/** Null when the tag goes on past `limit`. */
function readAttributes(source: string, start: number, limit: number) {
  const attributes: Attribute[] = [];
  let end = start;
  let hasSlash = false;
  let isSpaced = false;
  let isClean = true;
  ATTRIBUTE.lastIndex = start;
  for (let part = ATTRIBUTE.exec(source); part; part = ATTRIBUTE.exec(source)) {
    end = ATTRIBUTE.lastIndex;
    if (end > limit) return null;
    const [all, attribute, double, single, bare] = part;
    const value = double ?? single ?? bare;
    if (attribute === undefined) {
      isClean &&= all !== '=' && !hasSlash;
      hasSlash = all.includes('/');
      isClean &&= !hasSlash || all.endsWith('/');
      isSpaced = !hasSlash;
      continue;
    }
    const isKept = value !== undefined && ATTRIBUTE_NAME.test(attribute) && attributes.length < FEED_LIMITS.attributes;
    isClean &&= isKept && isSpaced && bare === undefined && !single?.includes('"');
    if (isKept) attributes.push({ name: attribute, value });
    hasSlash = false;
    isSpaced = false;
  }
  return { end, attributes, hasSlash, isClean };
}

/** A letter, `_` or anything past ASCII begins a name; digits, `.`, `-` and `:` go on with it. */
function endOfName(source: string, start: number): number {
  let at = start;
  for (; at < source.length; at += 1) {
    const code = source.charCodeAt(at);
    const isLetter = (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x5f || code >= 0x80;
    if (isLetter) continue;
    // Digits and the colon stand side by side in ASCII.
    if (at === start || !((code >= 0x30 && code <= 0x3a) || code === 0x2d || code === 0x2e)) break;
  }
  return at;
}

/** Name without namespace prefix, in lower case. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}
