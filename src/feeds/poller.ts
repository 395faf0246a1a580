import type { Clock } from '../model/clock.ts';
import type { Log } from '../model/log.ts';
import { createStage, type Stage } from '../model/stage.ts';
import type { Fetcher } from '../http/fetcher.ts';
import { nextDueFeed, nextPollAfter, type FeedRow } from '../store/feeds.ts';
import type { Store } from '../store/store.ts';
import { pollFeed, type PollPolicy } from './poll-feed.ts';
import { backOff, longestPause } from './schedule.ts';

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
const LONGEST_NAP_MS = 60_000;

interface Rest {
  readonly failures: number;
  readonly until: number;
}

/** The first stage: polls the feeds that are due, a few at a time and one a host. */
export function createPoller(parts: PollerParts): Stage {
  const { store, clock, log, policy } = parts;
  // By host: a server gets one request of ours at a time, however many feeds it has.
  const underWay = new Map<string, Promise<void>>();
  const rests = new Map<string, Rest>();

  async function step(signal: AbortSignal): Promise<number> {
    const now = clock.now();
    const resting = [...rests].filter(([, { until }]) => until > now).map(([host]) => host);
    // Those that are done meanwhile stay in it: a host gets one poll a step, so that a step ends.
    const busyHosts = new Set([...underWay.keys(), ...resting]);
    while (underWay.size < POLLS_AT_ONCE && !signal.aborted) {
      const look = { now, longestPauseMs: longestPause(policy), busyHosts: [...busyHosts] };
      const feed = await nextDueFeed(store.db, look);
      if (!feed) break;
      busyHosts.add(feed.host);
      begin(feed, signal);
    }
    if (signal.aborted) await Promise.all(underWay.values());
    // The end of each poll wakes the stage.
    if (underWay.size >= POLLS_AT_ONCE) return LONGEST_NAP_MS;
    const next = await nextPollAfter(store.db, now);
    return next === null ? LONGEST_NAP_MS : Math.min(Math.max(next - clock.now(), 1), LONGEST_NAP_MS);
  }

  function begin(feed: FeedRow, signal: AbortSignal): void {
    const done = pollFeed(feed, parts, signal)
      .then((stored) => {
        rests.delete(feed.host);
        if (stored.newItems + stored.edited > 0) parts.onArticles();
      })
      .catch((error: unknown) => {
        rest(feed);
        log.error({ feed: feed.key, err: error }, 'feed poll failed');
        parts.onError(error);
      })
      .finally(() => {
        underWay.delete(feed.host);
        stage.wake();
      });
    underWay.set(feed.host, done);
  }

  /** The store would not even take the failure, so that the feed is still due. */
  function rest(feed: FeedRow): void {
    const failures = rests.get(feed.host)?.failures ?? 0;
    const until = clock.now() + backOff(feed.interval_ms, failures, null, policy);
    rests.set(feed.host, { failures: failures + 1, until });
  }

  const stage = createStage({ name: 'poll', clock, log, step, busy: () => underWay.size > 0, onError: parts.onError });
  return {
    ...stage,
    async stop() {
      await stage.stop();
      await Promise.all(underWay.values());
    },
  };
}
