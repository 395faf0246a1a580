import { FEED_LIMITS, unreadable, type FeedUnreadable } from './guard.ts';
import { localName, type MarkupToken, type TagToken } from './markup.ts';
import { isFrame, missingAttribute, spellName, spellTag, type FeedRoot } from './spelling.ts';

/** Well-formed XML with the root of a feed, without DOCTYPE and comments. */
export interface RepairedFeed {
  readonly kind: 'repaired';
  readonly xml: string;
  readonly root: FeedRoot;
  /** `xml:lang` of the root or its channel, or null. */
  readonly language: string | null;
  readonly items: number;
  /** Why items may be missing, or null. */
  readonly incomplete: string | null;
}

const ITEM_NAME = { rss: 'item', rdf: 'item', atom: 'entry', sitemap: 'item' } as const;
const CONTAINERS = new Set(['rss', 'channel', 'rdf', 'feed']);
/** What stands in these is text, whatever it is called. */
const TEXTS = new Set(['content', 'content:encoded', 'description']);
const PERSONS = new Set(['author', 'managingeditor', 'webmaster']);
// HTML elements without end tag; not `link`, `source` and `image`, which RSS uses otherwise.
const VOID = new Set(['br', 'img', 'hr', 'input', 'wbr', 'meta', 'col', 'area']);
// The parser behind throws for them: one such element would cost the whole feed.
const RESERVED = new Set(['constructor', 'prototype', '__proto__']);
const STRAY = /&(?!(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});)|</gi;

interface OpenElement {
  readonly name: string;
  readonly lower: string;
  readonly isItem: boolean;
  /** Atom 0.3: its text is base64. */
  readonly isBase64: boolean;
  /** Name of the attribute that its text stands for. */
  readonly missing: string | null;
}

