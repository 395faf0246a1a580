import { afterEach, describe, expect, test } from 'vitest';
import { reviseArticle } from '../src/store/articles.ts';
import { headlines } from './commands/desk.ts';
import { createWorld, type World, type WorldOptions } from './support/world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let world: World;

async function begin(options: Partial<WorldOptions> = {}): Promise<World> {
  world = await createWorld({ feeds: { wire: 1, ledger: 2, coinpost: 3 }, ...options });
  return world;
}

afterEach(() => world.close());

const CRASH = 'Bitcoin plunges below $70,000 as traders face forced liquidations';

describe('from a feed to a card', () => {
  test('what a feed shows at the first poll is never alerted, and can be asked for', async () => {
    const { feeds, pass, say, cards, clock } = await begin();
    await say('/subscribe btc');
    feeds['wire']?.publish({ guid: 'a', title: CRASH, at: clock.now() - HOUR });
    await pass(2 * MINUTE);
    expect(await cards()).toEqual([]);
    expect(await say('/latest btc')).toContain(CRASH);
  });

  test('news after that becomes one card for the subscription that it fits, and none for another', async () => {
    const { feeds, pass, say, cards, clock } = await begin();
    await pass(MINUTE);
    await say('/subscribe btc negative');
    await say('/subscribe eth');
    feeds['wire']?.publish({ guid: 'a', title: CRASH, at: clock.now() });
    await pass(2 * MINUTE);
    expect((await cards()).map(({ title }) => title)).toEqual([CRASH]);
  });

  test('news that is old when first seen does not alert', async () => {
    const { feeds, pass, say, cards, clock } = await begin();
    await pass(MINUTE);
    await say('/subscribe btc');
    feeds['wire']?.publish({ guid: 'a', title: CRASH, at: clock.now() - 3 * HOUR });
    await pass(2 * MINUTE);
    expect(await cards()).toEqual([]);
  });

  test('a second outlet on the same event edits the card instead of posting another', async () => {
    const { feeds, pass, say, cards, clock } = await begin();
    await pass(MINUTE);
    await say('/subscribe btc');
    feeds['ledger']?.publish({ guid: 'a', title: CRASH, at: clock.now() });
    await pass(2 * MINUTE);
    feeds['coinpost']?.publish({ guid: 'b', title: `${CRASH} overnight`, at: clock.now() });
    await pass(2 * MINUTE);
    const shown = await cards();
    expect(shown).toHaveLength(1);
    expect(shown[0]?.edits).toBe(1);
    expect(shown[0]?.sources.map(({ name }) => name)).toEqual(['The ledger', 'The coinpost']);
    expect(shown[0]?.badges).toContain('2 outlets');
  });

  test('an outlet that rewrites its headline changes the card', async () => {
    const { feeds, pass, say, cards, clock } = await begin();
    await pass(MINUTE);
    await say('/subscribe btc');
    feeds['wire']?.publish({ guid: 'a', title: CRASH, at: clock.now() });
    await pass(2 * MINUTE);
    feeds['wire']?.revise('a', { title: 'Bitcoin recovers $70,000 after a brief plunge' });
    await pass(2 * MINUTE);
    expect((await cards()).map(({ title, edits }) => [title, edits])).toEqual([
      ['Bitcoin recovers $70,000 after a brief plunge', 1],
    ]);
  });

  test('outlets that disagree on a figure stand side by side', async () => {
    const { feeds, pass, say, cards, clock } = await begin();
    await pass(MINUTE);
    await say('/subscribe btc');
    const title = 'Bitcoin long positions wiped out in crash';
    feeds['wire']?.publish({
      guid: 'a',
      title,
      description: 'Some $775M in bitcoin long positions was liquidated in 24 hours.',
      at: clock.now(),
    });
    feeds['ledger']?.publish({
      guid: 'b',
      title,
      description: 'About $740M in bitcoin long positions was liquidated in 24 hours.',
      at: clock.now(),
    });
    await pass(2 * MINUTE);
    const rows = (await cards())[0]?.table?.rows.map((row) => row.join(' ')) ?? [];
    expect(rows.filter((row) => row.includes('$775M') && row.includes('The wire'))).toHaveLength(1);
    expect(rows.filter((row) => row.includes('$740M') && row.includes('The ledger'))).toHaveLength(1);
  });

  test('a subscription made after the news does not get it', async () => {
    const { feeds, pass, say, cards, clock } = await begin();
    await pass(MINUTE);
    feeds['wire']?.publish({ guid: 'a', title: CRASH, at: clock.now() });
    await pass(2 * MINUTE);
    await say('/subscribe btc');
    await pass(2 * MINUTE);
    expect(await cards()).toEqual([]);
  });

  test('two subscriptions of a chat that both fit give one card', async () => {
    const { feeds, pass, say, cards, clock } = await begin();
    await pass(MINUTE);
    await say('/subscribe btc');
    await say('/subscribe negative');
    feeds['wire']?.publish({ guid: 'a', title: CRASH, at: clock.now() });
    await pass(2 * MINUTE);
    expect(await cards()).toHaveLength(1);
  });
});

