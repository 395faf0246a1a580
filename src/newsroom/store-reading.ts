import type { Analysis } from '../model/analysis.ts';
import type { ReadArticle, StoryContent } from '../model/story.ts';
import type { NewArticle } from '../store/articles.ts';
import { insertFanout } from '../store/fanouts.ts';
import { saveReading } from '../store/readings.ts';
import type { Trx } from '../store/schema.ts';
import { bumpStory, insertStory, setStoryTerms, storyForGrowth } from '../store/stories.ts';
import { foldWords } from './fold-words.ts';
import { storyFacts } from './story-facts.ts';

export interface ReadingToStore {
  readonly row: NewArticle;
  readonly text: { readonly title: string; readonly description: string; readonly body: string };
  readonly analysis: Analysis;
  readonly article: ReadArticle;
  /** All of the story, this one included. */
  readonly articles: readonly ReadArticle[];
  readonly content: StoryContent;
  /** Ids of the filters that hold for the story as it is now. */
  readonly filters: readonly number[];
  /** null: a story of its own. */
  readonly storyId: number | null;
  readonly now: number;
}

export interface StoredReading {
  readonly storyId: number;
  readonly fansOut: boolean;
}

/** The analysis, the story's growth and the fan-out, all in the caller's transaction. */
export async function storeReading(trx: Trx, reading: ReadingToStore): Promise<StoredReading> {
  const { row, text, analysis, article } = reading;
  const story = await growStory(trx, reading);
  await saveReading(trx, {
    articleId: row.id,
    storyId: story.id,
    ...text,
    titleWords: foldWords(text.title).join(' '),
    bodyWords: foldWords(`${text.description}\n${text.body}`).join(' '),
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
      importance: article.importance,
    },
  });
  await setStoryTerms(trx, story.id, storyTerms(reading.articles));
  // A story of backlog alone has no cards and makes none.
  if (story.alertableAt === null) return { storyId: story.id, fansOut: false };
  await insertFanout(trx, {
    story_id: story.id,
    revision: story.revision,
    filters: JSON.stringify(reading.filters),
    alertable_at: story.alertableAt,
  });
  return { storyId: story.id, fansOut: true };
}

interface GrownStory {
  readonly id: number;
  readonly revision: number;
  readonly alertableAt: number | null;
}

async function growStory(trx: Trx, reading: ReadingToStore): Promise<GrownStory> {
  const { row, content, storyId, now } = reading;
  const alertableAt = row.alertable === 1 ? row.seen_at : null;
  const columns = {
    lead_article_id: storyFacts(reading.articles).leadArticle.articleId,
    title: content.title,
    importance: content.importance,
    sentiment_label: content.sentiment?.label ?? null,
    sentiment_score: content.sentiment?.score ?? null,
    outlet_count: content.outletCount,
    content: JSON.stringify(content),
  };
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
  const newestAlertable = Math.max(story.alertable_at ?? 0, alertableAt ?? 0) || null;
  if (story.content === columns.content && story.alertable_at === newestAlertable) {
    return { id: storyId, revision: story.revision, alertableAt: newestAlertable };
  }
  const changedAt = newestAlertable === null ? Math.max(story.changed_at, row.published_at) : now;
  const change = { ...columns, changed_at: changedAt, alertable_at: newestAlertable };
  return { id: storyId, revision: await bumpStory(trx, storyId, change), alertableAt: newestAlertable };
}

function storyTerms(articles: readonly ReadArticle[]) {
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
