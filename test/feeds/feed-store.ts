import { createSteppedClock } from '../../src/demo/stepped-clock.ts';
import type { CatalogueFeed } from '../../src/model/feed.ts';
import { syncCatalogue } from '../../src/store/feeds.ts';
import { openStore, type Store } from '../../src/store/store.ts';

export const NOON = Date.UTC(2026, 9, 5, 12);

/** A store with a feed for each address, due at noon: `feed-0`, `feed-1` and so on. */
export async function openFeedStore(urls: readonly string[]): Promise<Store> {
  const store = await openStore({ url: 'sqlite::memory:', clock: createSteppedClock(NOON) });
  await putFeeds(store, urls, NOON);
  return store;
}

export async function putFeeds(store: Store, urls: readonly string[], now: number): Promise<void> {
  const feeds = urls.map((url, index): CatalogueFeed => {
    const outlet = { key: 'wire', name: 'The Wire', tier: 1 } as const;
    return {
      key: `feed-${index}`,
      outlet,
      url,
      language: 'en',
      topics: [],
      kind: 'feed',
      fullText: null,
      intervalMs: 60_000,
    };
  });
  await store.transaction('catalogue', (trx) => syncCatalogue(trx, feeds, now, 60_000));
}
