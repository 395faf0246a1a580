import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PUBLIC_SCOPE } from '../../src/model/scope.ts';
import { systemClock } from '../../src/model/clock.ts';
import type { Filter } from '../../src/model/filter.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { findLatest, searchText } from '../../src/subscriptions/find-stories.ts';
import { holds } from '../../src/subscriptions/holds.ts';
import { previewFilter } from '../../src/subscriptions/preview.ts';
import { arbitraryFilter, arbitraryStory, filterOf, story } from './filter-fixtures.ts';
import { storeStory, type KnownStory, type StoryToStore } from './stored-story.ts';

const SCOPES = [PUBLIC_SCOPE];
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 1, 5, 12);
const ALL = 10_000;

let store: Store;

beforeEach(async () => {
  store = await openStore({ url: 'sqlite::memory:', clock: systemClock });
});

afterEach(() => store.close());

async function storeAll(stories: readonly StoryToStore[]): Promise<KnownStory[]> {
  const known: KnownStory[] = [];
  for (const given of stories) known.push(await storeStory(store, given));
  return known;
}

async function forgetAll(): Promise<void> {
  for (const table of ['analysis', 'article', 'story_term', 'story', 'fanout', 'feed'] as const) {
    await store.db.deleteFrom(table).execute();
  }
}

function newestFirst(known: readonly KnownStory[], filter: Filter | null): readonly number[] {
  return known
    .filter(({ view }) => !filter || holds(filter, view))
    .toSorted((a, b) => b.changedAt - a.changedAt || b.id - a.id)
    .map(({ id }) => id);
}

async function pagesOf(filter: Filter | null, count: number): Promise<readonly number[]> {
  const ids: number[] = [];
  for (;;) {
    const page = await findLatest(store.db, filter, { count, skip: ids.length, scopes: SCOPES });
    if (page.length === 0) return ids;
    ids.push(...page.map(({ id }) => id));
  }
}

const arbitraryStories = fc.array(
  fc.record({
    story: arbitraryStory,
    // Often at the same time, and some before the days that a preview shows.
    at: fc.integer({ min: 0, max: 20 }).map((step) => NOW - step * 10 * HOUR),
    isBacklog: fc.boolean(),
  }),
  { minLength: 1, maxLength: 6 },
);

test('latest finds exactly the stories that hold, newest first, in pages without gaps; a preview counts the same', async () => {
  let found = 0;
  await fc.assert(
    fc.asyncProperty(
      arbitraryStories,
      fc.array(arbitraryFilter, { minLength: 1, maxLength: 15 }),
      fc.integer({ min: 1, max: 3 }),
      async (stories, filters, count) => {
        await forgetAll();
        const known = await storeAll(stories);
        for (const filter of [null, ...filters]) {
          const expected = newestFirst(known, filter);
          const latest = await findLatest(store.db, filter, { count: ALL, scopes: SCOPES });
          expect(latest.map(({ id }) => id)).toEqual(expected);
          expect(await pagesOf(filter, count)).toEqual(expected);
          if (filter) await expectPreview(filter, known);
          found += filter ? expected.length : 0;
        }
      },
    ),
    { numRuns: 100 },
  );
  // Filters and stories that never meet would prove nothing.
  expect(found).toBeGreaterThan(80);
});

async function expectPreview(filter: Filter, known: readonly KnownStory[]): Promise<void> {
  const { days, total, top } = await previewFilter(store.db, filter, { now: NOW, days: 7, scopes: SCOPES });
  const first = NOW - (NOW % DAY) - 6 * DAY;
  const held = known.filter(({ view, createdAt }) => createdAt >= first && holds(filter, view));
  expect(days.map(({ startsAt }) => startsAt)).toEqual(Array.from({ length: 7 }, (_, day) => first + day * DAY));
  for (const { startsAt, count } of days) {
    const ofDay = held.filter(({ createdAt }) => createdAt >= startsAt && createdAt < startsAt + DAY);
    expect(count).toBe(ofDay.length);
  }
  expect(total).toBe(held.length);
  expect(top).toHaveLength(Math.min(5, held.length));
  expect(held.map(({ id }) => id)).toEqual(expect.arrayContaining(top.map(({ id }) => id)));
}

