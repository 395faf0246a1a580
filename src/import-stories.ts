import { open } from 'node:fs/promises';
import type { Clock } from './model/clock.ts';
import { PUBLIC_SCOPE } from './model/scope.ts';
import type { ReadArticle } from './model/story.ts';
import { message } from './model/text.ts';
import { UserError } from './model/user-error.ts';
import { analyse } from './newsroom/analyse.ts';
import type { AssetCatalogue } from './newsroom/asset-catalogue.ts';
import { toReadArticle } from './newsroom/newsroom.ts';
import { prepareReading, storeReading } from './newsroom/store-reading.ts';
import { parseStoryJson, type RecordedArticle, type StoryRecord } from './newsroom/story-record.ts';
import { insertArticle, newArticleById } from './store/articles.ts';
import { ensureImportFeed } from './store/import-feeds.ts';
import type { Store } from './store/store.ts';
import { hasArticle, setStoryChangedAt } from './store/stories.ts';
import { NO_EDIT, saveStoryEdit } from './store/story-edits.ts';

export interface ImportParts {
  readonly store: Store;
  readonly assets: AssetCatalogue;
  readonly clock: Clock;
}

/**
 * Stores the stories of a file that `exportStories` wrote as JSON lines, each with its texts read anew, as backlog. A
 * story is known, and left alone, when one of its articles is there.
 * @throws UserError with the first line that is no story; those before it are stored
 */
export async function importStories(
  parts: ImportParts,
  path: string,
): Promise<{ readonly stored: number; readonly known: number }> {
  const count = { stored: 0, known: 0 };
  const file = await open(path).catch((error: unknown) => {
    throw new UserError('import_file', message('start-import-file', { file: path }), { cause: error });
  });
  let line = 0;
  for await (const text of file.readLines()) {
    line += 1;
    if (text.trim() === '') continue;
    const { record, articles } = parsed(text, line, path);
    const isKnown = await hasArticle(parts.store.db, articles);
    if (isKnown) count.known += 1;
    else if (articles.length > 0) {
      await importStory(record, articles, parts);
      count.stored += 1;
    }
  }
  return count;
}

function parsed(text: string, line: number, file: string) {
  try {
    return parseStoryJson(text);
  } catch (error) {
    throw new UserError('import_line', message('start-import-line', { line: String(line), file }), { cause: error });
  }
}

async function importStory(
  record: StoryRecord,
  recorded: readonly RecordedArticle[],
  { store, assets, clock }: ImportParts,
): Promise<void> {
  const now = clock.now();
  const ids: number[] = [];
  // All of them first: one may repeat another that comes later.
  for (const article of recorded) {
    const values = await newRow(article);
    ids.push(await store.transaction('import', (trx) => insertArticle(trx, values)));
  }
  const articles: ReadArticle[] = [];
  let storyId: number | null = null;
  for (const [place, article] of recorded.entries()) {
    const row = await newArticleById(store.db, ids[place] ?? 0);
    if (!row) throw new Error('an imported article is not there');
    const { title, description, body } = article;
    const text = { title, description, body };
    const analysis = {
      ...analyse({ ...text, feedLanguage: article.lang, publishedAt: row.published_at }, assets),
      topics: article.topics,
    };
    const copyOf = article.copyOf === null ? null : (ids[article.copyOf] ?? null);
    articles.push({ ...toReadArticle(row, text, analysis), copyOf });
    const where = { storyId, absorbedId: null, copyOf, isHidden: false };
    const reading = prepareReading({ row, text, analysis, articles, filters: [], ...where, now });
    const stored = await store.transaction('import', (trx) => storeReading(trx, reading));
    storyId = stored?.storyId ?? storyId;
  }
  if (storyId === null) return;
  const id = storyId;
  await store.transaction('import', async (trx) => {
    await setStoryChangedAt(trx, id, Date.parse(record.updatedAt));
    if (record.stickyWeight > 0 || record.draft) {
      await saveStoryEdit(trx, id, { ...NO_EDIT, stickyWeight: record.stickyWeight, hidden: record.draft }, now);
    }
  });

  async function newRow({ outlet, title, description, body, link, publishedAt, imageUrl }: RecordedArticle) {
    return {
      feed_id: await store.transaction('import', (trx) => ensureImportFeed(trx, outlet, now)),
      scope: PUBLIC_SCOPE,
      outlet: outlet.key,
      raw_title: title,
      raw_description: description,
      raw_body: body,
      link,
      author: null,
      image_url: imageUrl,
      published_at: publishedAt,
      seen_at: publishedAt,
      alertable: 0,
      content_hash: '',
      state: 'new' as const,
    };
  }
}
