import type { Figure, Metric, SentimentLabel } from './analysis.ts';
import type { Tier } from './outlet.ts';
import type { Topic } from './topic.ts';

/** What one article contributes to a story, as far as filters and cards are concerned. */
export interface StoryArticle {
  readonly articleId: number;
  readonly outlet: string;
  readonly outletName: string;
  readonly tier: Tier;
  readonly title: string;
  readonly description: string;
  readonly body: string;
  readonly link: string | null;
  readonly publishedAt: number;
  readonly language: string;
  /** Symbols, most salient first. */
  readonly assets: readonly string[];
  readonly topics: readonly Topic[];
  readonly sentiment: { readonly label: SentimentLabel; readonly score: number } | null;
  /** 0 to 100, of this article alone. */
  readonly importance: number;
  /** Id of the article whose text it repeats, or null. */
  readonly copyOf?: number | null;
}

/** A story as the filter language sees it. */
export interface StoryMatchView {
  readonly storyId: number;
  readonly articles: readonly StoryArticle[];
}

/** A StoryArticle with what only the card needs. */
export interface ReadArticle extends StoryArticle {
  readonly summary: string;
  readonly figures: readonly Figure[];
  readonly imageUrl: string | null;
}

/** What a story's card says, in no language. Its JSON is stored with the story; the revision counts its changes. */
export interface StoryContent {
  readonly title: string;
  readonly url: string | null;
  readonly summary: string;
  readonly sentiment: { readonly label: SentimentLabel; readonly score: number } | null;
  readonly assets: readonly string[];
  readonly topics: readonly Topic[];
  readonly importance: number;
  readonly figures: readonly StoryFigure[];
  /** One entry an article, oldest first. */
  readonly sources: readonly StorySource[];
  readonly outletCount: number;
  readonly imageUrl: string | null;
  /** Epoch ms: newest `publishedAt` among the articles. */
  readonly asOf: number;
}

/** What the outlets say of one quantity, side by side where they differ. */
export interface StoryFigure {
  readonly metric: Metric;
  readonly unit: string;
  readonly asset: string | null;
  readonly side: Figure['side'];
  readonly window: string | null;
  readonly claims: readonly FigureClaim[];
}

export interface FigureClaim {
  readonly value: number;
  readonly high: number | null;
  readonly qualifier: Figure['qualifier'];
  readonly direction: Figure['direction'];
  /** Display names of the outlets that say so. */
  readonly outlets: readonly string[];
  readonly sentence: string;
}

export interface StorySource {
  readonly name: string;
  readonly title: string;
  readonly url: string | null;
  readonly publishedAt: number;
}
