import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { createSteppedClock, type SteppedClock } from '../../src/demo/stepped-clock.ts';
import { createOneByOne } from '../../src/feeds/one-by-one.ts';
import { createOutage } from '../../src/feeds/outage.ts';
import { createPollRecorder } from '../../src/feeds/poll-recorder.ts';
import { pollFeed } from '../../src/feeds/poll-feed.ts';
import type { PollFeedParts, PollOutcome } from '../../src/feeds/poll-parts.ts';
import { createFeedReader } from '../../src/feeds/reader.ts';
import { createFetcher } from '../../src/http/fetcher.ts';
import { silentLog } from '../../src/model/log.ts';
import { activeFeeds, type FeedRow } from '../../src/store/feeds.ts';
import type { Store } from '../../src/store/store.ts';
import { NOON, openFeedStore } from './feed-store.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export interface ServedReply {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** Polls of `feed-0` (`/feed`) and `feed-1` (`/other`), one at a time, against a real server that answers as a test says. */
export interface PollDesk {
  origin: string;
  reply: (path: string, headers: IncomingHttpHeaders) => ServedReply;
  asked: { readonly path: string; readonly headers: IncomingHttpHeaders }[];
  /** Lines of the log from info up, and feeds that were lost. */
  told: string[];
  store: Store;
  clock: SteppedClock;
  parts: PollFeedParts;
  feed(key?: string): Promise<FeedRow>;
  poll(key?: string): Promise<PollOutcome>;
  /** Polls when it is due, so many times. */
  pollOn(times: number): Promise<void>;
}

/** A new one for each test of the file. */
export function usePollDesk(): PollDesk {
  const fetcher = createFetcher({ allowPrivate: true, contact: null });
  const reader = createFeedReader();
  let server: Server;
  // oxlint-disable-next-line typescript/consistent-type-assertions -- the rest is filled in before each test
  const desk = { feed, poll, pollOn } as PollDesk;

  async function feed(key = 'feed-0'): Promise<FeedRow> {
    const found = (await activeFeeds(desk.store.db)).find((row) => row.key === key);
    if (!found) throw new Error(`no ${key}`);
    return found;
  }

  async function poll(key?: string): Promise<PollOutcome> {
    return pollFeed(await feed(key), desk.parts, new AbortController().signal);
  }

  async function pollOn(times: number): Promise<void> {
    for (let count = 0; count < times; count += 1) {
      const { nextPollAt } = await poll();
      if (nextPollAt !== null) desk.clock.advanceTo(nextPollAt);
    }
  }

  beforeAll(async () => {
    server = createServer((request, response) => {
      const path = request.url ?? '';
      desk.asked.push({ path, headers: request.headers });
      const { status = 200, headers = {}, body = '' } = desk.reply(path, request.headers);
      response.writeHead(status, { 'content-type': 'application/rss+xml', ...headers }).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    // An IP server's address is never a pipe's name.
    desk.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(async () => {
    await fetcher.close();
    await reader.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  beforeEach(async () => {
    const store = await openFeedStore([`${desk.origin}/feed`, `${desk.origin}/other`]);
    await store.db.updateTable('feed').set({ fixed_interval_ms: null }).execute();
    const clock = createSteppedClock(NOON);
    const tell = (_: object, line: string) => void desk.told.push(line);
    Object.assign(desk, { asked: [], told: [], store, clock });
    desk.parts = {
      store,
      fetcher,
      reader,
      recorder: createPollRecorder(store),
      outage: createOutage(),
      oneByOne: createOneByOne(),
      clock,
      log: { ...silentLog, warn: tell, info: tell },
      random: () => 0,
      onOutlets: () => undefined,
      onHub: async () => undefined,
      onLost: ({ key }) => void desk.told.push(`lost ${key}`),
      policy: { minIntervalMs: MINUTE, maxIntervalMs: HOUR, alertMaxAgeMs: HOUR, fullText: false, coinDeskKey: null },
    };
  });

  afterEach(() => desk.store.close());
  return desk;
}

export function rssOf(items: readonly string[], built = ''): string {
  return `<rss version="2.0"><channel><title>Wire</title><lastBuildDate>${built}</lastBuildDate>${items.join('')}</channel></rss>`;
}
