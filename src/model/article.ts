/** One item as a feed gave it, decoded but not judged. All texts may hold HTML. */
export interface FeedItem {
  readonly guid: string | null;
  /** Absolute http(s) address, or null. */
  readonly link: string | null;
  readonly title: string;
  readonly description: string;
  /** Full text where the feed carries it, else ''. */
  readonly content: string;
  readonly author: string | null;
  /** Absolute http(s) address, or null. */
  readonly imageUrl: string | null;
  /** Epoch ms, or null when the feed gives none that can be read. */
  readonly publishedAt: number | null;
}

/** One published item, normalised; what `analyse` reads. Texts are plain, without markup. */
export interface ArticleText {
  readonly title: string;
  readonly description: string;
  readonly body: string;
  /** Language that the feed claims, ISO 639-1. */
  readonly feedLanguage: string;
}
