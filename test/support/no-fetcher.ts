import type { Fetcher } from '../../src/http/fetcher.ts';

/** For what fetches nothing. */
export const NO_FETCHER: Fetcher = {
  fetch: async () => ({ kind: 'failed', reason: 'no network' }),
  close: async () => undefined,
};