describe('no flood', () => {
  test('what is over ten cards an hour stands in one summary card, and nothing is dropped', async () => {
    const { feeds, pass, say, cards, clock } = await begin();
    await pass(MINUTE);
    await say('/subscribe btc');
    const published = headlines(14);
    for (const title of published) feeds['wire']?.publish({ guid: title, title, at: clock.now() });
    await pass(5 * MINUTE);
    const shown = await cards();
    expect(shown).toHaveLength(11);
    const summary = shown.find(({ items }) => items.length > 0);
    expect(summary?.title).toContain('4 more stories');
    const told = [...shown.map(({ title }) => title), ...(summary?.items.map(({ title }) => title) ?? [])];
    for (const title of published) expect(told.filter((one) => one === title)).toHaveLength(1);
  });

  test('a paused chat gets nothing, and what happened meanwhile is not sent when it resumes', async () => {
    const { feeds, pass, say, cards, clock } = await begin();
    await pass(MINUTE);
    await say('/subscribe btc');
    await say('/pause');
    feeds['wire']?.publish({ guid: 'a', title: CRASH, at: clock.now() });
    await pass(2 * MINUTE);
    await say('/resume');
    await pass(2 * MINUTE);
    expect(await cards()).toEqual([]);
    expect(await say('/latest btc')).toContain(CRASH);
  });

  test('a pause with an end ends by itself', async () => {
    const { feeds, pass, say, cards, clock } = await begin();
    await pass(MINUTE);
    await say('/subscribe btc');
    await say('/pause 10m');
    await pass(11 * MINUTE);
    feeds['wire']?.publish({ guid: 'a', title: CRASH, at: clock.now() });
    await pass(2 * MINUTE);
    expect(await cards()).toHaveLength(1);
  });

  test('a muted story stays as it is while others go on', async () => {
    const { feeds, pass, say, cards, clock } = await begin();
    await pass(MINUTE);
    await say('/subscribe btc');
    feeds['ledger']?.publish({ guid: 'a', title: CRASH, at: clock.now() });
    await pass(2 * MINUTE);
    const mute = (await cards())[0]?.buttons.find(
      (button) => button.kind === 'command' && button.command.startsWith('mute'),
    );
    expect(await say(mute?.kind === 'command' ? mute.command : '')).toContain('Muted');
    feeds['wire']?.publish({ guid: 'b', title: CRASH, at: clock.now() });
    await pass(2 * MINUTE);
    expect((await cards()).map(({ edits }) => edits)).toEqual([0]);
  });

  test('after /unsubscribe no new card comes, and the cards that are there still change', async () => {
    const { feeds, pass, say, cards, clock } = await begin();
    await pass(MINUTE);
    await say('/subscribe btc');
    feeds['ledger']?.publish({ guid: 'a', title: CRASH, at: clock.now() });
    await pass(2 * MINUTE);
    await say('/unsubscribe 1');
    feeds['wire']?.publish({ guid: 'b', title: CRASH, at: clock.now() });
    feeds['wire']?.publish({ guid: 'c', title: 'Bitcoin miners switch off rigs as the price falls', at: clock.now() });
    await pass(2 * MINUTE);
    expect((await cards()).map(({ title, edits }) => [title, edits])).toEqual([[CRASH, 1]]);
  });
});

