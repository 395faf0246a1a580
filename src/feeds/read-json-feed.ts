import { parseJsonFeed, type JsonFeed } from 'feedsmith';
import { FEED_LIMITS, unreadable, type FeedUnreadable } from './guard.ts';
import { clean, toParsedItem, toTitle, webAddress, type FeedContent } from './item-fields.ts';
import { SOME_IMAGE } from './media-images.ts';

/** Reads JSON Feed 1.0 and 1.1. `incomplete` says why items are missing, or is null. */
export function readJsonFeed(
  text: string,
  baseUrl: string | null,
): (FeedContent & { readonly incomplete: string | null }) | FeedUnreadable {
  const json = parseJson(text);
  if (json === undefined) {
    const isWhole = /[}\]]\s*$/.test(text.slice(-100));
    return isWhole ? unreadable('not-a-feed', 'broken JSON') : unreadable('cut-off', 'cut off before its end');
  }
  const feed = parsed(json);
  if (!feed) return unreadable('not-a-feed', 'a JSON document, not a feed');
  const base = webAddress(feed.home_page_url, baseUrl) ?? baseUrl;
  const count = itemCount(json);
  return {
    title: toTitle(feed.title),
    link: webAddress(feed.home_page_url, baseUrl),
    language: feed.language ?? null,
    description: clean(feed.description),
    updated: null,
    hub: webAddress((feed.hubs ?? []).find(({ type }) => /^websub$/i.test(type ?? ''))?.url, null),
    self: webAddress(feed.feed_url, baseUrl),
    ttlMs: null,
    items: (feed.items ?? []).map((item) => toItem(item, base, feed.authors)),
    incomplete: count > FEED_LIMITS.items ? `more than ${FEED_LIMITS.items} items` : null,
  };
}

function parseJson(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The library throws for JSON that is no feed; with nothing but a version that names JSON Feed it is an empty one. */
function parsed(json: object): JsonFeed.Feed<string> | null {
  const version: unknown = 'version' in json ? json.version : undefined;
  const claims = typeof version === 'string' && version.includes('jsonfeed.org');
  if (!claims && !('items' in json && Array.isArray(json.items))) return null;
  try {
    return parseJsonFeed(json, { maxItems: FEED_LIMITS.items });
  } catch {
    return claims ? {} : null;
  }
}

function itemCount(json: object): number {
  return 'items' in json && Array.isArray(json.items) ? json.items.length : 0;
}

function toItem(item: JsonFeed.Item<string>, base: string | null, feedAuthors: JsonFeed.Author[] | undefined) {
  const attachments = item.attachments ?? [];
  return toParsedItem({
    mayNeedCleaning: true,
    id: item.id,
    links: [item.url, item.external_url, /^https?:/i.test(item.id ?? '') ? item.id : null],
    base,
    titles: [item.title],
    summaries: [item.summary],
    contents: [item.content_html, escapeText(item.content_text)],
    authors: (item.authors ?? feedAuthors ?? []).map(({ name, url }) => name ?? url),
    categories: item.tags ?? [],
    language: item.language,
    published: [item.date_published],
    updated: [item.date_modified],
    enclosures: attachments.map(({ url, mime_type: type, size_in_bytes: length }) => ({ url, type, length })),
    media: [item.image, item.banner_image].map((url) => ({ url, type: SOME_IMAGE })),
  });
}

/** Texts of items may hold HTML, so plain text has to be written as such. */
function escapeText(text: string | undefined): string | undefined {
  return text?.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
