import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ChatAddress } from '../../src/model/chat.ts';
import { subscriptionsOf } from '../../src/store/subscriptions.ts';
import { DEBOUNCE_MS, openDesk, type DeliveryDesk } from '../support/delivery-desk.ts';
import { held, later, type Answer } from '../support/fake-messenger.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

let desk: DeliveryDesk;

beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const titles = (nativeId: string) => desk.messenger.shown(nativeId).map(({ title, edits }) => [title, edits] as const);
const callsTo = (nativeId: string) => desk.messenger.calls.filter(({ to }) => to === nativeId);
const address = (nativeId: string): ChatAddress => ({ platform: 'local', nativeId, thread: '' });
const movedTo =
  (nativeId: string): Answer =>
  () => ({ kind: 'moved', to: address(nativeId) });

describe('a chat that moved to where a chat is already', () => {
  test('becomes one with it: cards go there, each story once, and all subscriptions go on', async () => {
    const old = await desk.chat('group', 'news', 'hacks', 'etf');
    const there = await desk.chat('supergroup', 'news', 'fed');
    desk.messenger.next('group', movedTo('supergroup'));
    const both = await desk.story('Both', 'news');
    const one = await desk.story('One', 'hacks');
    await desk.pass(SECOND);
    expect(new Map(titles('supergroup'))).toEqual(
      new Map([
        ['Both, 1', 0],
        ['One, 1', 0],
      ]),
    );
    await desk.story('Later', 'etf');
    await desk.grow(one, 'One', 'hacks');
    await desk.grow(both, 'Both', 'news');
    await desk.pass(MINUTE);
    expect(callsTo('group')).toHaveLength(1);
    expect(titles('supergroup')).toHaveLength(3);
    expect(new Map(titles('supergroup'))).toEqual(
      new Map([
        ['Both, 2', 1],
        ['Later, 1', 0],
        ['One, 2', 1],
      ]),
    );
    const subscriptions = await subscriptionsOf(desk.store.db, there);
    expect(subscriptions.map(({ number, filter }) => [number, filter])).toEqual([
      [1, 'news'],
      [2, 'fed'],
      [3, 'etf'],
      [4, 'hacks'],
    ]);
    expect(await subscriptionsOf(desk.store.db, old)).toEqual([]);
    const retired = await desk.store.db.selectFrom('chat').select('gone_reason').where('id', '=', old).execute();
    expect(retired).toEqual([{ gone_reason: `moved to chat ${there}` }]);
    expect(await desk.delivery(old, both)).toMatchObject({ state: 'cancelled', due_at: null });
  });

  test('keeps the card that is there already, and sends none beside it', async () => {
    const old = await desk.chat('group');
    const there = await desk.chat('supergroup');
    const story = await desk.story('Flood');
    await desk.pass(0);
    desk.messenger.next('group', movedTo('supergroup'));
    await desk.grow(story, 'Flood');
    await desk.pass(MINUTE);
    expect(titles('supergroup')).toEqual([['Flood, 2', 1]]);
    expect(await desk.delivery(there, story)).toMatchObject({ state: 'live', sent: 2 });
    expect(await desk.delivery(old, story)).toMatchObject({ state: 'frozen', due_at: null });
  });

  test('does so while a card for the other one is under way', async () => {
    await desk.chat('group', 'hacks');
    await desk.chat('supergroup', 'fed');
    const post = held();
    desk.messenger.next('supergroup', post.answer);
    desk.messenger.next('group', movedTo('supergroup'));
    await desk.story('Rates', 'fed');
    await desk.story('Theft', 'hacks');
    await desk.pass(SECOND);
    expect(desk.messenger.peak.chat).toBe(1);
    post.end();
    await desk.pass(SECOND);
    expect(titles('supergroup')).toEqual([
      ['Rates, 1', 0],
      ['Theft, 1', 0],
    ]);
  });
});

test('two addresses that name each other are asked with growing pauses', async () => {
  await desk.chat('a');
  for (const [from, to] of [
    ['a', 'b'],
    ['b', 'a'],
  ] as const) {
    desk.messenger.next(from, ...Array.from({ length: 2 }, () => movedTo(to)));
  }
  await desk.story('Flood');
  await desk.pass(4 * SECOND);
  expect(desk.messenger.calls).toHaveLength(2);
  await desk.pass(5 * MINUTE);
  expect([...titles('a'), ...titles('b')]).toEqual([['Flood, 1', 0]]);
  expect(desk.messenger.calls).toHaveLength(5);
});

test('a limit does not count as a move: the first move is followed at once', async () => {
  await desk.chat('a');
  desk.messenger.next('a', later(SECOND, 'chat'), movedTo('b'));
  await desk.story('Flood');
  await desk.pass(SECOND + DEBOUNCE_MS);
  expect(titles('b')).toEqual([['Flood, 1', 0]]);
});
