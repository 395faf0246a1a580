import { parseAtomFeed, type AtomFeed } from 'feedsmith';
import {
  enclosuresOf,
  firstAddress,
  firstDate,
  linkOf,
  pagesOf,
  toParsedItem,
  toTitle,
  webAddress,
  type FeedContent,
  type Loose,
} from './item-fields.ts';
import type { RepairedXml } from './feed-writer.ts';
import { mediaOf } from './media-images.ts';

/** Reads Atom 0.3 and 1.0. Throws what the library throws when it finds nothing it knows. */
export function readAtom({ xml, mayNeedCleaning }: RepairedXml, baseUrl: string | null): FeedContent {
  const feed = parseAtomFeed(xml);
  const own = webAddress(feed.xml?.base, baseUrl) ?? baseUrl;
  const base = webAddress(feed.xml?.base ?? pagesOf(feed.links)[0], own) ?? own;
  const authors = names(feed.authors);
  return {
    title: toTitle(feed.title?.value),
    link: firstAddress(pagesOf(feed.links), own),
    language: feed.xml?.lang ?? feed.dc?.languages?.[0] ?? null,
    description: feed.subtitle?.value ?? '',
    updated: firstDate([feed.updated, feed.dc?.dates?.[0], feed.dcterms?.modified?.[0]]),
    hub: linkOf(feed.links, 'hub', own),
    self: linkOf(feed.links, 'self', own),
    ttlMs: null,
    items: (feed.entries ?? []).map((entry) => toItem(entry, { base, authors, mayNeedCleaning })),
  };
}

interface Around {
  readonly base: string | null;
  readonly authors: readonly Loose[];
  readonly mayNeedCleaning: boolean;
}

function toItem(entry: AtomFeed.Entry<string>, { base, authors, mayNeedCleaning }: Around) {
  const { dc, dcterms, media, links } = entry;
  const own = names(entry.authors);
  const source = names(entry.source?.authors);
  return toParsedItem({
    mayNeedCleaning,
    id: entry.id,
    links: [...pagesOf(links), entry.content?.src],
    base: webAddress(entry.xml?.base, base) ?? base,
    titles: [entry.title?.value, media?.title?.value],
    summaries: [entry.summary?.value, dc?.descriptions?.[0], media?.description?.value],
    contents: [readable(entry.content)],
    authors: [own, dc?.creators ?? [], source, authors].find((list) => list.some(Boolean)) ?? [],
    categories: [...(entry.categories ?? []).map(({ label, term }) => label ?? term), ...(dc?.subjects ?? [])],
    language: entry.xml?.lang ?? dc?.languages?.[0],
    published: [entry.published, dc?.dates?.[0], dcterms?.issued?.[0], dcterms?.created?.[0]],
    updated: [entry.updated, dcterms?.modified?.[0]],
    enclosures: enclosuresOf(links),
    media: mediaOf(media),
  });
}

/** Atom content may be any media type (the Treasury's is XML data, others are base64): only text is for reading. */
function readable(content: AtomFeed.Content | undefined): string | undefined {
  const type = content?.type?.trim().toLowerCase() ?? 'text';
  return /^(?:text|html|xhtml|text\/.{1,40}|application\/xhtml\+xml)$/.test(type) ? content?.value : undefined;
}

function names(people: readonly AtomFeed.Person[] | undefined): readonly Loose[] {
  return (people ?? []).map(({ name, email, uri }) => name ?? email ?? uri);
}
