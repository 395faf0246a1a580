import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createPlatformWorld, type PlatformWorld } from '../../support/platform-world.ts';
import { containing } from '../containing.ts';

const MINUTE = 60_000;
const ADMIN = 500;
const MEMBER = 501;
const OPERATOR = 900;
const NOT_YOURS = 'Only administrators of @newsroom may do that.';

let world: PlatformWorld;

beforeEach(async () => {
  world = await createPlatformWorld({
    feeds: { wire: 1 },
    telegramLimits: 'off',
    environment: { OPERATORS: `telegram:${OPERATOR}` },
  });
  for (const id of [ADMIN, MEMBER, OPERATOR]) world.telegram.private(id);
});

afterEach(() => world.close());

function channel(options: Parameters<PlatformWorld['telegram']['channel']>[1] = {}): number {
  return world.telegram.channel('News', { username: 'newsroom', admins: [ADMIN], ...options }).id;
}

async function said(text: string, from = ADMIN): Promise<string> {
  return plain((await world.telegram.answer(from, text)).text);
}

/** Without what keeps a name from becoming a mention. */
function plain(text: string): string {
  return text.replaceAll('\u2060', '');
}

function storedSubscriptions() {
  return world.store.db
    .selectFrom('subscription')
    .innerJoin('chat', 'chat.id', 'subscription.chat_id')
    .select(['chat.native_id', 'subscription.ended_at'])
    .execute();
}

describe('a channel named in a private chat', () => {
  test('is subscribed by its administrator, and gets the cards', async () => {
    const id = channel();
    await world.pass(MINUTE);
    const answer = await said('/subscribe btc in @newsroom');
    expect(answer).toContain('Subscription 1 is on');
    expect(answer).toContain('In @newsroom:');
    world.feeds['wire']?.publish({ guid: 'a', title: 'Bitcoin plunges below $70,000', at: world.clock.now() });
    await world.pass(2 * MINUTE);
    expect(world.telegram.messages(id)).toMatchObject([{ text: containing('Bitcoin plunges') }]);
    expect(world.telegram.messages(ADMIN)).toHaveLength(1);
  });

  test('may be named by its number', async () => {
    const id = channel();
    expect(await said(`/subscribe btc in ${id}`)).toContain('Subscription 1 is on');
    expect(await storedSubscriptions()).toMatchObject([{ native_id: String(id) }]);
  });

  test('is refused to somebody who is no administrator of it, whatever the command', async () => {
    channel();
    await said('/subscribe btc in @newsroom');
    for (const call of ['/subscribe eth', '/unsubscribe 1', '/subscriptions', '/pause', '/resume', '/mute 1']) {
      expect([call, await said(`${call} in @newsroom`, MEMBER)]).toEqual([call, NOT_YOURS]);
    }
    expect(await storedSubscriptions()).toMatchObject([{ ended_at: null }]);
  });

  test('may be configured by an operator of this bot', async () => {
    channel();
    expect(await said('/subscribe btc in @newsroom', OPERATOR)).toContain('Subscription 1 is on');
  });

  test('that the bot is no administrator of is refused with what to do, and nothing is stored', async () => {
    channel({ botIsAdmin: false });
    expect(await said('/subscribe btc in @newsroom')).toBe(
      'I do not find @newsroom. Add me to it as an administrator who may post, then try again.',
    );
    expect(await storedSubscriptions()).toEqual([]);
  });

  test('in which the bot may not post is refused with what to do, and nothing is stored', async () => {
    const id = channel();
    world.telegram.restrict(id);
    expect(await said('/subscribe btc in @newsroom')).toBe(
      'I may not post there yet. Make me an administrator who may post messages, then try again.',
    );
    expect(await storedSubscriptions()).toEqual([]);
  });

  test('that does not exist is refused with what to do', async () => {
    expect(await said('/subscribe btc in @nosuchchannel')).toContain('I do not find @nosuchchannel.');
    expect(await said('/subscribe btc in -1009999999999')).toContain('I do not find -1009999999999.');
  });

  test('goes on being what the buttons are about', async () => {
    const { telegram } = world;
    channel();
    await said('/subscribe eth');
    const answer = await telegram.answer(ADMIN, '/subscribe btc in @newsroom');
    await telegram.press(ADMIN, answer.id, 'Undo', ADMIN);
    expect((await telegram.nextEdit(ADMIN)).text).toContain('Ended subscription 1: Bitcoin');
    expect(await said('/subscriptions in @newsroom')).toContain('No subscriptions yet');
    expect(await said('/subscriptions')).toContain('1 subscription');
    await telegram.press(ADMIN, answer.id, 'Undo', ADMIN);
    expect((await telegram.nextEdit(ADMIN)).text).toContain('Subscription 2 is on');
    expect(await said('/subscriptions in @newsroom')).toContain('1 subscription');
  });

  test('has buttons that are refused to those who lost the right', async () => {
    const { telegram } = world;
    const group = telegram.group('Traders', { admins: [ADMIN], members: [MEMBER] }).id;
    channel();
    const answer = await telegram.answer(group, '/subscribe btc in @newsroom', { from: ADMIN });
    expect(await telegram.press(group, answer.id, 'Undo', MEMBER)).toMatchObject({ text: NOT_YOURS, showAlert: true });
    expect(await storedSubscriptions()).toMatchObject([{ ended_at: null }]);
  });
});

describe('nobody', () => {
  test('reaches another person’s private chat by its number', async () => {
    const bob = world.telegram.private(5_550_123).id;
    await world.telegram.answer(bob, '/subscribe btc');
    for (const call of ['/subscribe eth', '/unsubscribe 1', '/subscriptions', '/pause']) {
      const answer = await said(`${call} in ${bob}`);
      expect([call, answer]).toEqual([call, `Only administrators of ${bob} may do that.`]);
    }
    expect(await storedSubscriptions()).toMatchObject([{ native_id: String(bob), ended_at: null }]);
    expect((await world.telegram.answer(bob, `/subscriptions in ${bob}`)).text).toContain('1 subscription');
  });

  test('who speaks as a group reaches a channel from it', async () => {
    const { telegram } = world;
    channel();
    const group = telegram.supergroup('Traders', { admins: [ADMIN], members: [MEMBER] }).id;
    const answer = await telegram.answer(group, '/subscribe btc in @newsroom', { anonymousAdmin: true });
    expect(plain(answer.text)).toBe(NOT_YOURS);
    expect(await storedSubscriptions()).toEqual([]);
  });
});
