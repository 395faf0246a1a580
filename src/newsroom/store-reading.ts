import type { Analysis } from '../model/analysis.ts';
import type { ReadArticle, StoryContent } from '../model/story.ts';
import type { NewArticle } from '../store/articles.ts';
import { insertFanout } from '../store/fanouts.ts';
import { mergeStories } from '../store/merge-stories.ts';
import { isOutdated, saveReading } from '../store/readings.ts';
import type { Trx } from '../store/schema.ts';
import { bumpStory, insertStory, setStoryAlertable, setStoryTerms, storyForGrowth } from '../store/stories.ts';
import { CLUSTER_WINDOW_MS } from './cluster.ts';
import { foldWords } from './fold-words.ts';
import { storyContent } from './story-content.ts';
import { storyFacts } from './story-facts.ts';

export interface ReadingInput {
  readonly row: NewArticle;
  readonly text: { readonly title: string; readonly description: string; readonly body: string };
  readonly analysis: Analysis;
  /** All of the story, the article just read among them. */
  readonly articles: readonly ReadArticle[];
  /** Ids of the filters that hold for the story as it is now. */
  readonly filters: readonly number[];
  /** null: a story of its own. */
  readonly storyId: number | null;
  /** Story that turned out to be the same; null: none. Its articles are among `articles`. */
  readonly absorbedId: number | null;
  /** Article that it repeats, or null. */
  readonly copyOf: number | null;
  /** An operator hid the story. */
  readonly isHidden: boolean;
  readonly now: number;
}

export interface PreparedReading extends ReadingInput {
  readonly content: StoryContent;
  readonly leadArticleId: number;
  readonly importance: number;
  readonly titleWords: string;
  readonly bodyWords: string;
}

/** All that can be worked out before the transaction, which holds queries only. */
export function prepareReading(input: ReadingInput): PreparedReading {
  const { row, text, articles } = input;
  const article = articles.find(({ articleId }) => articleId === row.id);
  if (!article) throw new Error(`article ${row.id} is not in its own story`);
  return {
    ...input,
    content: storyContent(articles),
    leadArticleId: storyFacts(articles).leadArticle.articleId,
    importance: article.importance,
    titleWords: foldWords(text.title).join(' '),
    bodyWords: foldWords(`${text.description}\n${text.body}`).join(' '),
  };
}

export interface StoredReading {
  readonly storyId: number;
  readonly fansOut: boolean;
}

/**
 * The analysis, the story's growth and the fan-out, all in the caller's transaction.
 * @returns null, with nothing stored, when the outlet changed the article after it was taken up
 */
export async function storeReading(trx: Trx, reading: PreparedReading): Promise<StoredReading | null> {
  const { row, text, analysis } = reading;
  if (await isOutdated(trx, row.id, row.content_hash)) return null;
  const absorbed = await absorb(trx, reading);
  const story = await growStory(trx, reading, absorbed?.alertable_at ?? null);
  await saveReading(trx, {
    articleId: row.id,
    storyId: story.id,
    ...text,
    titleWords: reading.titleWords,
    bodyWords: reading.bodyWords,
    analysis: {
      version: analysis.version,
      language: analysis.language,
      assets: JSON.stringify(analysis.assets),
      topics: JSON.stringify(analysis.topics),
      sentiment_label: analysis.sentiment?.label ?? null,
      sentiment_score: analysis.sentiment?.score ?? null,
      evidence: JSON.stringify(analysis.sentiment?.evidence ?? []),
      figures: JSON.stringify(analysis.figures),
      summary: analysis.summary,
      importance: reading.importance,
      copy_of: reading.copyOf,
    },
  });
  await setStoryTerms(trx, story.id, storyTerms(reading.articles));
  // A story of backlog alone has no cards and makes none.
  if (story.alertableAt === null || reading.isHidden) return { storyId: story.id, fansOut: false };
  await insertFanout(trx, {
    story_id: story.id,
    revision: story.revision,
    filters: JSON.stringify(reading.filters),
    // What an outlet touches up days later changes the cards that are there, and is no news for anybody else.
    alertable_at: reading.now - story.alertableAt <= CLUSTER_WINDOW_MS ? story.alertableAt : null,
    absorbed: absorbed ? reading.absorbedId : null,
  });
  return { storyId: story.id, fansOut: true };
}

interface GrownStory {
  readonly id: number;
  readonly revision: number;
  readonly alertableAt: number | null;
}

/** @returns undefined when there is nothing to merge */
async function absorb(trx: Trx, { storyId, absorbedId }: PreparedReading) {
  if (storyId === null || absorbedId === null) return undefined;
  const absorbed = await storyForGrowth(trx, absorbedId);
  if (absorbed) await mergeStories(trx, absorbedId, storyId);
  return absorbed;
}

async function growStory(trx: Trx, reading: PreparedReading, absorbedAlertableAt: number | null): Promise<GrownStory> {
  const { row, content, storyId, now } = reading;
  const ownAlertableAt = row.alertable === 1 ? row.seen_at : null;
  const alertableAt = newestAlertable(ownAlertableAt, absorbedAlertableAt);
  const columns = storyColumns(content, reading.leadArticleId);
  const story = storyId === null ? undefined : await storyForGrowth(trx, storyId);
  // The clusterer may remember a story that retention took.
  if (storyId === null || story === undefined) {
    const changedAt = row.alertable === 1 ? now : row.published_at;
    const id = await insertStory(trx, {
      scope: row.scope,
      revision: 1,
      created_at: changedAt,
      changed_at: changedAt,
      alertable_at: alertableAt,
      ...columns,
    });
    return { id, revision: 1, alertableAt };
  }
  const newest = newestAlertable(story.alertable_at, alertableAt);
  if (story.content === columns.content) {
    if (story.alertable_at !== newest) await setStoryAlertable(trx, storyId, newest);
    return { id: storyId, revision: story.revision, alertableAt: newest };
  }
  const changedAt = newest === null ? Math.max(story.changed_at, row.published_at) : now;
  const change = { ...columns, changed_at: changedAt, alertable_at: newest };
  return { id: storyId, revision: await bumpStory(trx, storyId, change), alertableAt: newest };
}

/** Of one story made of two: null while both are backlog alone. */
export function newestAlertable(one: number | null, other: number | null): number | null {
  return Math.max(one ?? 0, other ?? 0) || null;
}

/** What of a story's content has columns of its own, and the content. */
export function storyColumns(content: StoryContent, leadArticleId: number) {
  return {
    lead_article_id: leadArticleId,
    title: content.title,
    importance: content.importance,
    sentiment_label: content.sentiment?.label ?? null,
    sentiment_score: content.sentiment?.score ?? null,
    outlet_count: content.outletCount,
    content: JSON.stringify(content),
  };
}

/** By what candidate queries find a story. */
export function storyTerms(articles: readonly ReadArticle[]) {
  const of = (kind: 'asset' | 'topic' | 'outlet' | 'language', values: readonly string[]) =>
    [...new Set(values)].map((value) => ({ kind, value }));
  return [
    ...of(
      'asset',
      articles.flatMap(({ assets }) => assets),
    ),
    ...of(
      'topic',
      articles.flatMap(({ topics }) => topics),
    ),
    ...of(
      'outlet',
      articles.map(({ outlet }) => outlet),
    ),
    ...of(
      'language',
      articles.map(({ language }) => language),
    ),
  ];
}
