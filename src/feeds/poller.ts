import type { Clock } from '../model/clock.ts';
import type { Log } from '../model/log.ts';
import { createStage, type Stage } from '../model/stage.ts';
import type { Fetcher } from '../http/fetcher.ts';
import { dueFeeds, nextPollAt, type FeedRow } from '../store/feeds.ts';
import type { Store } from '../store/store.ts';
import { pollFeed, type PollPolicy } from './poll-feed.ts';

export interface PollerParts {
  readonly store: Store;
  readonly fetcher: Fetcher;
  readonly clock: Clock;
  readonly log: Log;
  readonly random: () => number;
  readonly policy: PollPolicy;
  /** Called after a commit that left new articles. */
  readonly onArticles: () => void;
  readonly onError: (error: unknown) => void;
}

const POLLS_AT_ONCE = 8;
// A server gets one request of ours at a time, however many feeds it has.
const LONGEST_NAP_MS = 60_000;

/** The first stage: polls the feeds that are due, a few at a time and one a host. */
export function createPoller(parts: PollerParts): Stage {
  const { store, clock, log } = parts;
  const underWay = new Map<number, { readonly host: string; readonly done: Promise<void> }>();

  async function step(signal: AbortSignal): Promise<number> {
    const due = await dueFeeds(store.db, clock.now(), POLLS_AT_ONCE * 25);
    for (const feed of due) {
      if (underWay.size >= POLLS_AT_ONCE) break;
      if (!underWay.has(feed.id) && !isBusy(hostOf(feed))) begin(feed, signal);
    }
    if (signal.aborted) await Promise.all([...underWay.values()].map((poll) => poll.done));
    // While polls are under way, the end of each wakes the stage.
    if (underWay.size > 0) return LONGEST_NAP_MS;
    const next = await nextPollAt(store.db);
    return next === null ? LONGEST_NAP_MS : Math.min(Math.max(next - clock.now(), 1), LONGEST_NAP_MS);
  }

  function begin(feed: FeedRow, signal: AbortSignal): void {
    const done = pollFeed(feed, parts, signal)
      .then((stored) => {
        if (stored.newItems + stored.edited > 0) parts.onArticles();
      })
      .catch((error: unknown) => {
        log.error({ feed: feed.key, err: error }, 'feed poll failed');
        parts.onError(error);
      })
      .finally(() => {
        underWay.delete(feed.id);
        stage.wake();
      });
    underWay.set(feed.id, { host: hostOf(feed), done });
  }

  const isBusy = (host: string) => [...underWay.values()].some((poll) => poll.host === host);

  const stage = createStage({ name: 'poll', clock, log, step, busy: () => underWay.size > 0, onError: parts.onError });
  return {
    ...stage,
    async stop() {
      await stage.stop();
      await Promise.all([...underWay.values()].map((poll) => poll.done));
    },
  };
}

function hostOf(feed: FeedRow): string {
  return URL.canParse(feed.url) ? new URL(feed.url).host : feed.url;
}
