import { expect, test } from 'vitest';
import { bodyHash } from '../../src/feeds/body-hash.ts';

const hashOf = (text: string) => bodyHash(new TextEncoder().encode(text));
const feed = ({ built = 'Thu, 05 Feb 2026 12:00:00 GMT', title = 'Bitcoin slips', comments = 3 } = {}) =>
  `<rss><channel><lastBuildDate >${built}</lastBuildDate><item><title>${title}</title>
  <pubDate><![CDATA[${built}]]></pubDate><slash:comments>${comments}</slash:comments></item></channel></rss>`;

test('a feed in which only the clock and the comments went on is the same', () => {
  expect(hashOf(feed({ built: 'Thu, 05 Feb 2026 12:05:00 GMT', comments: 4 }))).toBe(hashOf(feed()));
});

test('Atom’s clock counts for as little', () => {
  const atom = (updated: string) =>
    `<a:feed><a:updated>${updated}</a:updated><a:entry><a:id>1</a:id></a:entry></a:feed>`;
  expect(hashOf(atom('2026-02-05T12:00:00Z'))).toBe(hashOf(atom('2026-02-05T13:00:00Z')));
});

test('another word, or another item, makes it another', () => {
  expect(hashOf(feed({ title: 'Bitcoin slides' }))).not.toBe(hashOf(feed()));
  expect(hashOf(feed() + feed())).not.toBe(hashOf(feed()));
});

test('a megabyte of elements without an end is told apart in no time, by all that stands in it', () => {
  const body = '<pubDate>'.repeat(110_000);
  expect(hashOf(`${body}a`)).not.toBe(hashOf(`${body}b`));
});
