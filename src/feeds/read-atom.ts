import { parseAtomFeed, type AtomFeed } from 'feedsmith';
import { languageOf, toFeedItem, webAddress, type FeedContent, type Loose } from './item-fields.ts';
import { isImageType, mediaImages } from './media-images.ts';

type Links = readonly AtomFeed.Link<string>[] | undefined;

/** Reads Atom 0.3 and 1.0. Throws what the library throws when it finds nothing it knows. */
export function readAtom(xml: string, baseUrl: string | null): FeedContent {
  const feed = parseAtomFeed(xml);
  const own = webAddress(feed.xml?.base, baseUrl) ?? baseUrl;
  const base = webAddress(feed.xml?.base ?? pages(feed.links)[0], own) ?? own;
  const authors = names(feed.authors);
  return {
    title: feed.title?.value ?? '',
    language: languageOf(feed.xml?.lang ?? feed.dc?.languages?.[0]),
    ttlMs: null,
    items: (feed.entries ?? []).map((entry) => toItem(entry, base, authors)).filter((item) => item !== null),
  };
}

function toItem(entry: AtomFeed.Entry<string>, feedBase: string | null, feedAuthors: readonly Loose[]) {
  const { dc, dcterms, media, links } = entry;
  const own = names(entry.authors);
  const source = names(entry.source?.authors);
  return toFeedItem({
    guid: entry.id,
    links: [...pages(links), entry.content?.src],
    base: webAddress(entry.xml?.base, feedBase) ?? feedBase,
    titles: [entry.title?.value, media?.title?.value],
    descriptions: [entry.summary?.value, dc?.descriptions?.[0], media?.description?.value],
    contents: [readable(entry.content)],
    authors: [own, dc?.creators ?? [], source, feedAuthors].find((list) => list.some(Boolean)) ?? [],
    images: [
      ...mediaImages(media),
      ...(links ?? []).filter(({ rel, type }) => rel === 'enclosure' && isImageType(type)).map(({ href }) => href),
    ],
    dates: [entry.published, dc?.dates?.[0], dcterms?.issued?.[0], entry.updated, dcterms?.modified?.[0]],
  });
}

/** Addresses of the page that the entry stands for: an HTML alternate, then any other alternate. */
function pages(links: Links): readonly Loose[] {
  const alternates = (links ?? []).filter(({ rel }) => rel === undefined || rel.toLowerCase() === 'alternate');
  const html = alternates.filter(({ type }) => type === undefined || /html/i.test(type));
  return [...html, ...alternates].map(({ href }) => href);
}

/** Atom content may be any media type (the Treasury's is XML data, others are base64): only text is for reading. */
function readable(content: AtomFeed.Content | undefined): string | undefined {
  const type = content?.type?.trim().toLowerCase() ?? 'text';
  return /^(?:text|html|xhtml|text\/.{1,40}|application\/xhtml\+xml)$/.test(type) ? content?.value : undefined;
}

function names(people: readonly AtomFeed.Person[] | undefined): readonly Loose[] {
  return (people ?? []).map(({ name, email }) => name ?? email);
}
