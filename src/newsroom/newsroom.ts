import { setImmediate as turn } from 'node:timers/promises';
import { z } from 'zod';
import type { Analysis } from '../model/analysis.ts';
import type { Clock } from '../model/clock.ts';
import type { Log } from '../model/log.ts';
import type { createOneByOne } from '../feeds/one-by-one.ts';
import { createStage, type Stage } from '../model/stage.ts';
import type { ReadArticle, StoryMatchView } from '../model/story.ts';
import { assetsColumn, figuresColumn, topicsColumn } from '../store/analysis-columns.ts';
import { failArticle, newArticleById, nextNewArticle, type NewArticle } from '../store/articles.ts';
import { readJson } from '../store/json-column.ts';
import { firstArticleSince, readArticlesSince } from '../store/readings.ts';
import { asTier, liveStoryId, readArticlesOf } from '../store/stories.ts';
import { corrected, storyEditsOf } from '../store/story-edits.ts';
import type { Store } from '../store/store.ts';
import { analyse } from './analyse.ts';
import { readerOf } from './assets.ts';
import type { AssetCatalogue } from './asset-catalogue.ts';
import { cleanItem } from './clean.ts';
import { CLUSTER_MEMORY_MS, createClusterer, type ClusterArticle, type Clusterer, type Merge } from './cluster.ts';
import { rateArticle } from './importance.ts';
import { prepareReading, storeReading } from './store-reading.ts';
import { warmUp } from './warm-up.ts';

export interface NewsroomParts {
  readonly store: Store;
  readonly assets: AssetCatalogue;
  readonly clock: Clock;
  readonly log: Log;
  /** Ids of the filters that hold for a story. */
  readonly match: (story: StoryMatchView) => Promise<readonly number[]>;
  /** Called after a commit that left a fan-out. */
  readonly onStory: () => void;
  readonly onError: (error: unknown) => void;
  /** Shared with all else that changes stories: they never change under each other's hands. */
  readonly alone: ReturnType<typeof createOneByOne>;
}

const SLOW_LOOK_MS = 30_000;
const REBUILD_PAGE = 100;
const MAX_TRIES = 4;
const FORGET_EVERY_MS = 3_600_000;

/** The second stage: reads new articles, one at a time, and grows the stories. Only it makes or changes stories. */
export function createNewsroom(parts: NewsroomParts): Stage {
  let cluster: Clusterer | undefined;
  let forgotAt = parts.clock.now();
  let isCold = true;
  let failing = { articleId: 0, times: 0 };

  /** An article at which storing fails again and again must not keep all others waiting. */
  async function giveUpOn(article: NewArticle, error: unknown): Promise<void> {
    if (parts.store.failure(error) || parts.store.isPassing(error)) return;
    failing = { articleId: article.id, times: failing.articleId === article.id ? failing.times + 1 : 1 };
    if (failing.times >= MAX_TRIES) await setAside(article, parts);
  }

  return createStage({
    name: 'newsroom',
    clock: parts.clock,
    log: parts.log,
    onError: parts.onError,
    async step() {
      if (isCold) await warmUp(readerOf(parts.assets));
      isCold = false;
      const known = (cluster ??= await rebuildCluster(parts));
      const article = await nextNewArticle(parts.store.db);
      if (!article) return SLOW_LOOK_MS;
      const now = parts.clock.now();
      if (now - forgotAt >= FORGET_EVERY_MS) {
        known.forgetBefore(now - CLUSTER_MEMORY_MS);
        forgotAt = now;
      }
      try {
        await parts.alone(() => readNext(article.id, known, parts));
        return 0;
      } catch (error) {
        // It may know more than the database: it is built again.
        cluster = undefined;
        await giveUpOn(article, error);
        throw error;
      }
    },
  });
}

/** From one new article to the commit of what it changes. What cannot be read is set aside, with the reason. */
async function readNext(articleId: number, cluster: Clusterer, parts: NewsroomParts): Promise<void> {
  // As it is now: its story may have been merged since it was found.
  const row = await newArticleById(parts.store.db, articleId);
  if (!row) return;
  const read = await readText(row, parts);
  if (read === null) return setAside(row, parts);
  await turn();
  const { text, analysis, article } = read;
  const clustered: ClusterArticle = {
    id: row.id,
    scope: row.scope,
    ...text,
    body: `${text.description}\n${text.body}`,
    assets: article.assets,
    figures: analysis.figures,
    publishedAt: row.published_at,
  };
  const place = await placeOf(row, clustered, cluster, parts.store);
  const { storyId, absorbedId } = place;
  const edit = storyId === null ? undefined : (await storyEditsOf(parts.store.db, [storyId])).get(storyId);
  const others = await otherArticles(parts.store, [storyId, absorbedId], row.id);
  const articles = corrected([...others, { ...article, copyOf: place.copyOf }], edit);
  const filters = await parts.match({ storyId: storyId ?? 0, articles });
  const reading = prepareReading({
    row,
    text,
    analysis,
    articles,
    filters,
    ...place,
    isHidden: edit?.hidden ?? false,
    now: parts.clock.now(),
  });

  const stored = await parts.store.transaction('newsroom', (trx) => storeReading(trx, reading));
  // The outlet changed it meanwhile: it is still new, and read again.
  if (stored === null) return;
  cluster.accept(clustered, stored.storyId, place.merged);
  if (stored.fansOut) parts.onStory();
}

