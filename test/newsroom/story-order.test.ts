import { expect, test } from 'vitest';
import { DEMO_FEEDS } from '../../src/demo/demo-feeds.ts';
import { crash } from '../../src/demo/script/crash.ts';
import { analyse } from '../../src/newsroom/analyse.ts';
import { loadAssets } from '../../src/newsroom/assets.ts';
import { cleanItem } from '../../src/newsroom/clean.ts';
import { createClusterer, type ClusterArticle } from '../../src/newsroom/cluster.ts';

const MINUTE = 60_000;
const CATALOGUE = loadAssets();

function outletOf(feed: string): string {
  return DEMO_FEEDS.find(({ key }) => key === feed)?.outlet.name ?? '';
}

/** English articles of six outlets on one event. */
const ARTICLES = crash
  .filter(({ feed }) => feed !== 'finanzlotse')
  .map(({ feed, guid, title, description = '', body = '', at }): ClusterArticle => {
    const text = cleanItem({ title, description, content: body }, outletOf(feed));
    const { assets, figures } = analyse(text, CATALOGUE);
    return {
      id: guid,
      title: text.title,
      body: `${text.description}\n${text.body}`,
      publishedAt: at * MINUTE,
      assets: assets.map(({ symbol }) => symbol),
      figures,
    };
  });

test('the articles on one event become one story, whichever two of them change places', () => {
  for (const place of ARTICLES.keys()) {
    for (const other of [place + 1, place + 2]) {
      const order = [...ARTICLES];
      const [one, two] = [order[place], order[other]];
      if (one && two) [order[place], order[other]] = [two, one];
      const clusterer = createClusterer();
      const stories = new Set<number>();
      for (const article of order) {
        const { story, merged } = clusterer.add(article);
        stories.add(story);
        for (const { from } of merged) stories.delete(from);
      }
      const names = order.map(({ id }) => id).join(' ');
      expect(`${names}: ${stories.size} story`).toBe(`${names}: 1 story`);
    }
  }
});
