import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { storeItems } from '../../src/feeds/store-items.ts';
import type { ParsedItem } from '../../src/model/article.ts';
import { insertStory } from '../../src/store/stories.ts';
import { nextNewArticle } from '../../src/store/articles.ts';
import { activeFeeds } from '../../src/store/feeds.ts';
import { saveReading } from '../../src/store/readings.ts';
import type { Store } from '../../src/store/store.ts';
import { NOON, openFeedStore } from './feed-store.ts';
import { parsedItem } from './parsed-item.ts';

const OIL = 'Oil falls as supply talks resume in Vienna';
const GOLD = 'Gold climbs to another record high in London';

let store: Store;

beforeEach(async () => {
  store = await openFeedStore(['https://a.example/feed']);
});

afterEach(() => store.close());

function item(fields: Partial<ParsedItem>): ParsedItem {
  return parsedItem({ link: 'https://a.example/wrap', title: OIL, ...fields });
}

/** One poll of the feed that shows these items, newest first; what it stored as `new + edited`. */
async function poll(...items: Partial<ParsedItem>[]): Promise<string> {
  return pollAt(NOON, ...items);
}

async function pollAt(now: number, ...items: Partial<ParsedItem>[]): Promise<string> {
  const [feed] = await activeFeeds(store.db);
  if (!feed) throw new Error('no feed');
  const context = { feed, now, alertMaxAgeMs: 7_200_000, finish: async () => undefined };
  const { newItems, edited } = await storeItems(store, items.map(item), context);
  return `${newItems} + ${edited}`;
}

async function rawTexts() {
  const rows = await store.db.selectFrom('article').select(['raw_title', 'raw_description']).orderBy('id').execute();
  return rows.map((row) => `${row.raw_title} ${row.raw_description}`.trim());
}

describe('what a feed shows again', () => {
  test('two items of one guid, link and title are one article, for which the upper one speaks', async () => {
    const twice = { id: 'g', published: NOON };
    const [upper, lower] = [
      { ...twice, summary: 'now' },
      { ...twice, summary: 'before' },
    ];
    expect(await poll(lower)).toBe('1 + 0');
    expect(await poll(upper, lower)).toBe('0 + 1');
    expect(await poll(upper, lower)).toBe('0 + 0');
    expect(await rawTexts()).toEqual([`${OIL} now`]);
  });

  test('two guids for one link and title do not edit each other, even a page apart', async () => {
    const rest = Array.from({ length: 50 }, (_, index) => ({ id: `n${index}`, link: `https://a.example/${index}` }));
    const document = [{ id: 'g1', summary: 'one' }, ...rest, { id: 'g2', summary: 'two' }];
    await poll(...document);
    expect(await poll(...document)).toBe('0 + 0');
  });

  test('a reused guid on a link that several items share is new once', async () => {
    await poll({ id: 'g', link: 'https://a.example/1' });
    const later = [
      { id: 'g', title: GOLD },
      { id: 'h', title: 'Copper steady before Chinese data' },
    ];
    expect(await poll(...later)).toBe('2 + 0');
    expect(await poll(...later)).toBe('0 + 0');
  });

  test('of two undated items on one link, the one that stays is still known', async () => {
    expect(await poll({}, { title: GOLD })).toBe('2 + 0');
    expect(await poll({})).toBe('0 + 0');
    expect(await poll({ title: GOLD })).toBe('0 + 0');
  });

  test('an undated item is still known when another comes to its link', async () => {
    await poll({});
    expect(await poll({ title: GOLD }, {})).toBe('1 + 0');
  });

  test('an item left alone with a shared guid and link does not overwrite the first one', async () => {
    await poll({ id: 'g' });
    await poll({ id: 'g', title: GOLD }, { id: 'g' });
    expect(await poll({ id: 'g', title: GOLD })).toBe('0 + 0');
    expect(await rawTexts()).toEqual([OIL, GOLD]);
  });

  test('short titles of a feed without guids and links are new every day', async () => {
    const daily = { link: null, title: 'Market wrap' };
    await poll({ ...daily, published: NOON - 86_400_000 });
    expect(await poll({ ...daily, published: NOON }, { ...daily, published: NOON - 86_400_000 })).toBe('1 + 0');
  });
});

