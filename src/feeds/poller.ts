import { setImmediate as turn } from 'node:timers/promises';
import type { Clock } from '../model/clock.ts';
import type { Log } from '../model/log.ts';
import { createStage, type Stage } from '../model/stage.ts';
import type { Fetcher } from '../http/fetcher.ts';
import { feedById, polledFeeds, type FeedRow, type PlannedFeedRow } from '../store/feeds.ts';
import type { Store } from '../store/store.ts';
import { createOutage } from './outage.ts';
import { createPlanner, type PlannedFeed, type Planner } from './planner.ts';
import { pollFeed } from './poll-feed.ts';
import type { PollFeedParts, PollPolicy } from './poll-parts.ts';
import { createPollRecorder } from './poll-recorder.ts';
import type { FeedReader } from './reader.ts';
import { backOff, longestPause } from './schedule.ts';

export interface PollerParts {
  readonly store: Store;
  readonly fetcher: Fetcher;
  readonly reader: FeedReader;
  readonly clock: Clock;
  readonly log: Log;
  readonly random: () => number;
  readonly policy: PollPolicy;
  readonly oneByOne: PollFeedParts['oneByOne'];
  /** Between the starts of two polls on one host. */
  readonly hostGapMs: number;
  /** Called after a commit that left new articles. */
  readonly onArticles: () => void;
  readonly onOutlets: PollFeedParts['onOutlets'];
  readonly onHub: PollFeedParts['onHub'];
  readonly onLost: (feed: FeedRow) => void;
  readonly onError: (error: unknown) => void;
}

const ON_ONE_HOST = 2;
const AT_ONCE = 256;
const LONGEST_NAP_MS = 60_000;
const PAGE = 1_000;
/** A clock that went back by more was set, and what was planned by it is worth nothing. */
const CLOCK_SLACK_MS = 5_000;

/** The first stage: polls the feeds that are due, many at a time, and each host at a pace that it can bear. */
export function createPoller(parts: PollerParts): Stage {
  const { store, clock, log, policy } = parts;
  const planner = createPlanner({ hostGapMs: parts.hostGapMs, atOnceOnHost: ON_ONE_HOST, atOnce: AT_ONCE });
  const pollParts: PollFeedParts = {
    ...parts,
    recorder: createPollRecorder(store),
    outage: createOutage(),
    oneByOne: parts.oneByOne,
  };
  const underWay = new Map<number, Promise<void>>();
  /** How often in a row the store would not even take the failure of a feed. */
  const refusals = new Map<number, number>();
  let isStale = true;
  let lastLook = -Infinity;

  async function step(signal: AbortSignal): Promise<number> {
    const now = clock.now();
    if (isStale || now < lastLook - CLOCK_SLACK_MS) {
      isStale = false;
      await readPlan(store, planner, now, policy);
    }
    lastLook = now;
    for (let next = planner.take(now); next && !signal.aborted; next = planner.take(now)) begin(next, signal);
    if (signal.aborted) await Promise.all(underWay.values());
    // The end of each poll wakes the stage.
    const start = planner.nextStart();
    return start === null ? LONGEST_NAP_MS : Math.min(Math.max(start - clock.now(), 1), LONGEST_NAP_MS);
  }

  function begin(planned: PlannedFeed, signal: AbortSignal): void {
    const done = poll(planned, signal)
      .catch((error: unknown) => {
        log.error({ feedId: planned.id, err: error }, 'feed poll failed');
        planner.release(planned.id, clock.now() + refusedPause(planned.id));
        parts.onError(error);
      })
      .finally(() => {
        underWay.delete(planned.id);
        stage.wake();
      });
    underWay.set(planned.id, done);
  }

  async function poll({ id, host }: PlannedFeed, signal: AbortSignal): Promise<void> {
    const feed = await feedById(store.db, id);
    if (!feed || signal.aborted) return planner.release(id, null);
    const outcome = await pollFeed(feed, pollParts, signal);
    refusals.delete(id);
    if (outcome.isTooMuch) planner.slowDown(host);
    else planner.easeUp(host);
    planner.release(id, outcome.nextPollAt);
    if (outcome.newItems + outcome.edited > 0) parts.onArticles();
  }

  function refusedPause(id: number): number {
    const times = refusals.get(id) ?? 0;
    refusals.set(id, times + 1);
    return Math.min(backOff(policy.minIntervalMs, times), policy.maxIntervalMs);
  }

  const stage = createStage({ name: 'poll', clock, log, step, busy: () => underWay.size > 0, onError: parts.onError });
  return {
    ...stage,
    /** From outside: there may be other feeds than before. */
    wake() {
      isStale = true;
      stage.wake();
    },
    async stop() {
      await stage.stop();
      await Promise.all(underWay.values());
    },
  };
}

/** Makes the plan that of the rows; what is under way goes on as it is. */
async function readPlan({ db }: Store, planner: Planner, now: number, policy: PollPolicy): Promise<void> {
  const gone = new Set(planner.ids());
  for (let after = 0; ;) {
    const page = await polledFeeds(db, { after, limit: PAGE });
    for (const row of page) {
      planner.plan({ id: row.id, host: row.host, dueAt: dueAt(row, now, policy) });
      gone.delete(row.id);
    }
    const last = page.at(-1);
    if (!last || page.length < PAGE) break;
    after = last.id;
    await turn();
  }
  for (const id of gone) planner.forget(id);
}

/** No poll is put off for longer than twice the feed's interval and the longest pause: beyond, the clock was set back. */
function dueAt({ next_poll_at, interval_ms }: PlannedFeedRow, now: number, policy: PollPolicy): number {
  return next_poll_at - 2 * interval_ms > now + longestPause(policy) ? now : next_poll_at;
}
