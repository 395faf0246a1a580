import type { Filter } from '../model/filter.ts';
import type { Db } from '../store/schema.ts';
import { findStories, type StoryRow } from '../store/stories.ts';
import { matchingIds } from './find-stories.ts';

const DAY_MS = 24 * 3_600_000;
const TOP = 5;
const CHUNK = 200;

export interface Preview {
  /** Of the last days, oldest first. `startsAt`: epoch ms, midnight UTC. */
  readonly days: readonly { readonly startsAt: number; readonly count: number }[];
  readonly total: number;
  /** Most important first. */
  readonly top: readonly StoryRow[];
}

/** What a filter would have sent in the last days. */
export async function previewFilter(
  db: Db,
  filter: Filter,
  options: { readonly now: number; readonly days: number; readonly scopes: readonly string[] },
): Promise<Preview> {
  const today = Math.floor(options.now / DAY_MS) * DAY_MS;
  const first = today - (options.days - 1) * DAY_MS;
  const counts = new Map<number, number>();
  let top: StoryRow[] = [];
  let pending: number[] = [];
  const count = async () => {
    for (const story of await findStories(db, pending)) {
      if (story.createdAt < first || story.createdAt >= today + DAY_MS) continue;
      const day = Math.floor(story.createdAt / DAY_MS) * DAY_MS;
      counts.set(day, (counts.get(day) ?? 0) + 1);
      top.push(story);
    }
    top = top
      .toSorted((a, b) => b.content.importance - a.content.importance || b.createdAt - a.createdAt)
      .slice(0, TOP);
    pending = [];
  };
  for await (const id of matchingIds(db, filter, { since: first, scopes: options.scopes })) {
    pending.push(id);
    if (pending.length >= CHUNK) await count();
  }
  await count();
  const days = Array.from({ length: options.days }, (_, index) => first + index * DAY_MS);
  return {
    days: days.map((startsAt) => ({ startsAt, count: counts.get(startsAt) ?? 0 })),
    total: [...counts.values()].reduce((sum, value) => sum + value, 0),
    top,
  };
}
