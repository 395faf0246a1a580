import type { AssetCatalogue } from '../newsroom/asset-catalogue.ts';
import type { Clock } from '../model/clock.ts';
import type { FilterVocabulary } from '../subscriptions/vocabulary.ts';
import type { StoryEditor } from '../newsroom/edit-story.ts';
import type { Store } from '../store/store.ts';
import type { FeedDesk, WantedFeed } from '../feeds/feed-desk.ts';
import type { PendingOffers } from './pending-offers.ts';
import type { CommandSummary } from './command-summary.ts';

/** A feed that somebody looked at and may add. */
export interface FeedOffer extends WantedFeed {
  readonly scope: string;
  readonly chatId: number;
  readonly personId: string;
}

/** What commands work with. */
export interface Services {
  readonly store: Store;
  readonly clock: Clock;
  readonly assets: AssetCatalogue;
  readonly vocabulary: FilterVocabulary;
  /** To be called after a commit that may have left something to deliver. */
  readonly onDeliveries: () => void;
  readonly feeds: FeedDesk;
  readonly editor: StoryEditor;
  readonly offers: PendingOffers<FeedOffer>;
  readonly commands: readonly CommandSummary[];
  /** Codes of the languages that there are catalogues for. */
  readonly languages: readonly string[];
  /** What is wrong with each stage of the process; null where all is well. */
  readonly stages: () => Readonly<Record<string, string | null>>;
}
