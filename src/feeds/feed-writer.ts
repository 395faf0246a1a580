import { FEED_LIMITS, unreadable, type FeedUnreadable } from './guard.ts';
import type { Attribute, MarkupToken, TagToken } from './markup.ts';
import { createSpeller, missingAttribute, spellTag, type FeedRoot, type SpeltName } from './spelling.ts';

export interface RepairedXml {
  readonly xml: string;
  /** Whether its texts may hold control characters or halves of surrogate pairs; none stand in it as they are. */
  readonly mayNeedCleaning: boolean;
}

/** Well-formed XML with the root of a feed, without DOCTYPE and comments. */
export interface RepairedFeed extends RepairedXml {
  readonly kind: 'repaired';
  readonly root: FeedRoot;
  /** `xml:lang` of the root or its channel, or null. */
  readonly language: string | null;
  readonly items: number;
  /** Why items may be missing, or null. */
  readonly incomplete: string | null;
}

const ITEM_NAME = { rss: 'item', rdf: 'item', atom: 'entry', sitemap: 'item' } as const;
/** What stands in these is text, whatever it is called. */
const TEXTS = new Set(['content', 'content:encoded', 'description']);
const STRAY = /&(?!(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});)|</gi;
const FIRST_STRAY = new RegExp(STRAY.source, 'i');

interface OpenElement {
  readonly name: string;
  readonly lower: string;
  readonly isItem: boolean;
  readonly isContainer: boolean;
  /** Atom 0.3: its text is base64. */
  readonly isBase64: boolean;
  /** Name of the attribute that its text stands for. */
  readonly missing: string | null;
}

interface LastItem {
  /** What was written up to its end: so many parts, and then the source between two places. */
  readonly parts: number;
  readonly written: number;
  readonly end: number;
  readonly around: readonly OpenElement[];
}

/**
 * Writes the tokens of `source` back as well-formed XML. `begin` with the root, then `write` until `finished`. What is
 * well-formed already is not looked at again: it is taken over in long pieces, between the places that were mended.
 */
