import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { findChatAt } from '../../../src/store/chats.ts';
import type { Fault } from '../../support/faults.ts';
import { createPlatformWorld, type PlatformWorld } from '../../support/platform-world.ts';
import { containing } from '../containing.ts';
import { createRecordingLog, type RecordingLog } from '../recording-log.ts';

const MINUTE = 60_000;
const ADMIN = 500;
const MEMBER = 501;
const CRASH = 'Bitcoin plunges below $70,000 as traders face forced liquidations';

let world: PlatformWorld;
let log: RecordingLog;

beforeEach(async () => {
  log = createRecordingLog();
  world = await createPlatformWorld({ feeds: { wire: 1 }, telegramLimits: 'off', log });
  await world.pass(MINUTE);
});

afterEach(async () => {
  await world.close();
  log.assertWithout(world.telegram.token);
});

function publish(title = CRASH): Promise<void> {
  world.feeds['wire']?.publish({ guid: title, title, at: world.clock.now() });
  return world.pass(2 * MINUTE);
}

/** Texts of the cards in a chat: what is no answer. */
function cards(chat: number): readonly string[] {
  const shown = world.telegram.messages(chat).filter(({ buttons }) => JSON.stringify(buttons).includes('mute '));
  return shown.map(({ text }) => text);
}

function asked(method: string) {
  return world.telegram.requests.filter((request) => request.method === method);
}

function isTo(chat: number, body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'chat_id' in body && String(body.chat_id) === String(chat);
}

describe('several chats', () => {
  test('are answered each in the order of its questions', async () => {
    const { telegram } = world;
    const chats = [telegram.private(601), telegram.private(602), telegram.private(603)];
    for (const text of ['/help', '/latest', '/subscriptions', '/nonsense']) {
      for (const { id } of chats) telegram.say(id, text);
    }
    for (const { id } of chats) {
      const answers = [];
      for (let index = 0; index < 4; index += 1) answers.push((await telegram.nextMessage(id)).text.split(/\s/)[0]);
      expect(answers).toEqual(['Commands', 'No', 'No', 'There']);
    }
  });

  test('do not wait for one that is slow, and nothing of that one is lost', async () => {
    const { telegram, pass } = world;
    const [slow, other] = [telegram.private(601).id, telegram.private(602).id];
    telegram.failWith(({ body }) => (isTo(slow, body) ? { kind: 'limited', retryAfterSeconds: 20 } : null));
    telegram.say(slow, '/help');
    telegram.say(slow, '/latest');
    await vi.waitFor(() => expect(asked('sendMessage')).toMatchObject([{ status: 429 }]));
    telegram.failWith(null);
    telegram.say(other, '/help');
    // A new look at what came meanwhile.
    await pass(2_000);
    expect((await telegram.nextMessage(other)).text).toContain('Commands');
    expect(telegram.messages(slow)).toEqual([]);
    await pass(20_000);
    expect((await telegram.nextMessage(slow)).text).toContain('Commands');
    expect((await telegram.nextMessage(slow)).text).toContain('No stories yet');
    expect((await telegram.answer(other, '/latest')).text).toContain('No stories yet');
    expect(telegram.messages(slow)).toHaveLength(2);
    expect(telegram.messages(other)).toHaveLength(2);
  });

  test('are heard, however much one person says at once', async () => {
    const { telegram, pass } = world;
    const [loud, other] = [telegram.private(601).id, telegram.private(602).id];
    telegram.failWith(({ body }) => (isTo(loud, body) ? { kind: 'limited', retryAfterSeconds: 20 } : null));
    for (let index = 0; index < 150; index += 1) telegram.say(loud, '/pause 1h');
    telegram.say(other, '/help');
    await vi.waitFor(async () => {
      // Less than what the loud one waits for its first answer.
      await pass(1_000);
      expect(telegram.messages(other)).toHaveLength(1);
    });
    expect(telegram.messages(loud)).toEqual([]);
  });

  test('of which one is slow keep it unconfirmed, so that a kill would not lose it', async () => {
    const { telegram, pass } = world;
    const [slow, other] = [telegram.private(601).id, telegram.private(602).id];
    const confirmed = () => z.object({ offset: z.number() }).parse(asked('getUpdates').at(-1)?.params).offset - 1;
    await telegram.answer(slow, '/help');
    await vi.waitFor(() => expect(confirmed()).toBeGreaterThan(0));
    const before = confirmed();
    telegram.failWith(({ body }) => (isTo(slow, body) ? { kind: 'limited', retryAfterSeconds: 20 } : null));
    telegram.say(slow, '/help');
    await vi.waitFor(() => expect(asked('sendMessage')).toHaveLength(2));
    telegram.failWith(null);
    telegram.say(other, '/help');
    await pass(2_000);
    await telegram.nextMessage(other);
    const meanwhile = confirmed();
    await pass(20_000);
    await telegram.nextMessage(slow);
    await vi.waitFor(() => expect(confirmed()).toBe(before + 2));
    expect(meanwhile).toBe(before);
  });
});

