import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createSteppedClock, type SteppedClock } from '../../src/demo/stepped-clock.ts';
import { createOneByOne } from '../../src/feeds/one-by-one.ts';
import { createOutage } from '../../src/feeds/outage.ts';
import { createPollRecorder } from '../../src/feeds/poll-recorder.ts';
import { pollFeed, type PollFeedParts, type PollOutcome } from '../../src/feeds/poll-feed.ts';
import { createFeedReader, type FeedReader } from '../../src/feeds/reader.ts';
import { createFetcher, type Fetcher } from '../../src/http/fetcher.ts';
import { silentLog } from '../../src/model/log.ts';
import { activeFeeds, recordPoll, type FeedRow } from '../../src/store/feeds.ts';
import type { Store } from '../../src/store/store.ts';
import { NOON, openFeedStore } from './feed-store.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

interface Reply {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

let server: Server;
let origin: string;
let reply: (path: string, headers: IncomingHttpHeaders) => Reply;
let asked: { readonly path: string; readonly headers: IncomingHttpHeaders }[];
let fetcher: Fetcher;
let reader: FeedReader;

let store: Store;
let clock: SteppedClock;
let told: string[];
let parts: PollFeedParts;

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push({ path, headers: request.headers });
    const { status = 200, headers = {}, body = '' } = reply(path, request.headers);
    response.writeHead(status, { 'content-type': 'application/rss+xml', ...headers }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // An IP server's address is never a pipe's name.
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  fetcher = createFetcher({ allowPrivate: true, contact: null });
  reader = createFeedReader();
});

