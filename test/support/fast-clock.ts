import { systemClock, type Clock } from '../../src/model/clock.ts';

/** A clock that runs `factor` times as fast as the world: pauses are short, their order is kept. */
export function createFastClock(factor: number): Clock {
  const startedAt = Date.now();
  return {
    now: () => Math.floor(startedAt + (performance.timeOrigin + performance.now() - startedAt) * factor),
    sleep: (ms, signal) => systemClock.sleep(ms / factor, signal),
  };
}
