import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPlanner, type Planner } from '../../src/feeds/planner.ts';

const RULES = { hostGapMs: 1_000, atOnceOnHost: 2, atOnce: 256 };
const MINUTE = 60_000;

function planOf(feeds: readonly (readonly [id: number, host: string, dueAt: number])[], rules = RULES): Planner {
  const planner = createPlanner(rules);
  for (const [id, host, dueAt] of feeds) planner.plan({ id, host, dueAt });
  return planner;
}

const idOf = (planner: Planner, now: number) => planner.take(now)?.id ?? null;

describe('when a feed may start', () => {
  test('it starts when it is due, not before', () => {
    const planner = planOf([[1, 'a', 500]]);
    expect(planner.nextStart()).toBe(500);
    expect(idOf(planner, 499)).toBeNull();
    expect(idOf(planner, 500)).toBe(1);
  });

  test('the one that has been due for longest is the first of its host', () => {
    const planner = planOf([
      [1, 'a', 30],
      [2, 'a', 10],
      [3, 'a', 20],
    ]);
    expect(idOf(planner, 5_000)).toBe(2);
    planner.release(2, null);
    expect(idOf(planner, 6_000)).toBe(3);
  });

  test('on one host, two starts are a gap apart, and a third waits for an end', () => {
    const planner = planOf([
      [1, 'a', 0],
      [2, 'a', 0],
      [3, 'a', 0],
    ]);
    expect(idOf(planner, 0)).toBe(1);
    expect(idOf(planner, 999)).toBeNull();
    expect(planner.nextStart()).toBe(1_000);
    expect(idOf(planner, 1_000)).toBe(2);
    expect(idOf(planner, 9_000)).toBeNull();
    expect(planner.nextStart()).toBeNull();
    planner.release(1, null);
    expect(idOf(planner, 9_000)).toBe(3);
  });

  test('no more than the limit run at once, over all hosts', () => {
    const planner = planOf(
      Array.from({ length: 5 }, (_, id) => [id, `host${id}`, 0] as const),
      { ...RULES, atOnce: 3 },
    );
    expect([0, 1, 2, 3].map(() => idOf(planner, 0))).toEqual([0, 1, 2, null]);
    expect(planner.nextStart()).toBeNull();
    planner.release(1, MINUTE);
    expect(idOf(planner, 0)).toBe(3);
  });

  test('a host with ten thousand feeds takes no turn from another', () => {
    const many = Array.from({ length: 10_000 }, (_, id) => [id, 'big', 0] as const);
    const planner = planOf([...many, [20_000, 'small', 5_000], [20_001, 'other', 5_000]]);
    const started: number[] = [];
    for (let now = 0; now <= 5_000; now += 1_000) {
      for (let id = idOf(planner, now); id !== null; id = idOf(planner, now)) {
        started.push(id);
        planner.release(id, now + MINUTE);
      }
    }
    expect(started).toHaveLength(8);
    expect(started.filter((id) => id >= 20_000)).toHaveLength(2);
  });

  test('a feed that ends takes its place behind those that have waited longer', () => {
    const planner = planOf([
      [1, 'a', 0],
      [2, 'a', 1],
    ]);
    expect(idOf(planner, 1_000)).toBe(1);
    planner.release(1, 1_500);
    expect(idOf(planner, 2_000)).toBe(2);
    planner.release(2, 9_000);
    expect(idOf(planner, 3_000)).toBe(1);
  });
});

describe('a host that complains', () => {
  test('gets a wider gap with each complaint, of at most five minutes, and the old one back in time', () => {
    const planner = planOf([[1, 'a', 0]]);
    const gap = () => {
      const start = planner.nextStart() ?? 0;
      planner.take(start);
      planner.release(1, 0);
      return (planner.nextStart() ?? 0) - start;
    };
    expect(gap()).toBe(1_000);
    planner.slowDown('a');
    expect(gap()).toBe(2_000);
    for (let times = 0; times < 20; times += 1) planner.slowDown('a');
    expect(gap()).toBe(5 * MINUTE);
    for (let times = 0; times < 100; times += 1) planner.easeUp('a');
    expect(gap()).toBe(1_000);
  });
});

