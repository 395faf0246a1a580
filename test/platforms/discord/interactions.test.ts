import { PermissionFlagsBits as Flag } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { findChatAt } from '../../../src/store/chats.ts';
import type { Store } from '../../../src/store/store.ts';
import type { Fault } from '../../support/faults.ts';
import { createPlatformWorld, type PlatformWorld } from '../../support/platform-world.ts';
import { headlines } from '../../commands/desk.ts';
import { containing } from '../containing.ts';
import { createRecordingLog, type RecordingLog } from '../recording-log.ts';

const MINUTE = 60_000;
const MANAGER = { id: '300000000000000001', permissions: Flag.ManageGuild };
const OPERATOR = { id: '300000000000000009', permissions: Flag.Administrator };
const MEMBER = { id: '300000000000000002' };
const MANAGERS_ONLY = 'Only people who manage this chat may do that. Ask one of them.';
/** How every token of an interaction begins. */
const INTERACTION_TOKEN = 'aW50ZXJhY3Rpb24';

let world: PlatformWorld;
let log: RecordingLog;
let guild: string;
let channel: string;
/** Transactions of commands take so long, in ms. */
let slowness: number;

beforeEach(async () => {
  log = createRecordingLog();
  slowness = 0;
  world = await createPlatformWorld({
    feeds: { wire: 1 },
    log,
    wrapStore: slow,
    environment: { OPERATORS: `discord:${OPERATOR.id}` },
  });
  await world.discord.connected();
  await world.pass(MINUTE);
  guild = world.discord.addGuild('Desk');
  channel = world.discord.addChannel(guild, { name: 'alerts' });
});

afterEach(async () => {
  await world.close();
  log.assertWithout(world.discord.token, INTERACTION_TOKEN);
});

function slow(store: Store): Store {
  return {
    ...store,
    async transaction(name, work) {
      if (name === 'pause' || name === 'unsubscribe') await world.clock.sleep(slowness);
      return store.transaction(name, work);
    },
  };
}

/** One story each. */
async function publish(count = 1): Promise<void> {
  for (const [index, title] of headlines(count).entries()) {
    world.feeds['wire']?.publish({ guid: `n${index}`, title, at: world.clock.now() - index });
  }
  await world.pass(2 * MINUTE);
}

function cards(of = channel) {
  return world.discord.messages(of).filter(({ nonce }) => nonce !== null);
}

async function goneReason(of: string): Promise<string | null | undefined> {
  return (await findChatAt(world.store.db, { platform: 'discord', nativeId: of, thread: '' }))?.goneReason;
}

describe('what is typed into a filter', () => {
  test('is completed in its last term, the rest stays', async () => {
    const choices = await world.discord.autocomplete(channel, 'latest', { filter: 'btc neg' }, 'filter');
    expect(choices.map(({ value }) => value)).toContain('btc negative');
    expect(choices.length).toBeLessThanOrEqual(25);
    for (const { value } of choices) expect(String(value)).toMatch(/^btc /);
  });

  test('may be empty, or of any length', async () => {
    expect(await world.discord.autocomplete(channel, 'latest', { filter: '' }, 'filter')).not.toEqual([]);
    const long = `${'"a long phrase" '.repeat(20)}neg`;
    expect(await world.discord.autocomplete(channel, 'latest', { filter: long }, 'filter')).toEqual([]);
  });

  test('is completed for a command name, too', async () => {
    const choices = await world.discord.autocomplete(channel, 'help', { command: 'subs' }, 'command');
    expect(choices.map(({ value }) => value)).toEqual(['subscribe', 'subscriptions']);
  });
});

describe('an answer', () => {
  test('is seen by all, or by the person alone where it is about little else', async () => {
    const { discord } = world;
    expect((await discord.slash(channel, 'latest')).ephemeral).toBe(false);
    expect((await discord.slash(channel, 'subscribe', { filter: 'btc' }, MANAGER)).ephemeral).toBe(false);
    for (const name of ['status', 'subscriptions', 'start', 'help'] as const) {
      expect([name, (await discord.slash(channel, name)).ephemeral]).toEqual([name, true]);
    }
    expect(discord.messages(channel)).toHaveLength(2);
  });

  test('that is an error is seen by the person alone', async () => {
    const answer = await world.discord.slash(channel, 'latest', { filter: '$nosuchcoin' });
    expect(answer).toMatchObject({ ephemeral: true, content: containing('nosuchcoin') });
    expect(world.discord.messages(channel)).toEqual([]);
  });

  test('that takes long is announced in time, and then takes its place', async () => {
    slowness = 10_000;
    const answer = world.discord.slash(channel, 'pause', {}, MANAGER);
    await vi.waitFor(() => expect(world.clock.nextWake()).not.toBeNull());
    await world.pass(2_000);
    await vi.waitFor(() => expect(callbacks()).toHaveLength(1));
    await world.pass(10_000);
    expect(await answer).toMatchObject({
      deferred: true,
      ephemeral: false,
      content: containing('Paused'),
    });
    expect(world.discord.messages(channel)).toMatchObject([{ content: containing('Paused'), edits: 0 }]);
  });

  test('in the person’s language does not fail where there is no catalogue for it', async () => {
    expect((await world.discord.slash(channel, 'latest', {}, { locale: 'zh-TW' })).content).toContain('No stories yet');
  });
});

