import { badRequest } from './api-error.ts';

/** Roughly; Telegram gives no figure. */
const QUERY_LIFE_MS = 15_000;
const PATIENCE_MS = 5000;

/** What the presser of a button saw. */
export interface Pressed {
  readonly text: string | null;
  readonly showAlert: boolean;
  /** Opened by the app: a link to the bot itself; null for none. */
  readonly url: string | null;
}

/** Callback queries that wait for their answer. */
export interface Queries {
  /** A new one: its id, and the answer to it; rejects after 5 s without one. */
  open(what: string): { readonly id: string; readonly answer: Promise<Pressed> };
  /** Throws the API's answer for one that is unknown, answered or too old. */
  answer(id: string, answer: Pressed): void;
  close(): void;
}

/** `now` in epoch ms. */
export function createQueries(now: () => number): Queries {
  const waiting = new Map<string, { at: number; answer(how: Pressed): void; giveUp(why: string): void }>();
  let lastId = 4_382_500_000_000_000_000n;

  return {
    open(what) {
      lastId += 1n;
      const id = String(lastId);
      const { promise, resolve, reject } = Promise.withResolvers<Pressed>();
      const timer = setTimeout(() => reject(new Error(`no answer to ${what} within 5 s`)), PATIENCE_MS);
      waiting.set(id, {
        at: now(),
        answer(how) {
          clearTimeout(timer);
          resolve(how);
        },
        giveUp(why) {
          clearTimeout(timer);
          reject(new Error(why));
        },
      });
      return { id, answer: promise };
    },
    answer(id, how) {
      const query = waiting.get(id);
      waiting.delete(id);
      const isLate = query !== undefined && now() - query.at > QUERY_LIFE_MS;
      if (isLate) query.giveUp('the answer came too late for the presser to see it');
      if (!query || isLate) {
        throw badRequest('query is too old and response timeout expired or query ID is invalid');
      }
      query.answer(how);
    },
    close() {
      for (const query of waiting.values()) query.giveUp('the fake Telegram was closed');
      waiting.clear();
    },
  };
}
