import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createPlatformWorld, type PlatformWorld } from '../../support/platform-world.ts';
import { headlines } from '../../commands/desk.ts';
import { containing } from '../containing.ts';

const MINUTE = 60_000;
const ADMIN = 500;
const MEMBER = 501;

let world: PlatformWorld;
let group: number;

beforeEach(async () => {
  world = await createPlatformWorld({ feeds: { wire: 1 }, telegramLimits: 'off' });
  await world.pass(MINUTE);
  group = world.telegram.group('Traders', { admins: [ADMIN], members: [MEMBER] }).id;
});

afterEach(() => world.close());

/** One story each. */
async function publish(count: number): Promise<void> {
  for (const [index, title] of headlines(count).entries()) {
    world.feeds['wire']?.publish({ guid: `n${index}`, title, at: world.clock.now() - index });
  }
  await world.pass(2 * MINUTE);
}

async function cardInGroup() {
  await world.telegram.answer(group, '/subscribe btc', { from: ADMIN });
  await publish(1);
  const card = world.telegram.messages(group).at(-1);
  if (!card) throw new Error('no card came');
  return card;
}

async function cardInPrivate() {
  await world.telegram.answer(world.telegram.private(MEMBER).id, '/subscribe btc');
  await publish(1);
  const card = world.telegram.messages(MEMBER).at(-1);
  if (!card) throw new Error('no card came');
  return card;
}

