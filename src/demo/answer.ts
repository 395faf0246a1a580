import { articlePath, feedPath, imagePath } from './addresses.ts';
import { articleImage } from './article-image.ts';
import { articlePage } from './article-page.ts';
import { versionAt } from './article-version.ts';
import type { ArticleVersion } from './article-version.ts';
import { DEMO_FEEDS } from './demo-feeds.ts';
import type { DemoFeed } from './demo-feeds.ts';
import { renderFeed } from './render-feed.ts';
import { SCRIPT } from './script.ts';

const SECOND_MS = 1000;
const FEEDS: readonly DemoFeed[] = DEMO_FEEDS;

export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly bytes: Buffer;
  /** Epoch ms, where the answer can be asked for conditionally. */
  readonly changedAt?: number;
}

export interface Moment {
  /** Of the server, without a slash at the end. */
  readonly origin: string;
  /** Epoch ms. */
  readonly startedAt: number;
  /** Epoch ms. */
  readonly now: number;
}

/** What the demo server shows at `path` at one moment, or null where there is nothing (yet). */
export function answerAt(path: string, moment: Moment): Answer | null {
  const feed = FEEDS.find((candidate) => feedPath(candidate) === path);
  if (feed) return feedAnswer(feed, moment);
  for (const scripted of SCRIPT) {
    const article = versionAt(scripted, moment.startedAt, moment.now);
    if (article && path === articlePath(article)) {
      const outlet = FEEDS.find((candidate) => candidate.key === scripted.feed);
      return outlet ? html(200, articlePage(outlet, article)) : null;
    }
    if (article?.hasImage && path === imagePath(article)) {
      return { status: 200, contentType: 'image/png', bytes: articleImage(article.slug) };
    }
  }
  return null;
}

function feedAnswer(feed: DemoFeed, { origin, startedAt, now }: Moment): Answer {
  const stop = (feed.breaks ?? []).findLast(({ at }) => startedAt + at * SECOND_MS <= now);
  if (stop?.answer === 'server-error') return plainAnswer(500, 'Internal server error');
  if (stop?.answer === 'web-page')
    return plainAnswer(200, 'We are doing some work on our site. Please come back later.');
  const articles = SCRIPT.filter((article) => article.feed === feed.key)
    .map((article) => versionAt(article, startedAt, now))
    .filter((article): article is ArticleVersion => article !== null)
    .toSorted((a, b) => b.publishedAt - a.publishedAt);
  const updatedAt = Math.max(0, ...articles.map((article) => article.updatedAt));
  return { status: 200, ...renderFeed({ feed, articles, updatedAt, origin }), changedAt: updatedAt };
}

/** A small web page that says `text`. */
export function plainAnswer(status: number, text: string): Answer {
  return html(status, `<!doctype html><html lang="en"><title>${text}</title><h1>${text}</h1></html>\n`);
}

function html(status: number, text: string): Answer {
  return { status, contentType: 'text/html; charset=utf-8', bytes: Buffer.from(text, 'utf8') };
}
