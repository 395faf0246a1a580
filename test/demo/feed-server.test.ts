import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { answerAt } from '../../src/demo/answer.ts';
import { startFeedServer } from '../../src/demo/feed-server.ts';
import type { DemoServer } from '../../src/demo/feed-server.ts';
import { DEMO_FEEDS } from '../../src/demo/demo-feeds.ts';
import { SCRIPT } from '../../src/demo/script.ts';
import { imageOf } from '../../src/feeds/media-images.ts';
import { parseFeed } from '../../src/feeds/parse.ts';
import { plainTitle } from '../../src/feeds/plain-title.ts';
import type { ParsedItem } from '../../src/model/article.ts';
import type { Clock } from '../../src/model/clock.ts';

const STARTED_AT = Date.UTC(2031, 4, 14, 9, 41, 7, 250);
const END = 60_000;

const running: DemoServer[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

describe('the feeds', () => {
  test('all parse, in every format, and show the whole script at the end', async () => {
    const { server } = await start(11_000);
    const before = await Promise.all(server.feeds.map((feed) => read(feed.url)));
    expect(before.every((items) => items.length > 0)).toBe(true);

    const late = await start(END);
    const items = await Promise.all(healthy(late.server).map((feed) => read(feed.url)));
    const broken = SCRIPT.filter(({ feed }) => feed === 'altalmanack').length;
    expect(items.flat()).toHaveLength(SCRIPT.length - broken);
  });

  test.each(DEMO_FEEDS.filter(({ key }) => key !== 'altalmanack').map(({ key, format }) => [key, format] as const))(
    'of %s gives back guids, titles, links and times as scripted (%s)',
    async (key) => {
      const { server } = await start(END);
      const items = await read(feedOf(server, key).url);
      const scripted = SCRIPT.filter(({ feed }) => feed === key);
      const shown = new Map(items.map((item) => [item.id, item]));
      expect(new Set(shown.keys())).toEqual(new Set(scripted.map(({ guid }) => guid)));
      for (const article of scripted) {
        const item = shown.get(article.guid);
        const title = article.edits?.findLast((edit) => edit.title !== undefined)?.title ?? article.title;
        expect(item?.title).toBe(plainTitle(title));
        expect(item?.link?.startsWith(`${server.origin}/articles/${article.slug}`)).toBe(true);
        expect(item?.summary).not.toBe('');
      }
      const today = scripted.filter((article) => 'at' in article);
      expect(today.map(({ guid }) => seconds(shown.get(guid)?.published))).toEqual(
        today.map(({ at }) => seconds(STARTED_AT + at * 1000)),
      );
    },
  );

  test('show an article from the moment of its release on, and not before', async () => {
    const { server, clock } = await start(0);
    for (const offset of [0, 2_999, 3_000, 14_500, 27_999, 28_000]) {
      clock.time = STARTED_AT + offset;
      const guids = new Set((await Promise.all(healthy(server).map((feed) => read(feed.url)))).flat().map(keyOf));
      for (const article of SCRIPT.filter(({ feed }) => feed !== 'altalmanack')) {
        const released = !('at' in article) || article.at * 1000 <= offset;
        expect(guids.has(article.guid), `${article.slug} at ${offset}`).toBe(released);
      }
    }
  });

  test('change at the announced offsets and never between them', async () => {
    const { server } = await start(0);
    const shownAt = (offset: number) =>
      server.feeds.map(({ url }) => {
        const moment = { origin: server.origin, startedAt: STARTED_AT, now: STARTED_AT + offset };
        return answerAt(new URL(url).pathname, moment)?.bytes.toString('latin1');
      });
    let before = shownAt(0);
    for (const offset of server.changes) {
      expect(shownAt(offset - 1)).toEqual(before);
      const after = shownAt(offset);
      expect(after).not.toEqual(before);
      before = after;
    }
    expect(shownAt(3_600_000)).toEqual(before);
    expect(server.lastChangeMs).toBe(server.changes.at(-1));
  });

  test('show an edited text from the edit on', async () => {
    const { server, clock } = await start(25_999);
    const title = async () =>
      (await read(feedOf(server, 'chainlantern').url)).find(({ id }) => id === 'lantern:2219')?.title;
    expect(await title()).not.toMatch(/team confirms/);
    clock.time += 1;
    expect(await title()).toMatch(/team confirms/);
  });

  test('show every edit where the outlet gives the edited text', async () => {
    const { server, clock } = await start(0);
    for (const article of SCRIPT) {
      for (const edit of article.edits ?? []) {
        const url = feedOf(server, article.feed).url;
        clock.time = STARTED_AT + edit.at * 1000 - 1;
        const before = (await read(url)).find(({ id }) => id === article.guid);
        clock.time += 1;
        const after = (await read(url)).find(({ id }) => id === article.guid);
        expect(after).toBeDefined();
        expect([after?.title, after?.summary, after?.content]).not.toEqual([
          before?.title,
          before?.summary,
          before?.content,
        ]);
      }
    }
  });

  test('keep umlauts and the euro sign through ISO-8859-1', async () => {
    const { server } = await start(END);
    const response = await fetch(feedOf(server, 'finanzlotse').url);
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(new TextDecoder('utf-8').decode(bytes)).toContain('\uFFFD');
    const items = await read(feedOf(server, 'finanzlotse').url);
    expect(items.map(({ title }) => title)).toContain(
      'Bitcoin fällt unter 70.000 Dollar: Zwangsverkäufe beschleunigen den Absturz',
    );
    expect(items.some(({ summary }) => summary.includes('58.400 €'))).toBe(true);
  });

  test('are identical bytes from another process with the same start', async () => {
    const first = await start(17_500);
    const before = await Promise.all(first.server.feeds.map((feed) => body(feed.url)));
    await stop(first.server);
    const second = await start(17_500, Number(new URL(first.server.origin).port));
    expect(second.server.origin).toBe(first.server.origin);
    expect(await Promise.all(second.server.feeds.map((feed) => body(feed.url)))).toEqual(before);
  });

  test('show the backlog only when the start lies ahead', async () => {
    const { server } = await start(-86_400_000 * 0.1);
    const items = (await Promise.all(server.feeds.map((feed) => read(feed.url)))).flat();
    expect(items).toHaveLength(SCRIPT.filter((article) => 'daysAgo' in article).length);
  });
});

describe('a conditional request', () => {
  test('is answered 304 without a body until the feed changes', async () => {
    const { server, clock } = await start(2_000);
    for (const feed of server.feeds) {
      const etag = tagOf(await fetch(feed.url));
      const again = await fetch(feed.url, { headers: { 'if-none-match': `W/"other", ${etag}` } });
      expect([again.status, await again.text()]).toEqual([304, '']);
    }
    const url = feedOf(server, 'harborwire').url;
    const etag = tagOf(await fetch(url));
    clock.time = STARTED_AT + 3_000;
    expect((await fetch(url, { headers: { 'if-none-match': etag } })).status).toBe(200);
  });

  test('may name the time of the last change instead', async () => {
    const { server, clock } = await start(15_999);
    const url = feedOf(server, 'harborwire').url;
    const modified = (await fetch(url)).headers.get('last-modified') ?? '';
    expect((await fetch(url, { headers: { 'if-modified-since': modified } })).status).toBe(304);
    clock.time = STARTED_AT + 16_000;
    expect((await fetch(url, { headers: { 'if-modified-since': modified } })).status).toBe(200);
    expect((await fetch(url, { headers: { 'if-modified-since': 'yesterday' } })).status).toBe(200);
  });

  test('counts the entity tag before the time', async () => {
    const { server } = await start(5_000);
    const url = feedOf(server, 'gantry').url;
    const headers = { 'if-none-match': '"old"', 'if-modified-since': new Date(STARTED_AT + END).toUTCString() };
    expect((await fetch(url, { headers })).status).toBe(200);
  });
});

test('one feed works, then answers 500, then sends a web page', async () => {
  const { server, clock } = await start(11_999);
  const url = feedOf(server, 'altalmanack').url;
  expect((await read(url)).length).toBeGreaterThan(0);
  clock.time = STARTED_AT + 12_000;
  expect((await fetch(url)).status).toBe(500);
  clock.time = STARTED_AT + 20_000;
  const page = await fetch(url);
  expect(page.status).toBe(200);
  const bytes = new Uint8Array(await page.arrayBuffer());
  expect(() => parseFeed(bytes, page.headers.get('content-type'), url)).toThrow('an HTML page, not a feed');
});

describe('an article page', () => {
  test('leads from every card to a readable text', async () => {
    const { server } = await start(END);
    for (const item of (await Promise.all(healthy(server).map((feed) => read(feed.url)))).flat()) {
      const response = await fetch(item.link ?? '');
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    }
  });

  test('shows the text of the moment, and nothing before the release', async () => {
    const { server, clock } = await start(2_999);
    const url = `${server.origin}/articles/bitcoin-slides-below-70000`;
    expect((await fetch(url)).status).toBe(404);
    clock.time = STARTED_AT + 3_000;
    expect(await body(url)).toContain('$69,240');
    clock.time = STARTED_AT + 16_000;
    expect(await body(url)).not.toContain('$69,240');
    expect(await body(url)).toContain('$68,940');
  });

  test('shows a title with markup as words', async () => {
    const { server } = await start(25_000);
    const html = await body(`${server.origin}/articles/whales-and-funds-dump`);
    expect(html).toContain('<h1>BREAKING: @everyone Whales &amp; Funds Dump');
    expect(html).toContain('&lt;magpie.example/signals&gt;');
  });

  test('has the picture that its feed names', async () => {
    const { server } = await start(END);
    const items = (await Promise.all(healthy(server).map((feed) => read(feed.url)))).flat();
    const images = items.map(imageOf).filter((url) => url !== null);
    expect(images.length).toBeGreaterThan(20);
    const response = await fetch(images[0] ?? '');
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(
      Buffer.from(await response.arrayBuffer())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
  });
});

describe('the server', () => {
  test('refuses other methods and unknown paths', async () => {
    const { server } = await start(END);
    const posted = await fetch(feedOf(server, 'gantry').url, { method: 'POST', body: 'x' });
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    for (const path of ['/', '/feeds/nobody.xml', '/articles/', '/articles/..%2f', '/images/nobody.png']) {
      expect((await fetch(server.origin + path)).status).toBe(404);
    }
  });

  test('takes a free port when the wanted one is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    // Listening on a port, so it has one.
    const { port } = other.address() as AddressInfo;
    try {
      const { server } = await start(0, port);
      expect(new URL(server.origin).port).not.toBe(String(port));
      expect((await fetch(feedOf(server, 'gantry').url)).status).toBe(200);
    } finally {
      other.close();
    }
  });

  test('describes its feeds as a catalogue does', async () => {
    const { server } = await start(0);
    const keys = server.feeds.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(server.feeds.map(({ outlet }) => outlet.tier))).toEqual(new Set([1, 2, 3, 4]));
    expect(server.feeds.every(({ key, url, intervalMs }) => url.includes(key) && intervalMs === 1000)).toBe(true);
  });
});

