import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { updateDelivery } from '../../src/store/deliveries.ts';
import { DEBOUNCE_MS, openDesk, type DeliveryDesk } from '../support/delivery-desk.ts';
import { held, later, unknown, type Answer } from '../support/fake-messenger.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

let desk: DeliveryDesk;

beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const callsTo = (nativeId: string) => desk.messenger.calls.filter(({ to }) => to === nativeId);

describe('a mute while a call is under way', () => {
  const mute = (id: number) =>
    desk.store.transaction('mute', (trx) => updateDelivery(trx, id, { state: 'frozen', due_at: null }));

  test.each<[string, Answer, number]>([
    ['done', (effect) => effect(), 1],
    ['a limit', later(SECOND, 'chat'), 0],
    ['unknown', unknown, 0],
    ['moved', () => ({ kind: 'moved', to: { platform: 'local', nativeId: 'b', thread: '' } }), 0],
  ])('holds when the post’s answer is: %s', async (_, answer, messages) => {
    const chat = await desk.chat('a');
    const post = held();
    desk.messenger.next('a', post.answer);
    const story = await desk.story('Flood');
    await desk.pass(0);
    await mute((await desk.delivery(chat, story)).id);
    post.end(answer);
    await desk.pass(0);
    await desk.grow(story, 'Flood');
    await desk.pass(10 * MINUTE);
    expect(desk.messenger.calls).toHaveLength(1);
    expect(desk.messenger.shown('a')).toHaveLength(messages);
    expect(await desk.delivery(chat, story)).toMatchObject({ state: 'frozen', due_at: null });
  });

  test.each<[string, Answer]>([
    ['done', (effect) => effect()],
    ['a limit', later(SECOND, 'chat')],
    ['unknown', unknown],
  ])('holds when the edit’s answer is: %s', async (_, answer) => {
    const chat = await desk.chat('a');
    const story = await desk.story('Flood');
    await desk.pass(0);
    const edit = held();
    desk.messenger.next('a', edit.answer);
    await desk.grow(story, 'Flood');
    await desk.pass(DEBOUNCE_MS);
    await mute((await desk.delivery(chat, story)).id);
    edit.end(answer);
    await desk.pass(0);
    await desk.grow(story, 'Flood');
    await desk.pass(10 * MINUTE);
    expect(callsTo('a').map(({ kind }) => kind)).toEqual(['post', 'edit']);
    expect(await desk.delivery(chat, story)).toMatchObject({ state: 'frozen', due_at: null });
  });
});
