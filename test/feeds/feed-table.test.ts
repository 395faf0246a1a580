import { expect, test } from 'vitest';
import { parseFeed } from '../../src/feeds/parse.ts';
import type { Row } from './small-feeds/build.ts';
import { ATOM_FEEDS } from './small-feeds/atom.ts';
import { JSON_FEEDS } from './small-feeds/json.ts';
import { RDF_FEEDS } from './small-feeds/rdf.ts';
import { RSS_FORMS } from './small-feeds/rss-forms.ts';
import { RSS_ITEMS } from './small-feeds/rss-items.ts';
import { RSS_MORE } from './small-feeds/rss-more.ts';

const FORMATS: readonly (readonly [string, readonly Row[]])[] = [
  ['RSS', [...RSS_ITEMS, ...RSS_MORE, ...RSS_FORMS]],
  ['RDF', RDF_FEEDS],
  ['Atom', ATOM_FEEDS],
  ['JSON Feed', JSON_FEEDS],
];

const FEEDS = FORMATS.flatMap(([format, rows]) =>
  rows.map(([name, document, item, feed = {}]) => ({ name: `${format}: ${name}`, document, item, feed })),
);

test.each(FEEDS)('$name', ({ document, item, feed }) => {
  const parsed = parseFeed(Buffer.from(document));
  expect(parsed).toMatchObject(feed);
  expect(parsed.items[0]).toMatchObject(item);
});