async function start(offset: number, port = 0) {
  const clock: Clock & { time: number } = {
    time: STARTED_AT + offset,
    now: () => clock.time,
    sleep: () => Promise.resolve(),
  };
  const server = await startFeedServer({ clock, startedAt: STARTED_AT, port });
  running.push(server);
  return { server, clock };
}

async function stop(server: DemoServer): Promise<void> {
  running.splice(running.indexOf(server), 1);
  await server.close();
}

function healthy(server: DemoServer) {
  return server.feeds.filter(({ key }) => key !== 'altalmanack');
}

function feedOf(server: DemoServer, key: string) {
  const feed = server.feeds.find((candidate) => candidate.key === key);
  if (!feed) throw new Error(`no feed ${key}`);
  return feed;
}

async function read(url: string): Promise<readonly ParsedItem[]> {
  const response = await fetch(url);
  const bytes = new Uint8Array(await response.arrayBuffer());
  return parseFeed(bytes, response.headers.get('content-type'), url).items;
}

async function body(url: string): Promise<string> {
  // Kept alive, a connection would be tried again after the server behind it has gone.
  return (await fetch(url, { headers: { connection: 'close' } })).text();
}

function tagOf(response: Response): string {
  return response.headers.get('etag') ?? String(response.status) + String(response.headers.get('content-type'));
}

function keyOf(item: ParsedItem): string {
  return item.id ?? '';
}

/** Feeds in RSS tell whole seconds. */
function seconds(epochMs: number | null | undefined): number {
  return Math.floor((epochMs ?? 0) / 1000);
}
