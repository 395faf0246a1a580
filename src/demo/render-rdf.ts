import { articlePath } from './addresses.ts';
import type { ArticleVersion } from './article-version.ts';
import { escapeMarkup } from './markup.ts';
import type { FeedPage } from './feed-page.ts';

/** RSS 1.0: items beside the channel, dates from Dublin Core, no full text. */
export function renderRdf(page: FeedPage): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="${page.origin}/">
<title>${escapeMarkup(page.feed.outlet.name)}</title>
<link>${page.origin}/</link>
<description>Scripted news of an invented register</description>
<dc:language>${page.feed.language}</dc:language>
<dc:date>${new Date(page.updatedAt).toISOString()}</dc:date>
<items><rdf:Seq>
${page.articles.map((article) => `<rdf:li rdf:resource="${escapeMarkup(article.guid)}"/>`).join('\n')}
</rdf:Seq></items>
</channel>
${page.articles.map((article) => item(page, article)).join('\n')}
</rdf:RDF>
`;
}

function item(page: FeedPage, article: ArticleVersion): string {
  return `<item rdf:about="${escapeMarkup(article.guid)}">
<title>${escapeMarkup(article.title)}</title>
<link>${page.origin}${articlePath(article)}</link>
<description>${escapeMarkup(escapeMarkup(article.description))}</description>
<dc:date>${new Date(article.publishedAt).toISOString()}</dc:date>
</item>`;
}
