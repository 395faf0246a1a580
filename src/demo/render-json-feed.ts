import { articlePath, feedPath, imagePath } from './addresses.ts';
import { bodyMarkup } from './markup.ts';
import type { FeedPage } from './feed-page.ts';

/** JSON Feed 1.1 (jsonfeed.org). */
export function renderJsonFeed(page: FeedPage): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: page.feed.outlet.name,
    description: 'Scripted news of an invented outlet',
    home_page_url: `${page.origin}/`,
    feed_url: `${page.origin}${feedPath(page.feed)}`,
    language: page.feed.language,
    items: page.articles.map((article) => ({
      id: article.guid,
      url: `${page.origin}${articlePath(article)}`,
      title: article.title,
      summary: article.description,
      ...(article.body === '' ? { content_text: article.description } : { content_html: bodyMarkup(article.body) }),
      ...(article.hasImage ? { image: `${page.origin}${imagePath(article)}` } : {}),
      ...(article.author === null ? {} : { authors: [{ name: article.author }] }),
      date_published: new Date(article.publishedAt).toISOString(),
      date_modified: new Date(article.updatedAt).toISOString(),
    })),
  };
  return `${JSON.stringify(feed, null, 1)}\n`;
}
