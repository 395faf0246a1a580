import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FeedError } from '../../src/feeds/feed-error.ts';
import { parseFeed } from '../../src/feeds/parse.ts';
import type { ParsedItem } from '../../src/model/article.ts';
import { ATOM_FEEDS } from './small-feeds/atom.ts';
import { JSON_FEEDS } from './small-feeds/json.ts';
import { RDF_FEEDS } from './small-feeds/rdf.ts';
import { RSS_FORMS } from './small-feeds/rss-forms.ts';
import { RSS_ITEMS } from './small-feeds/rss-items.ts';

const DOCUMENTS = [...RSS_ITEMS, ...RSS_FORMS, ...RDF_FEEDS, ...ATOM_FEEDS, ...JSON_FEEDS].map(
  ([, document]) => document,
);
const PIECES =
  '< > & " \' </ /> <![CDATA[ ]]> <!-- --> <item> </item> <entry> </entry> &amp; &nbsp; &#0; <br> <title> </title> <author> </author> </channel> <a\u0020b=c> <link/> \u0000 <?x?> { } [ ] , :'.split(
    ' ',
  );

interface Mutation {
  readonly at: number;
  readonly drop: number;
  readonly put: string;
}

function mutated(document: string, mutations: readonly Mutation[]): string {
  return mutations.reduce((text, { at, drop, put }) => {
    const place = Math.floor(at * text.length);
    return text.slice(0, place) + put + text.slice(place + drop);
  }, document);
}

/** None where it is refused with a reason; anything else that is thrown is a fault. */
function itemsOf(document: string): readonly ParsedItem[] {
  try {
    return parseFeed(Buffer.from(document), null, 'https://x.example/').items;
  } catch (error) {
    if (error instanceof FeedError) return [];
    throw error;
  }
}

test('whatever is broken in a feed, it is read or refused with a reason, and its items have the shape of the model', () => {
  const mutation = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    drop: fc.nat(12),
    put: fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 3 })),
  });
  fc.assert(
    fc.property(fc.constantFrom(...DOCUMENTS), fc.array(mutation, { maxLength: 4 }), (document, mutations) => {
      const items = itemsOf(mutated(document, mutations));
      // What no reader shows is in no title, and no link leads out of the web.
      expect(items.filter(({ title }) => title.includes('\u0000'))).toEqual([]);
      expect(items.filter(({ link }) => link !== null && !/^https?:/.test(link))).toEqual([]);
      expect(items.filter(({ published }) => published !== null && !Number.isFinite(published))).toEqual([]);
    }),
    { numRuns: 2_000 },
  );
});
