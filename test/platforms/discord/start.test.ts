import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { COMMANDS } from '../../../commands/index.ts';
import type { ChatPlatform } from '../../../src/chat/chat-platform.ts';
import { createDiscordPlatform } from '../../../src/platforms/discord/discord-platform.ts';
import type { CommandSummary } from '../../../src/chat/command-summary.ts';
import type { FakeDiscord } from '../../support/discord/fake-discord-types.ts';
import { startFakeDiscord } from '../../support/discord/fake-discord.ts';
import { TEXTS } from '../../support/world.ts';
import { containing } from '../containing.ts';
import { CRASH_CARD } from '../crash-card.ts';
import { openPlatformDesk, type PlatformDesk } from '../platform-desk.ts';
import { NO_FETCHER } from '../../support/no-fetcher.ts';

const OTHER_TOKEN = 'MTAwMDAwMDAwMDAwMDAwMDAwMQ.FAKE01.another-not-real-token-0123456789-abc';

let desk: PlatformDesk;
let fake: FakeDiscord;
let started: ChatPlatform[];
let channel: string;

beforeEach(async () => {
  desk = await openPlatformDesk();
  started = [];
  await open();
});

afterEach(async () => {
  for (const platform of started) await platform.stop();
  await fake.close();
  await desk.close();
  desk.log.assertWithout(fake.token, OTHER_TOKEN);
});

/** Discord, or after a while away another one at the same place. */
async function open(port = 0): Promise<void> {
  fake = await startFakeDiscord({ port, identifyWindowMs: 0 });
  channel = fake.addChannel(fake.addGuild());
}

function portOf(discord: FakeDiscord): number {
  return Number(new URL(discord.apiUrl).port);
}

function platformWith(token = fake.token): ChatPlatform {
  const { clock, log } = desk;
  const platform = createDiscordPlatform({
    token,
    apiUrl: fake.apiUrl,
    operators: [],
    fetcher: NO_FETCHER,
    texts: TEXTS,
    clock,
    log,
  });
  started.push(platform);
  return platform;
}

async function helps(): Promise<void> {
  await fake.connected();
  expect((await fake.slash(channel, 'help')).embeds[0]?.title).toBe('Commands');
}

/** Whether the bot has a connection to the gateway. */
function isConnected(): Promise<boolean> {
  return Promise.race([fake.connected().then(() => true), new Promise<false>((no) => setImmediate(() => no(false)))]);
}

describe('starting', () => {
  test('listens, without intents, and says with which link the bot is invited', async () => {
    const platform = platformWith();
    expect(platform.trouble()).toBe('not started');
    await desk.start(platform);
    await helps();
    expect(platform.trouble()).toBeNull();
    expect(fake.gatewayIntents).toBe(0);
    expect(desk.log.all()).toMatch(/oauth2\/authorize\?client_id=1000000000000000001&permissions=\d+&scope=bot/);
  });

  test('makes the commands known once: a second start sees that they are', async () => {
    await desk.start(platformWith());
    expect(fake.commandPuts).toBe(1);
    expect(fake.registered.map(({ name }) => name)).toEqual(
      // Those of a group are one.
      [...new Set(COMMANDS.filter(({ hidden }) => !hidden).map(({ name }) => name.split(' ')[0]))],
    );
    await desk.start(platformWith());
    expect(fake.commandPuts).toBe(1);
  });

  test.each<[string, readonly CommandSummary[]]>([
    ['is new', [...COMMANDS, { name: 'extra', description: 'More', access: 'anyone', options: {}, examples: [] }]],
    ['is no more', COMMANDS.slice(1)],
    ['says something else of itself', COMMANDS.map((command) => ({ ...command, description: `${command.name}!` }))],
    [
      'has another option',
      COMMANDS.map((command) => ({
        ...command,
        options: { ...command.options, extra: { kind: 'duration', description: 'How long' } },
      })),
    ],
  ])('makes them known again when one %s', async (_name, commands) => {
    await desk.start(platformWith());
    await desk.start(platformWith(), commands);
    expect(fake.commandPuts).toBe(2);
    await desk.start(platformWith(), commands);
    expect(fake.commandPuts).toBe(2);
  });

  test.each([OTHER_TOKEN, 'nonsense'])('with the wrong token %s ends with what to do', async (token) => {
    await expect(desk.start(platformWith(token))).rejects.toMatchObject({
      code: 'discord_token',
      text: { id: 'start-discord-token' },
    });
  });
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
    await helps();
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
    const platform = platformWith(OTHER_TOKEN);
    await desk.start(platform);
    await open(port);
    await desk.until(() => !platform.trouble()?.startsWith('out of reach'));
    expect(platform.trouble()).toBe('Discord does not accept DISCORD_TOKEN');
  });
});

describe('when the gateway cannot be asked for at first', () => {
  test('it goes on trying, listens, and hangs up when it stops', async () => {
    fake.failWith(({ path }) => (path === '/gateway/bot' ? { kind: 'status', status: 502, done: false } : null));
    const platform = platformWith();
    await desk.start(platform);
    expect(platform.trouble()).toMatch(/^out of reach: /);
    fake.failWith(null);
    await desk.until(() => platform.trouble() === null);
    await helps();
    expect(await isConnected()).toBe(true);
    await platform.stop();
    expect(await isConnected()).toBe(false);
  });

  test('it does not connect any more when it was stopped meanwhile', async () => {
    fake.failWith(({ path }) => (path.endsWith('/commands') ? { kind: 'delay', ms: 100 } : null));
    const platform = platformWith();
    const starting = desk.start(platform);
    await desk.until(() => fake.requests.length > 0);
    await platform.stop();
    await starting;
    expect(await isConnected()).toBe(false);
    expect(fake.identifies).toBe(0);
    expect(platform.trouble()).toBe('stopped');
  });
});

describe('when the gateway drops the connection', () => {
  test('it takes up where it was, and commands work', async () => {
    const platform = platformWith();
    await desk.start(platform);
    await helps();
    fake.dropGateway();
    await desk.until(() => platform.trouble() !== null);
    expect(platform.trouble()).toBe('the connection was lost, connecting again');
    await desk.until(() => platform.trouble() === null);
    await helps();
    expect([fake.resumes, fake.identifies]).toEqual([1, 1]);
  });
});

describe('stopping', () => {
  test('hangs up, waits for the answers under way, and lets cards still be sent', async () => {
    const platform = platformWith();
    await desk.start(platform);
    await fake.connected();
    let isAnswering = false;
    fake.failWith(({ path }) => {
      if (!path.endsWith('/callback')) return null;
      isAnswering = true;
      return { kind: 'delay', ms: 100 };
    });
    const answer = fake.slash(channel, 'help');
    await desk.until(() => isAnswering);
    await platform.stop();
    expect(fake.requests.at(-1)).toMatchObject({ path: containing('/callback'), status: 204 });
    expect((await answer).embeds[0]?.title).toBe('Commands');
    expect(await isConnected()).toBe(false);
    const to = { platform: 'discord', nativeId: channel, thread: '' } as const;
    expect(await platform.messenger.post(to, CRASH_CARD, { nonce: 'late', language: 'en' })).toMatchObject({
      kind: 'sent',
    });
  });
});
