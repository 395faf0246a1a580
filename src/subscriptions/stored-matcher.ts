import { setImmediate as turn } from 'node:timers/promises';
import type { Log } from '../model/log.ts';
import type { StoryMatchView } from '../model/story.ts';
import type { Db } from '../store/schema.ts';
import { filtersAfter } from '../store/subscriptions.ts';
import { createMatcher } from './matcher.ts';
import { parseFilter } from './parse-filter.ts';
import type { FilterVocabulary } from './vocabulary.ts';

// Parsing this many takes some 20 ms.
const PAGE = 500;

export interface StoredMatcher {
  /** Ids of the stored filters that hold for a story, ascending. */
  readonly match: (story: StoryMatchView) => Promise<readonly number[]>;
}

/**
 * The matcher over all filters in the store. Filters are only ever added, so that one look at the ids beyond the
 * last tells what is new; whether anybody still subscribes to one is the fan-out's business.
 */
export function createStoredMatcher(db: Db, vocabulary: FilterVocabulary, log: Log): StoredMatcher {
  const matcher = createMatcher();
  let lastId = 0;

  async function learnNew(): Promise<void> {
    for (;;) {
      const page = await filtersAfter(db, lastId, PAGE);
      for (const { id, canonical } of page) {
        const parsed = parseFilter(canonical, vocabulary);
        // A name that left the catalogue: the subscription rests until it is back.
        if (parsed.kind === 'filter') matcher.add(id, parsed.filter);
        else log.warn({ filterId: id, canonical }, 'filter can no longer be read');
        lastId = id;
      }
      if (page.length < PAGE) return;
      await turn();
    }
  }

  return {
    async match(story) {
      await learnNew();
      return matcher.match(story);
    },
  };
}
