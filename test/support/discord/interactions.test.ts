import {
  ButtonStyle,
  DiscordAPIError,
  Events,
  MessageFlags,
  PermissionFlagsBits as Bits,
  PermissionsBitField,
  Routes,
  type ChatInputCommandInteraction,
  type Client,
  type Interaction,
} from 'discord.js';
import { describe, expect, it } from 'vitest';
import { botFor, discordForTest } from './connected-bot.ts';
import type { FakeDiscord, FakeDiscordOptions } from './fake-discord-types.ts';

const COMMANDS = [
  {
    name: 'latest',
    description: 'News',
    options: [
      { type: 3, name: 'filter', description: 'btc', required: true, autocomplete: true },
      { type: 4, name: 'count', description: 'How many', min_value: 1, max_value: 10 },
      { type: 7, name: 'channel', description: 'Where', channel_types: [0, 5] },
      { type: 3, name: 'mode', description: 'How', choices: [{ name: 'At once', value: 'instant' }] },
    ],
  },
  { name: 'feeds', description: 'Feeds', options: [{ type: 1, name: 'list', description: 'All' }] },
  { name: 'admin', description: 'For few', default_member_permissions: '32', contexts: [0] },
];
const ROW = {
  type: 1,
  components: [
    { type: 2, style: ButtonStyle.Primary, custom_id: 'next', label: 'Next' },
    { type: 2, style: ButtonStyle.Link, url: 'https://example.com/', label: 'Read' },
  ],
};

interface Scene {
  readonly fake: FakeDiscord;
  readonly bot: Client;
  readonly guild: string;
  readonly channel: string;
}

async function sceneWith(answer: (interaction: Interaction) => unknown, options?: FakeDiscordOptions): Promise<Scene> {
  const fake = await discordForTest(options);
  const guild = fake.addGuild();
  const channel = fake.addChannel(guild);
  const bot = botFor(fake);
  bot.on(Events.InteractionCreate, answer);
  await bot.rest.put(Routes.applicationCommands(fake.applicationId), { body: COMMANDS });
  await bot.login(fake.token);
  return { fake, bot, guild, channel };
}

function slashOnly(answer: (interaction: ChatInputCommandInteraction) => unknown) {
  return (interaction: Interaction) => (interaction.isChatInputCommand() ? answer(interaction) : undefined);
}

function codeOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => 'no error',
    (error: unknown) => (error instanceof DiscordAPIError ? error.code : error),
  );
}

