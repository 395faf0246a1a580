import { articlePath, feedPath, imagePath } from './addresses.ts';
import type { ArticleVersion } from './article-version.ts';
import { bodyMarkup, escapeMarkup } from './markup.ts';
import type { FeedPage } from './feed-page.ts';

/** Atom 1.0 with the full text as escaped HTML or as XHTML, as the feed's format says. */
export function renderAtom(page: FeedPage): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${page.feed.language}">
<title>${escapeMarkup(page.feed.outlet.name)}</title>
<subtitle>Scripted news of an invented outlet</subtitle>
<id>urn:${page.feed.key}:feed</id>
<link href="${page.origin}/"/>
<link rel="self" href="${page.origin}${feedPath(page.feed)}"/>
<updated>${new Date(page.updatedAt).toISOString()}</updated>
<author><name>${escapeMarkup(page.feed.outlet.name)}</name></author>
${page.articles.map((article) => entry(page, article)).join('\n')}
</feed>
`;
}

function entry(page: FeedPage, article: ArticleVersion): string {
  const image = `<link rel="enclosure" type="image/png" href="${page.origin}${imagePath(article)}"/>`;
  return [
    '<entry>',
    `<title>${escapeMarkup(article.title)}</title>`,
    `<id>${escapeMarkup(article.guid)}</id>`,
    `<link rel="alternate" type="text/html" href="${page.origin}${articlePath(article)}"/>`,
    article.hasImage ? image : '',
    `<published>${new Date(article.publishedAt).toISOString()}</published>`,
    `<updated>${new Date(article.updatedAt).toISOString()}</updated>`,
    article.author === null ? '' : `<author><name>${escapeMarkup(article.author)}</name></author>`,
    `<summary>${escapeMarkup(article.description)}</summary>`,
    article.body === '' ? '' : content(page, article),
    '</entry>',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function content(page: FeedPage, article: ArticleVersion): string {
  const html = bodyMarkup(article.body);
  if (page.feed.format === 'atom-html') return `<content type="html">${escapeMarkup(html)}</content>`;
  return `<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${html}</div></content>`;
}
