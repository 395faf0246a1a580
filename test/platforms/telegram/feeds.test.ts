import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startFeedServer } from '../../support/feed-server.ts';
import { createPlatformWorld, type PlatformWorld } from '../../support/platform-world.ts';

const MINUTE = 60_000;
const ADMIN = 500;
const MEMBER = 501;
const OPML =
  '<opml version="2.0"><body><outline type="rss" text="Wire two" xmlUrl="https://wire.example/feed"/></body></opml>';

let world: PlatformWorld;
let group: number;

beforeEach(async () => {
  world = await createPlatformWorld({ feeds: { wire: 1 }, telegramLimits: 'off' });
  await world.pass(MINUTE);
  group = world.telegram.group('Traders', { admins: [ADMIN], members: [MEMBER] }).id;
});

afterEach(() => world.close());

describe('a feed that is added', () => {
  test('is shown first, and the press of an administrator adds it in place', async () => {
    const server = await startFeedServer();
    const own = server.feed('own');
    own.publish({ guid: '1', title: 'Bitcoin bakery opens', at: world.clock.now() });
    const shown = await world.telegram.answer(group, `/feeds add ${own.url}`, { from: ADMIN });
    expect(shown.text).toContain('Bitcoin bakery opens');
    const refused = await world.telegram.press(group, shown.id, 'Add this feed', MEMBER);
    expect(refused.text).toContain('Only people who manage this chat');
    await world.telegram.press(group, shown.id, 'Add this feed', ADMIN);
    await world.pass(MINUTE);
    expect(world.telegram.messages(group).at(-1)?.text).toContain('Test is added.');
    await server.close();
    expect(own.answered).toEqual([200, 200]);
  });
});

const file = { name: 'reader.opml', content: OPML };

describe('a file', () => {
  test('comes in with its command as the caption, and goes out as a document', async () => {
    const answer = await world.telegram.answer(group, '/feeds import', { from: ADMIN, file });
    expect(answer.text).toContain('1 feed is added');
    expect((await world.telegram.answer(group, '/feeds', { from: ADMIN })).text).toContain('Wire two');
    const exported = await world.telegram.answer(group, '/feeds export', { from: ADMIN });
    expect(exported.text).toBe('1 feed, as an OPML list that every feed reader takes.');
    expect(exported.file?.name).toBe('bellwether-feeds.opml');
    expect(exported.file?.content).toContain('xmlUrl="https://wire.example/feed"');
  });

  test('that comes alone in a private chat is taken for what takes such files', async () => {
    const { id } = world.telegram.private(MEMBER);
    expect((await world.telegram.answer(id, '', { file })).text).toContain('1 feed is added');
  });

  test('that is none of ours is left alone in a group', async () => {
    world.telegram.say(group, '', { from: ADMIN, file });
    expect((await world.telegram.answer(group, '/feeds', { from: ADMIN })).text).not.toContain('Wire two');
  });

  test('that somebody sends who does not manage the chat is refused', async () => {
    const answer = await world.telegram.answer(group, '/feeds import', { from: MEMBER, file });
    expect(answer.text).toContain('Only people who manage this chat');
  });

  test('that is missing, too large, none of its kind or gone is answered with what to do', async () => {
    const say = async (content: string | null) => {
      const given = content === null ? {} : { file: { name: 'reader.opml', content } };
      return (await world.telegram.answer(group, '/feeds import', { from: ADMIN, ...given })).text;
    };
    expect(await say(null)).toContain('A file belongs to this command');
    expect(await say('x'.repeat(500_001))).toContain('too large: at most 0.5 MB');
    expect(await say('Hello')).toContain('is no OPML list');
  });
});
