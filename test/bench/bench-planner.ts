import TinyQueue from 'tinyqueue';
import { createPlanner, type PlannerRules } from '../../src/feeds/planner.ts';
import { jittered, nextInterval } from '../../src/feeds/schedule.ts';
import { weighed } from './heap.ts';
import { createRandom } from './random.ts';
import type { Row } from './row.ts';

const FEEDS = 10_000;
const HOSTS = 200;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MINUTE_MS = 60_000;
const POLL_MS = 400;
/** What waits there waits for its own kind: told apart, since it must not hold up the others. */
const BIG_HOST = 'big';
const RULES: PlannerRules = { hostGapMs: 1_000, atOnceOnHost: 2, atOnce: 256 };
const LIMITS = { minIntervalMs: MINUTE_MS, maxIntervalMs: HOUR_MS };

interface Day {
  /** Ms between being due and starting, ascending. */
  readonly lateness: readonly number[];
  readonly smallestGapMs: number;
  readonly mostAtOnce: number;
  /** Of the plan at the day's beginning. */
  readonly bytes: number;
  readonly tookMs: number;
}

/** A day of 10,000 feeds on a virtual clock: how late polls are, and whether each host gets its pauses. */
export async function benchPlanner(): Promise<readonly Row[]> {
  const even = simulate((id) => `host${id % HOSTS}`);
  const skewed = simulate((id) => (id < FEEDS / 2 ? BIG_HOST : `host${id % HOSTS}`));
  return [...rowsOf('50 feeds on each of 200 hosts', even), ...rowsOf('5,000 on one host, the others', skewed)];
}

function rowsOf(what: string, day: Day): readonly Row[] {
  const at = (share: number) => (day.lateness[Math.floor(share * (day.lateness.length - 1))] ?? 0) / 1_000;
  const seconds = { beside: 'shortest interval', besideMeasured: LIMITS.minIntervalMs / 1_000, unit: 's' };
  return [
    { what: `${what}: lateness p50`, measured: at(0.5), ...seconds },
    { what: '  lateness p99', measured: at(0.99), ...seconds },
    {
      what: '  shortest gap',
      measured: day.smallestGapMs,
      beside: 'the rule',
      besideMeasured: RULES.hostGapMs,
      unit: 'ms',
    },
    {
      what: '  most at once',
      measured: day.mostAtOnce,
      beside: 'the rule',
      besideMeasured: RULES.atOnce,
      unit: 'polls',
    },
    { what: '  polls', measured: day.lateness.length, beside: 'feeds', besideMeasured: FEEDS, unit: '' },
    {
      what: '  time to plan',
      measured: day.tookMs / 1_000,
      beside: 'the day',
      besideMeasured: DAY_MS / 1_000,
      unit: 's',
    },
    {
      what: '  memory',
      measured: day.bytes / 1e6,
      beside: 'a Map of them',
      besideMeasured: plainBytes() / 1e6,
      unit: 'MB',
    },
  ];
}

function simulate(hostOf: (id: number) => string): Day {
  const { next: random } = createRandom(7);
  // From one article a minute to one in two days, most of them in between.
  const gaps = Array.from({ length: FEEDS }, () => MINUTE_MS * Math.exp(random() * Math.log(2_880)));
  const { made: planner, bytes } = weighed(() => {
    const made = createPlanner(RULES);
    for (let id = 0; id < FEEDS; id += 1) made.plan({ id, host: hostOf(id), dueAt: Math.floor(random() * HOUR_MS) });
    return made;
  });
  const ends = new TinyQueue<{ readonly at: number; readonly id: number }>([], (a, b) => a.at - b.at);
  const lastStart = new Map<string, number>();
  const lateness: number[] = [];
  let smallestGapMs = Infinity;
  let mostAtOnce = 0;
  const begun = performance.now();
  for (let now = 0; now < DAY_MS;) {
    for (let end = ends.peek(); end && end.at <= now; end = ends.peek()) {
      ends.pop();
      planner.release(end.id, now + pauseOf(gaps[end.id] ?? 0, now, random()));
    }
    for (let next = planner.take(now); next; next = planner.take(now)) {
      if (next.host !== BIG_HOST) lateness.push(now - next.dueAt);
      smallestGapMs = Math.min(smallestGapMs, now - (lastStart.get(next.host) ?? -Infinity));
      lastStart.set(next.host, now);
      ends.push({ at: now + POLL_MS, id: next.id });
      mostAtOnce = Math.max(mostAtOnce, ends.length);
    }
    now = Math.min(planner.nextStart() ?? Infinity, ends.peek()?.at ?? Infinity);
  }
  const tookMs = performance.now() - begun;
  return { lateness: lateness.toSorted((a, b) => a - b), smallestGapMs, mostAtOnce, bytes, tookMs };
}

/** The same feeds with no plan. */
function plainBytes(): number {
  const feeds = () =>
    Array.from({ length: FEEDS }, (_, id) => [id, { id, host: `host${id % HOSTS}`, dueAt: id }] as const);
  return weighed(() => new Map(feeds())).bytes;
}

/** What the schedule makes of a feed that publishes every `gapMs`. */
function pauseOf(gapMs: number, now: number, random: number): number {
  const recent = [now - 2 * gapMs, now - gapMs];
  return jittered(
    nextInterval({ isPushed: false, fixedIntervalMs: null, recent, streak: 0, askedMs: null, now }, LIMITS),
    random,
  );
}
