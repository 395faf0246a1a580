import type { Fetcher } from '../http/fetcher.ts';
import type { Clock } from '../model/clock.ts';
import type { Log } from '../model/log.ts';
import type { Outlet } from '../model/outlet.ts';
import type { FeedRow } from '../store/feeds.ts';
import type { Store } from '../store/store.ts';
import type { IngestParts } from './ingest.ts';
import type { Outage } from './outage.ts';
import type { ParsedFeed } from './parse.ts';
import type { PollRecorder } from './poll-recorder.ts';
import type { FeedReader } from './reader.ts';
import type { PollLimits } from './schedule.ts';
import type { StoredItems } from './store-items.ts';

export interface PollPolicy extends PollLimits {
  /** Older at first sight than this: never alerts. */
  readonly alertMaxAgeMs: number;
  /** Whether what a feed only begins is completed from its page, where the feed's entry does not say. */
  readonly fullText: boolean;
  /** Of CoinDesk Data; null: none. */
  readonly coinDeskKey: string | null;
}

export type Hub = Pick<ParsedFeed, 'hub' | 'self'>;

export interface PollFeedParts {
  readonly store: Store;
  readonly fetcher: Fetcher;
  readonly reader: FeedReader;
  readonly recorder: PollRecorder;
  readonly outage: Outage;
  readonly oneByOne: IngestParts['oneByOne'];
  readonly clock: Clock;
  readonly log: Log;
  readonly random: () => number;
  readonly policy: PollPolicy;
  /** Called with outlets that a provider names. */
  readonly onOutlets: (outlets: readonly Outlet[]) => void;
  /** Called with the hub that a feed names. */
  readonly onHub: (feed: FeedRow, hub: Hub) => Promise<void>;
  /** Called after a commit by which a feed is given up, or gone for good. */
  readonly onLost: (feed: FeedRow) => void;
}

export interface PollOutcome extends StoredItems {
  /** Epoch ms; null: never again. */
  readonly nextPollAt: number | null;
  /** The server asks for fewer requests (429). */
  readonly isTooMuch: boolean;
}
