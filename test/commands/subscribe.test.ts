import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDesk, type Desk } from './desk.ts';

let desk: Desk;

beforeEach(async () => {
  desk = await openDesk();
});

afterEach(() => desk.close());

describe('/subscribe', () => {
  test('says back in plain words what was asked for, what comes when, and how much at most', async () => {
    const said = await desk.say('/subscribe btc eth sentiment<-0.4 outlets>=2 -doge');
    expect(said.split('\n')).toEqual([
      'Subscription 1 is on',
      'Bitcoin or Ethereum; sentiment below -0.4; reported by at least two outlets; not Dogecoin',
      expect.stringContaining('“doge” is read as the asset DOGE'),
      'A card comes with the next story that fits. At most 10 come an hour and 40 a day; what is over goes into one summary card.',
    ]);
  });

  test('can be undone by a button', async () => {
    const [, undo = ''] = await desk.buttons('/subscribe btc');
    expect(undo).toBe('unsubscribe 1');
    expect(await desk.say(undo)).toContain('Ended subscription 1: Bitcoin.');
  });

  test('twice to the same filter, however it is written, names the subscription that is there', async () => {
    await desk.say('/subscribe btc negative');
    expect(await desk.say('/subscribe Negative $BTC bitcoin')).toBe(
      'This chat has that already, as subscription 1. /unsubscribe 1 ends it.',
    );
    expect(await desk.say('/subscriptions')).toContain('1 subscription\n');
  });

  test('again after it was ended makes a new one, with a number that was not used before', async () => {
    await desk.say('/subscribe btc');
    await desk.say('/unsubscribe 1');
    expect(await desk.say('/subscribe btc')).toContain('Subscription 2 is on');
  });

  test('to fifty filters is enough', async () => {
    for (let count = 0; count < 50; count += 1) await desk.say(`/subscribe word${count}`);
    expect(await desk.say('/subscribe btc')).toBe(
      'This chat has 50 subscriptions, the most there can be. End one first: /subscriptions shows them.',
    );
  });

  test('while the chat is paused says that no cards come yet', async () => {
    await desk.say('/pause 2h');
    expect(await desk.say('/subscribe btc')).toContain('New cards are paused here for another 2 hours');
    await desk.say('/pause');
    expect(await desk.say('/subscribe eth')).toContain('New cards are paused here until /resume.');
  });

  test('to what cannot be read subscribes to nothing, and tells every mistake at once', async () => {
    const said = await desk.say('/subscribe $bitcon #eft');
    expect(said.split('\n')).toEqual([
      '$bitcon: “bitcon” is no asset known here; did you mean Bitcoin ($BTC)?',
      '#eft: “eft” is no topic; did you mean #etf?',
    ]);
    expect(await desk.say('/subscriptions')).toContain('No subscriptions yet');
  });

  test('to nothing says what belongs there', async () => {
    expect(await desk.say('/subscribe')).toContain('For example: /subscribe btc negative');
  });

  test('to a filter that is too long for a button still works', async () => {
    const words = '"forced deleveraging" "price prediction" "open interest" "funding rate"';
    expect(await desk.say(`/subscribe ${words}`)).toContain('Subscription 1 is on');
    expect(await desk.buttons(`/preview ${words}`)).toEqual([]);
  });
});
