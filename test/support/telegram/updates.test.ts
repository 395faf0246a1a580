import { Bot, HttpError } from 'grammy';
import { afterEach, expect, test } from 'vitest';
import { startFakeTelegram } from './fake-telegram.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

async function start() {
  const fake = await startFakeTelegram();
  ends.push(() => fake.close());
  return { fake, bot: new Bot(fake.token, { client: { apiRoot: fake.apiUrl } }) };
}

async function errorOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => null,
    (error: unknown) => error,
  );
}

test('updates come again until they are confirmed, and only the kinds that were asked for', async () => {
  const { fake, bot } = await start();
  const chat = fake.private();
  fake.say(chat.id, 'one');
  fake.say(chat.id, 'two');
  const [first, second] = await bot.api.getUpdates();
  expect(await bot.api.getUpdates({ limit: 1 })).toEqual([first]);
  expect(
    await bot.api.getUpdates({ offset: (first?.update_id ?? 0) + 1, allowed_updates: ['my_chat_member'] }),
  ).toEqual([second]);
  fake.say(chat.id, 'three');
  fake.block(chat.id);
  const rest = await bot.api.getUpdates({ offset: (second?.update_id ?? 0) + 1 });
  expect(rest).toMatchObject([{ my_chat_member: { chat: { id: chat.id } } }]);
  expect(rest).toHaveLength(1);
});

test('a long poll waits for an update, and a second one ends it', async () => {
  const { fake, bot } = await start();
  const chat = fake.private();
  const first = errorOf(bot.api.getUpdates({ timeout: 30 }));
  await expect.poll(() => fake.requests.length).toBe(1);
  const second = bot.api.getUpdates({ timeout: 30 });
  expect(await first).toMatchObject({
    error_code: 409,
    description: 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
  });
  fake.say(chat.id, 'hi');
  expect(await second).toMatchObject([{ message: { text: 'hi' } }]);
  fake.pollingConflict('webhook');
  expect(await errorOf(bot.api.getUpdates())).toMatchObject({
    error_code: 409,
    description:
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
  });
  await bot.api.deleteWebhook();
  await bot.api.getUpdates();
});

test('closing ends an open long poll', async () => {
  const { fake, bot } = await start();
  const open = errorOf(bot.api.getUpdates({ timeout: 50 }));
  await expect.poll(() => fake.requests.length).toBe(1);
  await fake.close();
  expect(await open).toBeInstanceOf(HttpError);
});
