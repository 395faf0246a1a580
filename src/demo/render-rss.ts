import { articlePath, feedPath, imagePath } from './addresses.ts';
import type { ArticleVersion } from './article-version.ts';
import { bodyMarkup, escapeMarkup } from './markup.ts';
import type { FeedPage } from './feed-page.ts';

/** RSS 2.0 in the variant that the feed's format names. */
export function renderRss(page: FeedPage): string {
  const encoding = page.feed.format === 'rss-latin1' ? 'ISO-8859-1' : 'UTF-8';
  return `<?xml version="1.0" encoding="${encoding}"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel>
<title>${escapeMarkup(page.feed.outlet.name)}</title>
<link>${page.origin}/</link>
<description>Scripted news of an invented outlet</description>
<language>${page.feed.language}</language>
<lastBuildDate>${rfc822(page.updatedAt)}</lastBuildDate>
<atom:link href="${page.origin}${feedPath(page.feed)}" rel="self" type="application/rss+xml"/>
${page.articles.map((article) => item(page, article)).join('\n')}
</channel>
</rss>
`;
}

function item(page: FeedPage, article: ArticleVersion): string {
  return [
    '<item>',
    `<title>${escapeMarkup(article.title)}</title>`,
    `<link>${escapeMarkup(link(page, article))}</link>`,
    `<guid isPermaLink="false">${escapeMarkup(article.guid)}</guid>`,
    `<pubDate>${rfc822(article.publishedAt)}</pubDate>`,
    article.author === null ? '' : `<dc:creator>${escapeMarkup(article.author)}</dc:creator>`,
    ...texts(page, article),
    '</item>',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function link(page: FeedPage, article: ArticleVersion): string {
  const address = `${page.origin}${articlePath(article)}`;
  if (page.feed.format !== 'rss-utm') return address;
  return `${address}?utm_source=rss&utm_medium=feed&utm_campaign=${page.feed.key}`;
}

function texts(page: FeedPage, article: ArticleVersion): readonly string[] {
  const image = article.hasImage ? `${page.origin}${imagePath(article)}` : null;
  if (page.feed.format === 'rss-escaped') {
    const picture = image === null ? '' : `<p><img src="${image}" alt=""/></p>\n`;
    const html = `${picture}<p>${escapeMarkup(article.description)}</p>\n${bodyMarkup(article.body)}`;
    return [`<description>${escapeMarkup(html)}</description>`];
  }
  const description = `<description>${escapeMarkup(escapeMarkup(article.description))}</description>`;
  if (page.feed.format === 'rss-full') {
    return [
      description,
      image === null ? '' : `<media:content url="${image}" medium="image" type="image/png"/>`,
      article.body === '' ? '' : `<content:encoded><![CDATA[${bodyMarkup(article.body)}]]></content:encoded>`,
    ];
  }
  return [description, image === null ? '' : `<enclosure url="${image}" length="0" type="image/png"/>`];
}

function rfc822(epochMs: number): string {
  return new Date(epochMs).toUTCString().replace('GMT', '+0000');
}
