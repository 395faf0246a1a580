import type { Clock } from '../model/clock.ts';

const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 60_000;

/** Tries with growing pauses until it works or `signal` aborts; `onFailure` is told each time. Never rejects. */
export async function connectUntil(
  connect: () => Promise<void>,
  {
    clock,
    signal,
    onFailure,
  }: { readonly clock: Clock; readonly signal: AbortSignal; onFailure(error: unknown): void },
): Promise<void> {
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    await clock.sleep(pauseMs, signal);
    if (signal.aborted) return;
    try {
      await connect();
      return;
    } catch (error) {
      onFailure(error);
    }
  }
}
