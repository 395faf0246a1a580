import { Bot, GrammyError, HttpError } from 'grammy';
import { afterEach, describe, expect, test } from 'vitest';
import { startFakeTelegram, type FakeTelegram, type FakeTelegramOptions } from './fake-telegram.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

async function start(options: FakeTelegramOptions = {}) {
  const fake = await startFakeTelegram({ limits: 'off', ...options });
  ends.push(() => fake.close());
  return { fake, bot: new Bot(fake.token, { client: { apiRoot: fake.apiUrl } }) };
}

/** Starts polling and resolves when it has begun. */
async function poll(bot: Bot, allowed?: Parameters<Bot['start']>[0]): Promise<void> {
  bot.catch(({ error }) => {
    throw error;
  });
  await new Promise<void>((resolve) => {
    const running = bot.start({ ...allowed, onStart: () => resolve() });
    ends.push(async () => {
      await bot.stop();
      await running;
    });
  });
}

/** The description of the answer that a call is refused with. */
async function refusalOf(call: Promise<unknown>): Promise<string> {
  const error = await errorOf(call);
  if (!(error instanceof GrammyError)) throw new Error('the API did not answer with an error', { cause: error });
  return error.description;
}

async function errorOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => null,
    (error: unknown) => error,
  );
}

describe('talking', () => {
  test('a person asks, the bot answers, a button is pressed and the message changes', async () => {
    const { fake, bot } = await start();
    bot.command('start', (ctx) =>
      ctx.reply('<b>Hello</b>', {
        parse_mode: 'HTML',
        reply_markup: { inline_keyboard: [[{ text: 'More', callback_data: 'more:1' }]] },
      }),
    );
    bot.callbackQuery('more:1', async (ctx) => {
      await ctx.editMessageText('Changed');
      await ctx.answerCallbackQuery({ text: 'Done', show_alert: true });
    });
    await poll(bot);
    const chat = fake.private(7, 'Ada');

    const answer = await fake.answer(chat.id, '/start');
    expect(answer).toMatchObject({ text: 'Hello', entities: [{ type: 'bold', offset: 0, length: 5 }], edits: 0 });
    expect(await fake.press(chat.id, answer.id, 'More')).toEqual({ text: 'Done', showAlert: true, url: null });
    expect(fake.messages(chat.id)).toMatchObject([{ id: answer.id, text: 'Changed', buttons: [], edits: 1 }]);
    expect(await fake.nextEdit(chat.id)).toMatchObject({ text: 'Changed' });
    expect([fake.refusals, fake.unexpected]).toEqual([[], []]);
  });

  test('in a group the bot hears commands for it and replies to it, and as administrator everything', async () => {
    const { fake, bot } = await start();
    const heard: string[] = [];
    bot.on('message:text', (ctx) => void heard.push(ctx.message.text));
    const group = fake.group('Desk');
    const own = await bot.api.sendMessage(group.id, 'news');

    fake.say(group.id, 'idle talk');
    fake.say(group.id, '/help');
    fake.say(group.id, `/help@${fake.username} btc`);
    fake.say(group.id, '/help@other_bot');
    fake.say(group.id, 'thanks', { replyTo: own.message_id });
    fake.readd(group.id, 'administrator');
    fake.say(group.id, 'more idle talk');
    fake.say(group.id, '/last');
    await poll(bot);
    await expect.poll(() => heard.at(-1)).toBe('/last');
    expect(heard).toEqual(['/help', `/help@${fake.username} btc`, 'thanks', 'more idle talk', '/last']);
  });

  test('forum topics, anonymous administrators and channels look as Telegram makes them look', async () => {
    const { fake, bot } = await start();
    const seen: object[] = [];
    bot.on(['message', 'channel_post'], (ctx) => void seen.push(ctx.msg));
    const forum = fake.supergroup('Forum', { forum: ['News'] });
    const channel = fake.channel('Wire', { username: 'wire_channel' });
    const topic = forum.topics['News'];
    if (topic === undefined) throw new Error('no topic');

    fake.say(forum.id, '/latest', { threadId: topic, from: 42 });
    fake.say(forum.id, '/latest', { anonymousAdmin: true });
    fake.say(forum.id, '/latest', { asChannel: channel.id, automaticForward: true });
    fake.post(channel.id, '/latest btc');
    await poll(bot);
    await expect.poll(() => seen.length).toBe(4);
    expect(seen).toMatchObject([
      { from: { id: 42 }, message_thread_id: topic, is_topic_message: true, reply_to_message: { message_id: topic } },
      { from: { username: 'GroupAnonymousBot' }, sender_chat: { id: forum.id } },
      { from: { id: 777_000 }, sender_chat: { id: channel.id }, is_automatic_forward: true },
      { sender_chat: { id: channel.id }, entities: [{ type: 'bot_command', offset: 0, length: 7 }] },
    ]);
    expect(seen[3]).not.toHaveProperty('from');

    await bot.api.sendMessage(forum.id, 'in the topic', { message_thread_id: topic });
    await bot.api.sendMessage('@wire_channel', 'to all');
    expect(fake.messages(forum.id, topic)).toMatchObject([{ text: 'in the topic', threadId: topic }]);
    expect(fake.messages(channel.id)).toMatchObject([{ text: 'to all' }]);
    fake.deleteTopic(forum.id, topic);
    for (const thread of [topic, 1]) {
      expect(await refusalOf(bot.api.sendMessage(forum.id, 'x', { message_thread_id: thread }))).toBe(
        'Bad Request: message thread not found',
      );
    }
  });

  test('a query is answered once and not too late', async () => {
    let now = 1_000_000;
    const { fake, bot } = await start({ now: () => now });
    const chat = fake.private();
    const keyboard = { inline_keyboard: [[{ text: 'Go', callback_data: 'go' }]] };
    const { message_id: id } = await bot.api.sendMessage(chat.id, 'x', { reply_markup: keyboard });
    const tooOld = 'Bad Request: query is too old and response timeout expired or query ID is invalid';

    const pressed = fake.press(chat.id, id, 'go');
    const [update] = await bot.api.getUpdates();
    const query = update?.callback_query?.id ?? '';
    expect(await refusalOf(bot.api.answerCallbackQuery(query, { text: 'x'.repeat(201) }))).toContain(
      'MESSAGE_TOO_LONG',
    );
    await bot.api.answerCallbackQuery(query);
    expect(await pressed).toEqual({ text: null, showAlert: false, url: null });
    expect(await refusalOf(bot.api.answerCallbackQuery(query))).toBe(tooOld);

    const late = errorOf(fake.press(chat.id, id, 'Go'));
    const [, next] = await bot.api.getUpdates();
    now += 16_000;
    expect(await refusalOf(bot.api.answerCallbackQuery(next?.callback_query?.id ?? ''))).toBe(tooOld);
    await expect(fake.press(chat.id, id, 'nothing')).rejects.toThrow('no button "nothing"');
    expect(await late).toMatchObject({ message: 'the answer came too late for the presser to see it' });
  });
});

