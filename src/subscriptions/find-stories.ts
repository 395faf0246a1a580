import { setImmediate as turn } from 'node:timers/promises';
import type { Filter, FilterTerm } from '../model/filter.ts';
import type { Db } from '../store/schema.ts';
import {
  findStories,
  newestOf,
  pinnedStories,
  readArticlesOf,
  searchStories,
  storyCandidates,
  type StoryHints,
  type StoryRow,
} from '../store/stories.ts';
import { foldWords } from '../newsroom/fold-words.ts';
import { holds } from './holds.ts';

const PAGE = 50;
const MAX_SEARCH_WORDS = 20;

export interface FindOptions {
  /** How many at most. */
  readonly count: number;
  readonly scopes: readonly string[];
  /** How many of the newest to leave out (pages). */
  readonly skip?: number;
  /** Only stories that changed since then, epoch ms. */
  readonly since?: number;
}

/** The stories for which a filter holds (every story without one): the pinned ones, then newest first. */
export async function findLatest(db: Db, filter: Filter | null, options: FindOptions): Promise<StoryRow[]> {
  const { count, skip = 0, scopes } = options;
  const found: number[] = await pinnedThatHold(db, filter, scopes);
  const pinned = new Set(found);
  for await (const id of matchingIds(db, filter, { since: options.since ?? 0, scopes })) {
    if (!pinned.has(id)) found.push(id);
    if (found.length >= skip + count) break;
  }
  return inOrder(await findStories(db, found.slice(skip)), found.slice(skip));
}

async function pinnedThatHold(db: Db, filter: Filter | null, scopes: readonly string[]): Promise<number[]> {
  const ids = await pinnedStories(storyCandidates(db, scopes));
  if (!filter || ids.length === 0) return ids;
  const articles = await readArticlesOf(db, ids);
  return ids.filter((id) => holds(filter, { storyId: id, articles: articles.get(id) ?? [] }));
}

export interface TextSearch {
  /** Best first. */
  readonly stories: readonly StoryRow[];
  /** An article of each story has all the words; else only some of them. */
  readonly hasAllWords: boolean;
}

/** Stories in which all these words stand; with none, those in which some stand. */
export async function searchText(db: Db, scopes: readonly string[], text: string, count: number): Promise<TextSearch> {
  const words = foldWords(text).slice(0, MAX_SEARCH_WORDS).map(quoted);
  if (words.length === 0) return { stories: [], hasAllWords: true };
  const all = await searchStories(db, scopes, words.join(' AND '), count);
  const ids = all.length > 0 ? all : await searchStories(db, scopes, words.join(' OR '), count);
  return { stories: inOrder(await findStories(db, ids), ids), hasAllWords: all.length > 0 };
}

/** Ids of the stories that a filter holds for, newest change first. SQL proposes, `holds` decides. */
export async function* matchingIds(
  db: Db,
  filter: Filter | null,
  { since, scopes }: { readonly since: number; readonly scopes: readonly string[] },
): AsyncGenerator<number> {
  const candidates = storyCandidates(db, scopes, filter ? hintsOf(filter) : undefined).where(
    'story.changed_at',
    '>=',
    since,
  );
  let before: { readonly changedAt: number; readonly id: number } | null = null;
  for (;;) {
    const page: { id: number; changedAt: number }[] = await newestOf(candidates, before, PAGE);
    const ids = page.map(({ id }) => id);
    const articles = await readArticlesOf(db, filter ? ids : []);
    for (const id of ids) {
      if (!filter || holds(filter, { storyId: id, articles: articles.get(id) ?? [] })) yield id;
    }
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    before = last;
    await turn();
  }
}

/** What a filter's terms have in store: enough to leave out most of what cannot hold. */
function hintsOf({ include }: Filter): StoryHints {
  const terms = <K extends FilterTerm['kind']>(kind: K) =>
    include.filter((term): term is Extract<FilterTerm, { kind: K }> => term.kind === kind);
  return {
    asset: terms('asset').map(({ symbol }) => symbol),
    topic: terms('topic').map(({ topic }) => topic),
    language: terms('language').map(({ code }) => code),
    // An outlet and a tier are alternatives: with a tier, the outlets alone do not narrow.
    outlet: terms('tier').length > 0 ? [] : terms('outlet').map(({ key }) => key),
    phrases: terms('words').map(({ words }) => quoted(words.join(' '))),
  };
}

/** An FTS5 string: everything in it is text. */
function quoted(words: string): string {
  return `"${words.replaceAll('"', '""')}"`;
}

function inOrder(stories: readonly StoryRow[], ids: readonly number[]): StoryRow[] {
  const byId = new Map(stories.map((story) => [story.id, story]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
