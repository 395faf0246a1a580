import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DEBOUNCE_MS, openDesk, type DeliveryDesk } from '../support/delivery-desk.ts';
import { later, never, unknown } from '../support/fake-messenger.ts';

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
  test('is asked six times for a post, which is parked then, with the reason', async () => {
    const chat = await desk.chat('a');
    desk.messenger.next('a', ...Array.from({ length: 6 }, () => unknown));
    const story = await desk.story('Flood');
    await desk.pass(60 * MINUTE);
    expect(callsTo('a')).toHaveLength(6);
    expect(await desk.delivery(chat, story)).toMatchObject({ state: 'parked', due_at: null, last_error: REASON });
  });

  test('is asked six times for an edit, with growing pauses, and again when the story grows', async () => {
    const chat = await desk.chat('a');
    const story = await desk.story('Flood');
    await desk.pass(0);
    desk.messenger.next('a', ...Array.from({ length: 6 }, () => unknown));
    await desk.grow(story, 'Flood');
    await desk.pass(DEBOUNCE_MS + 16 * SECOND);
    expect(callsTo('a')).toHaveLength(1 + 3);
    await desk.pass(60 * MINUTE);
    expect(callsTo('a')).toHaveLength(1 + 6);
    expect(await desk.delivery(chat, story)).toMatchObject({ state: 'live', due_at: null, last_error: REASON });
    await desk.grow(story, 'Flood');
    await desk.pass(MINUTE);
    expect(titles('a')).toEqual([['Flood, 3', 1]]);
    expect(await desk.delivery(chat, story)).toMatchObject({ sent: 3, last_error: null });
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
