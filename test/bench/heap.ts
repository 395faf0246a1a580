import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Makes something and weighs what of it stays in memory, in bytes. */
export function weighed<T>(make: () => T): { readonly made: T; readonly bytes: number } {
  const before = heapInUse();
  const made = make();
  return { made, bytes: heapInUse() - before };
}

function heapInUse(): number {
  // Without a flag on the command line, this is the way to a full collection.
  setFlagsFromString('--expose-gc');
  // The flag puts it into every context made from then on.
  const collect = runInNewContext('gc') as () => void;
  collect();
  return process.memoryUsage().heapUsed;
}
