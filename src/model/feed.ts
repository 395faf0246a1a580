import type { Topic } from './topic.ts';
import type { Outlet } from './outlet.ts';

/** One entry of `config/feeds.yaml`. */
export interface CatalogueFeed {
  /** Unique, lower-case letters, digits and hyphens. */
  readonly key: string;
  readonly outlet: Outlet;
  readonly url: string;
  readonly language: string;
  /** Topics that hold for every article of the feed. */
  readonly topics: readonly Topic[];
  /** `coindesk`: the news interface of CoinDesk Data, which has the articles of many outlets. */
  readonly kind: 'feed' | 'coindesk';
  /** Whether articles that the feed only begins are completed from their page; null: as the setting says. */
  readonly fullText: boolean | null;
  /** Fixed polling interval, or null to adapt. */
  readonly intervalMs: number | null;
}