export function createFeedWriter(source: string) {
  const parts: string[] = [];
  /** Up to here, the source was taken over, mended or left out. */
  let written = 0;
  const stack: OpenElement[] = [];
  const openCount = new Map<string, number>();
  let root: FeedRoot | null = null;
  let spell = createSpeller('rss', '');
  let language: string | null = null;
  let items = 0;
  let counted = 0;
  let strays = 0;
  let nextAmpersand = -1;
  let personsLeft: number = FEED_LIMITS.allPersonsChars;
  let incomplete: string | null = null;
  let finished = false;
  let hasBase64 = false;
  let hadChannel = false;
  let lastItem: LastItem | null = null;
  let person: { readonly depth: number; left: number } | null = null;
  let end = 0;

  return { begun: () => root !== null, finished: () => finished, begin, write, result };

  function begin(token: TagToken, kind: FeedRoot): void {
    root = kind;
    written = token.start;
    // In RDF, the prefix of the root is not that of the feed.
    const prefix = kind === 'rdf' ? '' : token.name.slice(0, token.name.indexOf(':') + 1);
    // A default namespace on <rss> means nothing to readers, but would rename every element for the parser.
    const isRss = kind === 'rss' || kind === 'sitemap';
    const isRenaming = ({ name }: Attribute) => isRss && name.toLowerCase() === 'xmlns';
    spell = createSpeller(kind, prefix);
    const spelt = spell(token.name, false);
    hadChannel = spelt.local === 'channel';
    if (hadChannel) openNamed('rss', token.start);
    const named = spellTag(token, spelt);
    const isRenamed = named.attributes.some(isRenaming);
    const attributes = isRenamed ? named.attributes.filter((each) => !isRenaming(each)) : named.attributes;
    open(token, { ...named, attributes }, spelt, false);
    end = token.end;
    finished = stack.length === 0;
  }

  /** Returns why the document is refused, or null. */
  function write(token: MarkupToken): FeedUnreadable | null {
    end = token.end;
    switch (token.kind) {
      case 'text':
        writeText(token, token.start, token.end);
        return strays > FEED_LIMITS.strays
          ? unreadable('too-large', `more than ${FEED_LIMITS.strays} stray < or &`)
          : null;
      case 'cdata':
        writeText(token, token.start + 9, token.end - 3);
        return null;
      case 'close':
        closeWritten(token);
        return null;
      case 'open':
      case 'empty':
        return openWithinLimits(token);
      default:
        replace(token, '');
        return null;
    }
  }

  /** Takes the source over up to there, and writes something of our own behind it. */
  function insert(at: number, text: string): void {
    if (at > written) parts.push(source.slice(written, at));
    if (text !== '') parts.push(text);
    written = Math.max(written, at);
  }

  function replace(token: MarkupToken, text: string): void {
    insert(token.start, text);
    written = token.end;
  }

  function writeText(token: MarkupToken, from: number, to: number): void {
    const isCdata = token.kind === 'cdata';
    const within = stack.at(-1);
    const isAuthor = root === 'atom' && within?.lower === 'author';
    if (!person && !isAuthor && !within?.isBase64 && !within?.missing) {
      // Nothing is asked of it but to be well-formed.
      if (token.kind === 'text' && (token.hasStray || hasStrayAmpersand(from, to)))
        replace(token, isFlood(from, to) ? '' : escapeText(source.slice(from, to)));
      return;
    }
    const text = source.slice(from, to);
    if (within?.isBase64) {
      hasBase64 = true;
      replace(token, escapeText(Buffer.from(text, 'base64').toString('utf8')));
    } else if (within?.missing && text.trim() !== '') {
      replace(token, `</${within.name}><${within.name} ${within.missing}="${escapeAttribute(text.trim())}">`);
    } else if (isAuthor && text.trim() !== '') {
      replace(token, `<name>${escapeText(withinPerson(text))}</name>`);
    } else if (isCdata) replace(token, `<![CDATA[${withinPerson(text)}]]>`);
    else replace(token, escapeText(withinPerson(text)));
  }

  function hasStrayAmpersand(from: number, to: number): boolean {
    if (nextAmpersand < from) {
      nextAmpersand = source.indexOf('&', from);
      if (nextAmpersand === -1) nextAmpersand = Infinity;
    }
    return nextAmpersand < to && FIRST_STRAY.test(source.slice(from, to));
  }

  /** More stray `<` than are let through: they need not be counted one by one. */
  function isFlood(from: number, to: number): boolean {
    let left = FEED_LIMITS.strays - strays;
    for (let at = source.indexOf('<', from); at !== -1 && at < to && left >= 0; at = source.indexOf('<', at + 1))
      left -= 1;
    if (left < 0) strays = FEED_LIMITS.strays + 1;
    return left < 0;
  }

  function openWithinLimits(inSource: TagToken): FeedUnreadable | null {
    const spelt = spell(inSource.name, stack.at(-1)?.isItem ?? false);
    if (spelt.isLeftOut) {
      replace(inSource, '');
      return null;
    }
    const token = spellTag(inSource, spelt);
    counted += 1 + token.attributes.length;
    if (counted > FEED_LIMITS.parts) {
      return unreadable('too-large', `more than ${FEED_LIMITS.parts} elements and attributes`);
    }
    const isItem = beginsItem(spelt, inSource.start);
    if (stack.length >= FEED_LIMITS.depth) {
      return unreadable('too-deep', `nested deeper than ${FEED_LIMITS.depth} elements`);
    }
    if (isItem && items === FEED_LIMITS.items) {
      incomplete = `more than ${FEED_LIMITS.items} items`;
      finished = true;
      return null;
    }
    if (isItem) items += 1;
    if (isItem && root === 'rss' && stack.length === 1 && items === 1 && !hadChannel) {
      openNamed('channel', inSource.start);
    }
    hadChannel ||= spelt.local === 'channel';
    if (spelt.isPerson) person ??= { depth: stack.length, left: FEED_LIMITS.personChars };
    open(inSource, token, spelt, isItem);
    return null;
  }

  function closeWritten(token: TagToken): void {
    const within = stack.at(-1);
    if (token.name === within?.name && token.isClean && token.attributes.length === 0) {
      closeInnermost(within, token.end);
      closed();
      return;
    }
    const name = closedName(token.name);
    insert(token.start, '');
    written = token.end;
    close(name, token.end);
  }

  /** An end tag means what its start tag became. */
  function closedName(name: string): string {
    const plain = spell(name, false).lower;
    if (stack.at(-1)?.lower === plain) return plain;
    return openCount.get(plain) ? plain : spell(name, true).lower;
  }

  /** Something that the document leaves out. */
  function openNamed(name: string, at: number): void {
    insert(at, `<${name}>`);
    push({ kind: 'open', start: at, end: at, name, attributes: [], isClean: true }, spell(name, false), false);
  }

  /** An item stands in the feed itself: what is still open in between lost its end tag. */
  function beginsItem({ lower, local }: SpeltName, at: number): boolean {
    if (root === null || local !== ITEM_NAME[root]) return false;
    const prefix = lower.slice(0, -ITEM_NAME[root].length);
    if (prefix !== '' && !stack[0]?.lower.startsWith(prefix)) return false;
    const container = stack.findLastIndex((element) => element.isContainer);
    const between = stack.slice(container + 1);
    if (between.some((element) => TEXTS.has(element.lower))) return false;
    const [outermost] = between;
    if (!outermost) return true;
    insert(at, '');
    while (stack.includes(outermost)) close(stack.at(-1)?.lower ?? '', at);
    return true;
  }

  /** @param token as it is to be, in place of what the source has */
  function open(inSource: TagToken, token: TagToken, spelt: SpeltName, isItem: boolean): void {
    const { lower, isContainer, isVoid } = spelt;
    if (isContainer) language ??= valueOf(token, 'xml:lang');
    const isEmpty = token.kind === 'empty' || isVoid;
    const href = isEmpty && root === 'rss' && lower === 'link' ? valueOf(token, 'href') : null;
    if (href !== null) replace(inSource, `<link>${escapeText(href)}</link>`);
    else if (!isTakenOver(inSource, token) || (isEmpty && token.kind !== 'empty')) {
      const attributes = token.attributes.map(({ name, value }) => ` ${name}="${escapeAttribute(value)}"`).join('');
      replace(inSource, `<${token.name}${attributes}${isEmpty ? '/' : ''}>`);
    }
    if (!isEmpty) push(token, spelt, isItem);
  }

  function isTakenOver(inSource: TagToken, { name, attributes }: TagToken): boolean {
    return (
      inSource.isClean &&
      name === inSource.name &&
      (attributes.length === 0
        ? inSource.attributes.length === 0
        : attributes === inSource.attributes &&
          !attributes.some(({ value }) => value.includes('<')) &&
          !hasStrayAmpersand(inSource.start + 1, inSource.end))
    );
  }

  function push(token: TagToken, { lower, isContainer }: SpeltName, isItem: boolean): void {
    const isBase64 = root === 'atom' && valueOf(token, 'mode')?.toLowerCase() === 'base64';
    const missing = root && missingAttribute(root, token);
    stack.push({ name: token.name, lower, isItem, isContainer, isBase64, missing });
    openCount.set(lower, (openCount.get(lower) ?? 0) + 1);
  }

  /** Closes the innermost element of that name and all left open inside it; an end tag without one is dropped. */
  function close(lower: string, at: number): void {
    if (!openCount.get(lower)) return;
    for (let element = stack.at(-1); element; element = stack.at(-1)) {
      parts.push(`</${element.name}>`);
      closeInnermost(element, at);
      if (element.lower === lower) break;
    }
    closed();
  }

  function closeInnermost(element: OpenElement, end: number): void {
    stack.pop();
    openCount.set(element.lower, (openCount.get(element.lower) ?? 1) - 1);
    if (element.isItem) lastItem = { parts: parts.length, written, end, around: [...stack] };
  }

  function closed(): void {
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
    if (stack.length === 0) insert(end, '');
    else {
      incomplete ??= 'cut off before its end';
      if (!lastItem) return unreadable('cut-off', incomplete);
      parts.length = lastItem.parts;
      written = lastItem.written;
      insert(
        lastItem.end,
        lastItem.around
          .toReversed()
          .map(({ name }) => `</${name}>`)
          .join(''),
      );
    }
    // `&#7;`, or `&amp;#7;` for who resolves twice.
    const mayNeedCleaning = hasBase64 || source.includes('&#') || source.includes(';#');
    return { kind: 'repaired', xml: parts.join(''), mayNeedCleaning, root, language, items, incomplete };
  }
}

function valueOf({ attributes }: TagToken, wanted: string): string | null {
  return attributes.find(({ name }) => name === wanted)?.value ?? null;
}
