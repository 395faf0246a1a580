import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { COMMANDS } from '../../../commands/index.ts';
import type { ChatPlatform } from '../../../src/chat/chat-platform.ts';
import { createTelegramPlatform } from '../../../src/platforms/telegram/telegram-platform.ts';
import { startFakeTelegram, type FakeTelegram } from '../../support/telegram/fake-telegram.ts';
import { TEXTS } from '../../support/world.ts';
import { startAnsweringServer } from '../answering-server.ts';
import { openPlatformDesk, type PlatformDesk } from '../platform-desk.ts';
import { NO_FETCHER } from '../../support/no-fetcher.ts';

const ANN = 501;

let desk: PlatformDesk;
let fake: FakeTelegram;
let started: ChatPlatform[];

beforeEach(async () => {
  desk = await openPlatformDesk();
  started = [];
  await open();
});

afterEach(async () => {
  for (const platform of started) await platform.stop();
  await fake.close();
  await desk.close();
  desk.log.assertWithout(fake.token);
});

/** Telegram, or after a while away the same again. */
async function open(port = 0): Promise<void> {
  fake = await startFakeTelegram({ port, now: desk.clock.now, limits: 'off' });
  fake.private(ANN, 'Ann');
}

function portOf(telegram: FakeTelegram): number {
  return Number(new URL(telegram.apiUrl).port);
}

function platformWith(token = fake.token, apiUrl = fake.apiUrl): ChatPlatform {
  const { clock, log } = desk;
  const platform = createTelegramPlatform({
    token,
    apiUrl,
    operators: [],
    fetcher: NO_FETCHER,
    texts: TEXTS,
    clock,
    log,
  });
  started.push(platform);
  return platform;
}

describe('starting', () => {
  test('listens, and says under which name', async () => {
    const platform = platformWith();
    expect(platform.trouble()).toBe('not started');
    await desk.start(platform);
    expect(platform.trouble()).toBeNull();
    expect(desk.log.all()).toContain('https://t.me/bellwether_test_bot');
    expect((await fake.answer(ANN, '/help')).text).toContain('Commands');
  });

  test('ends a webhook that the bot once had', async () => {
    fake.pollingConflict('webhook');
    const platform = platformWith();
    await desk.start(platform);
    expect((await fake.answer(ANN, '/help')).text).toContain('Commands');
    expect(platform.trouble()).toBeNull();
  });

  test('makes the commands known: in groups those for everybody, to administrators and in private all', async () => {
    await desk.start(platformWith());
    const all = COMMANDS.filter(({ hidden }) => !hidden);
    const names = (scope: string) => fake.commands.get(scope)?.map(({ command }) => command);
    // Those of a group are one.
    const groups = [...new Set(all.map(({ name }) => name.split(' ')[0]))];
    expect(names('all_private_chats')).toEqual(groups);
    expect(names('all_chat_administrators')).toEqual(groups);
    expect(names('all_group_chats')).toEqual(all.filter(({ access }) => access === 'anyone').map(({ name }) => name));
    expect(names('all_group_chats')).not.toContain('subscribe');
    expect(fake.commands.get('all_private_chats')?.find(({ command }) => command === 'latest')?.description).toBe(
      'The newest stories, all or those that fit a filter',
    );
  });

  test.each(['700000001:AAanotherFakeTokenForTests-0123456789ab', 'nonsense'])(
    'with the wrong token %s ends with what to do',
    async (token) => {
      await expect(desk.start(platformWith(token))).rejects.toMatchObject({
        code: 'telegram_token',
        text: { id: 'start-telegram-token' },
      });
      expect(desk.log.all()).not.toContain(token);
    },
  );
});

describe('without a network at the start', () => {
  test('it goes on trying, and then listens', async () => {
    const port = portOf(fake);
    await fake.close();
    const platform = platformWith();
    await desk.start(platform);
    expect(platform.trouble()).toMatch(/^out of reach: /);
    await open(port);
    await desk.until(() => platform.trouble() === null);
    expect((await fake.answer(ANN, '/help')).text).toContain('Commands');
  });

  test('it stops at once when it is told to', async () => {
    await fake.close();
    const platform = platformWith();
    await desk.start(platform);
    await platform.stop();
    expect(platform.trouble()).toBe('stopped');
  });

  test('a token that turns out to be wrong is said in the trouble', async () => {
    const port = portOf(fake);
    await fake.close();
    const platform = platformWith('700000001:AAanotherFakeTokenForTests-0123456789ab');
    await desk.start(platform);
    await open(port);
    await desk.until(() => !platform.trouble()?.startsWith('out of reach'));
    expect(platform.trouble()).toBe('Telegram does not accept TELEGRAM_TOKEN');
  });

  test('a page that something answers in its place is no reason to end', async () => {
    const server = await startAnsweringServer(200, '<html>Captive portal</html>');
    const platform = platformWith(fake.token, server.url);
    await desk.start(platform);
    expect(platform.trouble()).toMatch(/^out of reach: /);
    await server.close();
  });
});

describe('when Telegram fails later', () => {
  test('it says so, and goes on when it is back', async () => {
    const platform = platformWith();
    await desk.start(platform);
    const port = portOf(fake);
    await fake.close();
    await desk.until(() => platform.trouble()?.startsWith('out of reach: ') ?? false);
    await open(port);
    await desk.until(() => platform.trouble() === null);
    expect((await fake.answer(ANN, '/help')).text).toContain('Commands');
  });

  test.each([
    ['other-poller', 'another program is reading this bot’s updates: stop it, or give this one a bot of its own'],
    ['webhook', 'a webhook is set for this bot'],
  ] as const)('for %s, it explains that, and goes on when it is over', async (conflict, reason) => {
    const platform = platformWith();
    await desk.start(platform);
    fake.pollingConflict(conflict);
    await desk.until(() => platform.trouble() === reason);
    fake.pollingConflict(null);
    await desk.until(() => platform.trouble() === null);
    expect((await fake.answer(ANN, '/help')).text).toContain('Commands');
    // Once, not at each try.
    expect(desk.log.all().split('telegram hands out no updates')).toHaveLength(2);
  });
});

describe('stopping', () => {
  test('confirms what was handled, so that the next start does not handle it again', async () => {
    const first = platformWith();
    await desk.start(first);
    await fake.answer(ANN, '/help');
    await first.stop();
    await desk.start(platformWith());
    expect((await fake.answer(ANN, '/latest')).text).toContain('No stories yet');
    expect(fake.messages(ANN)).toHaveLength(2);
  });

  test('leaves what came too late to the next start', async () => {
    const first = platformWith();
    await desk.start(first);
    await first.stop();
    fake.say(ANN, '/help');
    await desk.start(platformWith());
    expect((await fake.nextMessage(ANN)).text).toContain('Commands');
  });

  test('waits for the answers under way', async () => {
    const platform = platformWith();
    await desk.start(platform);
    fake.failWith(({ path }) => (path === '/sendMessage' ? { kind: 'delay', ms: 200 } : null));
    fake.say(ANN, '/help');
    await desk.until(() => fake.requests.some(({ method }) => method === 'sendMessage'));
    await platform.stop();
    expect(fake.requests.filter(({ method }) => method === 'sendMessage')).toMatchObject([{ status: 200 }]);
  });
});
