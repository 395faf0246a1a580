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

/** Whether an element is left out, though not what stands in it. */
export function isFrame(root: FeedRoot, name: string): boolean {
  return root === 'sitemap' && SITEMAP_FRAMES.has(name.toLowerCase());
}

/** The name by which the library knows an element. */
export function spellName(name: string, { root, prefix, isInItem }: Spelling): string {
  const bare = prefix !== '' && name.startsWith(prefix) ? name.slice(prefix.length) : name;
  if (root === 'sitemap') return SITEMAP.get(bare.toLowerCase()) ?? bare;
  return (isInItem && root !== 'atom' && SYNONYMS.get(bare.toLowerCase())) || bare;
}

export interface Spelling {
  readonly root: FeedRoot;
  /** Of the root's name, with the colon; '' for none. */
  readonly prefix: string;
  /** Whether it stands in an item, directly. */
  readonly isInItem: boolean;
}

/** A tag as the library behind expects it: without the root's own prefix, under a name and with values that it knows. */
export function spellTag(token: TagToken, spelling: Spelling): TagToken {
  const name = spellName(token.name, spelling);
  const isLink = token.attributes.length > 0 && localName(name) === 'link';
  return {
    ...token,
    name,
    attributes: isLink ? spellLink(token.attributes) : token.attributes,
  };
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
