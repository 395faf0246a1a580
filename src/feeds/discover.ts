import { Parser } from 'htmlparser2';
import type { Fetcher, FetchResult } from '../http/fetcher.ts';
import { message, type Text } from '../model/text.ts';
import { decodeFeed } from './decode.ts';
import { FeedError } from './feed-error.ts';
import type { ParsedFeed } from './parse.ts';
import type { FeedReader } from './reader.ts';

export type Discovery =
  | { readonly kind: 'found'; readonly url: string; readonly feed: ParsedFeed }
  /** The text says why, and what to do. */
  | { readonly kind: 'refused'; readonly text: Text };

export interface DiscoverParts {
  readonly fetcher: Fetcher;
  readonly reader: FeedReader;
}

const MAX_TRIES = 6;
const MAX_PAGE_CHARS = 500_000;
const FEED_TYPE = /^application\/(?:rss|atom|rdf)\+xml|^application\/feed\+json|^(?:application|text)\/xml/i;
const FEED_PATH = /(?:\/(?:rss|feeds?|atom)\/?|\.(?:rss|atom|rdf)|(?:rss|feed|atom|index)\.(?:xml|json))$/i;
/** Where publishers keep their feeds, though their pages do not say so. */
const USUAL_PATHS = ['/feed', '/rss', '/feed.xml', '/rss.xml', '/atom.xml'];

/**
 * Finds the feed at an address, or behind the web page there: what the page names as its feed first, then links that
 * look like one, then the usual places. At most six more requests, one after the other.
 * @param typed as a person writes it, with or without `https://`
 */
export async function discoverFeed(typed: string, parts: DiscoverParts): Promise<Discovery> {
  const address = addressOf(typed);
  if (address === null) return refused(message('feeds-no-address', { text: typed.slice(0, 100) }));
  const first = await lookFirst(address, isSchemed(typed), parts);
  if (first.kind !== 'page') return first;
  const candidates = candidatesOf(first).filter((url) => url !== address);
  for (const url of candidates.slice(0, MAX_TRIES)) {
    const found = await look(url, parts);
    if (found.kind === 'found') return found;
  }
  return refused(message('feeds-none-behind'));
}

/** Where nobody wrote how the host is to be spoken to, https is tried first. */
async function lookFirst(address: string, isWritten: boolean, parts: DiscoverParts): Promise<Discovery | Page> {
  const first = await look(address, parts);
  if (isWritten || first.kind !== 'refused') return first;
  const plain = await look(address.replace(/^https:/, 'http:'), parts);
  return plain.kind === 'refused' ? first : plain;
}

interface Page {
  readonly kind: 'page';
  readonly url: string;
  readonly html: string;
  /** Feeds that the Link header names. */
  readonly named: readonly string[];
}

async function look(url: string, { fetcher, reader }: DiscoverParts): Promise<Discovery | Page> {
  const result = await fetcher.fetch({ url });
  if (result.kind !== 'ok') return refused(refusalOf(result));
  const { bytes, contentType, finalUrl, permanentUrl, links } = result;
  try {
    const feed = await reader.parse(bytes, contentType, finalUrl);
    if (feed.items.length === 0 && feed.incomplete !== null) return refused(message('feed-error-not-a-feed'));
    return { kind: 'found', url: permanentUrl ?? url, feed };
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    if (error.code !== 'html-page') return refused(error.text);
    const html = decodeFeed(bytes, contentType).slice(0, MAX_PAGE_CHARS);
    const named = links.filter(({ rel }) => rel === 'alternate').map((link) => link.url);
    return { kind: 'page', url: finalUrl, html, named };
  }
}

function refusalOf(result: Exclude<FetchResult, { kind: 'ok' }>): Text {
  switch (result.kind) {
    case 'failed':
      return message('feeds-unreachable', { reason: result.reason });
    case 'status':
      return result.status === 401 || result.status === 403 || result.isChallenge
        ? message('feeds-forbidden', { status: String(result.status) })
        : message('feeds-status', { status: String(result.status) });
    case 'not-modified':
      return message('feeds-status', { status: '304' });
  }
}

function isSchemed(typed: string): boolean {
  return /^<?[a-z][a-z\d+.-]*:\/\//i.test(typed.trim());
}

function addressOf(typed: string): string | null {
  const text = typed
    .trim()
    .replace(/^<(.*)>$/, '$1')
    .replace(/^feed:(?:\/\/)?(?=https?:)/i, '')
    .replace(/^feed:/i, 'https:');
  const url = URL.parse(isSchemed(text) ? text : `https://${text}`);
  const isWeb = url?.protocol === 'http:' || url?.protocol === 'https:';
  return url && isWeb && /[.:]/.test(url.hostname) ? url.href : null;
}

/** Addresses of what may be the page's feed, the likeliest first; those of comments last. */
function candidatesOf({ url, html, named }: Page): readonly string[] {
  const declared: string[] = [];
  const linked: string[] = [];
  let base = url;
  const add = (list: string[], href: string | undefined) => {
    const target = href === undefined ? null : URL.parse(href, base);
    if (target?.protocol === 'http:' || target?.protocol === 'https:') list.push(target.href);
  };
  const parser = new Parser({
    onopentag(name, { rel = '', type = '', href }) {
      if (name === 'base' && href !== undefined) base = URL.parse(href, url)?.href ?? base;
      const relations = rel.toLowerCase().split(/\s+/);
      const isFeed = relations.includes('feed') || (relations.includes('alternate') && FEED_TYPE.test(type));
      if ((name === 'link' || name === 'a') && isFeed) add(declared, href);
      else if (name === 'a' && FEED_PATH.test(href?.split(/[?#]/, 1)[0] ?? '')) add(linked, href);
    },
  });
  parser.end(html);
  const usual = USUAL_PATHS.map((path) => new URL(path, url).href);
  const all = [...new Set([...named, ...declared, ...linked.slice(0, 3), ...usual])];
  const isOfComments = (each: string) => /comments?\b/i.test(URL.parse(each)?.pathname ?? '');
  return [...all.filter((each) => !isOfComments(each)), ...all.filter(isOfComments)];
}

function refused(text: Text): Discovery {
  return { kind: 'refused', text };
}
