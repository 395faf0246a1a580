import { PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createPlatformWorld, type PlatformWorld } from '../support/platform-world.ts';

const MINUTE = 60_000;
const MANAGER = { id: '300000000000000001', permissions: PermissionFlagsBits.ManageGuild };
const ANN = 501;

const CRASH = 'Bitcoin plunges below $70,000 as traders face forced liquidations';
const RALLY = 'Bitcoin surges to a record high as funds cheer strong inflows';

let world: PlatformWorld;

beforeEach(async () => {
  world = await createPlatformWorld({ feeds: { wire: 1, ledger: 2 } });
  await world.discord.connected();
  await world.pass(MINUTE);
});

afterEach(() => world.close());

describe('a day with Bellwether, in Discord and in Telegram', () => {
  test('subscribing, getting a card, seeing it change, asking, muting, moving and leaving', async () => {
    const { discord, telegram, feeds, clock, pass } = world;
    const channel = discord.addChannel(discord.addGuild('Desk'), { name: 'alerts' });
    const ann = telegram.private(ANN, 'Ann');
    const group = telegram.group('Traders', { admins: [ANN], members: [ANN, 502] });

    // Three chats subscribe, each in its platform's way.
    const subscribed = await discord.slash(channel, 'subscribe', { filter: 'btc negative' }, MANAGER);
    expect(subscribed.embeds[0]?.title).toBe('Subscription 1 is on');
    expect(subscribed.embeds[0]?.description).toContain('Bitcoin; negative');
    expect((await telegram.answer(ann.id, '/subscribe btc negative')).text).toContain('Subscription 1 is on');
    const inGroup = await telegram.answer(group.id, `/subscribe@${telegram.username} btc negative`, { from: ANN });
    expect(inGroup.text).toContain('Subscription 1 is on');

    // The news comes: a card for each, and none for news that nobody asked for.
    feeds['wire']?.publish({ guid: 'a', title: CRASH, at: clock.now() });
    feeds['wire']?.publish({ guid: 'b', title: RALLY, at: clock.now() });
    await pass(2 * MINUTE);
    const onDiscord = () => discord.messages(channel).filter(({ nonce }) => nonce !== null);
    const onTelegram = (id: number) =>
      telegram.messages(id).filter(({ text, replyTo }) => text.includes('Bitcoin plunges') && replyTo === null);
    expect(onDiscord().map(({ embeds }) => embeds[0]?.title)).toEqual([CRASH]);
    expect(onTelegram(ann.id)).toHaveLength(1);
    expect(onTelegram(group.id)).toHaveLength(1);
    for (const id of [ann.id, group.id]) {
      expect(telegram.messages(id).filter(({ text }) => text.includes('record high'))).toEqual([]);
    }

    // A second outlet reports: the same cards change.
    feeds['ledger']?.publish({ guid: 'c', title: `${CRASH} overnight`, at: clock.now() });
    await pass(2 * MINUTE);
    expect(onDiscord().map(({ embeds, edits }) => [edits, embeds[0]?.description?.includes('2 outlets')])).toEqual([
      [1, true],
    ]);
    for (const id of [ann.id, group.id]) {
      expect(onTelegram(id).map(({ edits, text }) => [edits, text.includes('2 outlets')])).toEqual([[1, true]]);
    }

    // Asking.
    const latest = await discord.slash(channel, 'latest', { filter: 'btc' });
    expect(latest.embeds[0]?.description).toContain('record high');
    expect((await telegram.answer(group.id, `/latest@${telegram.username} btc`, { from: 502 })).text).toContain(
      'record high',
    );

    // A button mutes the story: its card stays as it is.
    const card = onDiscord()[0];
    expect((await discord.press(channel, card?.id ?? '', 'Mute this story', MANAGER)).content).toContain('Muted');
    const dmCard = onTelegram(ann.id)[0];
    expect((await telegram.press(ann.id, dmCard?.id ?? 0, 'Mute this story', ANN)).text).toContain('Muted');
    feeds['ledger']?.revise('c', { title: `${CRASH} and panic` });
    feeds['wire']?.revise('a', { title: 'Bitcoin plunges below $65,000 as traders face forced liquidations' });
    await pass(2 * MINUTE);
    expect(onDiscord().map(({ edits }) => edits)).toEqual([1]);
    expect(onTelegram(ann.id).map(({ edits }) => edits)).toEqual([1]);
    expect(onTelegram(group.id).map(({ text }) => text.includes('65,000'))).toEqual([true]);

    // The group becomes a supergroup; its subscription moves along.
    const supergroup = telegram.migrate(group.id);
    feeds['wire']?.publish({
      guid: 'd',
      title: 'Bitcoin tumbles after exchange hack shakes the market',
      at: clock.now(),
    });
    await pass(2 * MINUTE);
    expect(telegram.messages(supergroup).map(({ text }) => text.includes('exchange hack'))).toEqual([true]);
    expect((await telegram.answer(supergroup, '/subscriptions', { from: ANN })).text).toContain('1 subscription');
    // Numbers of messages begin anew there: what grows of the old cards must not change the new ones.
    feeds['ledger']?.publish({ guid: 'c2', title: `${CRASH} and panic spreads`, at: clock.now() });
    await pass(2 * MINUTE);
    expect(telegram.messages(supergroup)[0]).toMatchObject({ edits: 0 });
    expect(telegram.messages(supergroup)[0]?.text).toContain('exchange hack');

    // The person blocks the bot: it stops there, goes on elsewhere, and goes on there once it may.
    telegram.block(ANN);
    const before = telegram.messages(ann.id).length;
    feeds['wire']?.publish({ guid: 'e', title: 'Bitcoin slumps as regulators sue a large broker', at: clock.now() });
    await pass(2 * MINUTE);
    expect(telegram.messages(ann.id)).toHaveLength(before);
    expect(telegram.messages(supergroup).some(({ text }) => text.includes('regulators sue'))).toBe(true);
    telegram.unblock(ANN);
    await pass(MINUTE);
    feeds['wire']?.publish({ guid: 'f', title: 'Bitcoin sinks again on weak miner earnings', at: clock.now() });
    await pass(2 * MINUTE);
    expect(telegram.messages(ann.id).some(({ text }) => text.includes('miner earnings'))).toBe(true);
  });
});
