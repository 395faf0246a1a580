import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { insertSubscription } from '../../src/store/subscriptions.ts';
import { DEBOUNCE_MS, openDesk, type DeliveryDesk } from '../support/delivery-desk.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

let desk: DeliveryDesk;

beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const titles = (nativeId: string) => desk.messenger.shown(nativeId).map(({ title, edits }) => [title, edits]);
const SUMMARY = 'digest-overflow-title';

/** One more subscription of a chat, that gives so many cards an hour. */
async function subscribe(chatId: number, filter: string, capHour: number): Promise<void> {
  const limits = { mode: 'instant', capHour, capDay: 1_000, createdAt: desk.clock.now() } as const;
  await desk.store.transaction('test', (trx) => insertSubscription(trx, { chatId, filter, ...limits }));
}

/** What each summary lists, by its slot without the hour: '' for the first, '-2' for the one after it. */
async function listed(): Promise<Record<string, readonly number[]>> {
  const rows = await desk.store.db.selectFrom('overflow').selectAll().orderBy('story_id').execute();
  const slots = new Map<string, number[]>();
  for (const { slot, story_id: storyId } of rows) {
    const name = slot.replace(/^h\d+/, '');
    slots.set(name, [...(slots.get(name) ?? []), storyId]);
  }
  return Object.fromEntries(slots);
}

describe('a chat is told of a story once', () => {
  /** Enough subscribers between two subscriptions of a chat that those come in different chunks. */
  async function crowd(filter: string): Promise<void> {
    for (let index = 0; index < 520; index += 1) await desk.chat(`crowd-${index}`, filter);
  }

  test('by a card, although another subscription of it is over its cap and comes first', async () => {
    const chat = await desk.chat('a', 'other');
    await subscribe(chat, 'small', 0);
    await crowd('small');
    await subscribe(chat, 'large', 10);
    await desk.story('Flood', 'small', 'large');
    await desk.pass(MINUTE);
    expect(titles('a')).toEqual([['Flood, 1', 0]]);
    expect(await listed()).toEqual({});
  });

  test('in one summary, although two subscriptions are over their caps', async () => {
    const chat = await desk.chat('a', 'other');
    await subscribe(chat, 'small', 0);
    await crowd('small');
    await subscribe(chat, 'smaller', 0);
    const story = await desk.story('Flood', 'small', 'smaller');
    await desk.pass(MINUTE);
    expect(titles('a')).toEqual([[SUMMARY, 0]]);
    expect(await listed()).toEqual({ '': [story] });
  });

  test('in that summary still when it grows, though a subscription with room matches then', async () => {
    const chat = await desk.chat('a', 'large');
    await subscribe(chat, 'small', 0);
    const story = await desk.story('Flood', 'small');
    await desk.pass(MINUTE);
    await desk.grow(story, 'Flood', 'small', 'large');
    await desk.pass(MINUTE);
    expect(titles('a')).toEqual([[SUMMARY, 1]]);
  });
});

describe('a summary whose message was deleted', () => {
  test('is followed by another one, with what came since, and that one takes what comes', async () => {
    const chat = await desk.chat('a', 'other');
    await subscribe(chat, 'small', 0);
    const first = await desk.story('First', 'small');
    await desk.pass(MINUTE);
    desk.messenger.next('a', () => ({ kind: 'refused', reason: 'message to edit not found' }));
    const second = await desk.story('Second', 'small');
    await desk.pass(DEBOUNCE_MS);
    expect(titles('a')).toEqual([
      [SUMMARY, 0],
      [SUMMARY, 0],
    ]);
    const third = await desk.story('Third', 'small');
    await desk.pass(MINUTE);
    expect(titles('a')).toEqual([
      [SUMMARY, 0],
      [SUMMARY, 1],
    ]);
    expect(await listed()).toEqual({ '': [first], '-2': [second, third] });
  });

  test('twice is followed twice', async () => {
    const chat = await desk.chat('a', 'other');
    await subscribe(chat, 'small', 0);
    await desk.story('First', 'small');
    await desk.pass(MINUTE);
    for (const name of ['Second', 'Third']) {
      desk.messenger.next('a', () => ({ kind: 'refused', reason: 'message to edit not found' }));
      await desk.story(name, 'small');
      await desk.pass(MINUTE);
    }
    expect(titles('a')).toHaveLength(3);
    expect(Object.keys(await listed())).toEqual(['', '-2', '-3']);
  });
});
