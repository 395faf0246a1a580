import { expect, test } from 'vitest';
import { createSteppedClock } from '../../src/demo/stepped-clock.ts';
import { silentLog } from '../../src/model/log.ts';
import { createStage, type Stage } from '../../src/model/stage.ts';
import { playUntil } from '../../src/run-demo.ts';

const SECOND = 1_000;

async function withStage(
  step: () => Promise<number>,
  play: (stage: Stage, pass: (ms: number) => Promise<void>) => Promise<void>,
) {
  const clock = createSteppedClock(0);
  const stage = createStage({ name: 'test', clock, log: silentLog, step });
  stage.start();
  await play(stage, (ms) => playUntil(clock.now() + ms, clock, { stages: [stage] }));
  await stage.stop();
}

test('a stage that fails is tried again after a growing pause, however often it is woken', async () => {
  let tries = 0;
  const fails = async () => {
    tries += 1;
    throw new Error('out of order');
  };
  await withStage(fails, async (stage, pass) => {
    for (let woken = 0; woken < 60; woken += 1) {
      stage.wake();
      await pass(SECOND);
    }
    expect(tries).toBeGreaterThan(3);
    expect(tries).toBeLessThan(9);
    expect(stage.trouble()).toContain('failing');
  });
});

test('a stage that recovers says so, and takes its pace up again', async () => {
  let tries = 0;
  const recovers = async () => {
    tries += 1;
    if (tries === 1) throw new Error('for once');
    return 10 * SECOND;
  };
  await withStage(recovers, async (stage, pass) => {
    await pass(5 * SECOND);
    expect(stage.trouble()).toBeNull();
    expect(tries).toBe(2);
    stage.wake();
    await pass(0);
    await pass(SECOND);
    expect(tries).toBe(3);
  });
});

test('a wake-up that comes while the stage works is not lost', async () => {
  let looks = 0;
  let stageUnderTest: Stage | undefined;
  const step = async () => {
    looks += 1;
    await Promise.resolve();
    if (looks === 1) stageUnderTest?.wake();
    return 60 * SECOND;
  };
  await withStage(step, async (stage, pass) => {
    stageUnderTest = stage;
    await pass(SECOND);
    expect(looks).toBe(2);
  });
});
