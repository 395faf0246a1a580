import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ChatPlatform } from '../../../src/chat/chat-platform.ts';
import { createSteppedClock, type SteppedClock } from '../../../src/demo/stepped-clock.ts';
import type { ChatAddress } from '../../../src/model/chat.ts';
import type { Outcome } from '../../../src/model/outcome.ts';
import { createTelegramPlatform } from '../../../src/platforms/telegram/telegram-platform.ts';
import type { Fault } from '../../support/faults.ts';
import { startFakeTelegram, type FakeTelegram } from '../../support/telegram/fake-telegram.ts';
import { TEXTS } from '../../support/world.ts';
import { startAnsweringServer } from '../answering-server.ts';
import { containing } from '../containing.ts';
import { CRASH_CARD, RECOVERY_CARD } from '../crash-card.ts';
import { createRecordingLog, type RecordingLog } from '../recording-log.ts';
import { NO_FETCHER } from '../../support/no-fetcher.ts';

const ANN = 501;

let fake: FakeTelegram;
let clock: SteppedClock;
let platform: ChatPlatform;
let log: RecordingLog;

beforeEach(async () => {
  clock = createSteppedClock(Date.UTC(2026, 1, 5, 12));
  log = createRecordingLog();
  fake = await startFakeTelegram({ now: clock.now, limits: 'off' });
  platform = connected(fake.apiUrl);
  fake.private(ANN, 'Ann');
});

afterEach(async () => {
  await platform.stop();
  await fake.close();
  log.assertWithout(fake.token);
});

function connected(apiUrl: string): ChatPlatform {
  return createTelegramPlatform({
    token: fake.token,
    apiUrl,
    operators: [],
    fetcher: NO_FETCHER,
    texts: TEXTS,
    clock,
    log,
  });
}

function address(chat: number, thread = ''): ChatAddress {
  return { platform: 'telegram', nativeId: String(chat), thread };
}

function post(chat = ANN, thread = '', by = platform): Promise<Outcome> {
  return by.messenger.post(address(chat, thread), CRASH_CARD, { nonce: 'unused', language: 'en' });
}

function edit(ref: string, chat = ANN): Promise<Outcome> {
  return platform.messenger.edit(address(chat), ref, RECOVERY_CARD, { language: 'en' });
}

async function posted(chat = ANN): Promise<string> {
  const outcome = await post(chat);
  if (outcome.kind !== 'sent') throw new Error(`not posted: ${JSON.stringify(outcome)}`);
  return outcome.ref;
}

describe('a card', () => {
  test('that is posted is there, and its reference is the message’s', async () => {
    expect(await post()).toEqual({ kind: 'sent', ref: String(fake.messages(ANN)[0]?.id) });
    expect(fake.messages(ANN)[0]?.text).toContain('Bitcoin plunges below $70,000');
  });

  test('that is edited shows the new content, and is edited too when it has that already', async () => {
    const ref = await posted();
    expect(await edit(ref)).toEqual({ kind: 'edited' });
    expect(await edit(ref)).toEqual({ kind: 'edited' });
    expect(fake.messages(ANN)).toMatchObject([{ edits: 1, text: containing('Bitcoin recovers') }]);
  });

  test('whose message somebody deleted is deleted', async () => {
    expect(await edit('4711')).toEqual({ kind: 'deleted' });
    // The bot may not change what is not its own, or not any more.
    const others = fake.say(ANN, 'hello');
    expect(await edit(String(others))).toEqual({ kind: 'deleted' });
  });

  test('goes into its topic, and changes there', async () => {
    const forum = fake.supergroup('Desk', { forum: ['News', 'Talk'] });
    const topic = forum.topics['Talk'] ?? 0;
    const outcome = await post(forum.id, String(topic));
    expect(fake.messages(forum.id)).toMatchObject([{ threadId: topic }]);
    expect(await edit(outcome.kind === 'sent' ? outcome.ref : '', forum.id)).toEqual({ kind: 'edited' });
    expect(fake.messages(forum.id, topic)).toMatchObject([{ edits: 1 }]);
  });
});

describe('a chat out of reach is gone, in Telegram’s words:', () => {
  test.each<[string, string, () => [chat: number, thread?: string]]>([
    ['one that never was', 'Bad Request: chat not found', () => [-123_456]],
    [
      'a person who blocked the bot',
      'Forbidden: bot was blocked by the user',
      () => {
        fake.block(ANN);
        return [ANN];
      },
    ],
    [
      'a person who is no more',
      'Forbidden: user is deactivated',
      () => {
        fake.deactivate(ANN);
        return [ANN];
      },
    ],
    [
      'a group that threw it out',
      'Forbidden: bot was kicked from the group chat',
      () => {
        const { id } = fake.group();
        fake.kick(id);
        return [id];
      },
    ],
    [
      'a group in which it may not write',
      'Bad Request: not enough rights to send text messages to the chat',
      () => {
        const { id } = fake.supergroup();
        fake.restrict(id);
        return [id];
      },
    ],
    [
      'a channel in which it may not post',
      'Bad Request: need administrator rights in the channel chat',
      () => {
        const { id } = fake.channel();
        fake.restrict(id);
        return [id];
      },
    ],
    [
      'a topic that was removed',
      'Bad Request: message thread not found',
      () => {
        const { id, topics } = fake.supergroup('Desk', { forum: ['News'] });
        fake.deleteTopic(id, topics['News'] ?? 0);
        return [id, String(topics['News'])];
      },
    ],
  ])('%s', async (_name, reason, make) => {
    expect(await post(...make())).toEqual({ kind: 'gone', reason });
  });

  test.each([
    [400, 'Bad Request: TOPIC_CLOSED'],
    [400, 'Bad Request: TOPIC_DELETED'],
    [400, 'Bad Request: CHAT_WRITE_FORBIDDEN'],
    [400, 'Bad Request: have no rights to send a message'],
    [403, 'Forbidden: the group chat was deleted'],
    [403, "Forbidden: bot can't initiate conversation with a user"],
  ])('%i %s', async (code, description) => {
    expect(await answered(code, { ok: false, error_code: code, description })).toEqual({
      kind: 'gone',
      reason: description,
    });
  });
});