function callbacks() {
  return world.discord.requests.filter(({ path }) => path.endsWith('/callback'));
}

describe('an answer that Discord refuses', () => {
  test('comes once more in plain words', async () => {
    const isRich = (body: unknown) => JSON.stringify(body)?.includes('"embeds":[{') ?? false;
    world.discord.failWith(({ body }) => (isRich(body) ? { kind: 'status', status: 400, done: false } : null));
    const answer = await world.discord.slash(channel, 'help');
    expect(answer).toMatchObject({ embeds: [], content: containing(/Commands/) });
  });
});

describe('a button', () => {
  test('that brings a card leaves no words of before standing above it', async () => {
    const { discord } = world;
    await discord.slash(channel, 'subscribe', { filter: 'btc' }, MANAGER);
    const first = await discord.slash(channel, 'unsubscribe', { number: 1 }, MANAGER);
    expect(first.content).toContain('Ended subscription 1');
    const second = await discord.press(channel, first.messageId, 'Undo', MANAGER);
    expect(second).toMatchObject({ updated: true, content: '' });
    expect(second.embeds[0]?.title).toBe('Subscription 2 is on');
  });

  test('More shows more to who pressed it alone', async () => {
    await world.discord.slash(channel, 'subscribe', { filter: 'btc' }, MANAGER);
    await publish();
    const [card] = cards();
    const answer = await world.discord.press(channel, card?.id ?? '', 'More', MEMBER);
    expect(answer).toMatchObject({ ephemeral: true, updated: false });
    expect(answer.embeds[0]?.title).toBe(card?.embeds[0]?.title);
    expect(cards()).toMatchObject([{ edits: 0 }]);
  });

  test('to another page puts that page in the place of this one', async () => {
    const { discord } = world;
    await publish(7);
    const first = await discord.slash(channel, 'latest', { filter: 'btc', count: 5 });
    const second = await discord.press(channel, first.messageId, 'Older', MEMBER);
    expect(second).toMatchObject({ updated: true, messageId: first.messageId, ephemeral: false });
    expect(second.embeds[0]?.description).not.toBe(first.embeds[0]?.description);
    const back = await discord.press(channel, first.messageId, 'Newer', MEMBER);
    expect(back.embeds[0]?.description).toBe(first.embeds[0]?.description);
    expect(discord.messages(channel)).toHaveLength(1);
  });

  test('that replaces does not do so with an error, which the person sees alone', async () => {
    const { discord } = world;
    const { messageId } = await discord.slash(channel, 'subscribe', { filter: 'btc' }, MANAGER);
    const refused = await discord.press(channel, messageId, 'Undo', MEMBER);
    expect(refused).toMatchObject({ ephemeral: true, updated: false, content: MANAGERS_ONLY });
    expect(discord.messages(channel)).toMatchObject([{ edits: 0 }]);
    const undone = await discord.press(channel, messageId, 'Undo', MANAGER);
    expect(undone).toMatchObject({ updated: true, content: containing('Ended subscription 1') });
    expect(undone.embeds).toEqual([]);
  });

  test('whose answer takes long replaces all the same', async () => {
    const { discord } = world;
    const { messageId } = await discord.slash(channel, 'subscribe', { filter: 'btc' }, MANAGER);
    slowness = 10_000;
    const answer = discord.press(channel, messageId, 'Undo', MANAGER);
    await untilAnswered(answer);
    expect(await answer).toMatchObject({
      deferred: true,
      updated: true,
      content: containing('Ended subscription 1'),
    });
    expect(discord.messages(channel)).toHaveLength(1);
  });

  test('whose answer takes long does not replace with an error either', async () => {
    const { discord } = world;
    const { messageId } = await discord.slash(channel, 'subscribe', { filter: 'btc' }, MANAGER);
    await discord.slash(channel, 'unsubscribe', { number: 1 }, MANAGER);
    slowness = 10_000;
    const answer = discord.press(channel, messageId, 'Undo', MANAGER);
    await untilAnswered(answer);
    expect(await answer).toMatchObject({
      deferred: true,
      updated: false,
      ephemeral: true,
      content: containing('There is no subscription 1'),
    });
    expect(discord.messages(channel)[0]).toMatchObject({ id: messageId, edits: 0 });
  });

  test('that does what the menu does not offer to a person is refused to that person', async () => {
    const { discord } = world;
    await discord.slash(channel, 'subscribe', { filter: 'btc' }, MANAGER);
    await publish();
    await expect(discord.slash(channel, 'mute', { number: 1 }, MEMBER)).rejects.toThrow('not offered');
    const [card] = cards();
    expect(await discord.press(channel, card?.id ?? '', 'Mute this story', MEMBER)).toMatchObject({
      ephemeral: true,
      content: MANAGERS_ONLY,
    });
    expect((await discord.press(channel, card?.id ?? '', 'Mute this story', MANAGER)).content).toContain('Muted');
  });
});

