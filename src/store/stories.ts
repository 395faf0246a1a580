import { sql, type Insertable, type SelectQueryBuilder, type Updateable } from 'kysely';
import { PUBLIC_SCOPE } from '../model/scope.ts';
import type { Tier } from '../model/outlet.ts';
import type { ReadArticle, StoryContent } from '../model/story.ts';
import { assetsColumn, figuresColumn, labelColumn, storyContentColumn, topicsColumn } from './analysis-columns.ts';
import { readJson } from './json-column.ts';
import type { Db, Schema, Trx } from './schema.ts';
import { corrected, storyEditsOf } from './story-edits.ts';

export interface StoryRow {
  readonly id: number;
  readonly revision: number;
  readonly createdAt: number;
  readonly changedAt: number;
  readonly alertableAt: number | null;
  readonly content: StoryContent;
}

interface RawStory {
  id: number;
  revision: number;
  created_at: number;
  changed_at: number;
  alertable_at: number | null;
  content: string;
}

const STORY_COLUMNS = [
  'story.id',
  'story.revision',
  'story.created_at',
  'story.changed_at',
  'story.alertable_at',
  'story.content',
] as const;

function toStory(row: RawStory): StoryRow {
  return {
    id: row.id,
    revision: row.revision,
    createdAt: row.created_at,
    changedAt: row.changed_at,
    alertableAt: row.alertable_at,
    content: readJson(storyContentColumn, row.content),
  };
}

/** The story of this id, or the one that it was merged into. */
export async function findStory(db: Db, id: number, scopes: readonly string[]): Promise<StoryRow | undefined> {
  const row = await db
    .selectFrom('story')
    .select([...STORY_COLUMNS, 'story.merged_into'])
    .where('id', '=', id)
    .where('scope', 'in', scopes)
    .executeTakeFirst();
  return row?.merged_into ? findStory(db, row.merged_into, scopes) : row && toStory(row);
}

export async function findStories(db: Db, ids: readonly number[]): Promise<StoryRow[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom('story').select(STORY_COLUMNS).where('id', 'in', ids).execute();
  return rows.map(toStory);
}

/** Public stories that were not merged away, hidden ones too, by id. */
export async function storiesAfter(db: Db, after: number, limit: number): Promise<StoryRow[]> {
  const rows = await db
    .selectFrom('story')
    .select(STORY_COLUMNS)
    .where('scope', '=', PUBLIC_SCOPE)
    .where('merged_into', 'is', null)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(toStory);
}

/** Read articles of stories, as filters and cards see them: corrected where an operator did; oldest id first. */
export async function readArticlesOf(db: Db, storyIds: readonly number[]): Promise<Map<number, ReadArticle[]>> {
  const byStory = await readUneditedArticlesOf(db, storyIds);
  for (const [id, edit] of await storyEditsOf(db, storyIds)) {
    byStory.set(id, [...corrected(byStory.get(id) ?? [], edit)]);
  }
  return byStory;
}

/** The same, as they were read. */
export async function readUneditedArticlesOf(db: Db, storyIds: readonly number[]): Promise<Map<number, ReadArticle[]>> {
  const byStory = new Map<number, ReadArticle[]>(storyIds.map((id) => [id, []]));
  if (storyIds.length === 0) return byStory;
  const rows = await db
    .selectFrom('article')
    .innerJoin('analysis', 'analysis.article_id', 'article.id')
    .innerJoin('outlet', 'outlet.key', 'article.outlet')
    .selectAll('analysis')
    .select(['article.id', 'story_id', 'outlet', 'outlet.name', 'outlet.tier', 'title', 'description', 'body', 'link'])
    .select(['image_url', 'published_at'])
    .where('story_id', 'in', storyIds)
    .orderBy('article.id')
    .execute();
  for (const row of rows) {
    const label = labelColumn.parse(row.sentiment_label);
    byStory.get(row.story_id ?? 0)?.push({
      articleId: row.id,
      outlet: row.outlet,
      outletName: row.name,
      tier: asTier(row.tier),
      title: row.title,
      description: row.description,
      body: row.body,
      link: row.link,
      publishedAt: row.published_at,
      language: row.language,
      assets: readJson(assetsColumn, row.assets).map(({ symbol }) => symbol),
      topics: readJson(topicsColumn, row.topics),
      sentiment: label && row.sentiment_score !== null ? { label, score: row.sentiment_score } : null,
      importance: row.importance,
      copyOf: row.copy_of,
      summary: row.summary,
      figures: readJson(figuresColumn, row.figures),
      imageUrl: row.image_url,
    });
  }
  return byStory;
}

export function asTier(value: number): Tier {
  if (value === 1 || value === 2 || value === 3 || value === 4) return value;
  throw new RangeError(`no tier ${value}`);
}

/** Stories of these scopes that were neither merged away nor hidden; the base of every candidate query. */
export type StoryCandidates = SelectQueryBuilder<Schema, 'story', object>;

export function storyCandidates(db: Db, scopes: readonly string[], hints?: StoryHints): StoryCandidates {
  const all = db
    .selectFrom('story')
    .where('merged_into', 'is', null)
    .where('scope', 'in', scopes)
    .where('story.id', 'not in', (eb) => eb.selectFrom('story_edit').select('story_id').where('hidden', '=', 1));
  return hints ? narrowed(all, hints) : all;
}

/** What candidates must have: one of each kind's values, and each of the phrases (FTS5 strings). */
export type StoryHints = Readonly<Record<Schema['story_term']['kind'] | 'phrases', readonly string[]>>;

