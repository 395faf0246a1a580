import { beforeEach, describe, expect, test } from 'vitest';
import { createFetcher } from '../../src/http/fetcher.ts';
import { recordPoll } from '../../src/store/feeds.ts';
import { NOON } from './feed-store.ts';
import { DAY, HOUR, MINUTE, rssOf, usePollDesk, type ServedReply } from './poll-desk.ts';

const desk = usePollDesk();

function item(name: string, fields = ''): string {
  return `<item><guid>${name}</guid><title>Bitcoin story ${name}</title><link>https://wire.example/${name}</link>${fields}</item>`;
}

async function titles(): Promise<readonly (string | null)[]> {
  const rows = await desk.store.db.selectFrom('article').select('raw_title').orderBy('id').execute();
  return rows.map((row) => row.raw_title);
}

describe('validators', () => {
  test('are sent after a good read, and a 304 is not read', async () => {
    desk.reply = (_, headers) =>
      headers['if-none-match'] === '"a"' ? { status: 304 } : { headers: { etag: '"a"' }, body: rssOf([item('1')]) };
    expect((await desk.poll()).newItems).toBe(1);
    expect((await desk.poll()).newItems).toBe(0);
    expect(desk.asked.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"a"']);
  });

  test.each([
    ['a page in place of the feed', '<!DOCTYPE html><html><body>We have moved</body></html>'],
    ['an empty body', ''],
    ['a body that was cut', rssOf([item('1')]).slice(0, -30)],
  ])('of %s are not kept', async (_, body) => {
    desk.reply = () => ({ headers: { etag: '"a"', 'last-modified': 'Mon, 05 Oct 2026 10:00:00 GMT' }, body });
    await desk.poll();
    await desk.poll();
    expect(desk.asked.map(({ headers }) => headers['if-none-match'] ?? headers['if-modified-since'])).toEqual([
      undefined,
      undefined,
    ]);
  });

  test('that a server answers with 304 for ever are left out once a day', async () => {
    let edition = 1;
    desk.reply = (_, headers) =>
      headers['if-modified-since'] === undefined
        ? { headers: { 'last-modified': 'Tue, 01 Jan 2041 00:00:00 GMT' }, body: rssOf([item(String(edition))]) }
        : { status: 304 };
    await desk.poll();
    edition = 2;
    desk.clock.advanceTo(NOON + 23 * HOUR);
    expect((await desk.poll()).newItems).toBe(0);
    desk.clock.advanceTo(NOON + 25 * HOUR);
    expect((await desk.poll()).newItems).toBe(1);
  });

  test('of which one moves while the other stays do not hide news', async () => {
    let edition = 1;
    desk.reply = () => ({
      headers: { etag: '"stuck"', 'last-modified': new Date(NOON + edition * MINUTE).toUTCString() },
      body: rssOf([item(String(edition))]),
    });
    await desk.poll();
    edition = 2;
    expect((await desk.poll()).newItems).toBe(1);
  });

  test('that come again with a whole body mean nothing new', async () => {
    let edition = 1;
    desk.reply = () => ({ headers: { etag: '"same"' }, body: rssOf([item(String(edition))]) });
    await desk.poll();
    edition = 2;
    expect((await desk.poll()).newItems).toBe(0);
    expect(await titles()).toEqual(['Bitcoin story 1']);
  });

  test('are needless where nothing but the clock of the feed changes', async () => {
    desk.reply = () => ({ body: rssOf([item('1')], new Date(desk.clock.now()).toUTCString()) });
    await desk.pollOn(3);
    expect(await desk.feed()).toMatchObject({ streak: 0, failures: 0, last_ok_at: desk.clock.now() - 10 * MINUTE });
    expect(await titles()).toHaveLength(1);
  });

  test('a 304 that nobody asked for is a failure', async () => {
    desk.reply = () => ({ status: 304 });
    await desk.poll();
    expect(await desk.feed()).toMatchObject({ failures: 1, last_error: 'HTTP 304' });
  });
});

describe('when next', () => {
  async function pauseAfter(headers: Record<string, string>, channel: string, status = 200): Promise<number> {
    desk.reply = () => ({ status, headers, body: rssOf([channel, item('1'), item('2')]) });
    const { nextPollAt } = await desk.poll();
    return (nextPollAt ?? Infinity) - desk.clock.now();
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
    const { id } = await desk.feed();
    await desk.store.transaction('poll', (trx) => recordPoll(trx, id, { recent, first_polled_at: 1 }));
    expect(await pauseAfter(headers, channel)).toBe(pause);
  });

  test('a Retry-After holds that feed, not its neighbour, and asks its host for less', async () => {
    desk.reply = (path) =>
      path === '/feed' ? { status: 429, headers: { 'retry-after': '7200' } } : { body: rssOf([item('1')]) };
    const refused = await desk.poll();
    expect(refused).toMatchObject({ nextPollAt: NOON + 2 * HOUR, isTooMuch: true });
    expect(await desk.poll('feed-1')).toMatchObject({ newItems: 1, isTooMuch: false });
  });

  test('news in two polls running brings it to the minimum', async () => {
    let edition = 0;
    desk.reply = () => ({ body: rssOf([item(String((edition += 1)))]) });
    await desk.poll();
    await desk.poll();
    const { nextPollAt } = await desk.poll();
    expect((nextPollAt ?? 0) - NOON).toBe(MINUTE);
  });
});

