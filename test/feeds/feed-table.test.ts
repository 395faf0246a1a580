import { expect, test } from 'vitest';
import { parseFeed } from '../../src/feeds/parse.ts';
import { SMALL_FEEDS } from './feed-table.ts';

test.each(SMALL_FEEDS)('$name', ({ document, feed = {}, items = [] }) => {
  const parsed = parseFeed(Buffer.from(document));
  expect(parsed).toMatchObject(feed);
  expect(parsed.items.slice(0, items.length)).toMatchObject(items);
});
