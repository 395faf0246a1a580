import type { ReadArticle, StoryContent } from '../model/story.ts';
import { storyFacts } from './story-facts.ts';
import { storyFigures } from './story-figures.ts';

const MAX_ASSETS = 5;
const MAX_SOURCES = 20;

/**
 * What the card of a story says. Depends on the articles alone, not on their order, the hour or the chat.
 * @param articles at least one
 */
export function storyContent(articles: readonly ReadArticle[]): StoryContent {
  const facts = storyFacts(articles);
  const bySource = articles.toSorted(bySeniority);
  const lead = articles.find((article) => article.articleId === facts.leadArticle.articleId);
  if (!lead) throw new Error('a story has no lead article');
  return {
    title: lead.title,
    url: lead.link,
    summary: lead.summary,
    sentiment: facts.sentiment,
    assets: facts.assets.slice(0, MAX_ASSETS),
    topics: facts.topics,
    importance: facts.importance,
    figures: storyFigures([lead, ...bySource.filter((other) => other !== lead)], facts.assets),
    sources: bySource.slice(0, MAX_SOURCES).map(({ outletName, title, link, publishedAt }) => ({
      name: outletName,
      title,
      url: link,
      publishedAt,
    })),
    outletCount: facts.outlets.length,
    imageUrl: lead.imageUrl ?? bySource.find(({ imageUrl }) => imageUrl !== null)?.imageUrl ?? null,
    asOf: Math.max(...articles.map(({ publishedAt }) => publishedAt)),
  };
}

/** By what the articles say, not by the order in which they happened to be stored. */
function bySeniority(a: ReadArticle, b: ReadArticle): number {
  return a.publishedAt - b.publishedAt || a.outlet.localeCompare(b.outlet) || a.articleId - b.articleId;
}
