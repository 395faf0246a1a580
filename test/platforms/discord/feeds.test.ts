import { PermissionFlagsBits as Flag } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startFeedServer } from '../../support/feed-server.ts';
import { createPlatformWorld, type PlatformWorld } from '../../support/platform-world.ts';

const MINUTE = 60_000;
const MANAGER = { id: '300000000000000001', permissions: Flag.ManageGuild };
const OPML =
  '<opml version="2.0"><body><outline type="rss" text="Wire two" xmlUrl="https://wire.example/feed"/></body></opml>';

let world: PlatformWorld;
let channel: string;

beforeEach(async () => {
  world = await createPlatformWorld({ feeds: { wire: 1 } });
  await world.discord.connected();
  await world.pass(MINUTE);
  channel = world.discord.addChannel(world.discord.addGuild('Desk'), { name: 'alerts' });
});

afterEach(() => world.close());

describe('a group of commands', () => {
  test('is one with subcommands, its first one among them', async () => {
    const feeds = world.discord.registered.find(({ name }) => name === 'feeds');
    expect(feeds?.options.map(({ name }) => name)).toEqual([
      'list',
      'add',
      'remove',
      'pause',
      'resume',
      'import',
      'export',
    ]);
    const { embeds } = await world.discord.slash(channel, 'feeds list', {}, MANAGER);
    expect(embeds[0]?.title).toBe('1 feed');
    const { content } = await world.discord.slash(channel, 'feeds pause', { number: 4711 }, MANAGER);
    expect(content).toContain('no feed number 4711');
  });
});

describe('a feed that is added', () => {
  test('is shown first, and the press on its button adds it in place', async () => {
    const server = await startFeedServer();
    const own = server.feed('own');
    own.publish({ guid: '1', title: 'Bitcoin bakery opens', at: world.clock.now() });
    const shown = await world.discord.slash(channel, 'feeds add', { url: own.url }, MANAGER);
    expect(shown.embeds[0]?.title).toBe('Add Test?');
    const added = await world.discord.press(channel, shown.messageId, 'Add this feed', MANAGER);
    expect(added.updated).toBe(true);
    expect(added.content).toContain('Test is added.');
    await server.close();
  });
});

describe('a file', () => {
  const file = { name: 'reader.opml', content: OPML };

  test('comes in as an option, and goes out with the answer, seen by the person alone', async () => {
    const chosen = world.discord.attach(file);
    const { content } = await world.discord.slash(channel, 'feeds import', { file: chosen }, MANAGER);
    expect(content).toContain('1 feed is added');
    const exported = await world.discord.slash(channel, 'feeds export', {}, MANAGER);
    expect(exported).toMatchObject({
      content: '1 feed, as an OPML list that every feed reader takes.',
      ephemeral: true,
    });
    expect(world.discord.files).toHaveLength(1);
    expect(world.discord.files[0]?.name).toBe('bellwether-feeds.opml');
    expect(world.discord.files[0]?.content).toContain('xmlUrl="https://wire.example/feed"');
  });

  test('that is too large, or no list of feeds, is answered with what to do', async () => {
    const say = async (content: string) => {
      const chosen = world.discord.attach({ name: 'reader.opml', content });
      return (await world.discord.slash(channel, 'feeds import', { file: chosen }, MANAGER)).content;
    };
    expect(await say('x'.repeat(500_001))).toContain('too large: at most 0.5 MB');
    expect(await say('Hello')).toContain('is no OPML list');
  });
});
