import { afterEach, describe, expect, test } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { insertSubscription } from '../../src/store/subscriptions.ts';
import { openDesk, type DeliveryDesk } from '../support/delivery-desk.ts';

const CHATS = 300;
const SUBSCRIPTIONS_A_CHAT = 4;
const MINUTE = 60_000;

let desk: DeliveryDesk;
afterEach(() => desk.close());

/** Fails the nth transaction of that name, before or after its commit, as if the process had ended there. */
function dying(name: string, nth: number, when: 'before' | 'after') {
  let left = nth;
  return (store: Store): Store => ({
    ...store,
    async transaction(called, work) {
      const chosen = called === name && (left -= 1) === 0;
      const result = await store.transaction(called, async (trx) => {
        const worked = await work(trx);
        if (chosen && when === 'before') throw new Error('killed before the commit');
        return worked;
      });
      if (chosen) throw new Error('killed after the commit');
      return result;
    },
  });
}

/** Subscriptions of a chat lie far apart, so that its filters are matched in different chunks. */
async function subscribeAll({ store, clock }: DeliveryDesk, chats: readonly number[]): Promise<void> {
  await store.transaction('test', async (trx) => {
    for (let round = 1; round < SUBSCRIPTIONS_A_CHAT; round += 1) {
      for (const chatId of chats) {
        const limits = { mode: 'instant', capHour: 100, capDay: 100, createdAt: clock.now() } as const;
        await insertSubscription(trx, { chatId, ...limits, filter: `news ${round}` });
      }
    }
  });
}

const FILTERS = Array.from({ length: SUBSCRIPTIONS_A_CHAT }, (_, round) => (round === 0 ? 'news' : `news ${round}`));
const names = Array.from({ length: CHATS }, (_, index) => `chat-${index}`);
const titles = (name: string) => desk.messenger.shown(name).map(({ title, edits }) => [title, edits]);

async function openWithSubscribers(wrapStore?: (store: Store) => Store): Promise<void> {
  desk = await openDesk(wrapStore);
  const chats: number[] = [];
  for (const name of names) chats.push(await desk.chat(name));
  await subscribeAll(desk, chats);
}

describe('a story that 1,200 subscriptions of 300 chats want', () => {
  // One transaction for the edits phase, then three chunks of subscriptions.
  const points = [1, 2, 3, 4].flatMap((nth) => [[nth, 'before'] as const, [nth, 'after'] as const]);

  test.each(points)('is one card a chat when the process dies at fan-out %i, %s the commit', async (nth, when) => {
    await openWithSubscribers(dying('fan-out', nth, when));
    await desk.story('Flood', ...FILTERS);
    await desk.pass(0);
    expect(desk.takeFaults()).toHaveLength(1);
    desk.restart();
    await desk.pass(0);
    expect(names.map(titles)).toEqual(names.map(() => [['Flood, 1', 0]]));
    expect(await desk.store.db.selectFrom('fanout').selectAll().execute()).toEqual([]);
  });

  test('changes in every chat when it grows, though the process dies between the chunks of edits', async () => {
    const extra = 250;
    await openWithSubscribers(dying('fan-out', 5, 'after'));
    for (let index = 0; index < extra; index += 1) await desk.chat(`more-${index}`);
    const story = await desk.story('Flood', ...FILTERS);
    await desk.pass(0);
    await desk.grow(story, 'Flood', ...FILTERS);
    await desk.pass(0);
    expect(desk.takeFaults()).toHaveLength(1);
    desk.restart();
    await desk.pass(MINUTE);
    const all = [...names, ...Array.from({ length: extra }, (_, index) => `more-${index}`)];
    expect(all.map(titles)).toEqual(all.map(() => [['Flood, 2', 1]]));
  });
});

test('revisions that wait are expanded in their order, so that no chat is left with an older one', async () => {
  desk = await openDesk();
  const chat = await desk.chat('a');
  const story = await desk.story('Flood');
  await desk.grow(story, 'Flood');
  await desk.grow(story, 'Flood');
  await desk.pass(MINUTE);
  expect(titles('a').map(([title]) => title)).toEqual(['Flood, 3']);
  expect(await desk.delivery(chat, story)).toMatchObject({ wanted: 3, sent: 3 });
});