describe('many stories', () => {
  const all = Array.from({ length: 130 }, (_, index) => ({
    story: story({ title: `Story ${index}`, assets: [index % 3 === 0 ? 'BTC' : 'ETH'], importance: index % 100 }),
    // Many at one time, so that only the id keeps them apart.
    at: NOW - Math.floor(index / 60) * DAY,
  }));

  test('come in pages without gaps or doubles, also where many changed at one time', async () => {
    const known = await storeAll(all);
    for (const filter of [null, filterOf('btc'), filterOf('-btc'), filterOf('story')]) {
      expect(await pagesOf(filter, 7)).toEqual(newestFirst(known, filter));
    }
  });

  test('can be asked for since a time', async () => {
    const known = await storeAll(all);
    const since = NOW - DAY;
    const found = await findLatest(store.db, filterOf('btc'), { count: ALL, since, scopes: SCOPES });
    const late = known.filter(({ changedAt }) => changedAt >= since);
    expect(found.map(({ id }) => id)).toEqual(newestFirst(late, filterOf('btc')));
  });

  test('are all counted by a preview, which names the most important ones first', async () => {
    await storeAll(all);
    const { days, total, top } = await previewFilter(store.db, filterOf('story'), {
      now: NOW,
      days: 7,
      scopes: SCOPES,
    });
    expect(days.map(({ count }) => count)).toEqual([0, 0, 0, 0, 10, 60, 60]);
    expect(total).toBe(130);
    const importances = top.map(({ content }) => content.importance);
    expect(importances).toEqual(importances.toSorted((a, b) => b - a));
    const everything = await findLatest(store.db, null, { count: ALL, scopes: SCOPES });
    const sorted = everything.map(({ content }) => content.importance).toSorted((a, b) => b - a);
    expect(importances).toEqual(sorted.slice(0, 5));
  });
});

test('a preview counts a story on the day on which it began, and not at all if that is too long ago', async () => {
  const first = NOW - (NOW % DAY) - 6 * DAY;
  const growing = story({ title: 'Halving' }, { title: 'Halving nears' });
  const [, early] = await storeAll([first - 500, first + DAY - 500].map((at) => ({ story: growing, at })));
  const { days, total, top } = await previewFilter(store.db, filterOf('halving'), {
    now: NOW,
    days: 7,
    scopes: SCOPES,
  });
  expect(days.map(({ count }) => count)).toEqual([1, 0, 0, 0, 0, 0, 0]);
  expect(total).toBe(1);
  expect(top.map(({ id }) => id)).toEqual([early?.id]);
});

describe('what is not for everyone', () => {
  test('a story of a feed that one chat added, and one that was merged away, are found by nobody', async () => {
    const [own, merged, left] = await storeAll(
      [1, 2, 3].map((hours) => ({ story: story({ title: 'Halving', assets: ['BTC'] }), at: NOW - hours * HOUR })),
    );
    await store.db
      .updateTable('story')
      .set({ scope: '7' })
      .where('id', '=', own?.id ?? 0)
      .execute();
    await store.db
      .updateTable('story')
      .set({ merged_into: left?.id ?? 0 })
      .where('id', '=', merged?.id ?? 0)
      .execute();
    for (const filter of [null, filterOf('btc'), filterOf('halving')]) {
      expect((await findLatest(store.db, filter, { count: ALL, scopes: SCOPES })).map(({ id }) => id)).toEqual([
        left?.id,
      ]);
    }
    expect((await searchText(store.db, SCOPES, 'halving', ALL)).stories.map(({ id }) => id)).toEqual([left?.id]);
    expect((await previewFilter(store.db, filterOf('btc'), { now: NOW, days: 7, scopes: SCOPES })).total).toBe(1);
  });
});

