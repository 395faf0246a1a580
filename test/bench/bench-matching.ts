import type { Filter } from '../../src/model/filter.ts';
import type { StoryMatchView } from '../../src/model/story.ts';
import { holds, holdsPrepared } from '../../src/subscriptions/holds.ts';
import { createMatcher, type Matcher } from '../../src/subscriptions/matcher.ts';
import { parseFilter } from '../../src/subscriptions/parse-filter.ts';
import { prepareStory } from '../../src/subscriptions/prepare-story.ts';
import { FILTER_WORDS } from './bench-world.ts';
import { makeFilters } from './filters.ts';
import { weighed } from './heap.ts';
import type { Row } from './row.ts';
import { medianMs, timed } from './stopwatch.ts';
import { makeStories } from './stories.ts';

const STORIES = 300;
const FEW = 1_000;
const MANY = 100_000;

/** One story against many filters: by the index, and by trying every filter. */
export async function benchMatching(): Promise<readonly Row[]> {
  const stories = makeStories(STORIES, 3);
  const filters = weighed(() => makeFilters(MANY, FILTER_WORDS, 4));
  const few = filters.made.slice(0, FEW);
  const fewIndexed = indexOf(few);
  const indexed = weighed(() => indexOf(filters.made));
  // What the first calls cost is the compiler's doing.
  rowsFor('warm-up', fewIndexed, few, { indexed: stories, prepared: stories, plain: stories.slice(0, 5) });
  return [
    ...rowsFor('1,000', fewIndexed, few, { indexed: stories, prepared: stories, plain: stories.slice(0, 20) }),
    ...rowsFor('100,000', indexed.made, filters.made, {
      indexed: stories,
      prepared: stories.slice(0, 30),
      // Seconds a story: the one of middling length stands for all.
      plain: stories.toSorted((a, b) => lengthOf(a) - lengthOf(b)).slice(STORIES / 2, STORIES / 2 + 1),
    }),
    {
      what: '100,000 filters, memory of the index',
      measured: indexed.bytes / 1e6,
      beside: 'memory of the filters',
      besideMeasured: filters.bytes / 1e6,
      unit: 'MB',
    },
    {
      what: '100,000 filters, time to index',
      measured: timed(() => indexOf(filters.made)),
      beside: 'time to parse',
      besideMeasured: timed(() => filters.made.map(({ canonical }) => parseFilter(canonical, FILTER_WORDS.vocabulary))),
      unit: 'ms',
    },
  ];
}

/** Trying every filter takes so long that fewer stories have to do. */
function rowsFor(
  count: string,
  matcher: Matcher,
  filters: readonly Filter[],
  stories: Readonly<Record<'indexed' | 'prepared' | 'plain', readonly StoryMatchView[]>>,
): readonly Row[] {
  const row = {
    what: `one story, ${count} filters: the index`,
    measured: medianMs(stories.indexed, (story) => matcher.match(story)),
    unit: 'ms',
  };
  const prepared = medianMs(stories.prepared, (story) => {
    const ready = prepareStory(story);
    return filters.filter((filter) => holdsPrepared(filter, ready));
  });
  const plain = medianMs(stories.plain, (story) => filters.filter((filter) => holds(filter, story)));
  return [
    { ...row, beside: 'holdsPrepared on each', besideMeasured: prepared },
    { ...row, beside: 'holds on each', besideMeasured: plain },
  ];
}

function lengthOf({ articles }: StoryMatchView): number {
  return articles.reduce(
    (sum, { title, description, body }) => sum + title.length + description.length + body.length,
    0,
  );
}

function indexOf(filters: readonly Filter[]): Matcher {
  const matcher = createMatcher();
  for (const [id, filter] of filters.entries()) matcher.add(id, filter);
  return matcher;
}