describe('a slash command', () => {
  it('reaches the bot with who, where and what, as discord.js reads it', async () => {
    const seen: unknown[] = [];
    const { fake, channel } = await sceneWith((interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const { options, memberPermissions, appPermissions, user, locale } = interaction;
      const picked = options.getChannel('channel');
      const bits =
        picked && 'permissions' in picked ? new PermissionsBitField(BigInt(String(picked.permissions))) : null;
      seen.push({
        values: [options.getString('filter'), options.getInteger('count'), picked?.id, options.getString('mode')],
        mayManage: memberPermissions?.has(Bits.ManageGuild),
        maySee: bits?.has(Bits.ViewChannel),
        botMaySend: appPermissions.has(Bits.SendMessages),
        who: [user.id, user.globalName, locale, interaction.inGuild()],
      });
      void interaction.reply('Here');
    });
    const picked = fake.addChannel(fake.addGuild());
    const guildId = fake.addGuild();
    const here = fake.addChannel(guildId);
    const hidden = fake.addChannel(guildId, { name: 'hidden' });
    fake.setEveryonesPermissions(hidden, 0n);
    const by = { id: '42', name: 'Bob', permissions: Bits.ManageGuild | Bits.ViewChannel, locale: 'de' };
    await fake.slash(here, 'latest', { filter: 'btc', count: 3, channel: hidden, mode: 'instant' }, by);
    await fake.slash(channel, 'latest', { filter: 'eth' });
    expect(seen).toMatchObject([
      {
        values: ['btc', 3, hidden, 'instant'],
        mayManage: true,
        maySee: false,
        botMaySend: true,
        who: ['42', 'Bob', 'de', true],
      },
      { values: ['eth', null, undefined, null], mayManage: false, who: [expect.any(String), 'ann', 'en-US', true] },
    ]);
    await expect(fake.slash(here, 'latest', { filter: 'a', channel: picked })).rejects.toThrow('no channel');
  });

  it('is answered at once, for all or for one alone', async () => {
    const { fake, channel } = await sceneWith(
      slashOnly((interaction) => {
        const flags = interaction.commandName === 'feeds' ? MessageFlags.Ephemeral : undefined;
        return interaction.reply({ content: 'Here', ...(flags && { flags }) });
      }),
    );
    const open = await fake.slash(channel, 'latest', { filter: 'btc' });
    const secret = await fake.slash(channel, 'feeds list');
    expect(open).toMatchObject({ content: 'Here', ephemeral: false, deferred: false, updated: false });
    expect(secret).toMatchObject({ content: 'Here', ephemeral: true });
    expect(fake.messages(channel).map(({ id }) => id)).toEqual([open.messageId]);
  });

  it('is answered later, when the bot thinks first, and goes on with follow-ups', async () => {
    const { fake, channel } = await sceneWith(
      slashOnly(async (interaction) => {
        await interaction.deferReply();
        await interaction.editReply('Done');
        await interaction.followUp({ content: 'More', flags: MessageFlags.Ephemeral });
      }),
    );
    const answer = await fake.slash(channel, 'latest', { filter: 'btc' });
    expect(answer).toMatchObject({ content: 'Done', deferred: true, ephemeral: false });
    await expect.poll(() => answer.followUps.map(({ content }) => content), { timeout: 5000 }).toEqual(['More']);
    expect(fake.messages(channel)).toMatchObject([{ content: 'Done', edits: 0 }]);
  });

  it('works in a direct channel, where commands for servers are not offered', async () => {
    const { fake } = await sceneWith(slashOnly((interaction) => interaction.reply(`${interaction.inGuild()}`)));
    const dm = fake.addDm();
    expect((await fake.slash(dm, 'latest', { filter: 'btc' })).content).toBe('false');
    await expect(fake.slash(dm, 'admin')).rejects.toThrow('not offered');
  });

  it('cannot be sent as a client would not send it', async () => {
    const { fake, guild, channel } = await sceneWith(() => undefined);
    await expect(fake.slash(channel, 'nothing')).rejects.toThrow('not registered');
    await expect(fake.slash(channel, 'latest')).rejects.toThrow('needs filter');
    await expect(fake.slash(channel, 'latest', { filter: 'a', count: 11 })).rejects.toThrow('out of range');
    const thread = fake.addChannel(guild, { type: 'thread', parentId: channel });
    await expect(fake.slash(channel, 'latest', { filter: 'a', channel: thread })).rejects.toThrow('not to be picked');
    await expect(fake.slash(channel, 'latest', { filter: 'a', mode: 'never' })).rejects.toThrow('not among');
    await expect(fake.slash(channel, 'feeds')).rejects.toThrow('subcommand');
    await expect(fake.slash(channel, 'admin')).rejects.toThrow('not offered to this person');
  });

  it('tells the person when the bot says nothing in time, and the bot that it was late', async () => {
    const late: Interaction[] = [];
    const { fake, channel } = await sceneWith((interaction) => late.push(interaction), { interactionDeadlineMs: 100 });
    await expect(fake.slash(channel, 'latest', { filter: 'btc' })).rejects.toThrow('did not respond');
    const [interaction] = late;
    expect(interaction?.isChatInputCommand() && (await codeOf(interaction.reply('Here')))).toBe(10062);
  });

  it('is answered once only, and for as long as its token lives', async () => {
    const heard: Interaction[] = [];
    const { fake, bot, channel } = await sceneWith(
      slashOnly((interaction) => {
        heard.push(interaction);
        return interaction.reply('Here');
      }),
      { interactionTokenMs: 1500 },
    );
    await fake.slash(channel, 'latest', { filter: 'btc' });
    const { id = '', token = '' } = heard[0] ?? {};
    const again = { body: { type: 4, data: { content: 'Again' } }, auth: false };
    expect(await codeOf(bot.rest.post(Routes.interactionCallback(id, token), again))).toBe(40060);
    const edit = () =>
      bot.rest.patch(Routes.webhookMessage(fake.applicationId, token), { body: { content: 'b' }, auth: false });
    await expect.poll(() => codeOf(edit()), { interval: 300, timeout: 10_000 }).toBe(50027);
    expect(fake.refusals).toHaveLength(1);
  });

  it('refuses a badly formed answer and lets the bot try again', async () => {
    const { fake, channel } = await sceneWith(
      slashOnly(async (interaction) => {
        await interaction.reply('x'.repeat(2001)).catch(() => interaction.reply('Sorry'));
      }),
    );
    expect((await fake.slash(channel, 'latest', { filter: 'btc' })).content).toBe('Sorry');
    expect(fake.refusals).toMatchObject([{ path: expect.stringContaining('/:token/callback') as string }]);
  });
});

