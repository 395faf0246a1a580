import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkFeeds, checkTable } from '../src/check-feeds.ts';
import { createFeedReader, type FeedReader } from '../src/feeds/reader.ts';
import { createFetcher, type Fetcher } from '../src/http/fetcher.ts';
import { systemClock } from '../src/model/clock.ts';
import type { CatalogueFeed } from '../src/model/feed.ts';
import { startFeedServer, type TestFeedServer } from './support/feed-server.ts';
import { TEXTS } from './support/world.ts';

let server: TestFeedServer;
let fetcher: Fetcher;
let reader: FeedReader;

beforeAll(async () => {
  server = await startFeedServer();
  fetcher = createFetcher({ allowPrivate: true, contact: null });
  reader = createFeedReader();
});

afterAll(async () => {
  await fetcher.close();
  await reader.close();
  await server.close();
});

function listed(key: string, url: string): CatalogueFeed {
  return {
    key,
    outlet: { key, name: key, tier: 1 },
    url,
    language: 'en',
    topics: [],
    kind: 'feed',
    fullText: null,
    intervalMs: null,
  };
}

test('every feed is asked once, and those in trouble come first with what is wrong', async () => {
  // Feeds tell whole seconds.
  const now = Math.floor(systemClock.now() / 1_000) * 1_000;
  const [good, forbidden, page] = ['good', 'forbidden', 'page'].map((key) => server.feed(key));
  good?.publish({ guid: '1', title: 'Bitcoin bakery opens', at: now - 3_600_000 });
  forbidden?.answerWith({ status: 403, headers: { 'cf-mitigated': 'challenge' } });
  page?.answerWith({ status: 200, body: '<!DOCTYPE html><html><body>moved</body></html>' });
  const progress: number[] = [];
  const checked = await checkFeeds(
    [listed('good', good?.url ?? ''), listed('page', page?.url ?? ''), listed('forbidden', forbidden?.url ?? '')],
    { fetcher, reader, clock: systemClock, hostGapMs: 0, onChecked: (count) => void progress.push(count) },
  );
  expect(progress).toEqual([1, 2, 3]);
  expect(good?.answered).toEqual([200]);
  const table = checkTable(checked, (text) => TEXTS.say(text), now)
    .replaceAll(/ +/g, ' ')
    .replaceAll(/\d+ ms/g, 'N ms');
  expect(table.split('\n')).toEqual([
    '✗ forbidden N ms HTTP 403, blocked by Cloudflare',
    '✗ page N ms an HTML page, not a feed',
    '✓ good N ms 1 item the newest 1 hour old',
    '',
    '1 of 3 feeds works from here.',
  ]);
});
