import { randomUUID } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import type { Clock } from './clock.ts';
import type { Log } from './log.ts';
import { createWake } from './wake.ts';

/** One of the loops that the process consists of. */
export interface Stage {
  readonly name: string;
  start(): void;
  /** Stops claiming work; resolves when the step under way has ended. */
  stop(): Promise<void>;
  wake(): void;
  /** Nothing under way and nothing known to do: asleep until the next wake-up or timer. */
  idle(): boolean;
  /** null while it runs well; else what is wrong, for /healthz. */
  trouble(): string | null;
}

export interface StageOptions {
  readonly name: string;
  readonly clock: Clock;
  readonly log: Log;
  /**
   * Does one piece of work. Returns ms until it wants to look again: 0 for at once. It gets a turn of the event
   * loop between pieces, since the store gives timers and sockets none.
   */
  readonly step: (signal: AbortSignal) => Promise<number>;
  /** Work that a step left running (polls under way). */
  readonly busy?: () => boolean;
  /** Lets the process end when the error means that nothing can go on (a full disk). */
  readonly onError?: (error: unknown) => void;
}

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

/** Runs `step` until stopped. A step that throws is logged and tried again after a growing pause. */
export function createStage({ name, clock, log, step, busy, onError }: StageOptions): Stage {
  const wake = createWake();
  const stopping = new AbortController();
  let running: Promise<void> | undefined;
  let state: 'busy' | 'asleep' | 'pausing' = 'busy';
  let failures = 0;
  let trouble: string | null = 'not started';

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      const waitMs = await guardedStep();
      if (waitMs > 0) await sleep(waitMs);
      // Also after a wake-up: it came in the middle of another stage's work.
      await turn();
    }
  }

  async function guardedStep(): Promise<number> {
    try {
      const waitMs = await step(stopping.signal);
      failures = 0;
      trouble = null;
      return waitMs;
    } catch (error) {
      const errorId = randomUUID().slice(0, 8);
      log.error({ stage: name, errorId, err: error }, 'stage step failed');
      trouble = `failing, see error ${errorId} in the log`;
      onError?.(error);
      await pause(Math.min(FIRST_PAUSE_MS * 2 ** failures++, LONGEST_PAUSE_MS));
      return 0;
    }
  }

  /** Unlike sleep, not cut short by a wake-up: what failed is not tried at the pace of the stage before. */
  async function pause(ms: number): Promise<void> {
    state = 'pausing';
    await clock.sleep(ms, stopping.signal);
    state = 'busy';
  }

  async function sleep(ms: number): Promise<void> {
    state = 'asleep';
    await wake.wait(ms, clock, stopping.signal);
    state = 'busy';
  }

  return {
    name,
    start() {
      trouble = null;
      running ??= run();
    },
    async stop() {
      stopping.abort();
      await running;
      trouble = 'stopped';
    },
    wake() {
      if (state === 'asleep') state = 'busy';
      wake.wake();
    },
    idle: () => state !== 'busy' && !(busy?.() ?? false),
    trouble: () => trouble,
  };
}
