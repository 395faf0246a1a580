import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MINUTE, openDesk, type Desk } from './desk.ts';

let desk: Desk;

beforeEach(async () => {
  desk = await openDesk();
});

afterEach(() => desk.close());

describe('/subscriptions', () => {
  test('without any says how to begin', async () => {
    expect(await desk.say('/subscriptions')).toBe(
      'No subscriptions yet. Try /subscribe btc negative, or /start for more to choose from.',
    );
  });

  test('lists them by number, in plain words and as they are written', async () => {
    await desk.say('/subscribe btc negative');
    expect(await desk.say('/subscriptions')).toBe('1 subscription\n1 | Bitcoin; negative | $BTC negative');
    await desk.say('/subscribe #etf');
    expect(await desk.say('/subscriptions')).toContain('2 subscriptions\n');
    expect(await desk.say('/subscriptions')).toContain('2 | about ETFs | #etf');
  });

  test('can be ended by their buttons', async () => {
    await desk.say('/subscribe btc');
    await desk.say('/subscribe eth');
    expect(await desk.buttons('/subscriptions')).toEqual(['unsubscribe 1', 'unsubscribe 2']);
    await desk.say('unsubscribe 1');
    expect(await desk.buttons('/subscriptions')).toEqual(['unsubscribe 2']);
  });

  test('of more than ten have buttons for ten, and say how to end the others', async () => {
    for (let count = 1; count <= 11; count += 1) await desk.say(`/subscribe word${count}`);
    expect(await desk.buttons('/subscriptions')).toHaveLength(10);
    expect(await desk.say('/subscriptions')).toContain('/unsubscribe and its number end any other.');
  });

  test('of a paused chat say until when no cards come', async () => {
    await desk.say('/subscribe btc');
    await desk.say('/pause 20m');
    await desk.pass(5 * MINUTE + 500);
    expect(await desk.say('/subscriptions')).toContain('paused here for another 15 minutes; /resume ends that');
    await desk.pass(15 * MINUTE);
    expect(await desk.say('/subscriptions')).not.toContain('paused');
  });
});

describe('/unsubscribe', () => {
  test('ends the one of that number, says what it was, and can be taken back', async () => {
    await desk.say('/subscribe btc');
    await desk.say('/subscribe eth negative');
    const reply = '/unsubscribe 2';
    const [undo = ''] = await desk.buttons(reply);
    expect(undo).toBe('subscribe $ETH negative');
    expect(await desk.say('/subscriptions')).toContain('1 subscription\n');
    expect(await desk.say(undo)).toContain('Subscription 3 is on');
  });

  test('says what happens to the cards that are there', async () => {
    await desk.say('/subscribe btc');
    expect(await desk.say('/unsubscribe 1')).toBe(
      'Ended subscription 1: Bitcoin. Cards that are here stay, and still change.',
    );
  });

  test.each(['7', '2'])('of number %s, which is not there, says where the numbers are', async (number) => {
    await desk.say('/subscribe btc');
    expect(await desk.say(`/unsubscribe ${number}`)).toBe(
      `There is no subscription ${number} in this chat. /subscriptions shows what there is.`,
    );
  });

  test('twice says that it is not there any more', async () => {
    await desk.say('/subscribe btc');
    await desk.say('/unsubscribe 1');
    expect(await desk.say('/unsubscribe 1')).toContain('There is no subscription 1');
  });

  test('by filter instead of number says how to write it', async () => {
    expect(await desk.say('/unsubscribe btc')).toBe(
      '“btc” does not fit: a whole number belongs here, as in /unsubscribe 2.',
    );
  });
});
