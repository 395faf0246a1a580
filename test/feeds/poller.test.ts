import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { createSteppedClock, type SteppedClock } from '../../src/demo/stepped-clock.ts';
import { createOneByOne } from '../../src/feeds/one-by-one.ts';
import { createPoller } from '../../src/feeds/poller.ts';
import { createFeedReader } from '../../src/feeds/reader.ts';
import type { FetchResult } from '../../src/http/fetcher.ts';
import { silentLog } from '../../src/model/log.ts';
import type { Stage } from '../../src/model/stage.ts';
import type { Store } from '../../src/store/store.ts';
import { NOON, openFeedStore, putFeeds } from './feed-store.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOTHING_NEW: FetchResult = {
  kind: 'not-modified',
  permanentUrl: null,
  etag: null,
  lastModified: null,
  maxAgeMs: null,
};

interface Polling {
  readonly store: Store;
  readonly clock: SteppedClock;
  /** Addresses in the order in which they were asked. */
  readonly asked: string[];
  pass(ms: number): Promise<void>;
}

let stage: Stage | undefined;
let opened: Store | undefined;

afterEach(async () => {
  await stage?.stop();
  await opened?.close();
});

/** A poller under way. Addresses with `slow` in them are not answered before the end. */
async function startPolling(urls: readonly string[], wrapStore = (store: Store) => store): Promise<Polling> {
  const store = (opened = await openFeedStore(urls));
  const clock = createSteppedClock(NOON);
  const asked: string[] = [];
  stage = createPoller({
    store: wrapStore(store),
    fetcher: {
      fetch({ url, signal }) {
        asked.push(url);
        if (!url.includes('slow')) return Promise.resolve(NOTHING_NEW);
        return new Promise((resolve) => {
          signal?.addEventListener('abort', () => resolve({ kind: 'failed', reason: 'stopped' }));
        });
      },
      close: async () => undefined,
    },
    reader: createFeedReader(),
    clock,
    log: silentLog,
    hostGapMs: 1_000,
    random: () => 0,
    policy: { minIntervalMs: MINUTE, maxIntervalMs: HOUR, alertMaxAgeMs: HOUR, fullText: false, coinDeskKey: null },
    onArticles: () => undefined,
    oneByOne: createOneByOne(),
    onOutlets: () => undefined,
    onHub: async () => undefined,
    onLost: () => undefined,
    onError: () => undefined,
  });
  stage.start();
  await settle();
  return {
    store,
    clock,
    asked,
    async pass(ms) {
      const end = clock.now() + ms;
      for (let next = clock.nextWake(); next !== null && next <= end; next = clock.nextWake()) {
        clock.advanceTo(next);
        await settle();
      }
      clock.advanceTo(end);
      await settle();
    },
  };
}

/** All that can happen without the clock; a poll takes some ten turns. */
async function settle(): Promise<void> {
  for (let turns = 0; turns < 200; turns += 1) await turn();
}

const count = (asked: readonly string[], url: string) => asked.filter((each) => each === url).length;

describe('feeds that wait for each other', () => {
  test('a feed that does not answer holds no other back', async () => {
    const { asked, pass } = await startPolling(['https://slow.example/', 'https://a.example/']);
    await pass(10 * MINUTE);
    expect(count(asked, 'https://slow.example/')).toBe(1);
    expect(count(asked, 'https://a.example/')).toBe(11);
  });

  test('a host gets two requests at a time, a second apart, and its many feeds do not keep another host waiting', async () => {
    const many = Array.from({ length: 300 }, (_, index) => `https://slow.example/${index}`);
    const { asked, pass } = await startPolling([...many, 'https://a.example/']);
    expect(asked.toSorted()).toEqual(['https://a.example/', 'https://slow.example/0']);
    await pass(1_000);
    expect(asked).toHaveLength(3);
    await pass(MINUTE / 2);
    expect(asked).toHaveLength(3);
  });

  test('no more than 256 polls are under way', async () => {
    const { asked } = await startPolling(Array.from({ length: 270 }, (_, index) => `https://slow${index}.example/`));
    expect(asked).toHaveLength(256);
  });
});

test('a poll that the store does not take is tried again after the back-off', async () => {
  const urls = Array.from({ length: 10 }, (_, index) => `https://host${index}.example/`);
  const { asked, pass } = await startPolling(urls, (store) => ({
    ...store,
    transaction: () => Promise.reject(new Error('constraint failed')),
  }));
  expect(asked.toSorted()).toEqual(urls);
  await pass(61 * MINUTE);
  const tries = urls.map((url) => count(asked, url));
  expect(Math.min(...tries)).toBeGreaterThanOrEqual(4);
  expect(Math.max(...tries)).toBeLessThanOrEqual(8);
});

test('a feed whose next poll is further away than any pause is due: the clock was set back', async () => {
  const { store, asked, pass } = await startPolling(['https://a.example/', 'https://b.example/']);
  const set = (key: string, at: number) =>
    store.db.updateTable('feed').set({ next_poll_at: at }).where('key', '=', key).execute();
  await set('feed-0', NOON + 7.6 * DAY);
  await set('feed-1', NOON + 9 * DAY);
  stage?.wake();
  await settle();
  await pass(10 * MINUTE);
  expect(count(asked, 'https://a.example/')).toBe(1);
  expect(count(asked, 'https://b.example/')).toBeGreaterThan(5);
});

test('a feed that moved to another address is polled as if for the first time, the others go on', async () => {
  const { store, clock } = await startPolling(['https://a.example/', 'https://b.example/']);
  await store.db.updateTable('feed').set({ etag: '"1"', failures: 3, last_error: 'HTTP 500' }).execute();
  await putFeeds(store, ['https://new.example:8443/', 'https://b.example/'], clock.now());
  const rows = await store.db.selectFrom('feed').selectAll().orderBy('key').execute();
  expect(rows).toMatchObject([
    { host: 'new.example:8443', etag: null, first_polled_at: null, last_full_at: null, failures: 0, last_error: null },
    { host: 'b.example', etag: '"1"', first_polled_at: NOON, failures: 3, last_error: 'HTTP 500' },
  ]);
});