describe('what is said to the bot', () => {
  test('may be /start with the word of a link', async () => {
    const { id } = world.telegram.private(601);
    const plain = await world.telegram.answer(id, '/start');
    expect((await world.telegram.answer(id, '/start abc_123')).text).toBe(plain.text);
  });

  test('may name it, in any case', async () => {
    const { id } = world.telegram.group();
    expect((await world.telegram.answer(id, '/start@Bellwether_Test_Bot')).text).toContain('I read the market news');
  });

  test('is not what is said to another bot', async () => {
    const { telegram } = world;
    const { id } = telegram.group('Traders', { bot: 'administrator' });
    telegram.say(id, '/latest@other_bot');
    telegram.say(id, 'what do you think of btc?');
    expect((await telegram.answer(id, '/help')).text).toContain('Commands');
    expect(telegram.messages(id)).toHaveLength(1);
  });

  test('may come without a slash where nobody else is', async () => {
    expect((await world.telegram.answer(world.telegram.private(601).id, 'latest btc')).text).toContain('No story fits');
  });

  test('in a group is answered as a reply to it, in private without', async () => {
    const { telegram } = world;
    const group = telegram.group().id;
    const question = telegram.say(group, '/help');
    expect((await telegram.nextMessage(group)).replyTo).toBe(question);
    expect((await telegram.answer(telegram.private(601).id, '/help')).replyTo).toBeNull();
  });

  test('in a channel is a post, and answered there', async () => {
    const { telegram } = world;
    const { id } = telegram.channel('News');
    telegram.post(id, 'Good morning');
    telegram.post(id, '/subscribe btc');
    expect((await telegram.nextMessage(id)).text).toContain('Subscription 1 is on');
    await publish();
    expect(cards(id)).toHaveLength(1);
  });

  test('by an administrator who stays anonymous counts as the group’s', async () => {
    const { id } = world.telegram.supergroup();
    const answer = await world.telegram.answer(id, '/subscribe btc', { anonymousAdmin: true });
    expect(answer.text).toContain('Subscription 1 is on');
  });
});

test('a person who asks too fast is told so once, and heard again after a minute', async () => {
  const { telegram, pass } = world;
  const { id } = telegram.private(601);
  for (let index = 0; index < 15; index += 1) telegram.say(id, '/help');
  await vi.waitFor(() => expect(telegram.messages(id)).toHaveLength(15));
  for (let index = 0; index < 15; index += 1) telegram.say(id, '/help');
  await vi.waitFor(() => expect(telegram.messages(id).at(-1)?.text).toContain('Too many questions'));
  await pass(2 * 60_000);
  expect((await telegram.answer(id, '/latest')).text).toBeDefined();
  expect(telegram.messages(id).filter(({ text }) => text.includes('Too many questions'))).toHaveLength(1);
});

describe('a group with other bots and busy people', () => {
  test('hears nothing about commands that are not ours, unless they are addressed to us', async () => {
    const { telegram } = world;
    const { id } = telegram.group('Traders', { admins: [ADMIN], members: [MEMBER] });
    telegram.say(id, '/ban @someone');
    telegram.say(id, `/nonsense@${telegram.username}`);
    expect((await telegram.nextMessage(id)).text).toContain('no command /nonsense');
    expect(telegram.messages(id)).toHaveLength(1);
  });

  test('has room for its cards, however much is asked in it, and its administrators are always heard', async () => {
    const { telegram } = world;
    const { id } = telegram.group('Traders', { admins: [ADMIN], members: [MEMBER] });
    await telegram.answer(id, '/subscribe btc', { from: ADMIN });
    for (let index = 0; index < 30; index += 1) telegram.say(id, '/help', { from: MEMBER });
    await publish();
    expect(telegram.messages(id).filter(({ text }) => text.startsWith('Commands')).length).toBeLessThanOrEqual(20);
    expect(cards(id)).toHaveLength(1);
    for (let index = 0; index < 30; index += 1) telegram.say(id, '/help', { from: MEMBER });
    telegram.say(id, '/pause', { from: ADMIN });
    await vi.waitFor(() => expect(telegram.messages(id).at(-1)?.text).toContain('Paused'));
  });
});

