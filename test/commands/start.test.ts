import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDesk, type Desk } from './desk.ts';

let desk: Desk;

beforeEach(async () => {
  desk = await openDesk();
});

afterEach(() => desk.close());

describe('/start', () => {
  test('says what the bot does and how to go on', async () => {
    const said = await desk.say('/start');
    for (const next of ['/subscribe', '/help', 'market news', 'not advice']) expect(said).toContain(next);
    expect(said.length).toBeLessThan(300);
  });

  test('offers five subscriptions that one press makes', async () => {
    const buttons = await desk.buttons('/start');
    expect(buttons).toHaveLength(5);
    for (const [index, button] of buttons.entries()) {
      expect(await desk.say(button)).toContain(`Subscription ${index + 1} is on`);
    }
    expect(await desk.say('/subscriptions')).toContain('5 subscriptions');
  });
});