describe('bodies', () => {
  test('a body that is refused reaches nobody and is kept with its reason', async () => {
    const { fake, bot } = await start();
    const chat = fake.private();
    expect(await refusalOf(bot.api.sendMessage(chat.id, '<i>', { parse_mode: 'HTML' }))).toContain(
      "can't parse entities",
    );
    const unknownParameter: object = { colour: 'red' };
    await errorOf(bot.api.raw.sendMessage({ chat_id: chat.id, text: 5 as never }));
    await bot.api.sendMessage(chat.id, 'ok', unknownParameter);
    expect(fake.refusals.map(({ reason }) => reason)).toEqual([
      'Bad Request: can\'t parse entities: Can\'t find end tag corresponding to start tag "i"',
      expect.stringContaining('text: '),
      'unknown parameter colour',
    ]);
    expect(fake.messages(chat.id).map(({ text }) => text)).toEqual(['ok']);
  });

  test('of more than a hundred entities the first hundred stay, and it is noted', async () => {
    const { fake, bot } = await start();
    const chat = fake.private();
    const text = Array.from({ length: 130 }, (_, index) => `<b>${index}</b> x`).join(' ');
    await bot.api.sendMessage(chat.id, text, { parse_mode: 'HTML' });
    expect(fake.messages(chat.id)[0]?.entities).toHaveLength(100);
    expect(fake.droppedEntities).toMatchObject([{ chatId: chat.id, dropped: 30 }]);
  });

  test('commands are registered by scope and checked', async () => {
    const { fake, bot } = await start();
    const commands = [{ command: 'latest', description: 'The newest stories' }];
    await bot.api.setMyCommands(commands);
    await bot.api.setMyCommands(commands, { scope: { type: 'all_group_chats' }, language_code: 'de' });
    expect([...fake.commands.keys()]).toEqual(['default', 'all_group_chats:de']);
    expect(await bot.api.getMyCommands()).toEqual(commands);
    for (const [command, words] of [
      [{ command: 'Latest', description: 'x' }, 'BOT_COMMAND_INVALID'],
      [{ command: 'latest', description: 'x'.repeat(257) }, 'BOT_COMMAND_DESCRIPTION_INVALID'],
    ] as const) {
      expect(await refusalOf(bot.api.setMyCommands([command]))).toBe(`Bad Request: ${words}`);
    }
  });
});

