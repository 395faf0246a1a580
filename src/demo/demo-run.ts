import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Clock } from '../model/clock.ts';

/** When a demo run began and where its feeds are: a run that is continued goes on with the same. */
export interface DemoRun {
  /** Epoch ms at which the live part begins. */
  readonly startedAt: number;
  readonly feedPort: number;
}

const demoRunSchema = z.object({ startedAt: z.number(), feedPort: z.number() });

export interface NewRun {
  /** Wanted for a new run, 0 for any. */
  readonly feedPort: number;
  /** Time for the backlog to be read before the live part begins. */
  readonly leadMs: number;
}

/** Reads the run that was begun in this folder, or begins one. */
export function beginRun(folder: string, clock: Clock, fresh: boolean, { feedPort, leadMs }: NewRun): DemoRun {
  const path = join(folder, 'run.json');
  const known = fresh ? null : readRun(path);
  return known ?? { startedAt: Math.ceil((clock.now() + leadMs) / 1_000) * 1_000, feedPort };
}

export function saveRun(folder: string, run: DemoRun): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'run.json'), JSON.stringify(run));
}

function readRun(path: string): DemoRun | null {
  try {
    return demoRunSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    // Not begun yet, or killed while it wrote: the run begins.
    if (error instanceof SyntaxError || (error instanceof Error && 'code' in error && error.code === 'ENOENT'))
      return null;
    throw error;
  }
}
