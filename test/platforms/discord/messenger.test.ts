import { PermissionFlagsBits as Flag } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createDiscordPlatform } from '../../../src/platforms/discord/discord-platform.ts';
import type { ChatPlatform } from '../../../src/chat/chat-platform.ts';
import type { ChatAddress } from '../../../src/model/chat.ts';
import { systemClock } from '../../../src/model/clock.ts';
import type { Outcome } from '../../../src/model/outcome.ts';
import type { FakeDiscord } from '../../support/discord/fake-discord-types.ts';
import { startFakeDiscord } from '../../support/discord/fake-discord.ts';
import type { Fault } from '../../support/faults.ts';
import { TEXTS } from '../../support/world.ts';
import { startAnsweringServer } from '../answering-server.ts';
import { CRASH_CARD, RECOVERY_CARD } from '../crash-card.ts';
import { createRecordingLog, type RecordingLog } from '../recording-log.ts';
import { NO_FETCHER } from '../../support/no-fetcher.ts';

let fake: FakeDiscord;
let platform: ChatPlatform;
let log: RecordingLog;
let guild: string;
let channel: string;
let nonces = 0;

beforeEach(async () => {
  fake = await startFakeDiscord();
  log = createRecordingLog();
  platform = connected(fake.apiUrl);
  guild = fake.addGuild();
  channel = fake.addChannel(guild);
});

afterEach(async () => {
  await platform.stop();
  await fake.close();
  log.assertWithout(fake.token);
});

function connected(apiUrl: string, token = fake.token): ChatPlatform {
  return createDiscordPlatform({
    token,
    apiUrl,
    operators: [],
    fetcher: NO_FETCHER,
    texts: TEXTS,
    clock: systemClock,
    log,
  });
}

function address(nativeId: string): ChatAddress {
  return { platform: 'discord', nativeId, thread: '' };
}

function post(to = channel, nonce = `nonce${(nonces += 1)}`, card = CRASH_CARD): Promise<Outcome> {
  return platform.messenger.post(address(to), card, { nonce, language: 'en' });
}

function edit(ref: string, to = channel): Promise<Outcome> {
  return platform.messenger.edit(address(to), ref, RECOVERY_CARD, { language: 'en' });
}

async function posted(to = channel): Promise<string> {
  const outcome = await post(to);
  if (outcome.kind !== 'sent') throw new Error(`not posted: ${JSON.stringify(outcome)}`);
  return outcome.ref;
}

function titles(of = channel): readonly (string | undefined)[] {
  return fake.messages(of).map(({ embeds }) => embeds[0]?.title);
}

describe('a card', () => {
  test('that is posted is there, and its reference is the message’s', async () => {
    const outcome = await post();
    expect(outcome).toEqual({ kind: 'sent', ref: fake.messages(channel)[0]?.id });
    expect(titles()).toEqual([CRASH_CARD.title]);
  });

  test('that is posted again with its nonce is the same message with the content that it had', async () => {
    const first = await post(channel, 'once');
    expect(await post(channel, 'once', RECOVERY_CARD)).toEqual(first);
    expect(titles()).toEqual([CRASH_CARD.title]);
  });

  test('that is edited shows the new content, also a second time', async () => {
    const ref = await posted();
    expect(await edit(ref)).toEqual({ kind: 'edited' });
    expect(await edit(ref)).toEqual({ kind: 'edited' });
    expect(titles()).toEqual([RECOVERY_CARD.title]);
  });

  test('goes into threads, announcements and direct messages', async () => {
    const thread = fake.addChannel(guild, { type: 'thread', parentId: channel });
    const news = fake.addChannel(guild, { type: 'announcement' });
    for (const to of [thread, news, fake.addDm()]) expect(await post(to)).toMatchObject({ kind: 'sent' });
  });

  test('whose message somebody deleted is deleted', async () => {
    const ref = await posted();
    fake.deleteMessage(channel, ref);
    expect(await edit(ref)).toEqual({ kind: 'deleted' });
  });
});

describe('a chat out of reach is gone, in Discord’s words:', () => {
  test.each<[string, string, () => void]>([
    ['a deleted channel', 'Unknown Channel', () => fake.removeChannel(channel)],
    ['a server that threw the bot out', 'Missing Access', () => fake.kick(guild)],
    ['a channel hidden from it', 'Missing Access', () => fake.setBotPermissions(channel, 0n)],
  ])('%s', async (_name, reason, happen) => {
    const ref = await posted();
    happen();
    expect(await post()).toEqual({ kind: 'gone', reason });
    expect(await edit(ref)).toEqual({ kind: 'gone', reason });
  });

  test('a channel in which it may not write', async () => {
    fake.setBotPermissions(channel, Flag.ViewChannel);
    expect(await post()).toEqual({ kind: 'gone', reason: 'Missing Permissions' });
  });

  test('a person whose direct messages are closed', async () => {
    const dm = fake.addDm();
    fake.closeDms();
    expect(await post(dm)).toEqual({ kind: 'gone', reason: 'Cannot send messages to this user' });
  });

  test('a channel without messages', async () => {
    const forum = fake.addChannel(guild, { type: 'forum' });
    expect(await post(forum)).toEqual({ kind: 'gone', reason: 'Cannot send messages in a non-text channel' });
  });
});

