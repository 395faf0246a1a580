import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DEBOUNCE_MS, openDesk, type DeliveryDesk } from '../support/delivery-desk.ts';
import { createFakeMessenger, later, never, unknown } from '../support/fake-messenger.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

let desk: DeliveryDesk;

beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const titles = (nativeId: string) => desk.messenger.shown(nativeId).map(({ title, edits }) => [title, edits]);
const callsTo = (nativeId: string) => desk.messenger.calls.filter(({ to }) => to === nativeId);
const REASON = 'no answer within 10 s';

describe('a platform that gives no answer', () => {
  test('for an hour gets every card once it answers again', async () => {
    for (const name of ['a', 'b', 'c']) {
      await desk.chat(name);
      desk.messenger.next(name, ...Array.from({ length: 33 }, () => unknown));
    }
    await desk.story('Flood');
    await desk.pass(55 * MINUTE);
    expect(['a', 'b', 'c'].flatMap(titles)).toEqual([]);
    await desk.pass(10 * MINUTE);
    for (const name of ['a', 'b', 'c']) expect(titles(name)).toEqual([['Flood, 1', 0]]);
  });

  test('for a day is given up for a post, which is parked with the reason', async () => {
    const chat = await desk.chat('a');
    desk.messenger.next('a', ...Array.from({ length: 720 }, () => unknown));
    const story = await desk.story('Flood');
    await desk.pass(25 * 60 * MINUTE);
    expect(callsTo('a')).toHaveLength(720);
    expect(await desk.delivery(chat, story)).toMatchObject({ state: 'parked', due_at: null, last_error: REASON });
  });

  test('is asked eight times at most where a repeat may come twice', async () => {
    await desk.close();
    desk = await openDesk(undefined, createFakeMessenger(false));
    const chat = await desk.chat('a');
    desk.messenger.next('a', ...Array.from({ length: 8 }, () => unknown));
    const story = await desk.story('Flood');
    await desk.pass(60 * MINUTE);
    expect(callsTo('a')).toHaveLength(8);
    expect(await desk.delivery(chat, story)).toMatchObject({ state: 'parked', doubts: 8, last_error: REASON });
  });

  test('is asked for an edit with growing pauses of two minutes at most, and counts no doubt', async () => {
    const chat = await desk.chat('a');
    const story = await desk.story('Flood');
    await desk.pass(0);
    desk.messenger.next('a', ...Array.from({ length: 8 }, () => unknown));
    await desk.grow(story, 'Flood');
    await desk.pass(DEBOUNCE_MS + 16 * SECOND);
    expect(callsTo('a')).toHaveLength(1 + 3);
    await desk.grow(story, 'Flood');
    await desk.pass(9 * MINUTE);
    expect(titles('a')).toEqual([['Flood, 3', 1]]);
    expect(await desk.delivery(chat, story)).toMatchObject({ sent: 3, doubts: 0, last_error: null });
  });

  test('is not held guilty for the limits that it set before', async () => {
    await desk.chat('a');
    desk.messenger.next('a', ...Array.from({ length: 8 }, () => later(SECOND, 'chat')), unknown);
    await desk.story('Flood');
    await desk.pass(14 * SECOND);
    expect(titles('a')).toEqual([['Flood, 1', 0]]);
  });

  test('does not stop for eight calls that never end: after a minute they count as unknown', async () => {
    const names = Array.from({ length: 10 }, (_, index) => `chat-${index}`);
    for (const name of names) await desk.chat(name);
    for (const name of names.slice(0, 8)) desk.messenger.next(name, never);
    await desk.story('Flood');
    await desk.pass(59 * SECOND);
    expect(names.flatMap(titles)).toEqual([]);
    await desk.pass(MINUTE);
    expect(names.map(titles)).toEqual(names.map(() => [['Flood, 1', 0]]));
  });
});
