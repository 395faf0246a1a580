import { imagePath } from './addresses.ts';
import type { ArticleVersion } from './article-version.ts';
import type { DemoFeed } from './demo-feeds.ts';
import { bodyMarkup, escapeMarkup } from './markup.ts';

const STYLE = `:root{color-scheme:light dark;--ink:#1c2430;--dim:#5b6675;--line:#d5dae1;--paper:#fbfbf9}
@media(prefers-color-scheme:dark){:root{--ink:#e4e8ee;--dim:#9aa5b4;--line:#333c48;--paper:#141920}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.06rem/1.65 Georgia,serif}
main{max-width:42rem;margin:0 auto;padding:1.5rem 1.2rem 4rem;overflow-wrap:anywhere}
header,footer,.lead,.when{font-family:system-ui,sans-serif}
header{border-bottom:2px solid var(--ink);padding-bottom:.5rem;font-weight:700}
h1{font-size:1.9rem;line-height:1.2;margin:1.6rem 0 .6rem}
h2,h3{line-height:1.3;margin:1.6rem 0 .4rem}
.lead{font-size:1.1rem;color:var(--dim);margin:0 0 .8rem}
.when{font-size:.85rem;color:var(--dim);margin:0 0 1.4rem}
img{width:100%;height:auto;border-radius:6px}
a{color:inherit}
footer{margin-top:2.5rem;padding-top:.8rem;border-top:1px solid var(--line);font-size:.85rem;color:var(--dim)}`;

/** The page behind an article's link: self-contained HTML, readable in light and dark. */
export function articlePage(feed: DemoFeed, article: ArticleVersion): string {
  const title = escapeMarkup(plainTitle(article.title));
  return `<!doctype html>
<html lang="${feed.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<header>${escapeMarkup(feed.outlet.name)}</header>
<article>
<h1>${title}</h1>
<p class="lead">${escapeMarkup(article.description)}</p>
<p class="when">${when(article)}</p>
${article.hasImage ? `<p><img src="${imagePath(article)}" alt="" width="480" height="252"></p>` : ''}
${bodyMarkup(article.body)}
</article>
<footer lang="en">A page of the demo. The outlet, its people and the events are invented; none of this happened.</footer>
</main>
</body>
</html>
`;
}

/** Scripted titles may hold tags and escaped ampersands; a heading shows neither. */
function plainTitle(title: string): string {
  return title.replace(/<[^<>]{0,100}>/g, '').replaceAll('&amp;', '&');
}

function when(article: ArticleVersion): string {
  const byline = article.author === null ? '' : `${escapeMarkup(article.author)} · `;
  const published = `${byline}${time(article.publishedAt)}`;
  if (article.updatedAt === article.publishedAt) return published;
  return `${published} · changed ${time(article.updatedAt)}`;
}

function time(epochMs: number): string {
  const iso = new Date(epochMs).toISOString();
  return `<time datetime="${iso}">${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC</time>`;
}
