import type { Clock } from '../model/clock.ts';
import type { ParsedItem } from '../model/article.ts';
import { numbersColumn, readJson } from '../store/json-column.ts';
import { recordPoll, type FeedPollState, type FeedRow } from '../store/feeds.ts';
import type { Store } from '../store/store.ts';
import { newsDate } from './dates.ts';
import type { createOneByOne } from './one-by-one.ts';
import type { ParsedFeed } from './parse.ts';
import { recentTimes } from './schedule.ts';
import { storeItems, type ItemExtras, type StoredItems, type StoreItemsContext } from './store-items.ts';

export interface IngestParts {
  readonly store: Store;
  readonly clock: Clock;
  /** Older at first sight than this: never alerts. */
  readonly alertMaxAgeMs: number;
  /** The articles of the items' pages, of those that the feed only begins. */
  readonly pages?: ReadonlyMap<ParsedItem, string>;
  readonly extras?: ReadonlyMap<ParsedItem, ItemExtras>;
  /** Shared by all that store what feeds show. */
  readonly oneByOne: ReturnType<typeof createOneByOne>;
}

/**
 * Stores what a feed shows, however it came (a poll, a push), with the feed's new state in the same transaction.
 * @param state beside how it publishes, which is worked out here
 */
export async function ingest(
  feed: FeedRow,
  parsed: Pick<ParsedFeed, 'items'>,
  parts: IngestParts,
  state: (found: StoredItems & Rhythm) => FeedPollState,
): Promise<StoredItems> {
  const now = parts.clock.now();
  const context: StoreItemsContext = {
    feed,
    now,
    alertMaxAgeMs: parts.alertMaxAgeMs,
    ...(parts.pages ? { pages: parts.pages } : {}),
    ...(parts.extras ? { extras: parts.extras } : {}),
    async finish(trx, stored) {
      const rhythm = rhythmOf(feed, parsed.items, stored, now);
      await recordPoll(trx, feed.id, {
        ...state({ ...stored, ...rhythm }),
        recent: JSON.stringify(rhythm.recent),
        streak: rhythm.streak,
      });
    },
  };
  return parts.oneByOne(() => storeItems(parts.store, parsed.items, context));
}

export interface Rhythm {
  /** When the feed's last items were published, epoch ms, ascending. */
  readonly recent: readonly number[];
  /** Polls running that found something new. */
  readonly streak: number;
}

function rhythmOf(feed: FeedRow, items: readonly ParsedItem[], { newItems }: StoredItems, now: number): Rhythm {
  const known = readJson(numbersColumn, feed.recent);
  const times = items.map(({ published }) => newsDate(published));
  // A feed without dates published when we first saw it, except for what it had before we came.
  const undated = newItems > 0 && feed.first_polled_at !== null && times.every((time) => time === null);
  return {
    recent: recentTimes(known, undated ? [now] : times, now),
    streak: newItems > 0 && feed.first_polled_at !== null ? feed.streak + 1 : 0,
  };
}
