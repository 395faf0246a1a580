import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { loadFeedCatalogue } from '../../src/feeds/catalogue.ts';
import { systemClock } from '../../src/model/clock.ts';
import type { Log } from '../../src/model/log.ts';
import type { Stage } from '../../src/model/stage.ts';
import { loadAssetCatalogue } from '../../src/newsroom/asset-catalogue.ts';
import { createNewsroom } from '../../src/newsroom/newsroom.ts';
import type { StoryMatchView } from '../../src/model/story.ts';
import { insertArticle } from '../../src/store/articles.ts';
import { activeFeeds, syncCatalogue, type FeedRow } from '../../src/store/feeds.ts';
import { createOneByOne } from '../../src/feeds/one-by-one.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { createFilterVocabulary } from '../../src/subscriptions/vocabulary.ts';
import type { MadeArticle } from './articles.ts';
import { createRandom } from './random.ts';

export const ROOT = join(import.meta.dirname, '../..');
export const FEEDS = loadFeedCatalogue(join(ROOT, 'config/feeds.yaml'));
export const ASSETS = loadAssetCatalogue(join(ROOT, 'config/assets.yaml'));
export const OUTLETS = [...new Map(FEEDS.map(({ outlet }) => [outlet.key, outlet])).values()];
export const FILTER_WORDS = {
  assets: ASSETS.assets,
  outlets: OUTLETS,
  vocabulary: createFilterVocabulary(ASSETS.assets, OUTLETS),
};

// As the poller stores them.
const CHUNK = 40;

/** A bench that meets an error measures nothing: it ends the run. */
export const throwingLog: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: (fields, message) => stopRun(fields, message),
  error: (fields, message) => stopRun(fields, message),
};

function stopRun(fields: Readonly<Record<string, unknown>>, message: string): never {
  throw new Error(`${message} ${JSON.stringify(fields)}`, { cause: fields['err'] });
}

/** A folder of its own for the time of `work`. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'bellwether-bench-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** An on-disk store with the shipped feeds in it, closed after `work`. */
export async function withStore<T>(path: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore({ url: `sqlite:${path}`, clock: systemClock });
  try {
    await store.transaction('bench', (trx) => syncCatalogue(trx, FEEDS, systemClock.now(), 3_600_000));
    return await work(store);
  } finally {
    await store.close();
  }
}

/** Stores the articles as `new` rows, each of some feed, in transactions of `chunk`. */
export async function insertNew(store: Store, articles: readonly MadeArticle[], chunk = CHUNK): Promise<void> {
  const random = createRandom(7);
  const feeds = await activeFeeds(store.db);
  const now = systemClock.now();
  for (let start = 0; start < articles.length; start += chunk) {
    await store.transaction('bench', async (trx) => {
      for (const [index, article] of articles.slice(start, start + chunk).entries()) {
        await insertArticle(trx, newRow(article, random.pick(feeds), now, start + index));
      }
    });
    await turn();
  }
}

function newRow({ title, description, body, ageMs }: MadeArticle, feed: FeedRow, now: number, index: number) {
  return {
    feed_id: feed.id,
    scope: feed.scope,
    outlet: feed.outlet,
    raw_title: title,
    raw_description: description,
    raw_body: body,
    link: `https://news.example/${feed.key}/${index}`,
    author: null,
    image_url: null,
    published_at: now - ageMs,
    seen_at: now - ageMs,
    alertable: 1,
    content_hash: String(index),
    state: 'new' as const,
  };
}

/** The real newsroom on a store, with everything else left out. */
export function newsroomOn(
  store: Store,
  match: (story: StoryMatchView) => Promise<readonly number[]> = async () => [],
): Stage {
  return createNewsroom({
    store,
    assets: ASSETS,
    alone: createOneByOne(),
    clock: systemClock,
    log: throwingLog,
    match,
    onStory: () => undefined,
    onError: () => undefined,
  });
}

/** Runs a stage until it has nothing left to do. */
export async function runDry(stage: Stage): Promise<void> {
  stage.start();
  while (!stage.idle()) await turn();
  await stage.stop();
}