describe('a button', () => {
  test('whose answer is a line shows it to who pressed it, and nobody else', async () => {
    const card = await cardInGroup();
    const pressed = await world.telegram.press(group, card.id, 'Mute this story', ADMIN);
    expect(pressed).toMatchObject({ text: containing(/^Muted: “Bitcoin miner/), showAlert: false });
    expect(world.telegram.messages(group)).toHaveLength(2);
  });

  test('that somebody may not press says so in an alert, and does nothing', async () => {
    const card = await cardInGroup();
    const pressed = await world.telegram.press(group, card.id, 'Mute this story', MEMBER);
    expect(pressed).toMatchObject({
      text: 'Only people who manage this chat may do that. Ask one of them.',
      showAlert: true,
    });
    expect(world.telegram.messages(group)).toHaveLength(2);
  });

  test('More leads to the private chat where many read, and has its answer there', async () => {
    const { telegram } = world;
    const card = await cardInGroup();
    const { url } = await telegram.press(group, card.id, 'More', MEMBER);
    expect(telegram.messages(group)).toHaveLength(2);
    const ann = telegram.private(MEMBER);
    const payload = new URL(url ?? '').searchParams.get('start');
    expect((await telegram.answer(ann.id, `/start ${payload}`)).text).toContain('Bitcoin miner');
  });

  test('More of a channel’s subscriber makes the bot post nothing in the channel', async () => {
    const { telegram } = world;
    const { id } = telegram.channel('News', { username: 'newsroom', admins: [ADMIN] });
    telegram.post(id, '/subscribe btc');
    await telegram.nextMessage(id);
    await publish(1);
    const card = telegram.messages(id).at(-1);
    expect((await telegram.press(id, card?.id ?? 0, 'More', 777)).url).toContain('?start=');
    expect((await telegram.press(id, card?.id ?? 0, 'Mute this story', 777)).showAlert).toBe(true);
    // Nor does it turn a page for all of them.
    const list = telegram.messages(id)[0];
    expect((await telegram.forge(id, list?.id ?? 0, '~latest page=2', 777)).showAlert).toBe(true);
    expect(telegram.messages(id)).toHaveLength(2);
  });

  test('More in a private chat answers there', async () => {
    const { telegram } = world;
    const card = await cardInPrivate();
    expect(await telegram.press(MEMBER, card.id, 'More')).toMatchObject({ text: null, url: null });
    await telegram.nextMessage(MEMBER);
    expect((await telegram.nextMessage(MEMBER)).text).toContain('Bitcoin miner');
  });

  test('that does not stand under the message does nothing, whatever its data says', async () => {
    const { telegram } = world;
    const card = await cardInGroup();
    const forged = telegram.forge(group, card.id, '~search buy this coin', MEMBER);
    expect(await forged).toMatchObject({ text: containing(/too old/), showAlert: true });
    const [, shown] = telegram.messages(group);
    expect(shown).toMatchObject({ id: card.id, edits: 0 });
    expect(telegram.messages(group)).toHaveLength(2);
  });

  test('to another page puts that page in the place of this one', async () => {
    const { telegram } = world;
    await publish(7);
    const first = await telegram.answer(group, '/latest btc count=5');
    const older = first.buttons.flat().find(({ text }) => text === 'Older');
    expect(older).toBeDefined();
    await telegram.press(group, first.id, 'Older', MEMBER);
    const second = await telegram.nextEdit(group);
    expect(second.id).toBe(first.id);
    expect(second.text).not.toBe(first.text);
    await telegram.press(group, first.id, 'Newer', MEMBER);
    expect((await telegram.nextEdit(group)).text).toBe(first.text);
    expect(telegram.messages(group)).toHaveLength(1);
  });

  test('that replaces does not do so with an error', async () => {
    const { telegram } = world;
    const answer = await telegram.answer(group, '/subscribe btc', { from: ADMIN });
    const pressed = await telegram.press(group, answer.id, 'Undo', MEMBER);
    expect(pressed.showAlert).toBe(true);
    expect(telegram.messages(group)).toMatchObject([{ edits: 0 }]);
    await telegram.press(group, answer.id, 'Undo', ADMIN);
    expect((await telegram.nextEdit(group)).text).toContain('Ended subscription 1');
  });

  test('whose answer Telegram refuses is answered in plain words', async () => {
    const { telegram } = world;
    const { id } = telegram.private(MEMBER);
    const first = await telegram.answer(id, '/subscribe btc');
    telegram.failWith(({ body }) =>
      JSON.stringify(body)?.includes('parse_mode') ? { kind: 'status', status: 400, done: false } : null,
    );
    await telegram.press(id, first.id, 'Last 7 days');
    const answer = await telegram.nextMessage(id);
    expect(answer).toMatchObject({ entities: [], buttons: [] });
    expect(answer.text).toContain('in 7 days');
  });

  test('that is pressed again where nothing changes does no harm', async () => {
    const { telegram } = world;
    await publish(7);
    const first = await telegram.answer(group, '/latest btc count=5');
    const older = first.buttons.flat().find(({ text }) => text === 'Older');
    const data = older && 'callback_data' in older ? older.callback_data : '';
    await telegram.press(group, first.id, data, MEMBER);
    await telegram.nextEdit(group);
    // Pressed twice in a hurry: the second press is still that of the first page.
    telegram.push({
      callback_query: {
        id: 'old',
        from: { id: MEMBER, is_bot: false, first_name: 'Ann' },
        chat_instance: '1',
        data,
        message: { message_id: first.id, date: 1, chat: { id: group, type: 'group', title: 'Traders' }, text: 'x' },
      },
    });
    expect((await telegram.answer(group, '/help')).text).toContain('Commands');
    expect(telegram.messages(group)[0]?.edits).toBe(1);
  });

  test('whose query has grown stale is done all the same', async () => {
    const { telegram, clock, pass } = world;
    const card = await cardInGroup();
    telegram.failWith(({ path }) => (path === '/getChatMember' ? { kind: 'delay', ms: 100 } : null));
    const pressed = telegram.press(group, card.id, 'Mute this story', ADMIN);
    await vi.waitFor(() =>
      expect(telegram.requests.filter(({ method }) => method === 'getChatMember')).toHaveLength(3),
    );
    clock.advanceTo(clock.now() + 20_000);
    await expect(pressed).rejects.toThrow('too late');
    await pass(1_000);
    expect((await telegram.answer(group, `/unsubscribe 9`, { from: ADMIN })).text).toContain('no subscription 9');
    const row = await world.store.db.selectFrom('delivery').select('state').executeTakeFirstOrThrow();
    expect(row.state).toBe('frozen');
  });

  test.each([
    ['the reply to the press is lost', { kind: 'lost-reply' }],
    ['the press cannot be answered', { kind: 'status', status: 502, done: false }],
    ['presses are limited', { kind: 'limited', retryAfterSeconds: 3 }],
  ] as const)('gives what it was pressed for, also when %s', async (_name, fault) => {
    const { telegram } = world;
    const card = await cardInPrivate();
    telegram.failWith(({ path }) => (path === '/answerCallbackQuery' ? fault : null));
    telegram.press(MEMBER, card.id, 'More').catch(() => null);
    await telegram.nextMessage(MEMBER);
    expect((await telegram.nextMessage(MEMBER)).text).toContain('Bitcoin miner');
  });

  test('under a message that is too old to be shown does nothing: nobody knows what stood there', async () => {
    const { telegram } = world;
    const card = await cardInGroup();
    telegram.push({
      callback_query: {
        id: 'any',
        from: { id: ADMIN, is_bot: false, first_name: 'Ann' },
        chat_instance: '1',
        data: 'pause',
        message: { message_id: card.id, date: 0, chat: { id: group, type: 'group', title: 'Traders' } },
      },
    });
    expect((await telegram.answer(group, '/resume', { from: ADMIN })).text).toContain('not paused');
  });
});
