import type { DemoArticle } from './demo-article.ts';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** An article as its outlet shows it at one moment. */
export interface ArticleVersion {
  readonly guid: string;
  readonly slug: string;
  readonly title: string;
  /** Plain text, '' for none. */
  readonly description: string;
  /** Blocks as in `DemoArticle`, '' for none. */
  readonly body: string;
  readonly author: string | null;
  readonly hasImage: boolean;
  /** Epoch ms. */
  readonly publishedAt: number;
  /** Epoch ms of the last edit, or of the publication. */
  readonly updatedAt: number;
}

/** Text and times of `article` at `now`, or null before its release. Both times are epoch ms. */
export function versionAt(article: DemoArticle, startedAt: number, now: number): ArticleVersion | null {
  const publishedAt = publicationTime(article, startedAt);
  if (publishedAt > now) return null;
  const edits = (article.edits ?? []).filter((edit) => startedAt + edit.at * SECOND_MS <= now);
  const last = edits.at(-1);
  return {
    guid: article.guid,
    slug: article.slug,
    title: edits.findLast((edit) => edit.title !== undefined)?.title ?? article.title,
    description: edits.findLast((edit) => edit.description !== undefined)?.description ?? article.description ?? '',
    body: edits.findLast((edit) => edit.body !== undefined)?.body ?? article.body ?? '',
    author: article.author ?? null,
    hasImage: article.imageless !== true,
    publishedAt,
    updatedAt: last ? startedAt + last.at * SECOND_MS : publishedAt,
  };
}

function publicationTime(article: DemoArticle, startedAt: number): number {
  if ('at' in article) return startedAt + article.at * SECOND_MS;
  const midnight = Math.floor(startedAt / DAY_MS) * DAY_MS;
  return midnight - article.daysAgo * DAY_MS + (article.hour * 60 + article.minute) * MINUTE_MS;
}
