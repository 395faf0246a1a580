import { z } from 'zod';
import type { SentimentLabel } from '../model/analysis.ts';
import type { StoryArticle } from '../model/story.ts';
import { labelColumn } from './analysis-columns.ts';
import { readJson } from './json-column.ts';
import type { Db, Trx } from './schema.ts';

/** An operator's corrections of a story; they win over what was read, now and after every change of the story. */
export interface StoryEdit {
  /** Above 0: pinned, the highest first. */
  readonly stickyWeight: number;
  /** Not shown, listed or delivered. */
  readonly hidden: boolean;
  /** null: as read. */
  readonly sentiment: SentimentLabel | null;
  /** Symbols; null: as read. */
  readonly assets: readonly string[] | null;
}

export const NO_EDIT: StoryEdit = { stickyWeight: 0, hidden: false, sentiment: null, assets: null };

/** Without an entry: not edited. */
export async function storyEditsOf(db: Db, storyIds: readonly number[]): Promise<ReadonlyMap<number, StoryEdit>> {
  if (storyIds.length === 0) return new Map();
  const rows = await db.selectFrom('story_edit').selectAll().where('story_id', 'in', storyIds).execute();
  return new Map(
    rows.map((row) => [
      row.story_id,
      {
        stickyWeight: row.sticky_weight,
        hidden: row.hidden === 1,
        sentiment: labelColumn.parse(row.sentiment_label),
        assets: row.assets === null ? null : readJson(z.array(z.string()), row.assets),
      },
    ]),
  );
}

export async function saveStoryEdit(trx: Trx, storyId: number, edit: StoryEdit, now: number): Promise<void> {
  const columns = {
    sticky_weight: edit.stickyWeight,
    hidden: edit.hidden ? 1 : 0,
    sentiment_label: edit.sentiment,
    assets: edit.assets === null ? null : JSON.stringify(edit.assets),
    edited_at: now,
  };
  await trx
    .insertInto('story_edit')
    .values({ story_id: storyId, ...columns })
    .onConflict((conflict) => conflict.column('story_id').doUpdateSet(columns))
    .execute();
}

const CORRECTED_SCORE: Readonly<Record<SentimentLabel, number>> = { negative: -0.5, neutral: 0, positive: 0.5 };

/** The articles as the operator has them read: of a corrected story each has the corrected sentiment and assets. */
export function corrected<A extends StoryArticle>(articles: readonly A[], edit: StoryEdit | undefined): readonly A[] {
  if (!edit || (edit.sentiment === null && edit.assets === null)) return articles;
  return articles.map((article) => ({
    ...article,
    assets: edit.assets ?? article.assets,
    sentiment: edit.sentiment === null ? article.sentiment : correctedSentiment(article, edit.sentiment),
  }));
}

function correctedSentiment({ sentiment }: StoryArticle, label: SentimentLabel): StoryArticle['sentiment'] {
  return sentiment?.label === label ? sentiment : { label, score: CORRECTED_SCORE[label] };
}
