import { mkdir, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadAssets, type AssetCatalogue } from './newsroom/asset-catalogue.ts';
import { formatStoryJson, formatStoryMarkdown, toStoryRecord, type StoryRecord } from './newsroom/story-record.ts';
import type { ReadArticle } from './model/story.ts';
import { NO_EDIT, storyEditsOf } from './store/story-edits.ts';
import { readArticlesOf, storiesAfter } from './store/stories.ts';
import type { Db } from './store/schema.ts';

export type ExportFormat = 'markdown' | 'jsonl';

const PAGE = 200;

/**
 * Writes every public story into a folder, which is made where there is none: a file `<id>.md` each, or all into
 * `stories.jsonl`, oldest first. Files of the same name are replaced.
 * @returns how many
 */
export async function exportStories(
  db: Db,
  format: ExportFormat,
  folder: string,
  catalogue: AssetCatalogue = loadAssets(),
): Promise<number> {
  await mkdir(folder, { recursive: true });
  const lines = format === 'jsonl' ? await open(join(folder, 'stories.jsonl'), 'w') : null;
  let count = 0;
  try {
    for await (const { record, articles } of storyRecords(db, catalogue)) {
      if (lines) await lines.write(`${formatStoryJson(record, articles)}\n`);
      else await writeFile(join(folder, `${record.externalId}.md`), formatStoryMarkdown(record));
      count += 1;
    }
  } finally {
    await lines?.close();
  }
  return count;
}

/** Every public story that was not merged away, oldest first; a hidden one is a draft. */
async function* storyRecords(
  db: Db,
  catalogue: AssetCatalogue,
): AsyncGenerator<{ readonly record: StoryRecord; readonly articles: readonly ReadArticle[] }> {
  let after = 0;
  for (;;) {
    const stories = await storiesAfter(db, after, PAGE);
    const ids = stories.map(({ id }) => id);
    const [articles, edits] = [await readArticlesOf(db, ids), await storyEditsOf(db, ids)];
    for (const story of stories) {
      const own = articles.get(story.id) ?? [];
      const { stickyWeight, hidden } = edits.get(story.id) ?? NO_EDIT;
      if (own.length === 0) continue;
      const recorded = { ...story, stickyWeight, draft: hidden };
      yield { record: toStoryRecord(recorded, own, catalogue), articles: own };
    }
    after = ids.at(-1) ?? after;
    if (stories.length < PAGE) return;
  }
}
