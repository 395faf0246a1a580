import { setImmediate as turn } from 'node:timers/promises';
import { z } from 'zod';
import type { Analysis } from '../model/analysis.ts';
import type { Clock } from '../model/clock.ts';
import type { Log } from '../model/log.ts';
import { createStage, type Stage } from '../model/stage.ts';
import type { ReadArticle, StoryMatchView } from '../model/story.ts';
import { assetsColumn, topicsColumn } from '../store/analysis-columns.ts';
import { failArticle, nextNewArticle, type NewArticle } from '../store/articles.ts';
import { readJson } from '../store/json-column.ts';
import { clusterTitlesSince } from '../store/readings.ts';
import { asTier, readArticlesOf } from '../store/stories.ts';
import type { Store } from '../store/store.ts';
import { analyse } from './analyse.ts';
import type { AssetReader } from './assets.ts';
import { cleanItem } from './clean.ts';
import { CLUSTER_WINDOW_MS, createCluster, type Cluster } from './cluster.ts';
import { rateArticle } from './importance.ts';
import { storeReading } from './store-reading.ts';
import { storyContent } from './story-content.ts';

export interface NewsroomParts {
  readonly store: Store;
  readonly assets: AssetReader;
  readonly clock: Clock;
  readonly log: Log;
  /** Ids of the filters that hold for a story. */
  readonly match: (story: StoryMatchView) => Promise<readonly number[]>;
  /** Called after a commit that left a fan-out. */
  readonly onStory: () => void;
  readonly onError: (error: unknown) => void;
}

const SLOW_LOOK_MS = 30_000;
const REBUILD_PAGE = 500;

/** The second stage: reads new articles, one at a time, and grows the stories. Only it makes or changes stories. */
export function createNewsroom(parts: NewsroomParts): Stage {
  let cluster: Cluster | undefined;
  return createStage({
    name: 'newsroom',
    clock: parts.clock,
    log: parts.log,
    onError: parts.onError,
    async step() {
      try {
        // After any failure the clusterer may know more than the database: it is built again.
        cluster ??= await rebuildCluster(parts);
        const article = await nextNewArticle(parts.store.db);
        if (!article) return SLOW_LOOK_MS;
        await readOrSetAside(article, cluster, parts);
        return 0;
      } catch (error) {
        cluster = undefined;
        throw error;
      }
    },
  });
}

async function readOrSetAside(article: NewArticle, cluster: Cluster, parts: NewsroomParts): Promise<void> {
  try {
    await readArticle(article, cluster, parts);
  } catch (error) {
    if (parts.store.failure(error)) throw error;
    parts.log.error({ articleId: article.id, err: error }, 'article could not be read');
    await parts.store.transaction('set-aside', (trx) => failArticle(trx, article.id, String(error).slice(0, 500)));
  }
}

/** From one new article to the commit of what it changes. */
async function readArticle(row: NewArticle, cluster: Cluster, parts: NewsroomParts): Promise<void> {
  const text = cleanItem({ title: row.title, description: row.description, content: row.body }, row.outlet_name);
  const feedTopics = readJson(topicsColumn, row.feed_topics);
  const analysis = analyse({ ...text, feedLanguage: row.feed_language }, { assets: parts.assets, feedTopics });
  await turn();
  const symbols = analysis.assets.map(({ symbol }) => symbol);
  const clustered = {
    scope: row.scope,
    outlet: row.outlet,
    title: text.title,
    assets: symbols,
    publishedAt: row.published_at,
  };
  const storyId = row.story_id ?? cluster.propose(clustered);

  const article = toReadArticle(row, text, analysis);
  const others = await otherArticles(parts.store, storyId, row.id);
  const articles = [...others, article];
  const filters = await parts.match({ storyId: storyId ?? 0, articles });
  const content = storyContent(articles);

  const stored = await parts.store.transaction('newsroom', (trx) =>
    storeReading(trx, { row, text, analysis, article, articles, content, filters, storyId, now: parts.clock.now() }),
  );
  cluster.accept(clustered, stored.storyId);
  if (stored.fansOut) parts.onStory();
}

async function otherArticles(store: Store, storyId: number | null, articleId: number): Promise<ReadArticle[]> {
  if (storyId === null) return [];
  const articles = (await readArticlesOf(store.db, [storyId])).get(storyId) ?? [];
  return articles.filter((other) => other.articleId !== articleId);
}

function toReadArticle(row: NewArticle, text: ReturnType<typeof cleanItem>, analysis: Analysis): ReadArticle {
  const tier = asTier(row.tier);
  const { sentiment } = analysis;
  return {
    articleId: row.id,
    outlet: row.outlet,
    outletName: row.outlet_name,
    tier,
    ...text,
    link: row.link,
    publishedAt: row.published_at,
    language: analysis.language,
    assets: analysis.assets.map(({ symbol }) => symbol),
    topics: analysis.topics,
    sentiment: sentiment && { label: sentiment.label, score: sentiment.score },
    importance: rateArticle(analysis, tier),
    summary: analysis.summary,
    figures: analysis.figures,
    imageUrl: row.image_url,
  };
}

async function rebuildCluster({ store, clock }: NewsroomParts): Promise<Cluster> {
  const cluster = createCluster();
  const since = clock.now() - CLUSTER_WINDOW_MS;
  let lastId = 0;
  for (;;) {
    const page = await clusterTitlesSince(store.db, since, { after: lastId, limit: REBUILD_PAGE });
    for (const row of page) {
      const { scope, outlet, title, published_at: publishedAt } = row;
      const assets = readJson(assetsColumn, row.assets).map(({ symbol }) => symbol);
      cluster.accept({ scope, outlet, title, assets, publishedAt }, z.number().parse(row.story_id));
      lastId = row.id;
    }
    if (page.length < REBUILD_PAGE) return cluster;
    await turn();
  }
}
