import { setImmediate as turn } from 'node:timers/promises';

/**
 * Lets one piece of work run at a time, with a turn of the event loop before each: what comes in by the hundred (answers
 * of one moment) must not hold up everything else while it is worked off.
 */
export function createOneByOne(): <T>(work: () => Promise<T> | T) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(() => turn()).then(work);
    last = done.catch(() => undefined);
    return done;
  };
}
