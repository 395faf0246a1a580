import { parseRdfFeed, parseRssFeed, type RdfFeed, type RssFeed } from 'feedsmith';
import {
  enclosuresOf,
  firstAddress,
  firstDate,
  linkOf,
  pagesOf,
  toParsedItem,
  toTitle,
  ttlOf,
  webAddress,
  type FeedContent,
  type Loose,
} from './item-fields.ts';
import type { RepairedXml } from './feed-writer.ts';
import { mediaOf, SOME_IMAGE } from './media-images.ts';

/** Reads RSS 0.9x and 2.0. Throws what the library throws when it finds nothing it knows. */
export function readRss({ xml, mayNeedCleaning }: RepairedXml, baseUrl: string | null): FeedContent {
  const feed = parseRssFeed(xml);
  const own = webAddress(feed.xml?.base, baseUrl) ?? baseUrl;
  const base = webAddress(feed.xml?.base ?? feed.link, baseUrl) ?? baseUrl;
  return {
    title: toTitle(feed.title, feed.dc?.titles?.[0], feed.atom?.title?.value),
    link: firstAddress([feed.link, ...pagesOf(feed.atom?.links)], own),
    language: feed.language ?? feed.dc?.languages?.[0] ?? feed.xml?.lang ?? null,
    description: feed.description ?? feed.dc?.descriptions?.[0] ?? '',
    updated: firstDate([feed.lastBuildDate, feed.pubDate, feed.dc?.dates?.[0], feed.atom?.updated]),
    hub: linkOf(feed.atom?.links, 'hub', own),
    self: linkOf(feed.atom?.links, 'self', own),
    ttlMs: ttlOf(feed.ttl),
    items: (feed.items ?? []).map((item) => toRssItem(item, base, mayNeedCleaning)),
  };
}

/** Reads RSS 1.0 and 0.90 (RDF). Throws what the library throws when it finds nothing it knows. */
export function readRdf({ xml, mayNeedCleaning }: RepairedXml, baseUrl: string | null): FeedContent {
  const feed = parseRdfFeed(xml);
  const own = webAddress(feed.xml?.base, baseUrl) ?? baseUrl;
  const base = webAddress(feed.link, own) ?? own;
  return {
    title: toTitle(feed.title, feed.dc?.titles?.[0]),
    link: firstAddress([feed.link, ...pagesOf(feed.atom?.links)], own),
    language: feed.dc?.languages?.[0] ?? feed.xml?.lang ?? null,
    description: feed.description ?? feed.dc?.descriptions?.[0] ?? '',
    updated: firstDate([feed.dc?.dates?.[0], feed.atom?.updated]),
    hub: linkOf(feed.atom?.links, 'hub', own),
    self: linkOf(feed.atom?.links, 'self', own),
    ttlMs: null,
    items: (feed.items ?? []).map((item) => toRdfItem(item, base, mayNeedCleaning)),
  };
}

function toRssItem(item: RssFeed.Item<string>, feedBase: string | null, mayNeedCleaning: boolean) {
  const { dc, dcterms, atom, media, itunes, guid } = item;
  const permalink = guid?.isPermaLink === false ? undefined : guid?.value;
  return toParsedItem({
    mayNeedCleaning,
    id: guid?.value ?? atom?.id ?? dc?.identifiers?.[0],
    links: [item.link, ...pagesOf(atom?.links), absolute(permalink)],
    base: webAddress(item.xml?.base, feedBase) ?? feedBase,
    titles: [item.title, dc?.titles?.[0], atom?.title?.value, media?.title?.value, itunes?.title],
    summaries: [
      item.description,
      atom?.summary?.value,
      dc?.descriptions?.[0],
      media?.description?.value,
      dcterms?.abstracts?.[0],
      // oxlint-disable-next-line typescript/no-deprecated -- feeds still carry it
      itunes?.summary,
      // oxlint-disable-next-line typescript/no-deprecated -- feeds still carry it
      itunes?.subtitle,
    ],
    contents: [item.content?.encoded, atom?.content?.value],
    authors: names(
      item.authors?.map(({ name, email }) => name ?? email),
      dc?.creators,
      atom?.authors?.map(({ name, email }) => name ?? email),
      [itunes?.author],
    ),
    categories: [
      ...(item.categories ?? []).map(({ name }) => name),
      ...(dc?.subjects ?? []),
      ...(media?.keywords ?? []),
      // oxlint-disable-next-line typescript/no-deprecated -- feeds still carry it
      ...(itunes?.keywords ?? []),
    ],
    language: dc?.languages?.[0] ?? item.xml?.lang,
    published: [item.pubDate, dc?.dates?.[0], atom?.published, dcterms?.issued?.[0], dcterms?.created?.[0]],
    updated: [atom?.updated, dcterms?.modified?.[0]],
    enclosures: [
      ...(item.enclosures ?? []).map(({ url, type, length }) => ({ url, type, length })),
      ...enclosuresOf(atom?.links),
    ],
    media: [...mediaOf(media), ...(itunes?.image === undefined ? [] : [{ url: itunes.image, type: SOME_IMAGE }])],
  });
}

function toRdfItem(item: RdfFeed.Item<string>, base: string | null, mayNeedCleaning: boolean) {
  const { dc, dcterms, atom } = item;
  return toParsedItem({
    mayNeedCleaning,
    id: item.rdf?.about ?? dc?.identifiers?.[0],
    links: [item.link, ...pagesOf(atom?.links), absolute(item.rdf?.about)],
    base,
    titles: [item.title, dc?.titles?.[0]],
    summaries: [item.description, dc?.descriptions?.[0]],
    contents: [item.content?.encoded],
    authors: dc?.creators ?? [],
    categories: dc?.subjects ?? [],
    language: dc?.languages?.[0],
    published: [dc?.dates?.[0], dcterms?.issued?.[0], dcterms?.created?.[0]],
    updated: [dcterms?.modified?.[0]],
    enclosures: enclosuresOf(atom?.links),
    media: mediaOf(item.media),
  });
}

/** The first list that names anybody: outlets repeat one person in several vocabularies. */
function names(...lists: readonly (readonly Loose[] | undefined)[]): readonly Loose[] {
  return lists.find((list) => list?.some(Boolean)) ?? [];
}

/** A guid is an address only if it says so in full: resolving `12345` against the feed leads nowhere. */
function absolute(text: string | undefined): string | undefined {
  return text && /^https?:\/\//i.test(text) ? text : undefined;
}