describe('feeds that misbehave', () => {
  test('a feed that fails is asked less and less often, stands in /status, and recovers by itself', async () => {
    const { feeds, pass, say, cards, clock } = await begin();
    await pass(MINUTE);
    await say('/subscribe btc');
    const wire = feeds['wire'];
    wire?.answerWith({ status: 500 });
    await pass(HOUR);
    const failed = wire?.answered.filter((status) => status === 500).length ?? 0;
    expect(failed).toBeGreaterThan(3);
    expect(failed).toBeLessThan(10);
    expect(await say('/status')).toContain('wire: HTTP 500');
    wire?.answerWith(null);
    await pass(HOUR + 10 * MINUTE);
    wire?.publish({ guid: 'a', title: CRASH, at: clock.now() });
    await pass(3 * MINUTE);
    expect(await cards()).toHaveLength(1);
    expect(await say('/status')).not.toContain('HTTP 500');
  });

  test('a feed that has not changed is not sent again', async () => {
    const { feeds, pass } = await begin();
    await pass(5 * MINUTE);
    expect(feeds['wire']?.answered.slice(0, 3)).toEqual([200, 304, 304]);
  });

  test('a Retry-After is obeyed', async () => {
    const { feeds, pass } = await begin();
    await pass(MINUTE);
    const wire = feeds['wire'];
    wire?.answerWith({ status: 429, headers: { 'retry-after': '7200' } });
    await pass(90 * MINUTE);
    expect(wire?.answered.filter((status) => status === 429)).toHaveLength(1);
  });

  test('two articles with one guid are both read', async () => {
    const { feeds, pass, say, clock } = await begin();
    const [first, second] = ['Bitcoin treasury firm buys 500 BTC', 'Bitcoin miner sells its reserves'];
    feeds['wire']?.publish({ guid: 'same', slug: 'first', title: first ?? '', at: clock.now() });
    await pass(2 * MINUTE);
    feeds['wire']?.publish({ guid: 'same', slug: 'second', title: second ?? '', at: clock.now() });
    await pass(2 * MINUTE);
    const latest = await say('/latest btc');
    expect(latest).toContain('buys 500 BTC');
    expect(latest).toContain('sells its reserves');
  });
});

test('a full disk ends the process with a sentence, and the news comes after the next start', async () => {
  let full = false;
  const { feeds, pass, say, cards, clock, fatal } = await begin({
    wrapStore: (store) => ({
      ...store,
      async transaction(name, work) {
        if (full && name === 'newsroom') throw Object.assign(new Error('database or disk is full'), { errcode: 13 });
        return store.transaction(name, work);
      },
    }),
  });
  await pass(MINUTE);
  await say('/subscribe btc');
  full = true;
  feeds['wire']?.publish({ guid: 'a', title: CRASH, at: clock.now() });
  await pass(MINUTE + 10_000);
  expect(fatal()?.code).toBe('disk_full');
  full = false;
  await pass(5 * MINUTE);
  expect(await cards()).toHaveLength(1);
});

