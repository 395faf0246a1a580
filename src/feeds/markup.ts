import { FEED_LIMITS } from './guard.ts';

export type MarkupToken = PlainToken | TagToken;

interface PlainToken {
  readonly kind: 'text' | 'cdata' | 'other' | 'unfinished' | 'oversized';
  readonly start: number;
  readonly end: number;
}

export interface TagToken {
  readonly kind: 'open' | 'close' | 'empty';
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly attributes: readonly Attribute[];
}

export interface Attribute {
  readonly name: string;
  readonly value: string;
}

const NAME = /[A-Za-z_\u0080-\uFFFF][\w.:\u0080-\uFFFF-]*/y;
// A quote opens a value only behind `=`, as in HTML: a stray apostrophe must not swallow the document.
const ATTRIBUTE = /[\s/]+|([^\s=/>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?|=/y;
const ATTRIBUTE_NAME = /^[A-Za-z_:][\w.:-]*$/;

/**
 * Cuts XML, or what passes for it, into tokens that cover it without gaps. A `<` that begins nothing is text;
 * comments, instructions and DOCTYPE are `other`; a construct without end is one `unfinished` token up to the
 * end of the source, a tag past the limit an `oversized` one. CDATA tokens include their markers. Linear in the
 * length, whatever the input.
 */
export function* scanMarkup(source: string): Generator<MarkupToken> {
  let from = 0;
  let search = 0;
  while (from < source.length) {
    const start = source.indexOf('<', search);
    const end = start === -1 ? source.length : start;
    const token = start === -1 ? null : readConstruct(source, start);
    if (start !== -1 && token === null) {
      search = start + 1;
      continue;
    }
    if (end > from) yield { kind: 'text', start: from, end };
    if (token === null) return;
    yield token;
    from = token.end;
    search = from;
  }
}

function readConstruct(source: string, start: number): MarkupToken | null {
  if (source.startsWith('<![CDATA[', start)) return until(source, start, ']]>', 'cdata');
  if (source.startsWith('<!--', start)) return until(source, start, '-->', 'other');
  if (source.startsWith('<?', start)) return until(source, start, '>', 'other');
  if (source.startsWith('<!', start)) return readDeclaration(source, start);
  return readTag(source, start);
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
  const closes = source.charCodeAt(start + 1) === 0x2f;
  NAME.lastIndex = start + (closes ? 2 : 1);
  const name = NAME.exec(source)?.[0];
  if (name === undefined) return null;
  const attributes: Attribute[] = [];
  let end = NAME.lastIndex;
  let slash = false;
  ATTRIBUTE.lastIndex = end;
  for (let part = ATTRIBUTE.exec(source); part; part = ATTRIBUTE.exec(source)) {
    end = ATTRIBUTE.lastIndex;
    if (end - start > FEED_LIMITS.tagChars) return { kind: 'oversized', start, end: source.length };
    const [all, attribute, double, single, bare] = part;
    const value = double ?? single ?? bare;
    slash = attribute === undefined && all.includes('/');
    if (attribute !== undefined && value !== undefined && ATTRIBUTE_NAME.test(attribute)) {
      if (attributes.length < FEED_LIMITS.attributes) attributes.push({ name: attribute, value });
    }
  }
  if (end >= source.length) return { kind: 'unfinished', start, end: source.length };
  return { kind: closes ? 'close' : slash ? 'empty' : 'open', start, end: end + 1, name, attributes };
}

/** Name without namespace prefix, in lower case. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}
