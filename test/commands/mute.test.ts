import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { headlines, openDesk, type Desk } from './desk.ts';

let desk: Desk;

beforeEach(async () => {
  desk = await openDesk();
});

afterEach(() => desk.close());

describe('/mute', () => {
  test('names the story whose card stays as it is', async () => {
    await desk.say('/subscribe btc');
    await desk.publish('Bitcoin miners switch off rigs');
    expect(await desk.say('/mute 1')).toBe('Muted: “Bitcoin miners switch off rigs”. Its card stays as it is.');
  });

  test.each(['1', '99'])('of story %s, of which there is no card here, says so', async (number) => {
    await desk.publish(...headlines(1));
    expect(await desk.say(`/mute ${number}`)).toBe(
      `There is no card of story ${number} in this chat. A story's number stands at the foot of its card.`,
    );
  });
});
