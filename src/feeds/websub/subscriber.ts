import { randomBytes } from 'node:crypto';
import type { Fetcher } from '../../http/fetcher.ts';
import type { Clock } from '../../model/clock.ts';
import type { Log } from '../../model/log.ts';
import { createStage, type Stage } from '../../model/stage.ts';
import type { FeedRow } from '../../store/feeds.ts';
import type { Store } from '../../store/store.ts';
import { nextWebSub, noteHub, rescheduleWebSub, updateWebSub, type WebSubRow } from '../../store/websub.ts';
import type { ParsedFeed } from '../parse.ts';
import { backOff } from '../schedule.ts';

export interface SubscriberParts {
  readonly store: Store;
  readonly fetcher: Fetcher;
  readonly clock: Clock;
  readonly log: Log;
  /** Where hubs reach this process, without a slash at the end. */
  readonly publicUrl: string;
  readonly onError: (error: unknown) => void;
}

/** Where a hub's calls come in, below the public address. */
export const CALLBACK_PATH = '/websub';
/** What we ask for; the hub decides. */
const LEASE_SECONDS = 10 * 86_400;
const LONGEST_NAP_MS = 60_000;
/** A hub that took the request has so long to verify it. */
const VERIFY_MS = 10 * 60_000;
const FIRST_PAUSE_MS = 5 * 60_000;

/** Asks hubs for pushes, and again before a lease ends. */
export function createSubscriber(parts: SubscriberParts): Stage {
  const { store, clock, log } = parts;
  return createStage({
    name: 'websub',
    clock,
    log,
    onError: parts.onError,
    async step(signal) {
      const next = await nextWebSub(store.db);
      const waitMs = next ? next.next_at - clock.now() : LONGEST_NAP_MS;
      if (!next || waitMs > 0) return Math.min(waitMs, LONGEST_NAP_MS);
      await ask(next, parts, signal);
      return 0;
    },
  });
}

async function ask(row: WebSubRow, parts: SubscriberParts, signal: AbortSignal): Promise<void> {
  const { store, fetcher, clock, log, publicUrl } = parts;
  // The hub may verify before it answers: what it will ask about has to be known by then.
  await store.transaction('websub', (trx) =>
    updateWebSub(trx, row.feed_id, { state: row.state === 'verified' ? 'verified' : 'asked' }),
  );
  const result = await fetcher.fetch({
    url: row.hub,
    accept: '*/*',
    form: {
      'hub.mode': 'subscribe',
      'hub.topic': row.topic,
      'hub.callback': `${publicUrl}${CALLBACK_PATH}/${row.token}`,
      'hub.lease_seconds': String(LEASE_SECONDS),
      'hub.secret': row.secret,
    },
    signal,
  });
  if (signal.aborted) return;
  const reason = result.kind === 'failed' ? result.reason : result.kind === 'status' ? `HTTP ${result.status}` : null;
  const attempts = row.attempts + 1;
  // Taken is not yet verified: until then it is asked again, ever more rarely.
  const pauseMs = Math.max(backOff(FIRST_PAUSE_MS, row.attempts), reason === null ? VERIFY_MS : 0);
  await store.transaction('websub', (trx) =>
    rescheduleWebSub(trx, row, { next_at: clock.now() + pauseMs, attempts, last_error: reason }),
  );
  if (reason !== null) log.info({ feedId: row.feed_id, reason }, 'hub did not take the subscription');
}

/** Notes the hub that a feed names, if it is a true one: an address in full, and not the feed's own. */
export async function noteHubOf(
  feed: FeedRow,
  { hub, self }: Pick<ParsedFeed, 'hub' | 'self'>,
  { store, now }: { readonly store: Store; readonly now: number },
): Promise<boolean> {
  const topic = self ?? feed.url;
  if (hub === null || hub === feed.url || hub === topic) return false;
  const [token, secret] = [randomBytes(24).toString('base64url'), randomBytes(32).toString('base64url')];
  return store.transaction('websub', (trx) => noteHub(trx, feed.id, { hub, topic, token, secret }, now));
}
