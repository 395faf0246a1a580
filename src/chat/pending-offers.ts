import { randomBytes } from 'node:crypto';
import Keyv from 'keyv';

/** Something that waits for a person's word; short enough a name for every platform's buttons. */
export interface PendingOffers<T> {
  /** @returns the token under which it can be taken once, for a quarter of an hour */
  offer(value: T): Promise<string>;
  take(token: string): Promise<T | undefined>;
}

const TTL_MS = 15 * 60_000;

/** Kept in memory: after a restart, one asks again. */
export function createPendingOffers<T>(): PendingOffers<T> {
  const kept = new Keyv<T>({ ttl: TTL_MS });
  return {
    async offer(value) {
      const token = randomBytes(9).toString('base64url');
      await kept.set(token, value);
      return token;
    },
    async take(token) {
      const value = await kept.get(token);
      await kept.delete(token);
      return value;
    },
  };
}