describe('life', () => {
  test('each end of a chat has its words', async () => {
    const { fake, bot } = await start();
    const reader = fake.private(7);
    const gone = fake.private(8);
    const group = fake.group('G', { members: [9] });
    const supergroup = fake.supergroup();
    const channel = fake.channel();
    const send = (id: number) => refusalOf(bot.api.sendMessage(id, 'x'));
    const { message_id: id } = await bot.api.sendMessage(reader.id, 'x');

    fake.block(reader.id);
    fake.deactivate(gone.id);
    expect(await send(reader.id)).toBe('Forbidden: bot was blocked by the user');
    expect(await refusalOf(bot.api.editMessageText(reader.id, id, 'y'))).toBe('Forbidden: bot was blocked by the user');
    expect(await send(gone.id)).toBe('Forbidden: user is deactivated');
    expect(await send(9)).toBe("Forbidden: bot can't initiate conversation with a user");
    expect(await send(10)).toBe('Bad Request: chat not found');

    fake.restrict(supergroup.id);
    expect(await send(supergroup.id)).toBe('Bad Request: not enough rights to send text messages to the chat');
    fake.restrict(channel.id);
    expect(await send(channel.id)).toBe('Bad Request: need administrator rights in the channel chat');
    for (const [chat, kind] of [
      [group, 'group'],
      [supergroup, 'supergroup'],
      [channel, 'channel'],
    ] as const) {
      fake.kick(chat.id);
      expect(await send(chat.id)).toBe(`Forbidden: bot was kicked from the ${kind} chat`);
    }
    await bot.api.leaveChat(fake.supergroup('Left').id);
    fake.unblock(reader.id);
    await bot.api.sendMessage(reader.id, 'again');
    expect(fake.refusals).toEqual([]);
  });

  test('a change of standing is told, with what was and what is', async () => {
    const { fake, bot } = await start();
    const seen: unknown[] = [];
    const group = fake.supergroup('G', { bot: 'left' });
    fake.readd(group.id);
    fake.restrict(group.id);
    fake.kick(group.id);
    for (const { my_chat_member: change } of await bot.api.getUpdates()) {
      if (change) seen.push([change.old_chat_member.status, change.new_chat_member.status]);
    }
    expect(seen).toEqual([
      ['left', 'member'],
      ['member', 'restricted'],
      ['restricted', 'kicked'],
    ]);
  });

  test('a group that became a supergroup says where it went', async () => {
    const { fake, bot } = await start();
    const group = fake.group();
    const newId = fake.migrate(group.id);
    const error = await errorOf(bot.api.sendMessage(group.id, 'x'));
    expect(error).toMatchObject({
      error_code: 400,
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: newId },
    });
    await bot.api.sendMessage(newId, 'x');
    expect(await bot.api.getUpdates()).toMatchObject([
      { message: { chat: { id: group.id }, migrate_to_chat_id: newId } },
      { message: { chat: { id: newId }, migrate_from_chat_id: group.id } },
    ]);
  });

  test('edits, replies and deletions of what is not there or not new are answered as such', async () => {
    const { fake, bot } = await start();
    const chat = fake.private();
    const { message_id: id } = await bot.api.sendMessage(chat.id, '<b>x</b>', { parse_mode: 'HTML' });
    expect(await refusalOf(bot.api.editMessageText(chat.id, id, '<b>x</b> ', { parse_mode: 'HTML' }))).toContain(
      'Bad Request: message is not modified: specified new message content',
    );
    await bot.api.editMessageText(chat.id, id, 'x');
    expect(await refusalOf(bot.api.editMessageText(chat.id, 999, 'x'))).toBe('Bad Request: message to edit not found');
    const said = fake.say(chat.id, 'hi');
    expect(await refusalOf(bot.api.editMessageText(chat.id, said, 'x'))).toBe("Bad Request: message can't be edited");
    expect(await refusalOf(bot.api.sendMessage(chat.id, 'x', { reply_parameters: { message_id: 999 } }))).toBe(
      'Bad Request: message to be replied not found',
    );
    await bot.api.sendMessage(chat.id, 'x', {
      reply_parameters: { message_id: 999, allow_sending_without_reply: true },
    });
    await bot.api.deleteMessage(chat.id, id);
    expect(await refusalOf(bot.api.deleteMessage(chat.id, id))).toBe('Bad Request: message to delete not found');
    expect(fake.refusals).toEqual([]);
  });

  test('too many messages are answered with the seconds to wait, and reach nobody', async () => {
    let now = 1_700_000_000_000;
    const { fake, bot } = await start({ now: () => now, limits: { groupPerMinute: 1 } });
    const group = fake.group();
    const { message_id: id } = await bot.api.sendMessage(group.id, 'one');
    now += 500;
    expect(await errorOf(bot.api.editMessageText(group.id, id, 'two'))).toMatchObject({
      error_code: 429,
      description: 'Too Many Requests: retry after 60',
      parameters: { retry_after: 60 },
    });
    expect(fake.limited).toBe(1);
    now += 59_500;
    await bot.api.editMessageText(group.id, id, 'three');
    expect(fake.messages(group.id)).toMatchObject([{ text: 'three', edits: 1 }]);
  });

  test('who is who in a chat can be asked', async () => {
    const { fake, bot } = await start();
    const group = fake.supergroup('G', { admins: [1, 2], members: [3], bot: 'administrator', username: 'gee' });
    fake.private(4);
    const statuses = [1, 2, 3, 4].map(async (id) => (await bot.api.getChatMember(group.id, id)).status);
    expect(await Promise.all(statuses)).toEqual(['creator', 'administrator', 'member', 'left']);
    const admins = await bot.api.getChatAdministrators(group.id);
    expect(admins.map(({ user }) => user.id)).toEqual([1, 2, fake.botId]);
    expect(await bot.api.getChat('@gee')).toMatchObject({ id: group.id, type: 'supergroup', title: 'G' });
    expect(await refusalOf(bot.api.getChatMember(group.id, 99))).toBe('Bad Request: user not found');
  });
});

