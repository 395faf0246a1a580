import { PermissionFlagsBits as Flag, REST, Routes } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ChannelKind } from '../../support/discord/fake-discord-types.ts';
import { createPlatformWorld, type PlatformWorld } from '../../support/platform-world.ts';
import { containing } from '../containing.ts';

const MINUTE = 60_000;
const MANAGER = { id: '300000000000000001', permissions: Flag.ManageGuild };
const MEMBER = { id: '300000000000000002' };
const MANAGERS_ONLY = 'Only people who manage this chat may do that. Ask one of them.';
const NEEDED = Flag.ViewChannel | Flag.SendMessages | Flag.EmbedLinks;

let world: PlatformWorld;
let guild: string;
let here: string;

beforeEach(async () => {
  world = await createPlatformWorld({ feeds: { wire: 1 } });
  await world.discord.connected();
  guild = world.discord.addGuild('Desk');
  here = world.discord.addChannel(guild, { name: 'talk' });
});

afterEach(() => world.close());

async function subscribe(options: { readonly in?: string; readonly at?: string } = {}, by = MANAGER) {
  const { in: target, at = here } = options;
  const answer = await world.discord.slash(at, 'subscribe', { filter: 'btc', ...(target ? { in: target } : {}) }, by);
  return { ...answer, said: `${answer.content}${answer.embeds[0]?.title ?? ''}` };
}

async function subscribedChannels(): Promise<readonly string[]> {
  const rows = await world.store.db
    .selectFrom('subscription')
    .innerJoin('chat', 'chat.id', 'subscription.chat_id')
    .where('subscription.ended_at', 'is', null)
    .select('chat.native_id')
    .execute();
  return rows.map(({ native_id: id }) => id);
}

async function publish(): Promise<void> {
  await world.pass(MINUTE);
  world.feeds['wire']?.publish({ guid: 'a', title: 'Bitcoin plunges below $70,000', at: world.clock.now() });
  await world.pass(2 * MINUTE);
}

/** A message of the bot's with a button that runs this. */
async function buttonAt(channel: string, command: string): Promise<string> {
  const rest = new REST({ api: world.discord.apiUrl }).setToken(world.discord.token);
  const button = { type: 2, style: 2, label: 'Go', custom_id: command };
  const body = { content: 'Press', components: [{ type: 1, components: [button] }] };
  // The shape is Discord's word.
  const message = (await rest.post(Routes.channelMessages(channel), { body })) as { readonly id: string };
  return message.id;
}

function lacking(names: string): string {
  return `I cannot post cards in that channel yet. Allow me there: ${names}. Then try again.`;
}

describe('subscribing where the bot may not post', () => {
  test.each<[string, bigint]>([
    ['View Channel', Flag.SendMessages | Flag.EmbedLinks],
    ['Send Messages', Flag.ViewChannel | Flag.EmbedLinks],
    ['Embed Links', Flag.ViewChannel | Flag.SendMessages],
    ['Send Messages, Embed Links', Flag.ViewChannel],
  ])('names exactly what it lacks (%s), and stores nothing', async (names, permissions) => {
    world.discord.setBotPermissions(here, permissions);
    expect(await subscribe()).toMatchObject({ said: lacking(names), ephemeral: true });
    expect(await subscribedChannels()).toEqual([]);
    world.discord.setBotPermissions(here, NEEDED);
    expect((await subscribe()).said).toContain('Subscription 1 is on');
  });

  test('names what threads need where it is one', async () => {
    const thread = world.discord.addChannel(guild, { type: 'thread', parentId: here });
    world.discord.setBotPermissions(here, NEEDED);
    expect((await subscribe({ at: thread })).said).toBe(lacking('Send Messages in Threads'));
    expect((await subscribe({ in: thread })).said).toBe(lacking('Send Messages in Threads'));
    world.discord.setBotPermissions(here, Flag.ViewChannel | Flag.SendMessagesInThreads | Flag.EmbedLinks);
    expect((await subscribe({ at: thread })).said).toContain('Subscription 1 is on');
  });

  test('is judged in the channel that is named', async () => {
    const { discord } = world;
    const target = discord.addChannel(guild);
    discord.setBotPermissions(here, Flag.ViewChannel);
    expect((await subscribe({ in: target })).said).toContain('Subscription 1 is on');
    discord.setBotPermissions(here, NEEDED);
    discord.setBotPermissions(target, Flag.ViewChannel | Flag.SendMessages);
    const another = await discord.slash(here, 'subscribe', { filter: 'eth', in: target }, MANAGER);
    expect(another.content).toBe(lacking('Embed Links'));
  });

  test('counts what everybody is denied there, unless the bot has it by itself', async () => {
    const { discord } = world;
    const target = discord.addChannel(guild);
    discord.setEveryonesPermissions(target, Flag.ViewChannel);
    expect((await subscribe({ in: target })).said).toBe(lacking('Send Messages, Embed Links'));
    discord.setBotPermissions(target, NEEDED);
    expect((await subscribe({ in: target })).said).toContain('Subscription 1 is on');
  });
});

