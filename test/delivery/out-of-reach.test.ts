import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ensureChat, pauseChat, retryGoneChats } from '../../src/store/chats.ts';
import { nextDueAt } from '../../src/store/deliveries.ts';
import { DEBOUNCE_MS, openDesk, type DeliveryDesk } from '../support/delivery-desk.ts';
import { held, later, type Answer } from '../support/fake-messenger.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

let desk: DeliveryDesk;

beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const titles = (nativeId: string) => desk.messenger.shown(nativeId).map(({ title, edits }) => [title, edits]);
const callsTo = (nativeId: string) => desk.messenger.calls.filter(({ to }) => to === nativeId);
const gone: Answer = () => ({ kind: 'gone', reason: 'blocked by the user' });
const nextDue = () => nextDueAt(desk.store.db, { platform: 'local', without: [] });
const speakIn = (nativeId: string) =>
  desk.store.transaction('test', (trx) =>
    ensureChat(trx, { platform: 'local', nativeId, thread: '' }, 'en', desk.clock.now()),
  );
const pause = (chat: number, until: number | null) =>
  desk.store.transaction('test', (trx) => pauseChat(trx, chat, until));

describe('a chat that is gone', () => {
  test('is back once somebody speaks in it, and gets the card that it was owed', async () => {
    const chat = await desk.chat('a');
    desk.messenger.next('a', gone);
    const story = await desk.story('First');
    await desk.pass(MINUTE);
    expect(await desk.delivery(chat, story)).toMatchObject({ state: 'owed', due_at: null });
    expect(await speakIn('a')).toMatchObject({ id: chat, goneReason: null });
    await desk.story('Second');
    await desk.pass(MINUTE);
    expect(titles('a')).toEqual([
      ['First, 1', 0],
      ['Second, 1', 0],
    ]);
  });

  test('is tried once more in the night, since not every platform tells of a return', async () => {
    const chat = await desk.chat('a');
    desk.messenger.next('a', gone, gone);
    const story = await desk.story('First');
    await desk.pass(MINUTE);
    await desk.store.transaction('test', (trx) => retryGoneChats(trx, 'local', 0, 10));
    await desk.pass(MINUTE);
    expect(callsTo('a')).toHaveLength(2);
    expect(await desk.delivery(chat, story)).toMatchObject({ state: 'owed', due_at: null });
    await desk.store.transaction('test', (trx) => retryGoneChats(trx, 'local', 0, 10));
    await desk.pass(MINUTE);
    expect(titles('a')).toEqual([['First, 1', 0]]);
  });

  test('gets the edits that it missed when it is back, and costs the dispatcher nothing until then', async () => {
    await desk.chat('a');
    const story = await desk.story('Flood');
    await desk.pass(0);
    desk.messenger.next('a', gone);
    await desk.grow(story, 'Flood');
    await desk.pass(MINUTE);
    await desk.grow(story, 'Flood');
    await desk.pass(MINUTE);
    expect(callsTo('a')).toHaveLength(2);
    expect(await nextDue()).toBeNull();
    await speakIn('a');
    await desk.pass(MINUTE);
    expect(titles('a')).toEqual([['Flood, 3', 1]]);
  });
});

describe('a chat that is paused', () => {
  test('gets what it is owed at the end of the pause, and is out of the way of others until then', async () => {
    const chat = await desk.chat('a');
    desk.messenger.next('a', later(SECOND, 'chat'));
    await desk.story('Flood');
    await desk.pass(0);
    const until = desk.clock.now() + 10 * MINUTE;
    await pause(chat, until);
    expect(await nextDue()).toBe(until);
    await desk.pass(10 * MINUTE - 1);
    expect(callsTo('a')).toHaveLength(1);
    await desk.pass(1);
    expect(titles('a')).toEqual([['Flood, 1', 0]]);
  });

  test('gets edits no earlier either', async () => {
    const chat = await desk.chat('a');
    const story = await desk.story('Flood');
    await desk.pass(0);
    const until = desk.clock.now() + 10 * MINUTE;
    await pause(chat, until);
    await desk.grow(story, 'Flood');
    await desk.pass(2 * DEBOUNCE_MS);
    expect(titles('a')).toEqual([['Flood, 1', 0]]);
    expect(await nextDue()).toBe(until);
    await desk.pass(10 * MINUTE);
    expect(titles('a')).toEqual([['Flood, 2', 1]]);
  });

  test('gets it all at once when it resumes before', async () => {
    const chat = await desk.chat('a');
    const post = held();
    desk.messenger.next('a', post.answer);
    await desk.story('First');
    await desk.story('Second');
    await desk.pass(0);
    await pause(chat, desk.clock.now() + 60 * MINUTE);
    post.end();
    await desk.pass(MINUTE);
    expect(titles('a')).toEqual([['First, 1', 0]]);
    await pause(chat, null);
    await desk.pass(MINUTE);
    expect(titles('a')).toEqual([
      ['First, 1', 0],
      ['Second, 1', 0],
    ]);
  });
});
