import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { Agent, fetch } from 'undici';
import { createOneByOne } from '../../src/feeds/one-by-one.ts';
import { createPoller } from '../../src/feeds/poller.ts';
import { createFeedReader } from '../../src/feeds/reader.ts';
import { createFetcher } from '../../src/http/fetcher.ts';
import { systemClock } from '../../src/model/clock.ts';
import type { CatalogueFeed } from '../../src/model/feed.ts';
import { countArticles } from '../../src/store/articles.ts';
import { syncCatalogue } from '../../src/store/feeds.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { inFolder, throwingLog } from './bench-world.ts';
import type { Row } from './row.ts';
import { startServerProcess } from './server-process.ts';

const HOSTS = 200;
const UNCHANGED = 10_000;
const REAL = 1_000;
const REAL_MS = 60_000;
const REAL_INTERVAL_MS = 10_000;

/** Polls over real sockets: how many one core does when nothing is new, and a minute of 1,000 feeds of which some have news. */
export async function benchPolls(): Promise<readonly Row[]> {
  return inFolder(async (folder) => {
    const server = await startServerProcess('poll-server.ts');
    const urls = (count: number, path: (index: number) => string) =>
      Array.from({ length: count }, (_, index) => `http://127.0.0.${2 + (index % HOSTS)}:${server.port}${path(index)}`);
    try {
      const unchanged = await pollUnchanged(
        join(folder, 'unchanged.db'),
        urls(UNCHANGED, (index) => `/still/${index}`),
      );
      const bare = await fetchBare(urls(UNCHANGED, (index) => `/still/${index}`));
      const minute = await pollForAMinute(
        join(folder, 'minute.db'),
        urls(REAL, (index) => (index % 10 === 0 ? `/busy/${index}` : `/still/${index}`)),
      );
      return [
        {
          what: 'unchanged polls',
          measured: unchanged,
          beside: 'undici alone',
          besideMeasured: bare,
          unit: 'a core-second',
        },
        ...minute,
      ];
    } finally {
      server.stop();
    }
  });
}

async function pollUnchanged(path: string, urls: readonly string[]): Promise<number> {
  return withFeeds(path, urls, null, async (store) => {
    await store.db
      .updateTable('feed')
      .set({ etag: '"0"', first_polled_at: 1, last_full_at: systemClock.now() })
      .execute();
    const cpu = process.cpuUsage();
    const { stop, polled } = startPolling(store, { hostGapMs: 0 });
    while (polled() < urls.length) await delay(20);
    const { user, system } = process.cpuUsage(cpu);
    await stop();
    return urls.length / ((user + system) / 1e6);
  });
}

/** What the client costs with nothing around it. */
async function fetchBare(urls: readonly string[]): Promise<number> {
  const dispatcher = new Agent({ connections: 2 });
  const cpu = process.cpuUsage();
  let next = 0;
  const work = async () => {
    for (let url = urls[next++]; url !== undefined; url = urls[next++]) {
      const response = await fetch(url, { dispatcher, headers: { 'if-none-match': '"0"' } });
      await response.arrayBuffer();
    }
  };
  await Promise.all(Array.from({ length: 256 }, work));
  const { user, system } = process.cpuUsage(cpu);
  await dispatcher.close();
  return urls.length / ((user + system) / 1e6);
}

async function pollForAMinute(path: string, urls: readonly string[]): Promise<readonly Row[]> {
  return withFeeds(path, urls, REAL_INTERVAL_MS, async (store) => {
    const lag = monitorEventLoopDelay({ resolution: 5 });
    const cpu = process.cpuUsage();
    const { stop, polled, lateness } = startPolling(store, { hostGapMs: 1_000 });
    lag.enable();
    await delay(REAL_MS);
    const { user, system } = process.cpuUsage(cpu);
    lag.disable();
    const polls = polled();
    await stop();
    const late = lateness();
    const at = (share: number) => (late[Math.floor(share * (late.length - 1))] ?? 0) / 1_000;
    const { total } = await countArticles(store.db);
    const expected = (REAL * REAL_MS) / REAL_INTERVAL_MS;
    const loop = { beside: 'budget', besideMeasured: 50, unit: 'ms' };
    const interval = { beside: 'interval', besideMeasured: REAL_INTERVAL_MS / 1_000, unit: 's' };
    return [
      { what: '1,000 feeds for a minute: polls', measured: polls, beside: 'due', besideMeasured: expected, unit: '' },
      { what: '  lateness p50', measured: at(0.5), ...interval },
      { what: '  lateness p99', measured: at(0.99), ...interval },
      {
        what: '  articles stored',
        measured: total,
        beside: 'published',
        besideMeasured: 20 * REAL + (REAL / 10) * 6,
        unit: '',
      },
      { what: '  loop held, p99.9', measured: lag.percentile(99.9) / 1e6, ...loop },
      { what: '  loop held, longest', measured: lag.max / 1e6, ...loop },
      { what: '  of a core', measured: (user + system) / 1e6, beside: 'a minute', besideMeasured: 60, unit: 's' },
    ];
  });
}

interface Polling {
  polled(): number;
  /** Ms between being due and starting, of the polls after each feed's first. */
  lateness(): readonly number[];
  stop(): Promise<void>;
}

function startPolling(store: Store, { hostGapMs }: { readonly hostGapMs: number }): Polling {
  const reader = createFeedReader();
  const fetcher = createFetcher({ allowPrivate: true, contact: null });
  const ends = new Map<string, number>();
  const lateness: number[] = [];
  let polled = 0;
  const poller = createPoller({
    store,
    fetcher: {
      ...fetcher,
      async fetch(request) {
        const before = ends.get(request.url);
        if (before !== undefined) lateness.push(performance.now() - before - REAL_INTERVAL_MS);
        const result = await fetcher.fetch(request);
        ends.set(request.url, performance.now());
        polled += 1;
        return result;
      },
    },
    reader,
    clock: systemClock,
    log: throwingLog,
    // No jitter: what is over the interval is lateness.
    random: () => 0,
    policy: {
      minIntervalMs: 60_000,
      maxIntervalMs: 3_600_000,
      alertMaxAgeMs: 7_200_000,
      fullText: false,
      coinDeskKey: null,
    },
    hostGapMs,
    onArticles: () => undefined,
    oneByOne: createOneByOne(),
    onOutlets: () => undefined,
    onHub: async () => undefined,
    onLost: () => undefined,
    onError: (error) => {
      throw error;
    },
  });
  poller.start();
  return {
    polled: () => polled,
    lateness: () => lateness.toSorted((a, b) => a - b),
    async stop() {
      await poller.stop();
      await fetcher.close();
      await reader.close();
    },
  };
}

async function withFeeds<T>(
  path: string,
  urls: readonly string[],
  intervalMs: number | null,
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const store = await openStore({ url: `sqlite:${path}`, clock: systemClock });
  const outlet = { key: 'bench', name: 'Bench', tier: 3 } as const;
  const feeds = urls.map((url, index): CatalogueFeed => {
    return { key: `feed-${index}`, outlet, url, language: 'en', topics: [], kind: 'feed', fullText: null, intervalMs };
  });
  try {
    await store.transaction('bench', (trx) => syncCatalogue(trx, feeds, systemClock.now(), 60_000));
    return await work(store);
  } finally {
    await store.close();
  }
}