function narrowed(all: StoryCandidates, { phrases, ...terms }: StoryHints): StoryCandidates {
  let query = all;
  for (const kind of ['asset', 'topic', 'outlet', 'language'] as const) {
    const values = terms[kind];
    if (values.length === 0) continue;
    query = query.where('story.id', 'in', (eb) =>
      eb.selectFrom('story_term').select('story_id').where('kind', '=', kind).where('value', 'in', values),
    );
  }
  for (const phrase of phrases) {
    query = query.where(
      sql<boolean>`story.id in (select story_id from article where id in (select rowid from article_text where article_text match ${phrase}))`,
    );
  }
  return query;
}

/** Ids and change times of candidates that changed before the place given, newest first. */
export async function newestOf(
  candidates: StoryCandidates,
  before: { readonly changedAt: number; readonly id: number } | null,
  limit: number,
): Promise<{ id: number; changedAt: number }[]> {
  let query = candidates
    .select(['story.id', 'story.changed_at'])
    .orderBy('story.changed_at', 'desc')
    .orderBy('story.id', 'desc')
    .limit(limit);
  if (before) {
    query = query.where(sql<boolean>`(story.changed_at, story.id) < (${before.changedAt}, ${before.id})`);
  }
  return (await query.execute()).map((row) => ({ id: row.id, changedAt: row.changed_at }));
}

/** Ids of those that an operator pinned, the heaviest first. */
export async function pinnedStories(candidates: StoryCandidates): Promise<number[]> {
  const rows = await candidates
    .innerJoin('story_edit', 'story_edit.story_id', 'story.id')
    .select('story.id')
    .where('sticky_weight', '>', 0)
    .orderBy('sticky_weight', 'desc')
    .orderBy('story.id', 'desc')
    .execute();
  return rows.map(({ id }) => id);
}

/** Ids of stories with an article in which all these words stand (FTS5 terms, quoted by the caller), best first. */
export async function searchStories(
  db: Db,
  scopes: readonly string[],
  query: string,
  limit: number,
): Promise<number[]> {
  const rows = await sql<{ story_id: number }>`
    select article.story_id, min(rank) as best
    from (select rowid, bm25(article_text, 4.0, 1.0) as rank from article_text where article_text match ${query} order by rank limit 500) hit
    join article on article.id = hit.rowid
    join story on story.id = article.story_id
    where story.scope in (${sql.join(scopes)}) and story.merged_into is null
      and story.id not in (select story_id from story_edit where hidden = 1)
    group by article.story_id order by best, article.story_id desc limit ${limit}`.execute(db);
  return rows.rows.map((row) => row.story_id);
}

/** The columns that decide whether a growth is a new revision; undefined when retention took the story. */
export async function storyForGrowth(trx: Trx, id: number) {
  return trx
    .selectFrom('story')
    .select(['revision', 'content', 'alertable_at', 'changed_at'])
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function insertStory(trx: Trx, story: Insertable<Schema['story']>): Promise<number> {
  const { id } = await trx.insertInto('story').values(story).returning('id').executeTakeFirstOrThrow();
  return id;
}

/** Counts a change of the card's content. The only place where a revision rises. */
export async function bumpStory(
  trx: Trx,
  id: number,
  change: Omit<Updateable<Schema['story']>, 'id' | 'revision'>,
): Promise<number> {
  const { revision } = await trx
    .updateTable('story')
    .set({ ...change, revision: sql`revision + 1` })
    .where('id', '=', id)
    .returning('revision')
    .executeTakeFirstOrThrow();
  return revision;
}

/** The story that this one is now: itself, or the one that it was merged into; undefined when it is gone. */
export async function liveStoryId(db: Db, id: number): Promise<number | undefined> {
  const row = await db.selectFrom('story').select(['id', 'merged_into']).where('id', '=', id).executeTakeFirst();
  return row && (row.merged_into ?? row.id);
}

export async function setStoryChangedAt(trx: Trx, id: number, changedAt: number): Promise<void> {
  await trx.updateTable('story').set({ changed_at: changedAt }).where('id', '=', id).execute();
}

/** Whether one of these articles is among the public ones, by its link or else by title and time. */
export async function hasArticle(
  db: Db,
  articles: readonly Pick<ReadArticle, 'link' | 'title' | 'publishedAt'>[],
): Promise<boolean> {
  for (const { link, title, publishedAt } of articles) {
    let query = db.selectFrom('article').select('id').where('scope', '=', PUBLIC_SCOPE).limit(1);
    query =
      link === null
        ? query.where('title', '=', title).where('published_at', '=', publishedAt)
        : query.where('link', '=', link);
    if (await query.executeTakeFirst()) return true;
  }
  return false;
}

/** A newer alertable article came that changes nothing on the card: no new revision. */
export async function setStoryAlertable(trx: Trx, id: number, alertableAt: number | null): Promise<void> {
  await trx.updateTable('story').set({ alertable_at: alertableAt }).where('id', '=', id).execute();
}

/** Replaces what candidate queries find a story by. */
export async function setStoryTerms(
  trx: Trx,
  storyId: number,
  terms: readonly Pick<Insertable<Schema['story_term']>, 'kind' | 'value'>[],
): Promise<void> {
  await trx.deleteFrom('story_term').where('story_id', '=', storyId).execute();
  if (terms.length === 0) return;
  await trx
    .insertInto('story_term')
    .values(terms.map((term) => ({ ...term, story_id: storyId })))
    .execute();
}

export async function countStoriesSince(db: Db, since: number): Promise<number> {
  const row = await storyCandidates(db, [PUBLIC_SCOPE])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('changed_at', '>=', since)
    .executeTakeFirstOrThrow();
  return row.count;
}
