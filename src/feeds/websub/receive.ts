import type { Log } from '../../model/log.ts';
import { feedById } from '../../store/feeds.ts';
import { setPushed, updateWebSub, webSubByToken, type WebSubRow } from '../../store/websub.ts';
import { ingest, type IngestParts } from '../ingest.ts';
import type { FeedReader } from '../reader.ts';
import { FeedError } from '../feed-error.ts';
import { isSigned } from './signature.ts';

export interface HubPortParts extends IngestParts {
  readonly reader: FeedReader;
  readonly log: Log;
  /** Called after a commit that left new articles. */
  readonly onArticles: () => void;
}

/** What hubs ask and bring. Each answers with what the hub is to be told. */
export interface HubPort {
  /** A hub asks whether we asked for this. @returns the challenge to say back, or null: we did not */
  verify(token: string, query: Readonly<Record<string, string | undefined>>): Promise<string | null>;
  /** @returns false where nobody waits for such a push; resolves once it is stored */
  push(token: string, body: Uint8Array, headers: PushHeaders): Promise<boolean>;
}

export interface PushHeaders {
  readonly contentType: string | undefined;
  readonly signature: string | undefined;
}

/** Renewed this much of a lease before it ends. */
const RENEW_AT = 0.9;
const SHORTEST_LEASE_S = 300;
const LONGEST_LEASE_S = 30 * 86_400;
const DENIED_PAUSE_MS = 7 * 86_400_000;

export function createHubPort(parts: HubPortParts): HubPort {
  const { store, clock, log } = parts;

  async function confirm(row: WebSubRow, leaseSeconds: number): Promise<void> {
    const now = clock.now();
    const leaseMs = Math.min(Math.max(leaseSeconds || 0, SHORTEST_LEASE_S), LONGEST_LEASE_S) * 1_000;
    await store.transaction('websub', async (trx) => {
      await updateWebSub(trx, row.feed_id, {
        state: 'verified',
        lease_until: now + leaseMs,
        next_at: now + leaseMs * RENEW_AT,
        attempts: 0,
        last_error: null,
      });
      await setPushed(trx, row.feed_id, now + leaseMs);
    });
    log.info({ feedId: row.feed_id, leaseHours: Math.round(leaseMs / 3_600_000) }, 'hub pushes this feed');
  }

  async function deny(row: WebSubRow, reason: string | undefined): Promise<void> {
    await store.transaction('websub', async (trx) => {
      const change = { lease_until: null, next_at: clock.now() + DENIED_PAUSE_MS, last_error: reason ?? null };
      await updateWebSub(trx, row.feed_id, { state: 'denied', ...change });
      await setPushed(trx, row.feed_id, null);
    });
    log.info({ feedId: row.feed_id, reason: reason ?? '' }, 'hub denies the subscription');
  }

  return {
    async verify(token, query) {
      const row = await webSubByToken(store.db, token);
      if (!row || query['hub.topic'] !== row.topic) return null;
      if (query['hub.mode'] === 'denied') {
        await deny(row, query['hub.reason']?.slice(0, 200));
        return '';
      }
      const challenge = query['hub.challenge'];
      const isAsked = row.state === 'asked' || row.state === 'verified';
      if (query['hub.mode'] !== 'subscribe' || challenge === undefined || !isAsked) return null;
      await confirm(row, Number(query['hub.lease_seconds'] ?? 0));
      return challenge;
    },

    async push(token, body, { contentType, signature }) {
      const row = await webSubByToken(store.db, token);
      const feed = row && (await feedById(store.db, row.feed_id));
      if (!feed || row.state !== 'verified' || !feed.active || feed.paused) return false;
      if (!isSigned(body, signature, row.secret)) {
        // By the specification the sender is not told, and what it sent is not read.
        log.warn({ feed: feed.key }, 'push without the right signature');
        return true;
      }
      try {
        const parsed = await parts.reader.parse(body, contentType ?? null, feed.url);
        const state = { last_ok_at: clock.now(), pushed_until: row.lease_until };
        const { newItems, edited } = await ingest(feed, parsed, parts, () => state);
        if (newItems + edited > 0) parts.onArticles();
      } catch (error) {
        if (!(error instanceof FeedError)) throw error;
        log.warn({ feed: feed.key, reason: error.message }, 'push could not be read');
      }
      return true;
    },
  };
}