describe('faults', () => {
  async function faulty(plan: Parameters<FakeTelegram['failWith']>[0]) {
    const { fake, bot } = await start();
    fake.failWith(plan);
    const chat = fake.private();
    const error = await errorOf(bot.api.sendMessage(chat.id, 'x'));
    return { error, arrived: fake.messages(chat.id).length, fake };
  }

  test('each fault is done or not as it says', async () => {
    const lost = await faulty(() => ({ kind: 'lost-reply' }));
    expect([lost.error instanceof HttpError, lost.arrived]).toEqual([true, 1]);
    const reset = await faulty(() => ({ kind: 'reset' }));
    expect([reset.error instanceof HttpError, reset.arrived]).toEqual([true, 0]);
    const limited = await faulty(({ path }) =>
      path === '/sendMessage' ? { kind: 'limited', retryAfterSeconds: 7 } : null,
    );
    expect(limited).toMatchObject({ error: { parameters: { retry_after: 7 } }, arrived: 0, fake: { limited: 0 } });
    const done = await faulty(() => ({ kind: 'status', status: 502, done: true }));
    expect(done).toMatchObject({ error: { error_code: 502, description: 'Bad Gateway' }, arrived: 1 });
    const undone = await faulty(() => ({ kind: 'status', status: 500, done: false }));
    expect(undone).toMatchObject({ error: { error_code: 500 }, arrived: 0 });
    const late = await faulty(() => ({ kind: 'delay', ms: 1 }));
    expect(late).toMatchObject({ error: null, arrived: 1 });
  });

  test('calls that run at the same time are counted', async () => {
    const { fake, bot } = await start();
    fake.failWith(() => ({ kind: 'delay', ms: 20 }));
    const chats = [fake.private(), fake.private(), fake.private()];
    await Promise.all(chats.map(({ id }) => bot.api.sendMessage(id, 'x')));
    expect(fake.peakInFlight).toBe(3);
    await bot.api.getMe();
    expect(fake.requests.map(({ method, status }) => `${method} ${status}`)).toEqual([
      'sendMessage 200',
      'sendMessage 200',
      'sendMessage 200',
      'getMe 200',
    ]);
  });

  test('a wrong token and an unknown method are answered as such', async () => {
    const { fake, bot } = await start();
    const stranger = new Bot('1:wrong', { client: { apiRoot: fake.apiUrl } });
    expect(await errorOf(stranger.api.getMe())).toMatchObject({ error_code: 401, description: 'Unauthorized' });
    expect(await errorOf(bot.api.sendDice(1, '🎲'))).toMatchObject({ error_code: 404, description: 'Not Found' });
    expect(fake.unexpected).toEqual(['sendDice']);
  });
});