describe('an article whose guid and link change', () => {
  const HOUR = 3_600_000;
  const before = { id: 'g1', link: 'https://a.example/oil-falls' };
  const after = { id: 'g2', link: 'https://a.example/oil-falls-2' };
  const LATE = NOON + 11.5 * HOUR;

  test('is known by its title within a day, midnight or not', async () => {
    expect(await pollAt(LATE, { ...before, published: LATE })).toBe('1 + 0');
    expect(await pollAt(LATE + HOUR, { ...after, published: LATE + HOUR })).toBe('0 + 0');
  });

  test('is another one when a day has gone by', async () => {
    await poll({ ...before, published: NOON - 25 * HOUR });
    expect(await poll({ ...after, published: NOON })).toBe('1 + 0');
  });

  test('is known by its title though it tells no date', async () => {
    expect(await pollAt(LATE, before)).toBe('1 + 0');
    expect(await pollAt(LATE + HOUR, after)).toBe('0 + 0');
    expect(await pollAt(LATE + 25 * HOUR, { ...after, id: 'g3', link: 'https://a.example/3' })).toBe('1 + 0');
  });

  test('is two when one document shows both', async () => {
    await poll({ ...before, published: NOON - 20 * HOUR });
    expect(await poll({ ...after, published: NOON }, { ...before, published: NOON - 20 * HOUR })).toBe('1 + 0');
  });
});

describe('what may alert', () => {
  async function alertable(fields: Partial<ParsedItem>, alertMaxAgeMs: number): Promise<boolean> {
    const [feed] = await activeFeeds(store.db);
    if (!feed) throw new Error('no feed');
    const context = {
      feed: { ...feed, first_polled_at: NOON },
      now: NOON,
      alertMaxAgeMs,
      finish: async () => undefined,
    };
    await storeItems(store, [item(fields)], context);
    return (await store.db.selectFrom('article').select('alertable').executeTakeFirstOrThrow()).alertable === 1;
  }

  test.each([
    ['what was published within the time', { published: NOON - 7_000_000 }, 7_200_000, true],
    ['what is older', { published: NOON - 7_300_000 }, 7_200_000, false],
    ['what is without a date', { published: null }, 7_200_000, true],
    ['what claims to come', { published: NOON + 86_400_000 }, 7_200_000, true],
    [
      'what is older than two days, whatever the operator allows',
      { published: NOON - 173_000_000 },
      864_000_000,
      false,
    ],
  ])('%s', async (_, fields, alertMaxAgeMs, expected) => {
    expect(await alertable(fields, alertMaxAgeMs)).toBe(expected);
  });
});

describe('an article that the outlet edits', () => {
  async function readFirst(): Promise<void> {
    await poll({ id: 'g', title: `<b>${OIL}</b>` });
    await store.transaction('newsroom', async (trx) => {
      const storyId = await insertStory(trx, {
        scope: 'public',
        revision: 1,
        created_at: NOON,
        changed_at: NOON,
        lead_article_id: 1,
        title: OIL,
        importance: 1,
        outlet_count: 1,
        content: '{}',
      });
      await saveReading(trx, {
        articleId: 1,
        storyId,
        title: OIL,
        description: '',
        body: 'Read.',
        titleWords: '',
        bodyWords: '',
        analysis: {
          version: 1,
          language: 'en',
          assets: '[]',
          topics: '[]',
          evidence: '[]',
          figures: '[]',
          summary: OIL,
          importance: 1,
        },
      });
    });
  }

  test('keeps its read texts until the newsroom has read the new ones', async () => {
    await readFirst();
    expect(await poll({ id: 'g', title: `<b>${OIL}</b>`, content: '<script>x</script>' })).toBe('0 + 1');
    expect(await nextNewArticle(store.db)).toMatchObject({
      title: OIL,
      body: 'Read.',
      raw_title: `<b>${OIL}</b>`,
      raw_body: '<script>x</script>',
    });
  });

  test('waits until those that nobody has read yet are read', async () => {
    await readFirst();
    await poll({ id: 'new', link: 'https://a.example/new', title: GOLD }, { id: 'g', summary: 'Edited.' });
    expect((await nextNewArticle(store.db))?.raw_title).toBe(GOLD);
  });
});