describe('when feeds change', () => {
  test('one that is told anew is due then, sooner or later', () => {
    const planner = planOf([
      [1, 'a', 9_000],
      [2, 'b', 100],
    ]);
    planner.plan({ id: 1, host: 'a', dueAt: 50 });
    planner.plan({ id: 2, host: 'b', dueAt: 7_000 });
    expect(idOf(planner, 100)).toBe(1);
    expect(planner.nextStart()).toBe(7_000);
  });

  test('one under way is left alone when it is told anew, and not started a second time', () => {
    const planner = planOf([[1, 'a', 0]]);
    planner.take(0);
    planner.plan({ id: 1, host: 'a', dueAt: 0 });
    expect(idOf(planner, MINUTE)).toBeNull();
    planner.release(1, 2 * MINUTE);
    expect(planner.nextStart()).toBe(2 * MINUTE);
  });

  test('one that moved to another host waits there', () => {
    const planner = planOf([
      [1, 'a', 0],
      [2, 'a', 0],
    ]);
    planner.take(0);
    planner.plan({ id: 2, host: 'b', dueAt: 0 });
    expect(planner.take(0)).toEqual({ id: 2, host: 'b', dueAt: 0 });
  });

  test('one that is forgotten does not start, nor come back when it ends', () => {
    const planner = planOf([
      [1, 'a', 0],
      [2, 'b', 0],
    ]);
    expect(idOf(planner, 0)).toBe(1);
    planner.forget(1);
    planner.forget(2);
    planner.release(1, 0);
    expect(idOf(planner, MINUTE)).toBeNull();
    expect([...planner.ids()]).toEqual([]);
  });
});

test('whatever happens, the rules hold and every feed gets its turn', () => {
  const action = fc.oneof(
    fc.record({
      kind: fc.constant('plan' as const),
      id: fc.nat(12),
      host: fc.constantFrom('a', 'b', 'c'),
      in: fc.nat(5_000),
    }),
    fc.record({ kind: fc.constant('forget' as const), id: fc.nat(12) }),
    fc.record({ kind: fc.constant('end' as const), nth: fc.nat(5), in: fc.nat(5_000) }),
    fc.record({ kind: fc.constant('pass' as const), ms: fc.nat(3_000) }),
  );
  fc.assert(
    fc.property(fc.array(action, { maxLength: 120 }), (actions) => {
      const rules = { hostGapMs: 700, atOnceOnHost: 2, atOnce: 4 };
      const planner = createPlanner(rules);
      const waiting = new Set<number>();
      const underWay: { id: number; host: string }[] = [];
      const lastStart = new Map<string, number>();
      let now = 10_000;
      const startAll = () => {
        for (let next = planner.take(now); next; next = planner.take(now)) {
          const { id, host, dueAt } = next;
          expect(dueAt).toBeLessThanOrEqual(now);
          expect(waiting.delete(id)).toBe(true);
          expect(now - (lastStart.get(host) ?? 0)).toBeGreaterThanOrEqual(rules.hostGapMs);
          lastStart.set(host, now);
          underWay.push({ id, host });
          expect(underWay.filter((each) => each.host === host).length).toBeLessThanOrEqual(rules.atOnceOnHost);
          expect(underWay.length).toBeLessThanOrEqual(rules.atOnce);
        }
      };
      for (const each of actions) {
        if (each.kind === 'plan') {
          planner.plan({ id: each.id, host: each.host, dueAt: now + each.in });
          if (!underWay.some(({ id }) => id === each.id)) waiting.add(each.id);
        } else if (each.kind === 'forget') {
          // One under way is not told anew before it ends: the poller does neither.
          if (underWay.some(({ id }) => id === each.id)) continue;
          planner.forget(each.id);
          waiting.delete(each.id);
        } else if (each.kind === 'end') {
          const [ended] = underWay.splice(each.nth, 1);
          if (!ended) continue;
          planner.release(ended.id, now + each.in);
          waiting.add(ended.id);
        } else now += each.ms;
        startAll();
      }
      for (let rounds = 0; rounds < 200 && waiting.size > 0; rounds += 1) {
        for (const { id } of underWay.splice(0)) planner.release(id, null);
        now = Math.max(now, planner.nextStart() ?? now);
        startAll();
      }
      expect([...waiting]).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
