import { parseRssFeed } from 'feedsmith';
import { parseFeed } from '../../src/feeds/parse.ts';
import { makeArticles, type MadeArticle } from './articles.ts';
import { ASSETS } from './bench-world.ts';
import type { Row } from './row.ts';
import { sum, timed } from './stopwatch.ts';

const BYTES_A_SIZE = 120e6;
const WARM_UP = 5;

/** RSS from bytes to items, beside the library that does the XML. */
export async function benchParsing(): Promise<readonly Row[]> {
  return [100, 1_000].map((items) => {
    const text = rssOf(makeArticles(items, ASSETS.assets, 5));
    const bytes = new TextEncoder().encode(text);
    expectItems(bytes, items);
    const rounds = Math.ceil(BYTES_A_SIZE / bytes.length);
    const ours: number[] = [];
    const bare: number[] = [];
    // In turns, so that what else the machine does falls on both; the first ones warm up.
    for (let round = 0; round < WARM_UP + rounds; round += 1) {
      ours.push(timed(() => parseFeed(bytes, 'application/rss+xml; charset=utf-8')));
      bare.push(timed(() => parseRssFeed(text)));
    }
    // All the time it took, collections of garbage included: a median flips with the rounds that they fall into.
    const perSecond = (times: readonly number[]): number => (bytes.length * rounds) / 1e3 / sum(times.slice(WARM_UP));
    return {
      what: `feed of ${items.toLocaleString('en-US')} items (${Math.round(bytes.length / 1e3)} kB)`,
      measured: perSecond(ours),
      beside: 'feedsmith alone',
      besideMeasured: perSecond(bare),
      unit: 'MB/s',
    };
  });
}

function expectItems(bytes: Uint8Array, count: number): void {
  const feed = parseFeed(bytes, null);
  if (feed.items.length !== count) throw new Error('the feed of the bench was not read');
}

function rssOf(articles: readonly MadeArticle[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    '<channel><title>Bench Wire</title><link>https://wire.example/</link><language>en</language>',
    ...articles.map(itemOf),
    '</channel></rss>',
  ].join('\n');
}

function itemOf({ title, description, body, ageMs }: MadeArticle, index: number): string {
  const link = `https://wire.example/${index}?utm_source=rss&amp;utm_medium=feed`;
  return `<item><title>${escaped(title)}</title><link>${link}</link><guid isPermaLink="false">wire-${index}</guid>
<pubDate>${new Date(Date.UTC(2026, 1, 5) - ageMs).toUTCString()}</pubDate><dc:creator>The Desk</dc:creator><category>Markets</category>
<description>${escaped(`<p>${description}</p>`)}</description>
<content:encoded><![CDATA[<p>${body.replaceAll('\n\n', '</p>\n<p>')}</p>]]></content:encoded></item>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