interface Place {
  readonly storyId: number | null;
  readonly absorbedId: number | null;
  readonly copyOf: number | null;
  readonly merged: readonly Merge[];
}

/** Where an article belongs, in stories that are there: an operator may have merged some. Read again, it stays. */
async function placeOf(row: NewArticle, article: ClusterArticle, cluster: Clusterer, { db }: Store): Promise<Place> {
  const { story, copyOf, merged } = cluster.propose(article);
  const copied = typeof copyOf === 'number' && copyOf !== row.id ? copyOf : null;
  if (row.story_id !== null) return { storyId: row.story_id, absorbedId: null, copyOf: copied, merged: [] };
  const storyId = story === null ? null : ((await liveStoryId(db, story)) ?? story);
  const absorbed = merged[0] ? await liveStoryId(db, merged[0].from) : undefined;
  const absorbedId = absorbed === undefined || absorbed === storyId ? null : absorbed;
  return { storyId, absorbedId, copyOf: copied, merged };
}

interface ReadText {
  readonly text: ReturnType<typeof cleanItem>;
  readonly analysis: Analysis;
  readonly article: ReadArticle;
}

async function readText(row: NewArticle, { assets, log }: NewsroomParts): Promise<ReadText | null> {
  try {
    const text = cleanItem(rawItem(row), row.outlet_name);
    await turn();
    const feedTopics = readJson(topicsColumn, row.feed_topics);
    const analysis = analyse(
      { ...text, feedLanguage: row.feed_language, feedTopics, publishedAt: row.published_at },
      assets,
    );
    return { text, analysis, article: toReadArticle(row, text, analysis) };
  } catch (error) {
    log.error({ articleId: row.id, err: error }, 'article could not be read');
    return null;
  }
}

async function setAside(row: NewArticle, { store }: NewsroomParts): Promise<void> {
  await store.transaction('set-aside', (trx) => failArticle(trx, row.id, 'could not be read, see the log'));
}

function rawItem(row: NewArticle) {
  return {
    title: row.raw_title ?? row.title,
    description: row.raw_description ?? row.description,
    content: row.raw_body ?? row.body,
  };
}

async function otherArticles(
  store: Store,
  storyIds: readonly (number | null)[],
  articleId: number,
): Promise<readonly ReadArticle[]> {
  const ids = storyIds.filter((id) => id !== null);
  const articles = [...(await readArticlesOf(store.db, ids)).values()].flat();
  return articles.filter((other) => other.articleId !== articleId);
}

/** What an article adds to its story. */
export function toReadArticle(row: NewArticle, text: ReturnType<typeof cleanItem>, analysis: Analysis): ReadArticle {
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
    importance: rateArticle(analysis, tier, text.title),
    summary: analysis.summary,
    figures: analysis.figures,
    imageUrl: row.image_url,
  };
}

/** Reads the articles of the last days in their order again, so that the next ones find the stories that they would have. */
async function rebuildCluster({ store, clock, assets }: NewsroomParts): Promise<Clusterer> {
  const cluster = createClusterer({ catalogue: assets });
  const since = clock.now() - CLUSTER_MEMORY_MS;
  let after = ((await firstArticleSince(store.db, since)) ?? 0) - 1;
  for (;;) {
    const page = await readArticlesSince(store.db, since, { after, limit: REBUILD_PAGE });
    for (const row of page) {
      const article: ClusterArticle = {
        id: row.id,
        scope: row.scope,
        title: row.title,
        body: `${row.description}\n${row.body}`,
        assets: readJson(assetsColumn, row.assets).map(({ symbol }) => symbol),
        figures: readJson(figuresColumn, row.figures),
        publishedAt: row.published_at,
      };
      cluster.accept(article, z.number().parse(row.story_id));
      after = row.id;
      await turn();
    }
    if (page.length < REBUILD_PAGE) return cluster;
  }
}