describe('another channel of the server', () => {
  test.each<ChannelKind>(['text', 'announcement', 'thread'])('may be a %s: the cards come there', async (type) => {
    const { discord } = world;
    const target = discord.addChannel(guild, { type, ...(type === 'thread' ? { parentId: here } : {}) });
    expect((await subscribe({ in: target })).said).toContain('Subscription 1 is on');
    await publish();
    expect(discord.messages(target)).toMatchObject([{ embeds: [{ title: 'Bitcoin plunges below $70,000' }] }]);
    expect(discord.messages(here)).toHaveLength(1);
  });

  test('is what the buttons of the answer go on being about', async () => {
    const { discord } = world;
    const target = discord.addChannel(guild);
    await subscribe();
    const { messageId } = await subscribe({ in: target });
    const undone = await discord.press(here, messageId, 'Undo', MANAGER);
    expect(undone.content).toContain('Ended subscription 1');
    expect(await subscribedChannels()).toEqual([here]);
    await discord.press(here, messageId, 'Undo', MANAGER);
    expect((await subscribedChannels()).toSorted()).toEqual([here, target].toSorted());
  });

  test('is called by its name', async () => {
    const target = world.discord.addChannel(guild, { name: 'market_news' });
    const { embeds } = await subscribe({ in: target });
    expect(embeds[0]?.description?.replaceAll('\\', '')).toMatch(/^In #market_news:/);
  });

  test('cannot be seen or changed by a member who manages nothing', async () => {
    const { discord } = world;
    const target = discord.addChannel(guild);
    const { messageId } = await subscribe({ in: target });
    expect((await discord.slash(here, 'subscriptions', { in: target }, MEMBER)).content).toBe(MANAGERS_ONLY);
    expect((await discord.press(here, messageId, 'Undo', MEMBER)).content).toBe(MANAGERS_ONLY);
    expect(await subscribedChannels()).toEqual([target]);
  });
});

describe('a channel is refused', () => {
  test.each(['another channel', 'a direct message'])('of another server, named in %s', async (place) => {
    const { discord } = world;
    const foreign = discord.addChannel(discord.addGuild('Rivals'));
    const at = place === 'another channel' ? here : discord.addDm(MANAGER.id);
    // People cannot pick such a one: somebody would have to bring a button of the bot's from there.
    const messageId = await buttonAt(at, `subscriptions in=<#${foreign}>`);
    const answer = await discord.press(at, messageId, 'Go', MANAGER);
    expect(answer).toMatchObject({ ephemeral: true, content: containing('I do not see a channel') });
  });

  test('that the bot does not see', async () => {
    const { discord } = world;
    const hidden = discord.addChannel(guild);
    discord.setBotPermissions(hidden, 0n);
    expect((await subscribe({ in: hidden })).said).toContain('I do not see a channel');
  });

  test('that was deleted since, by its button', async () => {
    const { discord } = world;
    const target = discord.addChannel(guild);
    const { messageId } = await subscribe({ in: target });
    discord.removeChannel(target);
    const answer = await discord.press(here, messageId, 'Undo', MANAGER);
    expect(answer).toMatchObject({ ephemeral: true, content: containing('I do not see a channel') });
  });
});
