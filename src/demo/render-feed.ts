import type { FeedFormat } from './demo-feeds.ts';
import type { FeedPage } from './feed-page.ts';
import { renderAtom } from './render-atom.ts';
import { renderJsonFeed } from './render-json-feed.ts';
import { renderRdf } from './render-rdf.ts';
import { renderRss } from './render-rss.ts';

export interface RenderedFeed {
  readonly contentType: string;
  readonly bytes: Buffer;
}

const RENDERERS: Readonly<Record<FeedFormat, (page: FeedPage) => RenderedFeed>> = {
  'rss-full': (page) => utf8('application/rss+xml; charset=utf-8', renderRss(page)),
  'rss-escaped': (page) => utf8('text/xml; charset=utf-8', renderRss(page)),
  'rss-utm': (page) => utf8('application/rss+xml', renderRss(page)),
  'rss-latin1': (page) => latin1('application/rss+xml', renderRss(page)),
  'atom-html': (page) => utf8('application/atom+xml; charset=utf-8', renderAtom(page)),
  'atom-xhtml': (page) => utf8('application/atom+xml', renderAtom(page)),
  rdf: (page) => utf8('application/rdf+xml; charset=utf-8', renderRdf(page)),
  json: (page) => utf8('application/feed+json; charset=utf-8', renderJsonFeed(page)),
};

/** Writes a feed in its own format; equal pages give equal bytes. */
export function renderFeed(page: FeedPage): RenderedFeed {
  return RENDERERS[page.feed.format](page);
}

function utf8(contentType: string, text: string): RenderedFeed {
  return { contentType, bytes: Buffer.from(text, 'utf8') };
}

function latin1(contentType: string, text: string): RenderedFeed {
  const referenced = text.replace(/[\u{100}-\u{10ffff}]/gu, (char) => `&#${char.codePointAt(0)};`);
  return { contentType, bytes: Buffer.from(referenced, 'latin1') };
}