describe('a feed that fails', () => {
  test('is told at the third time, waits longer each time, and is told again when it works', async () => {
    desk.reply = () => ({ status: 403 });
    const pauses: number[] = [];
    const tellings: number[] = [];
    for (let count = 0; count < 4; count += 1) {
      const { nextPollAt } = await desk.poll();
      pauses.push(((nextPollAt ?? 0) - desk.clock.now()) / MINUTE);
      tellings.push(desk.told.length);
      desk.clock.advanceTo(nextPollAt ?? 0);
    }
    expect({ pauses, tellings }).toEqual({ pauses: [1, 2, 4, 8], tellings: [0, 0, 1, 1] });
    desk.reply = () => ({ body: rssOf([item('1')]) });
    await desk.poll();
    expect(desk.told).toEqual(['feed keeps failing', 'feed works again']);
    expect(await desk.feed()).toMatchObject({ failures: 0, last_error: null, failing_since: null });
  });

  test('is given up after a week and tried once a week from then on', async () => {
    desk.reply = () => ({ status: 404 });
    await desk.pollOn(30);
    expect(desk.told).toEqual(['feed keeps failing', 'feed is given up: it is tried once a week', 'lost feed-0']);
    const { nextPollAt } = await desk.poll();
    expect((nextPollAt ?? 0) - desk.clock.now()).toBe(7 * DAY);
    desk.reply = () => ({ body: rssOf([item('1')]) });
    expect((await desk.poll()).newItems).toBe(1);
    expect(await desk.feed()).toMatchObject({ given_up_at: null });
  });

  test('with 410 is not asked again', async () => {
    desk.reply = () => ({ status: 410 });
    expect((await desk.poll()).nextPollAt).toBeNull();
    expect(await desk.feed()).toMatchObject({ retired_at: NOON, last_error: 'HTTP 410' });
  });

  test.each([
    [{ status: 403, headers: { 'cf-mitigated': 'challenge' } }, 'HTTP 403, blocked by Cloudflare'],
    [{ body: '<!DOCTYPE html><html><head><title>News</title></head></html>' }, 'an HTML page, not a feed'],
    [{ body: '' }, 'empty body'],
    [{ body: '{"error":"rate limited"}' }, expect.stringContaining('JSON')],
  ])('says why: %o', async (answer: ServedReply, reason: unknown) => {
    desk.reply = () => answer;
    await desk.poll();
    expect(await desk.feed()).toMatchObject({ failures: 1, last_error: reason });
  });

  test('is not blamed for an outage of our own network', async () => {
    for (let host = 0; host < 5; host += 1) desk.parts.outage.unanswered(`host-${host}.example`);
    const dead = createFetcher({ allowPrivate: true, contact: null });
    await dead.close();
    desk.parts = { ...desk.parts, fetcher: dead };
    const { nextPollAt } = await desk.poll();
    expect(nextPollAt).toBe(NOON + MINUTE);
    expect(await desk.feed()).toMatchObject({ failures: 0 });
  });
});

describe('a feed that moves', () => {
  beforeEach(() => {
    desk.reply = (path) =>
      path === '/feed' ? { status: 301, headers: { location: '/new-home' } } : { body: rssOf([item('1')]) };
  });

  test('is polled at its new address after three polls that said so', async () => {
    await desk.pollOn(3);
    expect(await desk.feed()).toMatchObject({ url: `${desk.origin}/new-home`, listed_url: `${desk.origin}/feed` });
    await desk.poll();
    expect(desk.asked.at(-1)?.path).toBe('/new-home');
    expect(desk.asked.at(-2)?.path).toBe('/new-home');
    expect(await titles()).toEqual(['Bitcoin story 1']);
  });

  test('and thinks better of it stays where it is', async () => {
    await desk.pollOn(2);
    desk.reply = () => ({ body: rssOf([item('1')]) });
    await desk.poll();
    desk.reply = (path) =>
      path === '/feed' ? { status: 301, headers: { location: '/new-home' } } : { body: rssOf([item('1')]) };
    await desk.pollOn(2);
    expect(await desk.feed()).toMatchObject({ url: `${desk.origin}/feed` });
  });

  test('for now (302) is asked at its old address for ever', async () => {
    desk.reply = (path) =>
      path === '/feed' ? { status: 302, headers: { location: '/new-home' } } : { body: rssOf([item('1')]) };
    await desk.pollOn(5);
    expect(await desk.feed()).toMatchObject({ url: `${desk.origin}/feed` });
  });
});

