import type { ArticleVersion } from './article-version.ts';
import type { DemoFeed } from './demo-feeds.ts';

/** What one feed shows at one moment. */
export interface FeedPage {
  readonly feed: DemoFeed;
  /** Newest first. */
  readonly articles: readonly ArticleVersion[];
  /** Epoch ms of the newest release or edit. */
  readonly updatedAt: number;
  /** Of the demo server, without a slash at the end. */
  readonly origin: string;
}