describe('a forum', () => {
  test('has answers, cards and buttons of each topic in that topic', async () => {
    const { telegram } = world;
    const { id, topics } = telegram.supergroup('Desk', { forum: ['News', 'Talk'], admins: [ADMIN] });
    const [news = 0, talk = 0] = [topics['News'], topics['Talk']];
    const answer = await telegram.answer(id, '/subscribe btc', { from: ADMIN, threadId: news });
    expect(answer.threadId).toBe(news);
    await publish();
    const [card] = telegram.messages(id, news).filter(({ text }) => text.includes('plunges'));
    expect(card).toBeDefined();
    const preview = await telegram.press(id, answer.id, 'Undo', ADMIN);
    expect(preview.text).toBeNull();
    await vi.waitFor(() => expect(telegram.messages(id, news)[0]?.text).toContain('Ended subscription 1'));
    expect(telegram.messages(id, talk)).toEqual([]);
    expect(telegram.messages(id, null)).toEqual([]);
    // Each topic is a chat of its own.
    const elsewhere = await telegram.answer(id, '/subscriptions', { from: ADMIN, threadId: talk });
    expect([elsewhere.threadId, elsewhere.text]).toEqual([talk, containing('No subscriptions yet')]);
    expect((await telegram.answer(id, '/subscriptions', { from: ADMIN })).text).toContain('No subscriptions yet');
  });
});

describe('a group', () => {
  async function subscribed(): Promise<number> {
    const { id } = world.telegram.group('Traders', { admins: [ADMIN], members: [MEMBER] });
    await world.telegram.answer(id, '/subscribe btc', { from: ADMIN });
    return id;
  }

  test('that throws the bot out gets nothing, and what it was owed when it takes it back', async () => {
    const { telegram } = world;
    const group = await subscribed();
    telegram.failWith(({ body }) => (isTo(group, body) ? { kind: 'limited', retryAfterSeconds: 150 } : null));
    await publish();
    telegram.failWith(null);
    telegram.kick(group);
    await vi.waitFor(async () => expect(await goneReason(group)).toBe('the bot was removed (kicked)'));
    await world.pass(5 * MINUTE);
    expect(cards(group)).toEqual([]);
    // Told of it, it did not have to try.
    expect(asked('sendMessage').filter(({ status }) => status === 403)).toEqual([]);
    telegram.readd(group);
    await vi.waitFor(async () => expect(await goneReason(group)).toBeNull());
    await world.pass(MINUTE);
    expect(cards(group)).toMatchObject([containing(CRASH)]);
  });

  test.each([
    ['tells of it', false],
    ['says nothing, so that only the next card meets it', true],
  ])('that becomes a supergroup and %s keeps its subscriptions', async (_name, silent) => {
    const { telegram } = world;
    const group = await subscribed();
    await publish();
    const supergroup = telegram.migrate(group, { silent });
    await publish('Bitcoin tumbles after exchange hack shakes the market');
    expect(cards(supergroup)).toMatchObject([containing('exchange hack')]);
    expect((await telegram.answer(supergroup, '/subscriptions', { from: ADMIN })).text).toContain('1 subscription');
  });
});

async function goneReason(chat: number): Promise<string | null | undefined> {
  const address = { platform: 'telegram', nativeId: String(chat), thread: '' } as const;
  return (await findChatAt(world.store.db, address))?.goneReason;
}

describe('the token stands in no line of the log', () => {
  const faults: readonly (readonly [string, Fault])[] = [
    ['replies are lost', { kind: 'lost-reply' }],
    ['connections are cut', { kind: 'reset' }],
    ...[401, 403, 404, 409, 429, 500, 502].map(
      (status) => [`the answer is ${status}`, { kind: 'status', status, done: false }] as const,
    ),
  ];

  test.each(faults)('when %s', async (_name, fault) => {
    const { telegram, pass } = world;
    const group = telegram.group('Traders', { admins: [ADMIN], members: [MEMBER] }).id;
    const answer = await telegram.answer(group, '/subscribe btc', { from: ADMIN });
    const before = log.count();
    telegram.failWith(({ path }) => (path === '/getUpdates' ? null : fault));
    telegram.say(group, '/subscribe eth', { from: ADMIN });
    telegram.say(group, '/subscribe eth in @nobody', { from: ADMIN });
    // Nobody may ever see an answer to it.
    const pressing = telegram.press(group, answer.id, 'Undo', ADMIN).catch(() => null);
    await vi.waitFor(() => expect(asked('answerCallbackQuery').length).toBeGreaterThan(0));
    await publish();
    telegram.failWith(() => fault);
    telegram.say(group, '/help');
    await pass(2 * MINUTE);
    telegram.failWith(null);
    expect(log.count()).toBeGreaterThan(before);
    const asks = telegram.answer(telegram.private(777).id, '/help');
    await pass(2 * MINUTE);
    expect((await asks).text).toContain('Commands');
    expect(log.all()).not.toContain(telegram.token);
    void pressing;
  });
});