/** Lets time pass until the person has what was asked for. */
async function untilAnswered(answer: Promise<unknown>): Promise<void> {
  let isAnswered = false;
  void answer.finally(() => (isAnswered = true)).catch(() => null);
  await vi.waitFor(async () => {
    await world.pass(1_000);
    expect(isAnswered).toBe(true);
  });
}

describe('a chat', () => {
  test('that was made unreachable is told to operators, and gets what it was owed when somebody speaks in it', async () => {
    const { discord } = world;
    await discord.slash(channel, 'subscribe', { filter: 'btc' }, MANAGER);
    discord.setBotPermissions(channel, 0n);
    await publish();
    expect(await goneReason(channel)).toBe('Missing Access');
    const other = discord.addChannel(guild);
    const told = async (by: typeof OPERATOR | typeof MEMBER) =>
      JSON.stringify((await discord.slash(other, 'status', {}, by)).embeds);
    expect(await told(OPERATOR)).toContain(channel);
    expect(await told(MEMBER)).not.toContain(channel);

    discord.setBotPermissions(channel, Flag.ViewChannel | Flag.SendMessages | Flag.EmbedLinks);
    await discord.slash(channel, 'latest');
    expect(await goneReason(channel)).toBeNull();
    await world.pass(MINUTE);
    expect(cards()).toHaveLength(1);
  });

  test('of a server that threw the bot out is asked nothing more', async () => {
    const { discord } = world;
    await discord.slash(channel, 'subscribe', { filter: 'btc' }, MANAGER);
    discord.kick(guild);
    await publish(3);
    expect(await goneReason(channel)).toBe('Missing Access');
    expect(discord.invalidRequests).toBe(1);
  });

  test('may be one with a single person', async () => {
    const { discord } = world;
    const dm = discord.addDm();
    expect((await discord.slash(dm, 'subscribe', { filter: 'btc' })).embeds[0]?.title).toBe('Subscription 1 is on');
    await publish();
    expect(cards(dm)).toHaveLength(1);
  });
});

describe('no token stands in the log', () => {
  const faults: readonly (readonly [string, Fault])[] = [
    ['replies are lost', { kind: 'lost-reply' }],
    ['connections are cut', { kind: 'reset' }],
    ...[400, 401, 403, 404, 500].map(
      (status) => [`the answer is ${status}`, { kind: 'status', status, done: false }] as const,
    ),
  ];

  test.each(faults)('when %s', async (_name, fault) => {
    const { discord } = world;
    const { messageId } = await discord.slash(channel, 'subscribe', { filter: 'btc' }, MANAGER);
    const other = discord.addChannel(guild);
    const before = log.count();
    discord.failWith(() => fault);
    discord.slash(channel, 'latest').catch(() => null);
    discord.slash(channel, 'subscribe', { filter: 'eth', in: other }, MANAGER).catch(() => null);
    discord.press(channel, messageId, 'Undo', MEMBER).catch(() => null);
    discord.autocomplete(channel, 'latest', { filter: 'b' }, 'filter').catch(() => null);
    await publish();
    await vi.waitFor(() => expect(callbacks().length).toBeGreaterThanOrEqual(5));
    discord.failWith(null);
    await world.pass(2 * MINUTE);
    expect((await discord.slash(channel, 'help')).embeds[0]?.title).toBe('Commands');
    expect(log.count()).toBeGreaterThan(before);
  });
});
