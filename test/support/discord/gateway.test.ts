import { Events, GatewayIntentBits, type Interaction } from 'discord.js';
import { expect, it } from 'vitest';
import { botFor, discordForTest } from './connected-bot.ts';

it('lets a bot in without intents, and tells it of no guild', async () => {
  const fake = await discordForTest();
  fake.addGuild();
  const bot = botFor(fake);
  await bot.login(fake.token);
  await fake.connected();
  expect([fake.identifies, fake.gatewayIntents, bot.user?.id]).toEqual([1, 0, fake.botId]);
  expect(bot.guilds.cache.first()?.available).toBe(false);
});

it('refuses a wrong token and privileged intents as Discord closes on them', async () => {
  const fake = await discordForTest();
  const stranger = botFor(fake);
  await expect(stranger.login('stranger')).rejects.toThrow('An invalid token was provided.');
  const curious = botFor(fake, { intents: [GatewayIntentBits.MessageContent] });
  await expect(curious.login(fake.token)).rejects.toThrow('disallowed intents');
});

it('tells of 2,000 guilds and of what changes in them', async () => {
  const fake = await discordForTest();
  const guilds = Array.from({ length: 2000 }, () => fake.addGuild());
  const channels = guilds.map((guild) => fake.addChannel(guild));
  const bot = botFor(fake, { intents: [GatewayIntentBits.Guilds] });
  await bot.login(fake.token);
  await expect.poll(() => bot.guilds.cache.filter(({ available }) => available).size, { timeout: 10_000 }).toBe(2000);
  fake.removeChannel(channels[0] ?? '');
  fake.kick(guilds[1] ?? '');
  const added = fake.addChannel(fake.addGuild('Late'));
  await expect.poll(() => bot.channels.cache.has(added), { timeout: 5000 }).toBe(true);
  expect([bot.channels.cache.has(channels[0] ?? ''), bot.guilds.cache.size]).toEqual([false, 2000]);
});

it('sends what a cut connection missed when the session is resumed', async () => {
  const fake = await discordForTest();
  const channel = fake.addChannel(fake.addGuild());
  const bot = botFor(fake);
  const heard: string[] = [];
  bot.on(Events.InteractionCreate, (interaction: Interaction) => {
    if (!interaction.isChatInputCommand()) return;
    heard.push(interaction.commandName);
    void interaction.reply('Here');
  });
  await bot.login(fake.token);
  await bot.rest.put(`/applications/${fake.applicationId}/commands`, { body: [{ name: 'help', description: 'Help' }] });
  await fake.connected();
  fake.dropGateway();
  const answer = await fake.slash(channel, 'help');
  expect([answer.content, heard, fake.resumes, fake.identifies]).toEqual(['Here', ['help'], 1, 1]);
});

it('makes a bot identify again when its session is forgotten', async () => {
  const fake = await discordForTest({ identifyWindowMs: 10 });
  const bot = botFor(fake);
  await bot.login(fake.token);
  await fake.connected();
  fake.forgetSessions();
  await expect.poll(() => fake.identifies, { timeout: 15_000 }).toBe(2);
  expect(fake.resumes).toBe(0);
});

it('gives each shard the guilds that are its own', async () => {
  const fake = await discordForTest({ shards: 2, maxConcurrency: 2 });
  const guilds = Array.from({ length: 10 }, () => fake.addGuild());
  const bot = botFor(fake, { intents: [GatewayIntentBits.Guilds], shards: 'auto' });
  await bot.login(fake.token);
  await expect.poll(() => bot.guilds.cache.filter(({ available }) => available).size, { timeout: 5000 }).toBe(10);
  expect(guilds.map((id) => bot.guilds.cache.get(id)?.shardId)).toEqual([0, 1, 0, 1, 0, 1, 0, 1, 0, 1]);
  expect(fake.identifies).toBe(2);
});