describe('a limit', () => {
  test('of a channel makes that channel wait for exactly as long as Discord says', async () => {
    const other = fake.addChannel(guild);
    fake.failWith(({ path }) => (path.includes(channel) ? { kind: 'limited', retryAfterSeconds: 7 } : null));
    expect(await post()).toEqual({ kind: 'later', afterMs: 7_000, about: 'chat' });
    expect(await post(other)).toMatchObject({ kind: 'sent' });
  });

  test('of a channel that the headers announce is kept without asking again', async () => {
    const other = fake.addChannel(guild);
    for (let sent = 0; sent < 5; sent += 1) await posted();
    const outcome = await post();
    expect(outcome).toMatchObject({ kind: 'later', about: 'chat' });
    expect(outcome.kind === 'later' && outcome.afterMs > 0 && outcome.afterMs <= 5_000).toBe(true);
    expect(await post(other)).toMatchObject({ kind: 'sent' });
    expect(fake.rateLimitHits).toBe(0);
  });

  test('of the whole bot makes everything wait', async () => {
    fake.failWith(() => ({ kind: 'limited', retryAfterSeconds: 3, global: true }));
    expect(await post()).toMatchObject({ kind: 'later', about: 'platform' });
    fake.failWith(null);
    // The library knows it now.
    expect(await post(fake.addChannel(guild))).toMatchObject({ kind: 'later', about: 'platform' });
  });

  test.each([
    [50083, 400, { kind: 'later', about: 'message' }],
    [50005, 403, { kind: 'refused' }],
  ])('that only edits meet (code %i) is not about the chat', async (code, status, outcome) => {
    const server = await startAnsweringServer(status, { code, message: 'No' });
    const elsewhere = connected(server.url);
    expect(await elsewhere.messenger.edit(address(channel), '1', CRASH_CARD, { language: 'en' })).toMatchObject(
      outcome,
    );
    await elsewhere.stop();
    await server.close();
  });

  test('of edits of an old message makes that message wait alone', async () => {
    const [old, young] = [await posted(), await posted()];
    fake.refuseEdits(old, 30);
    expect(await edit(old)).toEqual({ kind: 'later', afterMs: 30_000, about: 'message' });
    expect(await edit(young)).toEqual({ kind: 'edited' });
    expect(await post()).toMatchObject({ kind: 'sent' });
  });
});

describe('what may or may not have happened is unknown:', () => {
  test.each<[string, Fault, boolean]>([
    ['a lost reply', { kind: 'lost-reply' }, true],
    ['a cut connection', { kind: 'reset' }, false],
    ['a server error', { kind: 'status', status: 503, done: false }, false],
    ['a server error behind it', { kind: 'status', status: 502, done: true }, true],
  ])('%s', async (_name, fault, arrived) => {
    const ref = await posted();
    fake.failWith(() => fault);
    expect(await post(channel, 'doubtful')).toMatchObject({ kind: 'unknown' });
    expect(await edit(ref)).toMatchObject({ kind: 'unknown' });
    expect(fake.messages(channel)).toHaveLength(arrived ? 2 : 1);
    fake.failWith(null);
    expect(await post(channel, 'doubtful')).toMatchObject({ kind: 'sent' });
    expect(fake.messages(channel)).toHaveLength(2);
  });
});

describe('what cannot have happened comes later', () => {
  test('when nobody listens there', async () => {
    await fake.close();
    expect(await post()).toEqual({ kind: 'later', afterMs: 5_000, about: 'platform' });
  });

  test('when the token is not accepted, and works again once it is', async () => {
    fake.failWith(() => ({ kind: 'status', status: 401, done: false }));
    expect(await post()).toMatchObject({ kind: 'later', afterMs: 60_000, about: 'platform' });
    expect(await post()).toMatchObject({ kind: 'later', afterMs: 60_000, about: 'platform' });
    fake.failWith(null);
    expect(await post()).toMatchObject({ kind: 'sent' });
  });

  test.each([403, 404])('when a firewall or a proxy answers %i in place of Discord', async (status) => {
    const server = await startAnsweringServer(status, '<html>Access denied</html>');
    const behind = connected(`${server.url}/api`);
    const outcome = await behind.messenger.post(address(channel), CRASH_CARD, { nonce: 'n', language: 'en' });
    expect(outcome).toMatchObject({ kind: 'later', afterMs: 60_000, about: 'platform' });
    await behind.stop();
    await server.close();
  });
});

describe('a card that Discord refuses', () => {
  const isRich = (body: unknown) =>
    typeof body === 'object' && body !== null && 'embeds' in body && JSON.stringify(body.embeds) !== '[]';

  test('is tried once more in plain words, as the same delivery', async () => {
    fake.failWith(({ body }) => (isRich(body) ? { kind: 'status', status: 400, done: false } : null));
    expect(await post(channel, 'plain')).toEqual({ kind: 'sent', ref: fake.messages(channel)[0]?.id });
    const [shown] = fake.messages(channel);
    expect(shown).toMatchObject({ embeds: [], nonce: 'plain' });
    expect(shown?.content).toContain('Bitcoin plunges below $70,000');
    expect(shown?.content).toContain('Traders faced forced liquidations.');
  });

  test('is edited in plain words too, which leave nothing of the rich form', async () => {
    const ref = await posted();
    fake.failWith(({ body }) => (isRich(body) ? { kind: 'status', status: 400, done: false } : null));
    expect(await edit(ref)).toEqual({ kind: 'edited' });
    expect(fake.messages(channel)).toMatchObject([{ embeds: [], buttons: [], edits: 1 }]);
  });

  test('in plain words too is refused, in Discord’s words on one line', async () => {
    const outcome = await post(channel, 'x'.repeat(26));
    expect(outcome).toMatchObject({ kind: 'refused' });
    expect(outcome.kind === 'refused' && outcome.reason).toMatch(/^Invalid Form Body; nonce\S*: .+$/);
    expect(fake.requests).toHaveLength(2);
    expect(fake.messages(channel)).toEqual([]);
  });

  test('is told to the operator', async () => {
    await post(channel, 'x'.repeat(26));
    expect(log.all()).toContain('card refused');
  });
});