describe('completing an option', () => {
  it('shows what the bot suggests for what is typed', async () => {
    const { fake, channel } = await sceneWith((interaction) => {
      if (!interaction.isAutocomplete()) return;
      const typed = interaction.options.getFocused();
      void interaction.respond([{ name: `${typed}c`, value: 'btc' }]);
    });
    expect(await fake.autocomplete(channel, 'latest', { filter: 'bt' }, 'filter')).toEqual([
      { name: 'btc', value: 'btc' },
    ]);
    await expect(fake.autocomplete(channel, 'latest', { count: 1 }, 'count')).rejects.toThrow('does not complete');
  });

  it('refuses more than 25, and empty ones', async () => {
    const codes: unknown[] = [];
    const { fake, channel } = await sceneWith(async (interaction) => {
      if (!interaction.isAutocomplete()) return;
      const choice = { name: 'a', value: 'a' };
      codes.push(await codeOf(interaction.respond(Array.from({ length: 26 }, () => choice))));
      interaction.responded = false;
      codes.push(await codeOf(interaction.respond([{ ...choice, value: '' }])));
      interaction.responded = false;
      await interaction.respond([]);
    });
    expect(await fake.autocomplete(channel, 'latest', { filter: '' }, 'filter')).toEqual([]);
    expect(codes).toEqual([50035, 50035]);
  });
});

describe('a button', () => {
  it('can change its message, at once or later, or be answered with another', async () => {
    const ways = ['update', 'later', 'reply'];
    const { fake, channel } = await sceneWith(async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply({ content: 'Page 1', components: [ROW] });
      if (!interaction.isButton()) return;
      const way = ways.shift();
      if (way === 'update') await interaction.update('Page 2');
      if (way === 'later') {
        await interaction.deferUpdate();
        await interaction.editReply('Page 3');
      }
      if (way === 'reply') await interaction.reply({ content: 'Only you', flags: MessageFlags.Ephemeral });
    });
    const { messageId, buttons } = await fake.slash(channel, 'latest', { filter: 'btc' });
    expect(buttons.map(({ label, url }) => [label, url])).toEqual([
      ['Next', null],
      ['Read', 'https://example.com/'],
    ]);
    expect(await fake.press(channel, messageId, 'Next')).toMatchObject({ content: 'Page 2', updated: true, messageId });
    expect(await fake.press(channel, messageId, 'next')).toMatchObject({
      content: 'Page 3',
      updated: true,
      deferred: true,
    });
    expect(await fake.press(channel, messageId, 'Next')).toMatchObject({
      content: 'Only you',
      updated: false,
      ephemeral: true,
    });
    expect(fake.messages(channel)).toMatchObject([{ content: 'Page 3', edits: 2, components: [{ type: 1 }] }]);
    await expect(fake.press(channel, messageId, 'Read')).rejects.toThrow('sends nothing');
    await expect(fake.press(channel, messageId, 'Back')).rejects.toThrow('no button');
    expect([fake.refusals, fake.unexpected]).toEqual([[], []]);
  });

  it('works under an answer that one person sees', async () => {
    const { fake, channel } = await sceneWith(async (interaction) => {
      const page = { components: [ROW], flags: MessageFlags.Ephemeral } as const;
      if (interaction.isChatInputCommand()) await interaction.reply({ content: 'Page 1', ...page });
      if (interaction.isButton()) await interaction.update('Page 2');
    });
    const { messageId } = await fake.slash(channel, 'latest', { filter: 'btc' });
    expect(await fake.press(channel, messageId, 'next')).toMatchObject({ content: 'Page 2', ephemeral: true });
    expect(fake.messages(channel)).toEqual([]);
  });
});
