import type { Analysis } from '../../src/model/analysis.ts';
import type { ReadArticle, StoryArticle, StoryMatchView } from '../../src/model/story.ts';
import { prepareReading, storeReading } from '../../src/newsroom/store-reading.ts';
import { insertArticle, nextNewArticle } from '../../src/store/articles.ts';
import { syncCatalogue } from '../../src/store/feeds.ts';
import type { Trx } from '../../src/store/schema.ts';
import type { Store } from '../../src/store/store.ts';

export interface StoryToStore {
  readonly story: StoryMatchView;
  /** Epoch ms: when its first article is read; each further one comes a second later. */
  readonly at: number;
  /** Backlog makes stories, but no cards. */
  readonly isBacklog?: boolean;
}

export interface KnownStory {
  readonly id: number;
  readonly view: StoryMatchView;
  /** Epoch ms. */
  readonly createdAt: number;
  readonly changedAt: number;
}

const SECOND_MS = 1_000;

/** Stores a story as the newsroom does, article by article. */
export async function storeStory(store: Store, { story, at, isBacklog = false }: StoryToStore): Promise<KnownStory> {
  return store.transaction('newsroom', async (trx) => {
    let storyId: number | null = null;
    const articles: ReadArticle[] = [];
    for (const [index, given] of story.articles.entries()) {
      const now = at + index * SECOND_MS;
      const articleId = await storeNewArticle(trx, given, now, isBacklog);
      const row = await nextNewArticle(trx);
      if (!row) throw new Error('the article is not there');
      const article = { ...given, articleId, publishedAt: now, summary: given.title, figures: [], imageUrl: null };
      articles.push(article);
      const { title, description, body } = given;
      const reading = prepareReading({
        row,
        text: { title, description, body },
        analysis: analysisOf(given),
        articles,
        filters: [],
        storyId,
        absorbedId: null,
        copyOf: null,
        isHidden: false,
        now,
      });
      const stored = await storeReading(trx, reading);
      if (stored === null) throw new Error('the article changed under the test');
      storyId = stored.storyId;
    }
    const id = storyId ?? 0;
    const last = at + (story.articles.length - 1) * SECOND_MS;
    return { id, view: { storyId: id, articles }, createdAt: at, changedAt: last };
  });
}

async function storeNewArticle(trx: Trx, given: StoryArticle, now: number, isBacklog: boolean): Promise<number> {
  const outlet = { key: given.outlet, name: given.outletName, tier: given.tier };
  const feed = {
    key: given.outlet,
    outlet,
    url: 'https://example.com/feed',
    language: 'en',
    topics: [],
    kind: 'feed',
    fullText: null,
    intervalMs: null,
  } as const;
  await syncCatalogue(trx, [feed], now, 60_000);
  const { id } = await trx.selectFrom('feed').select('id').where('key', '=', feed.key).executeTakeFirstOrThrow();
  return insertArticle(trx, {
    feed_id: id,
    scope: 'public',
    outlet: given.outlet,
    raw_title: given.title,
    raw_description: given.description,
    raw_body: given.body,
    link: null,
    author: null,
    published_at: now,
    seen_at: now,
    alertable: isBacklog ? 0 : 1,
    content_hash: '',
    state: 'new',
  });
}

function analysisOf({ language, assets, topics, sentiment, title }: StoryArticle): Analysis {
  return {
    version: 1,
    language,
    assets: assets.map((symbol) => ({ symbol, salience: 1 })),
    topics,
    sentiment: sentiment && { ...sentiment, evidence: [] },
    figures: [],
    summary: title,
  };
}
