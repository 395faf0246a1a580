import type { StoryArticle, StoryMatchView } from '../../src/model/story.ts';
import { analyse } from '../../src/newsroom/analyse.ts';
import { rateArticle } from '../../src/newsroom/importance.ts';
import { makeArticles, type MadeArticle } from './articles.ts';
import { ASSETS, OUTLETS } from './bench-world.ts';
import { createRandom, type Random } from './random.ts';

/** Stories as the newsroom shows them to the matcher: most have one article, the largest five. */
export function makeStories(count: number, seed: number): readonly StoryMatchView[] {
  const random = createRandom(seed);
  const articles = makeArticles(count * 2, ASSETS.assets, seed).map((made, index) => read(made, index, random));
  return Array.from({ length: count }, (_, index) => {
    const size = random.chance(0.7) ? 1 : random.between(2, 5);
    const start = random.between(0, articles.length - size);
    return { storyId: index + 1, articles: articles.slice(start, start + size) };
  });
}

function read({ title, description, body }: MadeArticle, index: number, random: Random): StoryArticle {
  const analysis = analyse({ title, description, body }, ASSETS);
  const { key, name, tier } = random.pick(OUTLETS);
  const { language, assets, topics, sentiment } = analysis;
  return {
    articleId: index + 1,
    outlet: key,
    outletName: name,
    tier,
    title,
    description,
    body,
    link: null,
    publishedAt: index,
    language,
    assets: assets.map(({ symbol }) => symbol),
    topics,
    sentiment,
    importance: rateArticle(analysis, tier, title),
  };
}
