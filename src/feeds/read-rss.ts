import { parseRdfFeed, parseRssFeed, type RdfFeed, type RssFeed } from 'feedsmith';
import { languageOf, toFeedItem, ttlOf, webAddress, type FeedContent, type Loose } from './item-fields.ts';
import { isImageType, mediaImages } from './media-images.ts';

/** Reads RSS 0.9x and 2.0. Throws what the library throws when it finds nothing it knows. */
export function readRss(xml: string, baseUrl: string | null): FeedContent {
  const feed = parseRssFeed(xml);
  const base = webAddress(feed.xml?.base ?? feed.link, baseUrl) ?? baseUrl;
  return {
    title: feed.title ?? '',
    language: languageOf(feed.language ?? feed.dc?.languages?.[0] ?? feed.xml?.lang),
    ttlMs: ttlOf(feed.ttl),
    items: (feed.items ?? []).map((item) => toRssItem(item, base)).filter((item) => item !== null),
  };
}

/** Reads RSS 1.0 and 0.90 (RDF). Throws what the library throws when it finds nothing it knows. */
export function readRdf(xml: string, baseUrl: string | null): FeedContent {
  const feed = parseRdfFeed(xml);
  const base = webAddress(feed.link, baseUrl) ?? baseUrl;
  return {
    title: feed.title ?? '',
    language: languageOf(feed.dc?.languages?.[0] ?? feed.xml?.lang),
    ttlMs: null,
    items: (feed.items ?? []).map((item) => toRdfItem(item, base)).filter((item) => item !== null),
  };
}

function toRssItem(item: RssFeed.Item<string>, feedBase: string | null) {
  const { dc, dcterms, atom, media, itunes, guid } = item;
  const permalink = guid?.isPermaLink === false ? undefined : guid?.value;
  return toFeedItem({
    guid: guid?.value ?? atom?.id ?? dc?.identifiers?.[0],
    links: [item.link, ...alternates(atom?.links), absolute(permalink)],
    base: webAddress(item.xml?.base, feedBase) ?? feedBase,
    titles: [item.title, dc?.titles?.[0], atom?.title?.value, media?.title?.value, itunes?.title],
    descriptions: [item.description, atom?.summary?.value, dc?.descriptions?.[0], media?.description?.value],
    contents: [item.content?.encoded, atom?.content?.value],
    authors: names(
      item.authors?.map(({ name, email }) => name ?? email),
      dc?.creators,
      [itunes?.author],
    ),
    images: [
      ...mediaImages(media),
      ...(item.enclosures ?? []).filter(({ type }) => isImageType(type)).map(({ url }) => url),
      itunes?.image,
    ],
    dates: [
      item.pubDate,
      dc?.dates?.[0],
      atom?.published,
      dcterms?.issued?.[0],
      dcterms?.created?.[0],
      atom?.updated,
      dcterms?.modified?.[0],
    ],
  });
}

function toRdfItem(item: RdfFeed.Item<string>, base: string | null) {
  const { dc, dcterms } = item;
  return toFeedItem({
    guid: item.rdf?.about ?? dc?.identifiers?.[0],
    links: [item.link, ...alternates(item.atom?.links), absolute(item.rdf?.about)],
    base,
    titles: [item.title, dc?.titles?.[0]],
    descriptions: [item.description, dc?.descriptions?.[0]],
    contents: [item.content?.encoded],
    authors: dc?.creators ?? [],
    images: mediaImages(item.media),
    dates: [dc?.dates?.[0], dcterms?.issued?.[0], dcterms?.created?.[0], dcterms?.modified?.[0]],
  });
}

/** The first list that names anybody: outlets repeat one person in several vocabularies. */
function names(...lists: readonly (readonly Loose[] | undefined)[]): readonly Loose[] {
  return lists.find((list) => list?.some(Boolean)) ?? [];
}

function alternates(links: readonly { readonly href?: string; readonly rel?: string }[] | undefined) {
  return (links ?? []).filter(({ rel }) => rel === undefined || rel === 'alternate').map(({ href }) => href);
}

/** A guid is an address only if it says so in full: resolving `12345` against the feed leads nowhere. */
function absolute(text: string | undefined): string | undefined {
  return text && /^https?:\/\//i.test(text) ? text : undefined;
}
