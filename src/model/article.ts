/** One item as a feed gave it, decoded but not judged. */
export interface ParsedItem {
  /** `guid`, `id` or `rdf:about`, as written. */
  readonly id: string | null;
  /** Plain text. */
  readonly title: string;
  /** Absolute http(s) address, or null. */
  readonly link: string | null;
  /** Epoch ms; when it was changed, if the feed tells only that; null when it tells none that can be read. */
  readonly published: number | null;
  /** Epoch ms, or null. */
  readonly updated: number | null;
  readonly authors: readonly string[];
  readonly categories: readonly string[];
  /** May hold HTML, like `content`; '' for none. */
  readonly summary: string;
  /** Full text where the feed carries it, else ''. */
  readonly content: string;
  /** As written (`en-US`), of the item itself; null where it says none. */
  readonly language: string | null;
  readonly enclosures: readonly Enclosure[];
  /** Pictures, sound and films of Media RSS, iTunes and JSON Feed: contents, then thumbnails. */
  readonly media: readonly Media[];
}

export interface Enclosure extends Media {
  /** Bytes. */
  readonly length: number | null;
}

export interface Media {
  /** Absolute http(s) address. */
  readonly url: string;
  /** Media type; `image/*` for a picture whose type is not told. */
  readonly type: string | null;
}

/** One published item, normalised; what `analyse` reads. Texts are plain, without markup. */
export interface ArticleText {
  readonly title: string;
  readonly description: string;
  readonly body: string;
  /** Language that the feed claims, ISO 639-1. */
  readonly feedLanguage: string;
}
