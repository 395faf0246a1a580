import { FEED_LIMITS, unreadable, type FeedUnreadable } from './guard.ts';
import { createFeedWriter, type RepairedFeed } from './feed-writer.ts';
import type { FeedRoot } from './spelling.ts';
import { localName, scanMarkup } from './markup.ts';

// oxlint-disable no-control-regex -- XML 1.0 forbids exactly these
const CONTROL = /(?![\t\n\r])[\u0000-\u001F]/;
const FORBIDDEN = /(?![\t\n\r])[\u0000-\u001F]|[\uFFFE\uFFFF]/g;
// oxlint-enable no-control-regex
const ROOTS: Readonly<Record<string, FeedRoot>> = { rss: 'rss', channel: 'rss', feed: 'atom', rdf: 'rdf' };
const HTML_STARTS = new Set(['html', 'head', 'body', 'div', 'p', 'script', 'title', 'meta', 'h1', 'center']);
const OTHER_ROOTS: Readonly<Record<string, string>> = {
  sitemapindex: 'a sitemap index, not a feed',
  opml: 'an OPML list, not a feed',
};

/**
 * Turns what a publisher calls XML into XML: drops junk before the root, DOCTYPE, comments and control characters;
 * escapes stray `&` and `<`; quotes attributes; closes what is left open; cuts a broken end off behind the last
 * whole item. An answer that is no feed is named for what it is.
 */
export function repairFeed(text: string): RepairedFeed | FeedUnreadable {
  const source = withoutForbidden(text);
  const writer = createFeedWriter(source);
  let first: string | null = null;
  let html = false;
  const tokens = scanMarkup(source);
  for (let token = tokens.next(); token; token = tokens.next()) {
    if (token.kind === 'oversized')
      return unreadable('too-large', `a tag of more than ${FEED_LIMITS.tagChars} characters`);
    if (token.kind === 'unfinished') break;
    if (writer.begun()) {
      const refusal = writer.write(token);
      if (refusal) return refusal;
      if (writer.finished()) break;
    } else if (token.kind === 'other') {
      html ||= /^<!doctype\s{1,9}html/i.test(source.slice(token.start, token.start + 30));
    } else if (token.kind === 'open' || token.kind === 'empty') {
      const name = localName(token.name);
      first ??= name;
      html ||= name === 'html';
      // A page may hold anything further down, even something called feed.
      if (html) break;
      const root = name === 'urlset' && isNewsSitemap(source) ? 'sitemap' : ROOTS[name];
      if (root) writer.begin(token, root);
    }
  }
  return writer.result() ?? (html ? HTML_PAGE : nameOther(source, first));
}

/** Looks for one first, kind by kind: twice as fast where there is none, which is the rule. */
function withoutForbidden(text: string): string {
  const isClean = !text.includes('\uFFFE') && !text.includes('\uFFFF') && !CONTROL.test(text);
  return isClean ? text : text.replaceAll(FORBIDDEN, '');
}

/** Google's news sitemaps hold what was published in the last two days. */
function isNewsSitemap(source: string): boolean {
  return /<news:news[\s>]/i.test(source);
}

const HTML_PAGE = unreadable('html-page', 'an HTML page, not a feed');

function nameOther(source: string, first: string | null): FeedUnreadable {
  if (first === null) return nameText(source.trim());
  if (HTML_STARTS.has(first)) return HTML_PAGE;
  if (first === 'urlset') {
    return unreadable('not-a-feed', 'a sitemap without news, not a feed');
  }
  return unreadable('not-a-feed', OTHER_ROOTS[first] ?? `XML of another kind (<${first.slice(0, 40)}>), not a feed`);
}

function nameText(text: string): FeedUnreadable {
  if (text === '') return unreadable('empty', 'empty body');
  if (text.startsWith('<')) return unreadable('cut-off', 'cut off before its end');
  const head = text.slice(0, 1_000);
  const isBinary = head.split('\uFFFD').length > 20;
  return unreadable('not-a-feed', isBinary ? 'binary data, not a feed' : 'plain text, not a feed');
}
