import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { message } from '../../src/model/text.ts';
import { held } from '../support/fake-messenger.ts';
import { DEBOUNCE_MS, openDesk, type DeliveryDesk } from '../support/delivery-desk.ts';

const MINUTE = 60_000;

let desk: DeliveryDesk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const shown = (chat: string) => desk.messenger.shown(chat).map(({ title, edits }) => [title, edits]);

describe('two stories that turn out one', () => {
  test('go on in the card of the absorbed one, in a chat that had it alone', async () => {
    const chat = await desk.chat('a', 'bridge');
    const absorbed = await desk.story('Bridge', 'bridge');
    const left = await desk.story('Theft', 'theft');
    await desk.pass(0);
    await desk.merge(absorbed, left, 'Theft', 'bridge', 'theft');
    await desk.pass(MINUTE);
    expect(shown('a')).toEqual([['Theft, 2', 1]]);
    await desk.grow(left, 'Theft', 'bridge');
    await desk.pass(MINUTE);
    expect(shown('a')).toEqual([['Theft, 3', 2]]);
    expect(await desk.delivery(chat, left)).toMatchObject({ state: 'live', sent: 3 });
  });

  test('go on in the card that is left, in a chat that had both: the other is edited once more and rests', async () => {
    const chat = await desk.chat('a');
    const absorbed = await desk.story('Bridge');
    const left = await desk.story('Theft');
    await desk.pass(0);
    await desk.merge(absorbed, left, 'Theft');
    await desk.pass(MINUTE);
    const [other] = desk.messenger.shown('a');
    expect(other?.lines).toEqual([message('card-absorbed')]);
    expect(shown('a')).toEqual([
      ['Theft, 2', 1],
      ['Theft, 2', 1],
    ]);
    await desk.grow(left, 'Theft');
    await desk.pass(MINUTE);
    expect(shown('a')).toEqual([
      ['Theft, 2', 1],
      ['Theft, 3', 2],
    ]);
    expect(await desk.delivery(chat, absorbed)).toMatchObject({ state: 'frozen', due_at: null });
  });

  test('are one card in a chat to which neither was sent yet', async () => {
    await desk.chat('a');
    const absorbed = await desk.story('Bridge');
    const left = await desk.story('Theft');
    await desk.merge(absorbed, left, 'Theft');
    await desk.pass(MINUTE);
    expect(shown('a')).toEqual([['Theft, 2', 0]]);
  });

  test('reach those who wanted the absorbed one alone and had not got it', async () => {
    await desk.chat('a', 'bridge');
    const left = await desk.story('Theft', 'theft');
    await desk.pass(0);
    const absorbed = await desk.story('Bridge', 'bridge');
    await desk.merge(absorbed, left, 'Theft', 'bridge', 'theft');
    await desk.pass(MINUTE);
    expect(shown('a')).toEqual([['Theft, 2', 0]]);
  });

  test('become one in the card that was under way', async () => {
    await desk.chat('a', 'bridge');
    const left = await desk.story('Theft', 'theft');
    await desk.pass(0);
    const post = held();
    desk.messenger.next('a', post.answer);
    const absorbed = await desk.story('Bridge', 'bridge');
    await desk.pass(0);
    await desk.merge(absorbed, left, 'Theft', 'bridge', 'theft');
    await desk.pass(DEBOUNCE_MS);
    post.end();
    await desk.pass(MINUTE);
    expect(shown('a')).toEqual([['Theft, 2', 1]]);
  });

  test('and then a third, one after the other, end in one card', async () => {
    await desk.chat('a', 'one');
    await desk.chat('b', 'two');
    const first = await desk.story('One', 'one');
    const second = await desk.story('Two', 'two');
    const third = await desk.story('Three', 'three');
    await desk.pass(0);
    await desk.merge(first, second, 'Two', 'one', 'two');
    await desk.merge(second, third, 'Three', 'one', 'two', 'three');
    await desk.pass(MINUTE);
    expect(shown('a')).toEqual([['Three, 2', 1]]);
    expect(shown('b')).toEqual([['Three, 2', 1]]);
  });
});