/** Writes the tokens of `source` back as well-formed XML. `begin` with the root, then `write` until `finished`. */
export function createFeedWriter(source: string) {
  const parts: string[] = [];
  const stack: OpenElement[] = [];
  const openCount = new Map<string, number>();
  let root: FeedRoot | null = null;
  let prefix = '';
  let language: string | null = null;
  let items = 0;
  let counted = 0;
  let strays = 0;
  let personsLeft: number = FEED_LIMITS.allPersonsChars;
  let incomplete: string | null = null;
  let finished = false;
  let hadChannel = false;
  let lastItem: { readonly parts: number; readonly around: readonly OpenElement[] } | null = null;
  let person: { readonly depth: number; left: number } | null = null;

  return { begun: () => root !== null, finished: () => finished, begin, write, result };

  function begin(token: TagToken, kind: FeedRoot): void {
    root = kind;
    const colon = token.name.indexOf(':') + 1;
    // In RDF, the prefix of the root is not that of the feed.
    if (kind !== 'rdf') prefix = token.name.slice(0, colon);
    // A default namespace on <rss> means nothing to readers, but would rename every element for the parser.
    const isRss = kind === 'rss' || kind === 'sitemap';
    const attributes = token.attributes.filter(({ name }) => !isRss || name.toLowerCase() !== 'xmlns');
    const spelt = spellTag(token, { root: kind, prefix, isInItem: false });
    hadChannel = localName(spelt.name) === 'channel';
    if (hadChannel) openNamed('rss');
    open({ ...spelt, attributes }, false);
    finished = stack.length === 0;
  }

  /** Returns why the document is refused, or null. */
  function write(token: MarkupToken): FeedUnreadable | null {
    switch (token.kind) {
      case 'text':
        writeText(source.slice(token.start, token.end));
        return strays > FEED_LIMITS.strays
          ? unreadable('too-large', `more than ${FEED_LIMITS.strays} stray < or &`)
          : null;
      case 'cdata':
        writeText(source.slice(token.start + 9, token.end - 3), true);
        return null;
      case 'close':
        close(closedName(token.name));
        return null;
      case 'open':
      case 'empty':
        return openWithinLimits(token);
      default:
        return null;
    }
  }

  function writeText(text: string, isCdata = false): void {
    const within = stack.at(-1);
    if (within?.isBase64) parts.push(escapeText(Buffer.from(text, 'base64').toString('utf8')));
    else if (within?.missing && text.trim() !== '') {
      parts.push(`</${within.name}><${within.name} ${within.missing}="${escapeAttribute(text.trim())}">`);
    } else if (root === 'atom' && within?.lower === 'author' && text.trim() !== '') {
      parts.push(`<name>${escapeText(withinPerson(text))}</name>`);
    } else if (isCdata) parts.push(`<![CDATA[${withinPerson(text)}]]>`);
    else parts.push(escapeText(withinPerson(text)));
  }

  function openWithinLimits(written: TagToken): FeedUnreadable | null {
    const spelling = { root: root ?? 'rss', prefix, isInItem: stack.at(-1)?.isItem ?? false };
    if (isFrame(spelling.root, written.name)) return null;
    const token = spellTag(written, spelling);
    const local = localName(token.name);
    if (RESERVED.has(local)) return null;
    counted += 1 + token.attributes.length;
    if (counted > FEED_LIMITS.parts) {
      return unreadable('too-large', `more than ${FEED_LIMITS.parts} elements and attributes`);
    }
    const isItem = beginsItem(token.name.toLowerCase());
    if (stack.length >= FEED_LIMITS.depth) {
      return unreadable('too-deep', `nested deeper than ${FEED_LIMITS.depth} elements`);
    }
    if (isItem && items === FEED_LIMITS.items) {
      incomplete = `more than ${FEED_LIMITS.items} items`;
      finished = true;
      return null;
    }
    if (isItem) items += 1;
    if (isItem && root === 'rss' && stack.length === 1 && items === 1 && !hadChannel) openNamed('channel');
    hadChannel ||= local === 'channel';
    if (PERSONS.has(local)) person ??= { depth: stack.length, left: FEED_LIMITS.personChars };
    open(token, isItem);
    return null;
  }

  /** An end tag means what its start tag became. */
  function closedName(written: string): string {
    const spelling = { root: root ?? 'rss', prefix, isInItem: false };
    const plain = spellName(written, spelling).toLowerCase();
    if (stack.at(-1)?.lower === plain) return plain;
    const synonym = spellName(written, { ...spelling, isInItem: true }).toLowerCase();
    return openCount.get(plain) ? plain : synonym;
  }

  /** Something that the document leaves out. */
  function openNamed(name: string): void {
    open({ kind: 'open', start: 0, end: 0, name, attributes: [] }, false);
  }

  /** An item stands in the feed itself: what is still open in between lost its end tag. */
  function beginsItem(lower: string): boolean {
    if (root === null || localName(lower) !== ITEM_NAME[root]) return false;
    const prefix = lower.slice(0, -ITEM_NAME[root].length);
    if (prefix !== '' && !stack[0]?.lower.startsWith(prefix)) return false;
    const container = stack.findLastIndex((element) => CONTAINERS.has(localName(element.lower)));
    const between = stack.slice(container + 1);
    if (between.some((element) => TEXTS.has(element.lower))) return false;
    const [outermost] = between;
    while (outermost && stack.includes(outermost)) close(stack.at(-1)?.lower ?? '');
    return true;
  }

  function open(token: TagToken, isItem: boolean): void {
    const attributes = token.attributes.map(({ name, value }) => ` ${name}="${escapeAttribute(value)}"`).join('');
    const lower = token.name.toLowerCase();
    if (CONTAINERS.has(lower)) language ??= valueOf(token, 'xml:lang');
    if (token.kind === 'empty' || VOID.has(lower)) {
      const href = root === 'rss' && lower === 'link' ? valueOf(token, 'href') : null;
      parts.push(href === null ? `<${token.name}${attributes}/>` : `<link>${escapeText(href)}</link>`);
      return;
    }
    parts.push(`<${token.name}${attributes}>`);
    const isBase64 = root === 'atom' && valueOf(token, 'mode')?.toLowerCase() === 'base64';
    stack.push({ name: token.name, lower, isItem, isBase64, missing: root && missingAttribute(root, token) });
    openCount.set(lower, (openCount.get(lower) ?? 0) + 1);
  }

  /** Closes the innermost element of that name and all left open inside it; an end tag without one is dropped. */
  function close(lower: string): void {
    if (!openCount.get(lower)) return;
    for (let element = stack.pop(); element; element = stack.pop()) {
      parts.push(`</${element.name}>`);
      openCount.set(element.lower, (openCount.get(element.lower) ?? 1) - 1);
      if (element.isItem) lastItem = { parts: parts.length, around: [...stack] };
      if (element.lower === lower) break;
    }
    if (person && stack.length <= person.depth) person = null;
    finished = stack.length === 0;
  }

  function withinPerson(text: string): string {
    if (!person) return text;
    const kept = text.slice(0, Math.min(person.left, personsLeft));
    person.left -= kept.length;
    personsLeft -= kept.length;
    return kept;
  }

  function escapeStray(character: string): string {
    strays += 1;
    // Past the limit the document is refused: no need to write it at five times its size.
    if (strays > FEED_LIMITS.strays) return '';
    return character === '<' ? '&lt;' : '&amp;';
  }

  function escapeText(text: string): string {
    return text.includes('&') || text.includes('<') ? text.replaceAll(STRAY, escapeStray) : text;
  }

  function escapeAttribute(value: string): string {
    return escapeText(value).replaceAll('"', '&quot;');
  }

  /** Null when no root was found. */
  function result(): RepairedFeed | FeedUnreadable | null {
    if (root === null) return null;
    if (stack.length > 0) {
      incomplete ??= 'cut off before its end';
      if (!lastItem) return unreadable('cut-off', incomplete);
      parts.length = lastItem.parts;
      parts.push(...lastItem.around.toReversed().map(({ name }) => `</${name}>`));
    }
    return { kind: 'repaired', xml: parts.join(''), root, language, items, incomplete };
  }
}

function valueOf({ attributes }: TagToken, wanted: string): string | null {
  return attributes.find(({ name }) => name === wanted)?.value ?? null;
}