describe('what publishers do with identifiers', () => {
  test('one guid on articles with other links and titles (Yahoo Finance) is several articles', async () => {
    const reused = (name: string) =>
      `<item><guid isPermaLink="false">?src=A00220&amp;yptr=yahoo</guid><title>${name} climbs on record earnings</title><link>https://m.example/${name}?src=A00220</link></item>`;
    desk.reply = () => ({ body: rssOf([reused('Gold'), reused('Oil')]) });
    expect((await desk.poll()).newItems).toBe(2);
    desk.reply = () => ({ body: rssOf([reused('Copper')]) });
    expect((await desk.poll()).newItems).toBe(1);
  });

  test('an accession number for two filers (EDGAR) is two articles, dated by their change', async () => {
    const entry = (filer: string, role: string) =>
      `<entry><title>8-K - ACME HOLDINGS INC (${filer}) (${role})</title><link rel="alternate" href="https://sec.example/${filer}"/><updated>2026-10-05T07:30:00-04:00</updated><id>urn:tag:sec.example,2008:accession-number=1</id></entry>`;
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Latest</title>${entry('0001', 'Filer')}${entry('0002', 'Subject')}</feed>`;
    desk.reply = () => ({ headers: { 'content-type': 'application/atom+xml' }, body: atom });
    expect((await desk.poll()).newItems).toBe(2);
    const rows = await desk.store.db.selectFrom('article').select('published_at').execute();
    expect(rows.map((row) => row.published_at)).toEqual([NOON - 30 * MINUTE, NOON - 30 * MINUTE]);
  });

  test('a guid with the headline in it that changes is the same article, revised', async () => {
    const headlined = (headline: string) =>
      `<item><guid>https://a.example/${headline}</guid><title>${headline}</title><link>https://www.a.example/10001?utm_source=rss</link></item>`;
    desk.reply = () => ({ body: rssOf([headlined('Bank-collapses-in-minutes')]) });
    await desk.poll();
    desk.reply = () => ({ body: rssOf([headlined('Bank-is-rescued-by-rivals')]) });
    expect(await desk.poll()).toMatchObject({ newItems: 0, edited: 1 });
  });

  test.each([
    ['the scheme and the www of guid and link flip', 'http://www.a.example/10001', 'https://a.example/10001', 'guid'],
    [
      'there is no guid and the link gains its tracking',
      'https://a.example/1',
      'https://a.example/1?mod=rss_markets',
      null,
    ],
  ])('where %s, it is the same article', async (_, before, after, guid) => {
    const shown = (url: string) =>
      `<item>${guid === null ? '' : `<guid>${url}</guid>`}<title>Bank is rescued</title><link>${url}</link></item>`;
    desk.reply = () => ({ body: rssOf([shown(before)]) });
    await desk.poll();
    desk.reply = () => ({ body: rssOf([shown(after)]) });
    expect(await desk.poll()).toMatchObject({ newItems: 0, edited: 0 });
  });

  test('a server that wants to know whom to write to (SEC) is told, where the operator says so', async () => {
    desk.reply = (_, headers) =>
      headers['user-agent']?.includes('desk@bell.example') ? { body: rssOf([item('1')]) } : { status: 403 };
    await desk.poll();
    expect(await desk.feed()).toMatchObject({ last_error: 'HTTP 403' });
    const fetcher = createFetcher({ allowPrivate: true, contact: 'desk@bell.example' });
    desk.parts = { ...desk.parts, fetcher };
    expect((await desk.poll()).newItems).toBe(1);
    await fetcher.close();
  });

  test('items out of the order of their dates are all found', async () => {
    const dated = (name: string, ms: number) => item(name, `<pubDate>${new Date(ms).toUTCString()}</pubDate>`);
    desk.reply = () => ({ body: rssOf([dated('pinned', NOON - 5 * DAY)]) });
    await desk.poll();
    desk.reply = () => ({
      body: rssOf([dated('pinned', NOON - 5 * DAY), dated('late', NOON - HOUR / 2), dated('early', NOON - HOUR)]),
    });
    expect((await desk.poll()).newItems).toBe(2);
    const rows = await desk.store.db.selectFrom('article').select(['raw_title', 'alertable']).orderBy('id').execute();
    expect(rows.map(({ raw_title, alertable }) => `${raw_title} ${alertable}`)).toEqual([
      'Bitcoin story pinned 0',
      'Bitcoin story early 1',
      'Bitcoin story late 1',
    ]);
  });

  test('links of an item that lead out of the web are dropped', async () => {
    desk.reply = () => ({
      body: rssOf([
        '<item><title>Read the file</title><link>file:///etc/passwd</link></item>',
        '<item><title>Run the script</title><link>javascript:alert(1)</link></item>',
      ]),
    });
    await desk.poll();
    const rows = await desk.store.db.selectFrom('article').select('link').execute();
    expect(rows).toEqual([{ link: null }, { link: null }]);
  });
});
