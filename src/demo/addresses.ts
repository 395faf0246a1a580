import type { ArticleVersion } from './article-version.ts';
import type { DemoFeed } from './demo-feeds.ts';

/** Path of a feed on the demo server. */
export function feedPath(feed: DemoFeed): string {
  return `/feeds/${feed.key}.${feed.format === 'json' ? 'json' : 'xml'}`;
}

/** Path of an article's page on the demo server. */
export function articlePath(article: ArticleVersion): string {
  return `/articles/${article.slug}`;
}

/** Path of an article's picture on the demo server, a PNG. */
export function imagePath(article: ArticleVersion): string {
  return `/images/${article.slug}.png`;
}
