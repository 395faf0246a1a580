import type { Api } from 'grammy';

type GrammySignal = NonNullable<Parameters<Api['getMe']>[0]>;

/** The same signal under the name that grammY, which also runs on old systems, has for its type. */
export function grammySignal(signal: AbortSignal): GrammySignal {
  // It only listens for `abort` and reads `aborted`.
  return signal as unknown as GrammySignal;
}
