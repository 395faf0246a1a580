import * as spec from 'discord-api-spec/zod';
import { ChannelType, DiscordAPIError, GatewayIntentBits, PermissionFlagsBits as Bits, Routes } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { botFor, discordForTest } from './connected-bot.ts';
import type { FakeDiscord } from './fake-discord-types.ts';
import { flawsBySpec } from './flaw.ts';

function post(fake: FakeDiscord, channelId: string, body: object): Promise<unknown> {
  return botFor(fake).rest.post(Routes.channelMessages(channelId), { body });
}

function codeOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => 'no error',
    (error: unknown) => (error instanceof DiscordAPIError ? [error.status, error.code] : error),
  );
}

/** Without a client between, which would wait instead of running into a limit. */
function send(fake: FakeDiscord, method: string, path: string, body?: object): Promise<Response> {
  const headers = { authorization: `Bot ${fake.token}`, 'content-type': 'application/json' };
  return fetch(`${fake.apiUrl}/v10${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
}

function idOf(message: unknown): string {
  // Tests ask this of messages only.
  return (message as { id: string }).id;
}

describe('posting', () => {
  it('keeps the message as it is shown, and answers as the specification says', async () => {
    const fake = await discordForTest();
    const channel = fake.addChannel(fake.addGuild());
    const button = { type: 2, style: 1, custom_id: 'latest btc', label: 'Latest' };
    const answer = await post(fake, channel, {
      content: ' Hello ',
      embeds: [{ title: 'A story' }],
      components: [{ type: 1, components: [button] }],
      nonce: 'n1',
    });
    expect(flawsBySpec(spec.MessageResponseSchema, answer)).toEqual([]);
    expect(fake.messages(channel)).toMatchObject([
      { id: idOf(answer), content: 'Hello', embeds: [{ title: 'A story' }], edits: 0, nonce: 'n1' },
    ]);
    expect(fake.messages(channel)[0]?.buttons).toEqual([
      { label: 'Latest', customId: 'latest btc', url: null, disabled: false },
    ]);
    expect([fake.refusals, fake.unexpected]).toEqual([[], []]);
  });

  it('edits only what an edit names', async () => {
    const fake = await discordForTest();
    const channel = fake.addChannel(fake.addGuild());
    const { rest } = botFor(fake);
    const id = idOf(
      await rest.post(Routes.channelMessages(channel), { body: { content: 'a', embeds: [{ title: 'b' }] } }),
    );
    const edited = await rest.patch(Routes.channelMessage(channel, id), { body: { content: 'c' } });
    expect(edited).toEqual(await rest.get(Routes.channelMessage(channel, id)));
    expect(fake.messages(channel)).toMatchObject([{ content: 'c', embeds: [{ title: 'b' }], edits: 1 }]);
    expect(await codeOf(rest.patch(Routes.channelMessage(channel, id), { body: { content: '', embeds: [] } }))).toEqual(
      [400, 50006],
    );
  });

  it('answers the first message when an enforced nonce comes again, and a new one after its time', async () => {
    const fake = await discordForTest({ nonceWindowMs: 1500 });
    const channel = fake.addChannel(fake.addGuild());
    const body = { content: 'a', nonce: 'n1', enforce_nonce: true };
    const first = idOf(await post(fake, channel, body));
    expect(idOf(await post(fake, channel, { ...body, content: 'b' }))).toBe(first);
    await expect
      .poll(async () => idOf(await post(fake, channel, body)) !== first, { interval: 1600, timeout: 10_000 })
      .toBe(true);
    expect(fake.messages(channel).map(({ content }) => content)).toEqual(['a', 'a']);
  });

  it('refuses a body that breaks the rules, with the place of the flaw, and remembers it', async () => {
    const fake = await discordForTest();
    const channel = fake.addChannel(fake.addGuild());
    const error = await post(fake, channel, { embeds: [{ title: 'x'.repeat(257) }] }).catch(
      (caught: unknown) => caught,
    );
    expect(error).toMatchObject({
      status: 400,
      code: 50035,
      rawError: { errors: { embeds: { 0: { title: { _errors: [{}] } } } } },
    });
    expect(await codeOf(post(fake, channel, { content: ' ' }))).toEqual([400, 50006]);
    expect(fake.refusals).toMatchObject([
      {
        method: 'POST',
        path: `/channels/${channel}/messages`,
        reason: expect.stringContaining('embeds.0.title') as string,
      },
      { reason: 'Cannot send an empty message', body: { content: ' ' } },
    ]);
  });

  it('knows no other token, route or application', async () => {
    const fake = await discordForTest();
    const bot = botFor(fake);
    expect(await codeOf(bot.rest.get('/stickers/1'))).toEqual([404, 0]);
    expect(fake.unexpected).toEqual(['GET /stickers/1']);
    expect(await codeOf(bot.rest.get(Routes.applicationCommands('1')))).toEqual([404, 10002]);
    bot.rest.setToken('nobody');
    expect(await codeOf(bot.rest.get(Routes.user()))).toEqual([401, 0]);
  });
});

describe('a place that the bot cannot post to', () => {
  it('is told apart by its code', async () => {
    const fake = await discordForTest();
    const guild = fake.addGuild();
    const [hidden, muted, removed] = [fake.addChannel(guild), fake.addChannel(guild), fake.addChannel(guild)];
    const thread = fake.addChannel(guild, { type: 'thread', parentId: muted });
    const category = fake.addChannel(guild, { type: 'category' });
    const kicked = fake.addGuild();
    const lost = fake.addChannel(kicked);
    const dm = fake.addDm();
    fake.setBotPermissions(hidden, Bits.SendMessages);
    fake.setBotPermissions(muted, Bits.ViewChannel | Bits.SendMessagesInThreads);
    fake.removeChannel(removed);
    fake.kick(kicked);
    fake.closeDms();
    const codes = Object.entries({ hidden, muted, thread, category, removed, lost, dm }).map(async ([name, id]) => {
      return [name, await codeOf(post(fake, id, { content: 'a' }))] as const;
    });
    expect(Object.fromEntries(await Promise.all(codes))).toEqual({
      hidden: [403, 50001],
      muted: [403, 50013],
      thread: 'no error',
      category: [400, 50008],
      removed: [404, 10003],
      lost: [403, 50001],
      dm: [403, 50007],
    });
    expect(fake.invalidRequests).toBe(4);
  });

  it('loses embeds without Embed Links, or the message, when there is nothing else', async () => {
    const fake = await discordForTest();
    const channel = fake.addChannel(fake.addGuild());
    fake.setBotPermissions(channel, Bits.ViewChannel | Bits.SendMessages);
    await post(fake, channel, { content: 'a', embeds: [{ title: 'b' }] });
    expect(fake.messages(channel)).toMatchObject([{ content: 'a', embeds: [] }]);
    expect(await codeOf(post(fake, channel, { embeds: [{ title: 'b' }] }))).toEqual([403, 50013]);
  });

  it('says of its permissions what discord.js works out itself', async () => {
    const fake = await discordForTest();
    const guild = fake.addGuild();
    const [open, muted] = [fake.addChannel(guild), fake.addChannel(guild)];
    const thread = fake.addChannel(guild, { type: 'thread', parentId: muted });
    fake.setBotPermissions(muted, Bits.ViewChannel | Bits.SendMessagesInThreads);
    const bot = botFor(fake, { intents: [GatewayIntentBits.Guilds] });
    await bot.login(fake.token);
    await expect.poll(() => bot.channels.cache.size, { timeout: 5000 }).toBe(3);
    const bits = [open, muted, thread].map((id) => {
      const channel = bot.channels.cache.get(id);
      if (!channel || channel.isDMBased()) throw new Error('not there');
      const permissions = channel.permissionsFor(fake.botId);
      return [Bits.SendMessages, Bits.SendMessagesInThreads, Bits.EmbedLinks].map((bit) => permissions?.has(bit));
    });
    expect(bits).toEqual([
      [true, true, true],
      [false, true, false],
      [false, true, false],
    ]);
  });

  it('refuses edits of a message that was edited too often in its old age', async () => {
    const fake = await discordForTest();
    const channel = fake.addChannel(fake.addGuild());
    const id = idOf(await post(fake, channel, { content: 'a' }));
    fake.refuseEdits(id, 20);
    const refused = await send(fake, 'PATCH', `/channels/${channel}/messages/${id}`, { content: 'b' });
    expect([refused.status, refused.headers.get('retry-after'), await refused.json()]).toMatchObject([
      429,
      '20',
      { code: 30046 },
    ]);
    fake.refuseEdits(id, null);
    expect((await send(fake, 'PATCH', `/channels/${channel}/messages/${id}`, { content: 'b' })).status).toBe(200);
  });
});

describe('the answers about places', () => {
  it('keep the specification', async () => {
    const fake = await discordForTest();
    const guild = fake.addGuild('Traders');
    const channel = fake.addChannel(guild, { type: 'announcement', name: 'news' });
    const thread = fake.addChannel(guild, { type: 'thread', parentId: channel });
    fake.setBotPermissions(channel, Bits.ViewChannel);
    const { rest } = botFor(fake);
    const answers = {
      channel: [spec.GuildChannelResponseSchema, await rest.get(Routes.channel(channel))],
      thread: [spec.ThreadResponseSchema, await rest.get(Routes.channel(thread))],
      dm: [spec.PrivateChannelResponseSchema, await rest.post(Routes.userChannels(), { body: { recipient_id: '77' } })],
      guild: [spec.GuildWithCountsResponseSchema, await rest.get(Routes.guild(guild))],
      member: [spec.GuildMemberResponseSchema, await rest.get(Routes.guildMember(guild, fake.botId))],
      application: [spec.PrivateApplicationResponseSchema, await rest.get(Routes.currentApplication())],
    } as const;
    for (const [name, [schema, answer]] of Object.entries(answers)) {
      expect([name, flawsBySpec(schema, answer)]).toEqual([name, []]);
    }
    expect(answers.channel[1]).toMatchObject({
      type: ChannelType.GuildAnnouncement,
      permission_overwrites: [{ id: fake.botId, type: 1 }],
    });
    expect(answers.thread[1]).toMatchObject({ type: ChannelType.AnnouncementThread, parent_id: channel });
    expect(idOf(answers.dm[1])).toBe(fake.addDm('77'));
  });

  it('fill registered commands in and keep their ids', async () => {
    const fake = await discordForTest();
    const { rest } = botFor(fake);
    const route = Routes.applicationCommands(fake.applicationId);
    const latest = { name: 'latest', description: 'News', default_member_permissions: '32' };
    const answer = await rest.put(route, { body: [latest] });
    expect(answer).toEqual(fake.registered);
    const [first] = fake.registered;
    expect(flawsBySpec(spec.ApplicationCommandResponseSchema, first)).toEqual([]);
    expect(first).toMatchObject({
      type: 1,
      application_id: fake.applicationId,
      default_member_permissions: '32',
      nsfw: false,
    });
    await rest.put(route, { body: [latest, { name: 'help', description: 'Help' }] });
    expect(fake.registered.map(({ name }) => name)).toEqual(['latest', 'help']);
    expect(fake.registered[0]).toEqual(first);
    expect(await rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) })).toEqual(
      fake.registered,
    );
    expect(await codeOf(rest.put(route, { body: [{ ...latest, name: 'NO' }] }))).toEqual([400, 50035]);
    expect(fake.commandPuts).toBe(2);
  });
});

describe('limits', () => {
  it('let discord.js through, which reads the headers, without a 429', async () => {
    const fake = await discordForTest({ limits: { post: { limit: 2, windowMs: 200 } } });
    const channel = fake.addChannel(fake.addGuild());
    const { rest } = botFor(fake);
    const posts = Array.from({ length: 6 }, (_, n) =>
      rest.post(Routes.channelMessages(channel), { body: { content: `${n}` } }),
    );
    await Promise.all(posts);
    expect(fake.messages(channel).map(({ content }) => content)).toEqual(['0', '1', '2', '3', '4', '5']);
    expect(fake.rateLimitHits).toBe(0);
  });

  it('answer a client that does not wait with 429, per channel', async () => {
    const fake = await discordForTest();
    const guild = fake.addGuild();
    const [busy, quiet] = [fake.addChannel(guild), fake.addChannel(guild)];
    const statuses: number[] = [];
    let last = new Response();
    for (let n = 0; n < 6; n++) {
      last = await send(fake, 'POST', `/channels/${busy}/messages`, { content: `${n}` });
      statuses.push(last.status);
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
    expect(Object.fromEntries(last.headers)).toMatchObject({
      'retry-after': '5',
      'x-ratelimit-limit': '5',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-scope': 'user',
    });
    expect(await last.json()).toMatchObject({ global: false, retry_after: expect.closeTo(5, 0) as number });
    expect((await send(fake, 'POST', `/channels/${quiet}/messages`, { content: 'a' })).status).toBe(200);
    expect([fake.rateLimitHits, fake.messages(busy).length]).toEqual([1, 5]);
  });

  it('count all of the bot together as well', async () => {
    const fake = await discordForTest({ limits: { global: { limit: 3, windowMs: 60_000 } } });
    const answers = await Promise.all(Array.from({ length: 4 }, () => send(fake, 'GET', '/users/@me')));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3);
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.headers.get('x-ratelimit-global')).toBe('true');
    expect(await refused?.json()).toMatchObject({ global: true });
  });
});

describe('a fault', () => {
  it('loses the answer but not the message', async () => {
    const fake = await discordForTest();
    const channel = fake.addChannel(fake.addGuild());
    let faults = 1;
    fake.failWith(({ method, body }) => (method === 'POST' && body && faults-- > 0 ? { kind: 'lost-reply' } : null));
    const { rest } = botFor(fake, { rest: { retries: 3 } });
    await rest.post(Routes.channelMessages(channel), { body: { content: 'a', nonce: 'n', enforce_nonce: true } });
    expect(fake.messages(channel)).toHaveLength(1);
    expect(fake.requests.map(({ status }) => status)).toEqual([0, 200]);
  });

  it('cuts, fails, limits or delays a request as planned', async () => {
    const fake = await discordForTest();
    const channel = fake.addChannel(fake.addGuild());
    const path = `/channels/${channel}/messages`;
    fake.failWith(() => ({ kind: 'reset' }));
    await expect(send(fake, 'POST', path, { content: 'a' })).rejects.toThrow('fetch failed');
    fake.failWith(() => ({ kind: 'status', status: 503, done: false }));
    expect((await send(fake, 'POST', path, { content: 'b' })).status).toBe(503);
    fake.failWith(() => ({ kind: 'limited', retryAfterSeconds: 2, global: true }));
    expect((await send(fake, 'POST', path, { content: 'c' })).headers.get('x-ratelimit-scope')).toBe('global');
    expect(fake.messages(channel)).toEqual([]);
    fake.failWith(() => ({ kind: 'status', status: 502, done: true }));
    expect((await send(fake, 'POST', path, { content: 'd' })).status).toBe(502);
    fake.failWith(() => ({ kind: 'delay', ms: 20 }));
    expect((await send(fake, 'POST', path, { content: 'e' })).status).toBe(200);
    expect(fake.messages(channel).map(({ content }) => content)).toEqual(['d', 'e']);
  });
});