describe('search by words', () => {
  async function titlesFor(text: string): Promise<readonly string[]> {
    return (await searchText(store.db, SCOPES, text, 10)).stories.map(({ content }) => content.title);
  }

  async function publish(...texts: readonly (readonly [title: string, body: string])[]): Promise<void> {
    await storeAll(texts.map(([title, body], index) => ({ story: story({ title, body }), at: NOW + index * HOUR })));
  }

  test('finds a word in a title before the same word in a body', async () => {
    await publish(
      ['Miners switch off rigs', 'The price of power rose.'],
      ['Senate votes on a bill', 'Lobbyists of the miners spoke. Miners were heard.'],
    );
    expect(await titlesFor('miners')).toEqual(['Miners switch off rigs', 'Senate votes on a bill']);
  });

  test('wants all words, anywhere in one article; and takes some only where no story has all', async () => {
    await publish(['Fed cuts rates', 'Stocks rally.'], ['Fed holds', 'No cut.'], ['Stocks slip', 'Traders wait.']);
    expect(await searchText(store.db, SCOPES, 'stocks fed', 10)).toMatchObject({
      hasAllWords: true,
      stories: [{ content: { title: 'Fed cuts rates' } }],
    });
    const some = await searchText(store.db, SCOPES, 'fed zebra', 10);
    expect(some.hasAllWords).toBe(false);
    expect(some.stories.map(({ content }) => content.title).toSorted()).toEqual(['Fed cuts rates', 'Fed holds']);
    expect(await titlesFor('zebra quagga')).toEqual([]);
  });

  test('does not mind case, accents that are written apart, or the genitive', async () => {
    await publish(["Café chain's bet on Bitcoin", '']);
    for (const text of ['CAFE\u0301', 'chain', "chain's", 'BITCOIN']) expect(await titlesFor(text)).toHaveLength(1);
  });

  test('finds a story once, however many of its articles have the words', async () => {
    const at = NOW;
    await storeAll([{ story: story({ title: 'Halving nears' }, { title: 'The halving nears' }), at }]);
    expect(await titlesFor('halving')).toHaveLength(1);
  });

  test.each([
    'fed AND cuts',
    'fed OR NOT cuts',
    'NEAR(fed cuts, 2)',
    'fed*',
    '^fed',
    'title:fed',
    '{title body}: fed',
    '-fed',
    '"fed',
    '"fed" cuts"',
    "fed' OR 1=1 --",
    '(fed',
    'fed + cuts',
    'fed\u0000cuts',
    'fed\\',
  ])('takes %j as words', async (text) => {
    await publish(['Fed cuts rates', '']);
    expect(await titlesFor(text)).toEqual(['Fed cuts rates']);
  });

  test.each(['', '   ', '"', '***', '—', '😀'])('finds nothing for %j', async (text) => {
    await publish(['Fed cuts rates', '']);
    expect(await titlesFor(text)).toEqual([]);
  });

  test('never fails, whatever is typed', async () => {
    await publish(['Fed cuts rates', 'NEAR and AND']);
    const operator = fc.constantFrom(
      'AND',
      'OR',
      'NOT',
      'NEAR',
      'NEAR(',
      '*',
      '^',
      '"',
      "'",
      '(',
      ')',
      ':',
      '-',
      '+',
      ',',
    );
    const piece = fc.oneof(
      operator,
      fc.constantFrom('fed', 'cuts', 'title'),
      fc.string({ unit: 'binary', maxLength: 8 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), fc.constantFrom('', ' '), async (pieces, between) => {
        const { stories } = await searchText(store.db, SCOPES, pieces.join(between), 5);
        expect(stories.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 300 },
    );
  });
});