/** What comes of a post that something answers like that. */
async function answered(status: number, body: string | object): Promise<Outcome> {
  const server = await startAnsweringServer(status, body);
  const other = connected(server.url);
  const outcome = await post(ANN, '', other);
  await server.close();
  return outcome;
}

describe('a limit', () => {
  const limited = (retryAfterSeconds: number): Fault => ({ kind: 'limited', retryAfterSeconds });

  test('makes its chat wait for exactly as long as Telegram says', async () => {
    fake.failWith(() => limited(17));
    expect(await post()).toEqual({ kind: 'later', afterMs: 17_000, about: 'chat' });
    fake.failWith(null);
    expect(await post()).toMatchObject({ kind: 'sent' });
  });

  test('that four chats meet within a second is the whole bot’s', async () => {
    fake.failWith(() => limited(5));
    for (const chat of [ANN, 502, 503]) expect(await post(chat)).toMatchObject({ about: 'chat' });
    clock.advanceTo(clock.now() + 999);
    expect(await post(504)).toEqual({ kind: 'later', afterMs: 5_000, about: 'platform' });
  });

  test('that several chats meet one after another is each chat’s', async () => {
    fake.failWith(() => limited(5));
    for (const chat of [ANN, 502, 503, 504, 505]) {
      expect(await post(chat)).toMatchObject({ about: 'chat' });
      clock.advanceTo(clock.now() + 1_001);
    }
  });

  test('that the same chat meets again stays its own', async () => {
    fake.failWith(() => limited(5));
    const ref = '1';
    expect(await post(ANN)).toMatchObject({ about: 'chat' });
    expect(await edit(ref)).toMatchObject({ about: 'chat' });
  });
});

test('a group that became a supergroup has moved, with the topic it had', async () => {
  const group = fake.group();
  const ref = await posted(group.id);
  const supergroup = fake.migrate(group.id, { silent: true });
  const moved = { kind: 'moved', to: address(supergroup) };
  expect(await post(group.id)).toEqual(moved);
  expect(await edit(ref, group.id)).toEqual(moved);
});

describe('what may or may not have happened is unknown:', () => {
  test.each<[string, Fault, boolean]>([
    ['a lost reply', { kind: 'lost-reply' }, true],
    ['a cut connection', { kind: 'reset' }, false],
    ['a server error', { kind: 'status', status: 502, done: false }, false],
    ['a server error behind it', { kind: 'status', status: 500, done: true }, true],
  ])('%s', async (_name, fault, arrived) => {
    const ref = await posted();
    fake.failWith(() => fault);
    const outcomes = [await post(), await edit(ref)];
    expect(outcomes).toMatchObject([{ kind: 'unknown' }, { kind: 'unknown' }]);
    expect(fake.messages(ANN)).toHaveLength(arrived ? 2 : 1);
    expect(JSON.stringify(outcomes)).not.toContain(fake.token);
  });

  test('an answer that is none', async () => {
    for (const status of [200, 403]) {
      const outcome = await answered(status, '<html>Captive portal</html>');
      expect(outcome).toMatchObject({ kind: 'unknown' });
      expect(JSON.stringify(outcome)).not.toContain(fake.token);
    }
  });
});

describe('what cannot have happened comes later', () => {
  test('when nobody listens there', async () => {
    await fake.close();
    expect(await post()).toEqual({ kind: 'later', afterMs: 5_000, about: 'platform' });
  });

  test.each([401, 404])('when the token is answered with %i, and works again once it is accepted', async (status) => {
    fake.failWith(() => ({ kind: 'status', status, done: false }));
    expect(await post()).toMatchObject({ kind: 'later', afterMs: 60_000, about: 'platform' });
    fake.failWith(null);
    expect(await post()).toMatchObject({ kind: 'sent' });
  });
});

describe('a card that Telegram refuses', () => {
  const isRich = (body: unknown) => typeof body === 'object' && body !== null && 'parse_mode' in body;

  test('is tried once more in plain words', async () => {
    fake.failWith(({ body }) => (isRich(body) ? { kind: 'status', status: 400, done: false } : null));
    expect(await post()).toMatchObject({ kind: 'sent' });
    const [shown] = fake.messages(ANN);
    expect(shown).toMatchObject({ entities: [], buttons: [] });
    expect(shown?.text).toContain('Traders faced forced liquidations.');
  });

  test('in plain words too is refused, in Telegram’s words, and told to the operator', async () => {
    const description = "Bad Request: can't parse entities: Unsupported start tag";
    expect(await answered(400, { ok: false, error_code: 400, description })).toEqual({
      kind: 'refused',
      reason: description,
    });
    expect(log.all()).toContain('card refused');
  });

  test('is not tried a third time', async () => {
    fake.failWith(() => ({ kind: 'status', status: 400, done: false }));
    expect(await post()).toMatchObject({ kind: 'refused' });
    expect(fake.requests).toHaveLength(2);
  });
});
