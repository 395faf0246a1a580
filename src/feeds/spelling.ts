import type { Attribute, TagToken } from './markup.ts';
import { localName } from './markup.ts';

export type FeedRoot = 'rss' | 'atom' | 'rdf' | 'sitemap';

/** What the library behind does not know, under the name by which it knows it; children of an item. */
const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ['dc:author', 'dc:creator'],
  ['body', 'content:encoded'],
  ['xhtml:body', 'content:encoded'],
  ['xhtml:div', 'content:encoded'],
  ['fullitem', 'content:encoded'],
]);
/** A news sitemap (Google's news and image extensions) told as RSS. */
const SITEMAP: ReadonlyMap<string, string> = new Map([
  ['urlset', 'channel'],
  ['url', 'item'],
  ['loc', 'link'],
  ['lastmod', 'dcterms:modified'],
  ['news:title', 'title'],
  ['news:publication_date', 'pubDate'],
  ['news:language', 'dc:language'],
  ['news:keywords', 'itunes:keywords'],
  ['image:loc', 'media:thumbnail'],
]);
/** What stands around them says nothing. */
const SITEMAP_FRAMES = new Set(['news:news', 'news:publication', 'news:name', 'image:image']);
const REGISTERED_RELATION = /^https?:\/\/www\.iana\.org\/assignments\/relation\//i;
const CONTAINERS = new Set(['rss', 'channel', 'rdf', 'feed']);
const PERSONS = new Set(['author', 'managingeditor', 'webmaster']);
// HTML elements without end tag; not `link`, `source` and `image`, which RSS uses otherwise.
const VOID = new Set(['br', 'img', 'hr', 'input', 'wbr', 'meta', 'col', 'area']);
// The parser behind throws for them: one such element would cost the whole feed.
const RESERVED = new Set(['constructor', 'prototype', '__proto__']);

export interface SpeltName {
  readonly name: string;
  readonly lower: string;
  /** Without namespace prefix, in lower case. */
  readonly local: string;
  /** Whether the element is left out, though not what stands in it. */
  readonly isLeftOut: boolean;
  readonly isContainer: boolean;
  readonly isPerson: boolean;
  readonly isVoid: boolean;
}

/**
 * Gives names as the library knows them: without the root's own prefix, synonyms by the name that it reads.
 * @param prefix of the root's name, with the colon; '' for none
 */
export function createSpeller(root: FeedRoot, prefix: string) {
  const known = new Map<string, SpeltName>();
  const knownInItems = new Map<string, SpeltName>();

  /** @param isInItem whether it stands in an item, directly */
  return (name: string, isInItem: boolean): SpeltName => {
    const spelt = isInItem ? knownInItems : known;
    let found = spelt.get(name);
    if (!found) {
      found = spell(name, isInItem);
      spelt.set(name, found);
    }
    return found;
  };

  function spell(written: string, isInItem: boolean): SpeltName {
    const bare = prefix !== '' && written.startsWith(prefix) ? written.slice(prefix.length) : written;
    const name = synonymOf(bare, isInItem) ?? bare;
    const lower = name.toLowerCase();
    const local = localName(name);
    return {
      name,
      lower,
      local,
      isLeftOut: RESERVED.has(local) || (root === 'sitemap' && SITEMAP_FRAMES.has(written.toLowerCase())),
      isContainer: CONTAINERS.has(local),
      isPerson: PERSONS.has(local),
      isVoid: VOID.has(lower),
    };
  }

  function synonymOf(bare: string, isInItem: boolean): string | undefined {
    if (root === 'sitemap') return SITEMAP.get(bare.toLowerCase());
    return isInItem && root !== 'atom' ? SYNONYMS.get(bare.toLowerCase()) : undefined;
  }
}

/** A tag under the name that the library knows, with values that it knows; the same token when nothing changes. */
export function spellTag(token: TagToken, { name, local }: SpeltName): TagToken {
  const isLink = token.attributes.length > 0 && local === 'link';
  if (!isLink) return name === token.name ? token : { ...token, name };
  return { ...token, name, attributes: spellLink(token.attributes) };
}

/** Relations by their short names, addresses resolved against an `xml:base` of the link itself. */
function spellLink(attributes: readonly Attribute[]): readonly Attribute[] {
  const base = attributes.find(({ name }) => name === 'xml:base')?.value;
  return attributes.map(({ name, value }) => {
    if (name === 'rel') return { name, value: value.replace(REGISTERED_RELATION, '') };
    if (name === 'href' && base !== undefined) return { name, value: URL.parse(value, base)?.href ?? value };
    return { name, value };
  });
}

/** The attribute that says what an element of Atom is for, where the text between its tags says it instead. */
export function missingAttribute(root: FeedRoot, { name, attributes }: TagToken): string | null {
  if (root === 'sitemap') return name === 'media:thumbnail' ? 'url' : null;
  if (root !== 'atom') return null;
  const wanted = name === 'link' ? 'href' : name === 'category' ? 'term' : null;
  return wanted !== null && !attributes.some((attribute) => attribute.name === wanted) ? wanted : null;
}
