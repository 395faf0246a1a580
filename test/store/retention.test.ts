import { setImmediate as turn } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ensureChat } from '../../src/store/chats.ts';
import { oweDelivery } from '../../src/store/deliveries.ts';
import { deleteBefore } from '../../src/store/retention.ts';
import type { Store } from '../../src/store/store.ts';
import { createWorld, type World } from '../support/world.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const CRASH = 'Bitcoin plunges below $70,000 as traders face forced liquidations';
const HACK = 'Hackers steal $40 million from a lending protocol in a bridge exploit';

let world: World;
let transactions: string[];
let failAt: number | null;

beforeEach(async () => {
  transactions = [];
  failAt = null;
  world = await createWorld({
    feeds: { wire: 1 },
    wrapStore: (store) => ({
      ...store,
      async transaction(name, work) {
        if (transactions.push(name) === failAt) throw new Error('killed');
        return store.transaction(name, work);
      },
    }),
  });
});

afterEach(() => world.close());

async function count(
  { db }: Store,
  table: 'story' | 'article' | 'analysis' | 'article_key' | 'story_term' | 'delivery',
) {
  const row = await db
    .selectFrom(table)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

async function countTexts({ db }: Store): Promise<number> {
  return (await sql<{ count: number }>`select count(*) as count from article_text`.execute(db)).rows[0]?.count ?? -1;
}

/** One old story with a card in the chat, and one that is new. */
async function twoStories(): Promise<number> {
  const { feeds, pass, say, clock } = world;
  await pass(MINUTE);
  await say('/subscribe btc');
  await say('/subscribe #hack');
  feeds['wire']?.publish({ guid: 'crash', title: CRASH, body: `${CRASH}, in short.`, at: clock.now() });
  await pass(10 * MINUTE);
  const between = clock.now();
  feeds['wire']?.publish({ guid: 'hack', title: HACK, at: clock.now() });
  await pass(10 * MINUTE);
  return between;
}

describe('what is older than the retention', () => {
  test('goes with all that hangs on it, and what is newer stays', async () => {
    const { store, say, cards } = world;
    const before = await twoStories();
    expect([await count(store, 'story'), await count(store, 'analysis'), await countTexts(store)]).toEqual([2, 2, 2]);
    expect(await deleteBefore(store, before, turn)).toBe(1);
    expect([await count(store, 'story'), await count(store, 'article'), await count(store, 'analysis')]).toEqual([
      1, 1, 1,
    ]);
    expect([await countTexts(store), await count(store, 'delivery')]).toEqual([1, 1]);
    expect((await cards()).map(({ title }) => title)).toEqual([HACK]);
    const terms = await store.db.selectFrom('story_term').select('value').execute();
    expect(terms.map(({ value }) => value)).not.toContain('BTC');
    expect(await say('/latest')).not.toContain(CRASH);
    expect(await say('/latest plunges')).not.toContain(CRASH);
    expect(await say('/latest')).toContain(HACK);
  });

  test('is known when the feed still shows it: it is neither read nor told again', async () => {
    const { store, feeds, pass, clock, cards } = world;
    await twoStories();
    const keys = await count(store, 'article_key');
    await deleteBefore(store, clock.now() + 1, turn);
    expect(await count(store, 'article_key')).toBe(keys);
    feeds['wire']?.publish({ guid: 'new', title: 'Bitcoin miners switch off their rigs', at: clock.now() });
    await pass(5 * MINUTE);
    const articles = await store.db.selectFrom('article').select('title').execute();
    expect(articles.map(({ title }) => title)).toEqual(['Bitcoin miners switch off their rigs']);
    expect((await cards()).map(({ title }) => title)).toEqual(['Bitcoin miners switch off their rigs']);
  });

  test('does not come back when the outlet edits it', async () => {
    const { store, feeds, pass, clock } = world;
    await twoStories();
    await deleteBefore(store, clock.now() + 1, turn);
    feeds['wire']?.revise('crash', { title: 'Bitcoin recovers after its plunge', body: 'A new text.' });
    await pass(5 * MINUTE);
    expect(await count(store, 'article')).toBe(0);
  });

  test('may be followed by the same news from elsewhere, which is a story of its own then', async () => {
    const { store, feeds, pass, clock, cards } = world;
    await twoStories();
    await deleteBefore(store, clock.now() + 1, turn);
    feeds['wire']?.publish({ guid: 'again', title: `${CRASH} overnight`, at: clock.now() });
    await pass(5 * MINUTE);
    const articles = await store.db.selectFrom('article').select(['state', 'error']).execute();
    expect(articles).toEqual([{ state: 'read', error: null }]);
    expect((await cards()).map(({ title }) => title)).toEqual([`${CRASH} overnight`]);
  });

  test('takes articles along that could not be read, but none out of a story that stays', async () => {
    const { store } = world;
    const before = await twoStories();
    await store.db
      .updateTable('article')
      .set({ state: 'failed', seen_at: before - 1 })
      .execute();
    const unread = { state: 'new', story_id: null } as const;
    const [first] = await store.db.selectFrom('article').selectAll().limit(1).execute();
    if (first) {
      const { id: _, ...article } = first;
      await store.db
        .insertInto('article')
        .values([
          { ...article, ...unread, state: 'failed' },
          { ...article, ...unread },
        ])
        .execute();
    }
    await deleteBefore(store, before, turn);
    const left = await store.db.selectFrom('article').select(['title', 'state']).orderBy('id').execute();
    expect(left).toEqual([
      { title: HACK, state: 'failed' },
      { title: CRASH, state: 'new' },
    ]);
    expect(await countTexts(store)).toBe(1);
  });

  test('takes summaries of what was over a cap along', async () => {
    const { store, clock } = world;
    await twoStories();
    const { id } = await store.db.selectFrom('delivery').select('id').limit(1).executeTakeFirstOrThrow();
    await store.db.updateTable('delivery').set({ subject: 'overflow:1:h491000' }).where('id', '=', id).execute();
    await deleteBefore(store, clock.now() - DAY, turn);
    expect(await count(store, 'delivery')).toBe(2);
    await deleteBefore(store, clock.now() + 1, turn);
    expect(await count(store, 'delivery')).toBe(0);
  });
});

describe('a thousand old stories', () => {
  const STORIES = 1_000;

  async function manyStories({ store }: World): Promise<void> {
    const story = {
      scope: 'public',
      revision: 1,
      created_at: 1_000,
      changed_at: 1_000,
      lead_article_id: 0,
      title: 'Old news',
      importance: 1,
      outlet_count: 1,
      content: '{}',
    };
    await store.db
      .insertInto('story')
      .values(Array.from({ length: STORIES }, () => story))
      .execute();
  }

  test('go in short transactions, with a turn for everyone else between them', async () => {
    await manyStories(world);
    let turns = 0;
    transactions = [];
    const deleted = await deleteBefore(world.store, 2_000, async () => void (turns += 1));
    expect(deleted).toBe(STORIES);
    expect(await count(world.store, 'story')).toBe(0);
    expect(transactions.filter((name) => name === 'retention').length).toBeGreaterThanOrEqual(STORIES / 200);
    expect(turns).toBeGreaterThanOrEqual(STORIES / 200 - 1);
  });

  test('go on the next night when the process dies in the middle', async () => {
    await manyStories(world);
    transactions = [];
    failAt = 3;
    await expect(deleteBefore(world.store, 2_000, turn)).rejects.toThrow('killed');
    failAt = null;
    const left = await count(world.store, 'story');
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(STORIES);
    expect(await deleteBefore(world.store, 2_000, turn)).toBe(left);
  });
});

test('a story that 2,500 chats were shown goes in steps of a thousand cards, the story last', async () => {
  const { store } = world;
  const CARDS = 2_500;
  await store.transaction('test', async (trx) => {
    const { id } = await trx
      .insertInto('story')
      .values({
        scope: 'public',
        revision: 1,
        created_at: 1_000,
        changed_at: 1_000,
        lead_article_id: 0,
        title: 'Old news',
        importance: 1,
        outlet_count: 1,
        content: '{}',
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    for (let index = 0; index < CARDS; index += 1) {
      const chat = await ensureChat(trx, { platform: 'local', nativeId: `chat-${index}`, thread: '' }, 'en', 1_000);
      const nonce = `nonce-${index}`;
      const due = { due_at: 1_000, created_at: 1_000 };
      await oweDelivery(trx, {
        chat_id: chat.id,
        subject: `story:${id}`,
        subscription_id: 1,
        wanted: 1,
        nonce,
        ...due,
      });
    }
  });
  const left: string[] = [];
  await deleteBefore(store, 2_000, async () => {
    left.push(`${await count(store, 'delivery')} cards, ${await count(store, 'story')} story`);
  });
  expect(left).toEqual(['1500 cards, 1 story', '500 cards, 1 story']);
  expect([await count(store, 'delivery'), await count(store, 'story')]).toEqual([0, 0]);
});
