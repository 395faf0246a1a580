import { FEED_LIMITS, unreadable, type FeedUnreadable } from './guard.ts';
import { localName, type MarkupToken, type TagToken } from './markup.ts';

/** Well-formed XML with the root of a feed, without DOCTYPE and comments. */
export interface RepairedFeed {
  readonly kind: 'repaired';
  readonly xml: string;
  readonly root: 'rss' | 'atom' | 'rdf';
  readonly items: number;
  /** Why items may be missing, or null. */
  readonly incomplete: string | null;
}

const ITEM_NAME = { rss: 'item', rdf: 'item', atom: 'entry' } as const;
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
}

/** Writes the tokens of `source` back as well-formed XML. `begin` with the root, then `write` until `finished`. */
export function createFeedWriter(source: string) {
  const parts: string[] = [];
  const stack: OpenElement[] = [];
  const openCount = new Map<string, number>();
  let root: RepairedFeed['root'] | null = null;
  let items = 0;
  let counted = 0;
  let strays = 0;
  let personsLeft: number = FEED_LIMITS.allPersonsChars;
  let incomplete: string | null = null;
  let finished = false;
  let lastItem: { readonly parts: number; readonly around: readonly OpenElement[] } | null = null;
  let person: { readonly depth: number; left: number } | null = null;

  return { begun: () => root !== null, finished: () => finished, begin, write, result };

  function begin(token: TagToken, kind: RepairedFeed['root']): void {
    root = kind;
    // A default namespace on <rss> means nothing to readers, but would rename every element for the parser.
    const attributes = token.attributes.filter(({ name }) => kind !== 'rss' || name.toLowerCase() !== 'xmlns');
    open({ ...token, attributes }, false);
    finished = stack.length === 0;
  }

  /** Returns why the document is refused, or null. */
  function write(token: MarkupToken): FeedUnreadable | null {
    switch (token.kind) {
      case 'text':
        parts.push(withinPerson(source.slice(token.start, token.end)).replaceAll(STRAY, escapeStray));
        return strays > FEED_LIMITS.strays
          ? unreadable('too-large', `more than ${FEED_LIMITS.strays} stray < or &`)
          : null;
      case 'cdata':
        parts.push(`<![CDATA[${withinPerson(source.slice(token.start + 9, token.end - 3))}]]>`);
        return null;
      case 'close':
        close(token.name.toLowerCase());
        return null;
      case 'open':
      case 'empty':
        return openWithinLimits(token);
      default:
        return null;
    }
  }

  function openWithinLimits(token: TagToken): FeedUnreadable | null {
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
    if (PERSONS.has(local)) person ??= { depth: stack.length, left: FEED_LIMITS.personChars };
    open(token, isItem);
    return null;
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
    if (token.kind === 'empty' || VOID.has(lower)) {
      parts.push(`<${token.name}${attributes}/>`);
      return;
    }
    parts.push(`<${token.name}${attributes}>`);
    stack.push({ name: token.name, lower, isItem });
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

  function escapeAttribute(value: string): string {
    return value.replaceAll(STRAY, escapeStray).replaceAll('"', '&quot;');
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
    return { kind: 'repaired', xml: parts.join(''), root, items, incomplete };
  }
}