afterAll(async () => {
  await fetcher.close();
  await reader.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

beforeEach(async () => {
  asked = [];
  told = [];
  store = await openFeedStore([`${origin}/feed`, `${origin}/other`]);
  await store.db.updateTable('feed').set({ fixed_interval_ms: null }).execute();
  clock = createSteppedClock(NOON);
  const tell = (_: object, line: string) => void told.push(line);
  parts = {
    store,
    fetcher,
    reader,
    recorder: createPollRecorder(store),
    outage: createOutage(),
    oneByOne: createOneByOne(),
    clock,
    log: { ...silentLog, warn: tell, info: tell },
    random: () => 0,
    onLost: ({ key }) => void told.push(`lost ${key}`),
    policy: { minIntervalMs: MINUTE, maxIntervalMs: HOUR, alertMaxAgeMs: HOUR },
  };
});

afterEach(() => store.close());

async function feed(key = 'feed-0'): Promise<FeedRow> {
  const found = (await activeFeeds(store.db)).find((row) => row.key === key);
  if (!found) throw new Error(`no ${key}`);
  return found;
}

async function poll(key?: string): Promise<PollOutcome> {
  return pollFeed(await feed(key), parts, new AbortController().signal);
}

/** Polls when it is due, `times` times. */
async function pollOn(times: number): Promise<void> {
  for (let count = 0; count < times; count += 1) {
    const { nextPollAt } = await poll();
    if (nextPollAt !== null) clock.advanceTo(nextPollAt);
  }
}

function rss(items: readonly string[], built = ''): string {
  return `<rss version="2.0"><channel><title>Wire</title><lastBuildDate>${built}</lastBuildDate>${items.join('')}</channel></rss>`;
}

function item(name: string, fields = ''): string {
  return `<item><guid>${name}</guid><title>Bitcoin story ${name}</title><link>https://wire.example/${name}</link>${fields}</item>`;
}

async function titles(): Promise<readonly (string | null)[]> {
  const rows = await store.db.selectFrom('article').select('raw_title').orderBy('id').execute();
  return rows.map((row) => row.raw_title);
}

describe('validators', () => {
  test('are sent after a good read, and a 304 is not read', async () => {
    reply = (_, headers) =>
      headers['if-none-match'] === '"a"' ? { status: 304 } : { headers: { etag: '"a"' }, body: rss([item('1')]) };
    expect((await poll()).newItems).toBe(1);
    expect((await poll()).newItems).toBe(0);
    expect(asked.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"a"']);
  });

  test.each([
    ['a page in place of the feed', '<!DOCTYPE html><html><body>We have moved</body></html>'],
    ['an empty body', ''],
    ['a body that was cut', rss([item('1')]).slice(0, -30)],
  ])('of %s are not kept', async (_, body) => {
    reply = () => ({ headers: { etag: '"a"', 'last-modified': 'Mon, 05 Oct 2026 10:00:00 GMT' }, body });
    await poll();
    await poll();
    expect(asked.map(({ headers }) => headers['if-none-match'] ?? headers['if-modified-since'])).toEqual([
      undefined,
      undefined,
    ]);
  });

  test('that a server answers with 304 for ever are left out once a day', async () => {
    let edition = 1;
    reply = (_, headers) =>
      headers['if-modified-since'] === undefined
        ? { headers: { 'last-modified': 'Tue, 01 Jan 2041 00:00:00 GMT' }, body: rss([item(String(edition))]) }
        : { status: 304 };
    await poll();
    edition = 2;
    clock.advanceTo(NOON + 23 * HOUR);
    expect((await poll()).newItems).toBe(0);
    clock.advanceTo(NOON + 25 * HOUR);
    expect((await poll()).newItems).toBe(1);
  });

  test('of which one moves while the other stays do not hide news', async () => {
    let edition = 1;
    reply = () => ({
      headers: { etag: '"stuck"', 'last-modified': new Date(NOON + edition * MINUTE).toUTCString() },
      body: rss([item(String(edition))]),
    });
    await poll();
    edition = 2;
    expect((await poll()).newItems).toBe(1);
  });

  test('that come again with a whole body mean nothing new', async () => {
    let edition = 1;
    reply = () => ({ headers: { etag: '"same"' }, body: rss([item(String(edition))]) });
    await poll();
    edition = 2;
    expect((await poll()).newItems).toBe(0);
    expect(await titles()).toEqual(['Bitcoin story 1']);
  });

  test('are needless where nothing but the clock of the feed changes', async () => {
    reply = () => ({ body: rss([item('1')], new Date(clock.now()).toUTCString()) });
    await pollOn(3);
    expect(await feed()).toMatchObject({ streak: 0, failures: 0, last_ok_at: clock.now() - 10 * MINUTE });
    expect(await titles()).toHaveLength(1);
  });

  test('a 304 that nobody asked for is a failure', async () => {
    reply = () => ({ status: 304 });
    await poll();
    expect(await feed()).toMatchObject({ failures: 1, last_error: 'HTTP 304' });
  });
});

describe('when next', () => {
  async function pauseAfter(headers: Record<string, string>, channel: string, status = 200): Promise<number> {
    reply = () => ({ status, headers, body: rss([channel, item('1'), item('2')]) });
    const { nextPollAt } = await poll();
    return (nextPollAt ?? Infinity) - clock.now();
  }

  test('a feed without dates is asked every ten minutes', async () => {
    expect(await pauseAfter({}, '')).toBe(10 * MINUTE);
  });

  test.each([
    ['a ttl of an hour', {}, '<ttl>60</ttl>', 10 * MINUTE],
    ['a max-age of a day', { 'cache-control': 'max-age=86400' }, '', 10 * MINUTE],
    ['a max-age of five minutes', { 'cache-control': 'max-age=300' }, '', 5 * MINUTE],
  ])('%s is heeded for ten minutes at most', async (_, headers, channel, pause) => {
    const recent = JSON.stringify(Array.from({ length: 30 }, (__, index) => NOON - (30 - index) * MINUTE));
    const { id } = await feed();
    await store.transaction('poll', (trx) => recordPoll(trx, id, { recent, first_polled_at: 1 }));
    expect(await pauseAfter(headers, channel)).toBe(pause);
  });

  test('a Retry-After holds that feed, not its neighbour, and asks its host for less', async () => {
    reply = (path) =>
      path === '/feed' ? { status: 429, headers: { 'retry-after': '7200' } } : { body: rss([item('1')]) };
    const refused = await poll();
    expect(refused).toMatchObject({ nextPollAt: NOON + 2 * HOUR, isTooMuch: true });
    expect(await poll('feed-1')).toMatchObject({ newItems: 1, isTooMuch: false });
  });

  test('news in two polls running brings it to the minimum', async () => {
    let edition = 0;
    reply = () => ({ body: rss([item(String((edition += 1)))]) });
    await poll();
    await poll();
    const { nextPollAt } = await poll();
    expect((nextPollAt ?? 0) - NOON).toBe(MINUTE);
  });
});

describe('a feed that fails', () => {
  test('is told at the third time, waits longer each time, and is told again when it works', async () => {
    reply = () => ({ status: 403 });
    const pauses: number[] = [];
    const tellings: number[] = [];
    for (let count = 0; count < 4; count += 1) {
      const { nextPollAt } = await poll();
      pauses.push(((nextPollAt ?? 0) - clock.now()) / MINUTE);
      tellings.push(told.length);
      clock.advanceTo(nextPollAt ?? 0);
    }
    expect({ pauses, tellings }).toEqual({ pauses: [1, 2, 4, 8], tellings: [0, 0, 1, 1] });
    reply = () => ({ body: rss([item('1')]) });
    await poll();
    expect(told).toEqual(['feed keeps failing', 'feed works again']);
    expect(await feed()).toMatchObject({ failures: 0, last_error: null, failing_since: null });
  });

  test('is given up after a week and tried once a week from then on', async () => {
    reply = () => ({ status: 404 });
    await pollOn(30);
    expect(told).toEqual(['feed keeps failing', 'feed is given up: it is tried once a week', 'lost feed-0']);
    const { nextPollAt } = await poll();
    expect((nextPollAt ?? 0) - clock.now()).toBe(7 * DAY);
    reply = () => ({ body: rss([item('1')]) });
    expect((await poll()).newItems).toBe(1);
    expect(await feed()).toMatchObject({ given_up_at: null });
  });

  test('with 410 is not asked again', async () => {
    reply = () => ({ status: 410 });
    expect((await poll()).nextPollAt).toBeNull();
    expect(await feed()).toMatchObject({ retired_at: NOON, last_error: 'HTTP 410' });
  });

  test.each([
    [{ status: 403, headers: { 'cf-mitigated': 'challenge' } }, 'HTTP 403, blocked by Cloudflare'],
    [{ body: '<!DOCTYPE html><html><head><title>News</title></head></html>' }, 'an HTML page, not a feed'],
    [{ body: '' }, 'empty body'],
    [{ body: '{"error":"rate limited"}' }, expect.stringContaining('JSON')],
  ])('says why: %o', async (answer: Reply, reason: unknown) => {
    reply = () => answer;
    await poll();
    expect(await feed()).toMatchObject({ failures: 1, last_error: reason });
  });

  test('is not blamed for an outage of our own network', async () => {
    for (let host = 0; host < 5; host += 1) parts.outage.unanswered(`host-${host}.example`);
    const dead = createFetcher({ allowPrivate: true, contact: null });
    await dead.close();
    parts = { ...parts, fetcher: dead };
    const { nextPollAt } = await poll();
    expect(nextPollAt).toBe(NOON + MINUTE);
    expect(await feed()).toMatchObject({ failures: 0 });
  });
});

describe('a feed that moves', () => {
  beforeEach(() => {
    reply = (path) =>
      path === '/feed' ? { status: 301, headers: { location: '/new-home' } } : { body: rss([item('1')]) };
  });

  test('is polled at its new address after three polls that said so', async () => {
    await pollOn(3);
    expect(await feed()).toMatchObject({ url: `${origin}/new-home`, listed_url: `${origin}/feed` });
    await poll();
    expect(asked.at(-1)?.path).toBe('/new-home');
    expect(asked.at(-2)?.path).toBe('/new-home');
    expect(await titles()).toEqual(['Bitcoin story 1']);
  });

  test('and thinks better of it stays where it is', async () => {
    await pollOn(2);
    reply = () => ({ body: rss([item('1')]) });
    await poll();
    reply = (path) =>
      path === '/feed' ? { status: 301, headers: { location: '/new-home' } } : { body: rss([item('1')]) };
    await pollOn(2);
    expect(await feed()).toMatchObject({ url: `${origin}/feed` });
  });

  test('for now (302) is asked at its old address for ever', async () => {
    reply = (path) =>
      path === '/feed' ? { status: 302, headers: { location: '/new-home' } } : { body: rss([item('1')]) };
    await pollOn(5);
    expect(await feed()).toMatchObject({ url: `${origin}/feed` });
  });
});

describe('what publishers do with identifiers', () => {
  test('one guid on articles with other links and titles (Yahoo Finance) is several articles', async () => {
    const reused = (name: string) =>
      `<item><guid isPermaLink="false">?src=A00220&amp;yptr=yahoo</guid><title>${name} climbs on record earnings</title><link>https://m.example/${name}?src=A00220</link></item>`;
    reply = () => ({ body: rss([reused('Gold'), reused('Oil')]) });
    expect((await poll()).newItems).toBe(2);
    reply = () => ({ body: rss([reused('Copper')]) });
    expect((await poll()).newItems).toBe(1);
  });

  test('an accession number for two filers (EDGAR) is two articles, dated by their change', async () => {
    const entry = (filer: string, role: string) =>
      `<entry><title>8-K - ACME HOLDINGS INC (${filer}) (${role})</title><link rel="alternate" href="https://sec.example/${filer}"/><updated>2026-10-05T07:30:00-04:00</updated><id>urn:tag:sec.example,2008:accession-number=1</id></entry>`;
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Latest</title>${entry('0001', 'Filer')}${entry('0002', 'Subject')}</feed>`;
    reply = () => ({ headers: { 'content-type': 'application/atom+xml' }, body: atom });
    expect((await poll()).newItems).toBe(2);
    const rows = await store.db.selectFrom('article').select('published_at').execute();
    expect(rows.map((row) => row.published_at)).toEqual([NOON - 30 * MINUTE, NOON - 30 * MINUTE]);
  });

  test('a guid with the headline in it that changes is the same article, revised', async () => {
    const told = (headline: string) =>
      `<item><guid>https://a.example/${headline}</guid><title>${headline}</title><link>https://www.a.example/10001?utm_source=rss</link></item>`;
    reply = () => ({ body: rss([told('Bank-collapses-in-minutes')]) });
    await poll();
    reply = () => ({ body: rss([told('Bank-is-rescued-by-rivals')]) });
    expect(await poll()).toMatchObject({ newItems: 0, edited: 1 });
  });

  test('items out of the order of their dates are all found', async () => {
    const dated = (name: string, ms: number) => item(name, `<pubDate>${new Date(ms).toUTCString()}</pubDate>`);
    reply = () => ({ body: rss([dated('pinned', NOON - 5 * DAY)]) });
    await poll();
    reply = () => ({
      body: rss([dated('pinned', NOON - 5 * DAY), dated('late', NOON - HOUR / 2), dated('early', NOON - HOUR)]),
    });
    expect((await poll()).newItems).toBe(2);
    const rows = await store.db.selectFrom('article').select(['raw_title', 'alertable']).orderBy('id').execute();
    expect(rows.map(({ raw_title, alertable }) => `${raw_title} ${alertable}`)).toEqual([
      'Bitcoin story pinned 0',
      'Bitcoin story early 1',
      'Bitcoin story late 1',
    ]);
  });

  test('links of an item that lead out of the web are dropped', async () => {
    reply = () => ({
      body: rss([
        '<item><title>Read the file</title><link>file:///etc/passwd</link></item>',
        '<item><title>Run the script</title><link>javascript:alert(1)</link></item>',
      ]),
    });
    await poll();
    const rows = await store.db.selectFrom('article').select('link').execute();
    expect(rows).toEqual([{ link: null }, { link: null }]);
  });
});