describe('what happens while an article is read', () => {
  test('an edit that comes in between is not lost', async () => {
    let revise: (() => Promise<void>) | undefined;
    const { feeds, pass, say, cards, clock, store } = await begin({
      wrapStore: (inner) => ({
        ...inner,
        async transaction(name, work) {
          if (name === 'newsroom') {
            await revise?.();
            revise = undefined;
          }
          return inner.transaction(name, work);
        },
      }),
    });
    await pass(MINUTE);
    await say('/subscribe btc');
    feeds['wire']?.publish({ guid: 'a', title: 'Bitcoin falls below $70,000', at: clock.now() });
    revise = async () => {
      feeds['wire']?.revise('a', { title: 'Bitcoin falls below $60,000' });
      await store.transaction('poll', async (trx) => {
        const { id } = await trx.selectFrom('article').select('id').executeTakeFirstOrThrow();
        await reviseArticle(trx, id, {
          raw_title: 'Bitcoin falls below $60,000',
          raw_description: '',
          raw_body: '',
          image_url: null,
          content_hash: 'of the new text',
        });
      });
    };
    await pass(3 * MINUTE);
    expect((await cards()).map(({ title }) => title)).toEqual(['Bitcoin falls below $60,000']);
  });

  test('a database that is locked for the moment loses no article', async () => {
    let locked = 3;
    const { feeds, pass, say, cards, clock } = await begin({
      wrapStore: (inner) => ({
        ...inner,
        async transaction(name, work) {
          if (name === 'newsroom' && locked-- > 0) throw Object.assign(new Error('database is locked'), { errcode: 5 });
          return inner.transaction(name, work);
        },
      }),
    });
    await pass(MINUTE);
    await say('/subscribe btc');
    feeds['wire']?.publish({ guid: 'a', title: CRASH, at: clock.now() });
    await pass(3 * MINUTE);
    expect(await cards()).toHaveLength(1);
  });

  test('an article that can never be stored does not keep the others waiting', async () => {
    const { feeds, pass, say, cards, clock } = await begin({
      wrapStore: (inner) => ({
        ...inner,
        async transaction(name, work) {
          return inner.transaction(name, async (trx) => {
            const result = await work(trx);
            const poison = await trx
              .selectFrom('article')
              .select('id')
              .where('title', 'like', '%poison%')
              .where('state', '=', 'read')
              .executeTakeFirst();
            if (poison) throw new Error('this one cannot be stored');
            return result;
          });
        },
      }),
    });
    await pass(MINUTE);
    await say('/subscribe btc');
    feeds['wire']?.publish({ guid: 'a', title: 'Bitcoin poison headline that breaks the tables', at: clock.now() });
    feeds['wire']?.publish({ guid: 'b', title: CRASH, at: clock.now() });
    await pass(5 * MINUTE);
    expect((await cards()).map(({ title }) => title)).toEqual([CRASH]);
  });
});

test('a daily headline is a new story, and a new card, every day', async () => {
  const { feeds, pass, say, cards, clock } = await begin({ intervalMs: HOUR });
  await pass(HOUR);
  await say('/subscribe btc');
  for (const outlet of ['wire', 'ledger', 'coinpost', 'wire']) {
    const title = 'Spot bitcoin funds record hundreds of millions in daily outflows again';
    feeds[outlet]?.publish({ guid: String(clock.now()), title, at: clock.now() });
    await pass(13 * HOUR);
  }
  expect((await cards()).map(({ sources }) => sources.length)).toEqual([2, 2]);
});

test('an old story that its outlet touches up is no news for those who did not have it', async () => {
  const { feeds, pass, say, cards, clock } = await begin({ intervalMs: HOUR });
  await pass(HOUR);
  await say('/subscribe eth');
  feeds['wire']?.publish({ guid: 'a', title: CRASH, at: clock.now() });
  await pass(30 * HOUR);
  feeds['wire']?.revise('a', { title: 'Bitcoin and Ethereum plunge as traders face forced liquidations' });
  await pass(2 * HOUR);
  expect(await cards()).toEqual([]);
  expect(await say('/latest eth')).toContain('Bitcoin and Ethereum plunge');
});
