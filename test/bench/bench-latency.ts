import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createApp, type App } from '../../src/app.ts';
import { ownerOf } from '../../src/chat/caller.ts';
import { createFetcher } from '../../src/http/fetcher.ts';
import { systemClock } from '../../src/model/clock.ts';
import { parseSettings } from '../../src/settings.ts';
import { activeFeeds } from '../../src/store/feeds.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { loadTexts } from '../../src/texts/texts.ts';
import { startFeedServer, type TestFeed } from '../support/feed-server.ts';
import { makeArticles } from './articles.ts';
import { ASSETS, inFolder, ROOT, throwingLog } from './bench-world.ts';
import { createRandom } from './random.ts';
import type { Row } from './row.ts';

const ARTICLES = 200;

/** From the moment that a feed's server has an item, its poll being due, to the card in an open page. */
export async function benchLatency(): Promise<readonly Row[]> {
  return inFolder(async (folder) => {
    const server = await startFeedServer();
    const store = await openStore({ url: `sqlite:${join(folder, 'latency.db')}`, clock: systemClock });
    const feed = server.feed('wire');
    const app = await startApp(store, feed);
    try {
      const times = await cardTimes(app, store, feed);
      const at = (share: number) => times[Math.floor(share * (times.length - 1))] ?? 0;
      const row = { beside: 'shortest interval', besideMeasured: 60_000, unit: 'ms' };
      return [
        { what: 'item at its server to card on the page, p50', measured: at(0.5), ...row },
        { what: '  p99', measured: at(0.99), ...row },
        { what: '  longest', measured: at(1), ...row },
      ];
    } finally {
      await app.stop();
      await server.close();
    }
  });
}

async function startApp(store: Store, { url }: TestFeed): Promise<App> {
  const parsed = parseSettings({ HTTP_PORT: '0', LOG_LEVEL: 'silent', POLL_HOST_GAP: '0s' });
  if (parsed.kind === 'invalid') throw new Error(parsed.problems.join('; '));
  const outlet = { key: 'wire', name: 'The Wire', tier: 1 } as const;
  const app = await createApp(parsed.settings, {
    store,
    clock: systemClock,
    feeds: [
      { key: 'wire', outlet, url, language: 'en', topics: [], kind: 'feed', fullText: null, intervalMs: 3_600_000 },
    ],
    assets: ASSETS,
    texts: loadTexts(join(ROOT, 'config/locales')),
    fetcher: createFetcher({ allowPrivate: true, contact: null }),
    log: { ...throwingLog, info: () => undefined },
    onFatal: (error) => {
      throw error;
    },
  });
  await app.commands.runText(
    '/subscribe importance>=0',
    ownerOf(app.localChat, { id: 'local:operator', isOperator: true }),
  );
  // A chat's caps would fold most of them into a summary.
  await store.db.updateTable('subscription').set({ cap_hour: 10_000, cap_day: 10_000 }).execute();
  await app.start();
  return app;
}

/** Ms of each article, ascending. */
async function cardTimes(app: App, store: Store, feed: TestFeed): Promise<readonly number[]> {
  const page = await openPage(`${app.url}/api/events`);
  const poll = async () => {
    await store.db.updateTable('feed').set({ next_poll_at: systemClock.now() }).execute();
    app.stages.find(({ name }) => name === 'poll')?.wake();
  };
  await page.until('event: messages');
  while (!(await hasBacklog(store))) await delay(20);
  const times: number[] = [];
  const random = createRandom(11);
  for (const { description, body } of makeArticles(ARTICLES, ASSETS.assets, 11)) {
    // Titles that share no word, so that each is a story and a card of its own.
    const mark = Array.from({ length: 7 }, () => random.next().toString(36).slice(2, 8)).join(' ');
    feed.publish({ guid: mark, title: mark, description, body, at: systemClock.now() });
    const begun = performance.now();
    await poll();
    await page.until(mark);
    times.push(performance.now() - begun);
  }
  await page.close();
  return times.toSorted((a, b) => a - b);
}

/** Whether the first poll is over: what it found does not alert. */
async function hasBacklog(store: Store): Promise<boolean> {
  const [feed] = await activeFeeds(store.db);
  return feed?.first_polled_at !== null;
}

/** An open page's event stream. */
async function openPage(url: string) {
  const response = await fetch(url);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) throw new Error('the page has no event stream');
  let heard = '';
  return {
    async until(text: string): Promise<void> {
      while (!heard.includes(text)) {
        const { value, done } = await reader.read();
        if (done) throw new Error(`the page closed before it showed ${text}`);
        heard += value;
      }
      heard = '';
    },
    close: () => reader.cancel(),
  };
}
