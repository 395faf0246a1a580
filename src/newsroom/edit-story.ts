import type { createOneByOne } from '../feeds/one-by-one.ts';
import type { Clock } from '../model/clock.ts';
import type { ReadArticle, StoryMatchView } from '../model/story.ts';
import { insertFanout } from '../store/fanouts.ts';
import { mergeStories } from '../store/merge-stories.ts';
import type { Store } from '../store/store.ts';
import {
  bumpStory,
  liveStoryId,
  readUneditedArticlesOf,
  setStoryAlertable,
  setStoryTerms,
  storyForGrowth,
} from '../store/stories.ts';
import { corrected, NO_EDIT, saveStoryEdit, storyEditsOf, type StoryEdit } from '../store/story-edits.ts';
import { CLUSTER_WINDOW_MS } from './cluster.ts';
import { storyContent } from './story-content.ts';
import { storyFacts } from './story-facts.ts';
import { newestAlertable, storyColumns, storyTerms } from './store-reading.ts';

export interface StoryEditorParts {
  readonly store: Store;
  readonly clock: Clock;
  /** Ids of the filters that hold for a story. */
  readonly match: (story: StoryMatchView) => Promise<readonly number[]>;
  /** Called after a commit that left a fan-out. */
  readonly onStory: () => void;
  /** Shared with the newsroom: stories never change under each other's hands. */
  readonly alone: ReturnType<typeof createOneByOne>;
}

/** What an operator does to stories. An id of one that was merged stands for what it is now. */
export interface StoryEditor {
  /** Changes what is named, and the story's cards with it. */
  edit(storyId: number, change: Partial<StoryEdit>): Promise<StoryEdit>;
  /** The older one is what is left. @returns its id */
  merge(one: number, other: number): Promise<number>;
}

export function createStoryEditor(parts: StoryEditorParts): StoryEditor {
  const { store, clock, alone } = parts;

  /** It may have been merged since somebody looked at it. */
  async function liveOf(storyId: number): Promise<number> {
    return (await liveStoryId(store.db, storyId)) ?? storyId;
  }

  async function editOf(storyId: number): Promise<StoryEdit> {
    return (await storyEditsOf(store.db, [storyId])).get(storyId) ?? NO_EDIT;
  }

  /** Stores what the story is with this edit, these articles and what it absorbs, and what its cards have to show. */
  async function renew(
    storyId: number,
    edit: StoryEdit,
    articles: readonly ReadArticle[],
    absorbedId: number | null,
  ): Promise<void> {
    const shown = corrected(articles, edit);
    const content = storyContent(shown);
    const filters = edit.hidden ? [] : await parts.match({ storyId, articles: shown });
    const now = clock.now();
    await store.transaction('story-edit', async (trx) => {
      const absorbed = absorbedId === null ? undefined : await storyForGrowth(trx, absorbedId);
      if (absorbedId !== null) await mergeStories(trx, absorbedId, storyId);
      await saveStoryEdit(trx, storyId, edit, now);
      const story = await storyForGrowth(trx, storyId);
      if (!story) return;
      const alertableAt = newestAlertable(story.alertable_at, absorbed?.alertable_at ?? null);
      const columns = storyColumns(content, storyFacts(shown).leadArticle.articleId);
      const change = { ...columns, changed_at: now, alertable_at: alertableAt };
      const isChanged = story.content !== columns.content;
      const revision = isChanged ? await bumpStory(trx, storyId, change) : story.revision;
      if (!isChanged && story.alertable_at !== alertableAt) await setStoryAlertable(trx, storyId, alertableAt);
      await setStoryTerms(trx, storyId, storyTerms(shown));
      if (alertableAt === null) return;
      const isNews = !edit.hidden && now - alertableAt <= CLUSTER_WINDOW_MS;
      await insertFanout(trx, {
        story_id: storyId,
        revision,
        filters: JSON.stringify(filters),
        alertable_at: isNews ? alertableAt : null,
        absorbed: absorbedId,
      });
    });
    parts.onStory();
  }

  async function articlesOf(ids: readonly number[]): Promise<readonly ReadArticle[]> {
    return [...(await readUneditedArticlesOf(store.db, ids)).values()].flat();
  }

  return {
    edit: (storyId, change) =>
      alone(async () => {
        const live = await liveOf(storyId);
        const edit = { ...(await editOf(live)), ...change };
        await renew(live, edit, await articlesOf([live]), null);
        return edit;
      }),

    merge: (one, other) =>
      alone(async () => {
        const [a, b] = [await liveOf(one), await liveOf(other)];
        const [into, from] = [Math.min(a, b), Math.max(a, b)];
        if (into === from) return into;
        const articles = await articlesOf([into, from]);
        await renew(into, await editOf(into), articles, from);
        return into;
      }),
  };
}
