import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ownerOf } from '../../src/chat/caller.ts';
import { ensureChat, setChatGone } from '../../src/store/chats.ts';
import { insertSubscription } from '../../src/store/subscriptions.ts';
import { createWorld, inEnglish } from '../support/world.ts';
import { headlines, MINUTE, openDesk, type Desk } from './desk.ts';

let desk: Desk;

beforeEach(async () => {
  desk = await openDesk();
});

afterEach(() => desk.close());

describe('/status', () => {
  test('says that all is well, and counts', async () => {
    await desk.publish(...headlines(3));
    expect((await desk.say('/status')).split('\n')).toEqual([
      'All is well',
      'Feeds | 3 of 3 work',
      'Articles today (UTC) | 3',
      'Articles still to be read | 0',
      'Stories today (UTC) | 3',
      'Cards and changes still to be sent | 0',
    ]);
  });

  test('names the feeds that fail, and what is wrong with them', async () => {
    const wire = desk.feeds['wire'];
    wire?.answerWith({ status: 503 });
    for (let polls = 0; polls < 60 && !wire?.answered.includes(503); polls += 1) await desk.pass(5_000);
    const once = await desk.say('/status');
    expect(once).toContain('1 feed fails; all else is well');
    expect(once).toContain('wire: HTTP 503 (once)');
    expect(once).toContain('Feeds | 2 of 3 work, 1 failing');
    desk.feeds['ledger']?.answerWith({ status: 404 });
    await desk.pass(10 * MINUTE);
    const more = await desk.say('/status');
    expect(more).toContain('2 feeds fail; all else is well');
    expect(more).toMatch(/wire: HTTP 503 \(\d times in a row\)/);
    expect(more).toContain('Feeds | 1 of 3 work, 2 failing');
  });
});

describe('/status of a bot that cannot deliver', () => {
  test('counts chats out of reach, and tells an operator which and why', async () => {
    await leaveChat('-100123', 'Forbidden: bot was kicked from the supergroup chat');
    const lines = (await desk.say('/status')).split('\n');
    expect(lines).toContain('Chats out of reach | 1');
    expect(lines).toContain('telegram -100123: Forbidden: bot was kicked from the supergroup chat');
    const member = ownerOf(desk.app.localChat, { id: 'local:2', isOperator: false });
    const seen = inEnglish(await desk.app.commands.runText('/status', member)).split('\n');
    expect(seen).toContain('Chats out of reach | 1');
    expect(seen.filter((line) => line.includes('kicked'))).toEqual([]);
  });

  test('counts the cards of today that were refused, and those whose arrival was in doubt', async () => {
    await desk.say('/subscribe btc');
    await desk.publish(...headlines(2));
    const { db } = desk.store;
    await db.updateTable('delivery').set({ state: 'parked', doubts: 2 }).execute();
    const lines = (await desk.say('/status')).split('\n');
    expect(lines).toContain('Cards of today that a platform refused | 2');
    expect(lines).toContain('Cards of today whose arrival was in doubt | 2');
  });
});

async function leaveChat(nativeId: string, reason: string): Promise<void> {
  const { store, clock } = desk;
  await store.transaction('test', async (trx) => {
    const { id } = await ensureChat(trx, { platform: 'telegram', nativeId, thread: '' }, 'en', clock.now());
    const createdAt = clock.now();
    await insertSubscription(trx, { chatId: id, mode: 'instant', capHour: 10, capDay: 40, createdAt, filter: '$BTC' });
    await setChatGone(trx, id, { reason, at: clock.now() });
  });
}

test('/status of a bot that has just begun says that the feeds were not asked yet', async () => {
  const fresh = await createWorld({ feeds: { wire: 1, ledger: 2 } });
  expect(await fresh.say('/status')).toContain('Feeds | 0 of 2 work, 2 not asked yet');
  await fresh.close();
});

test('/status of a bot whose feeds never worked counts none as working', async () => {
  const broken = await createWorld({ feeds: { wire: 1, ledger: 2 } });
  for (const feed of Object.values(broken.feeds)) feed.answerWith({ status: 500 });
  await broken.pass(2 * MINUTE);
  expect(await broken.say('/status')).toContain('Feeds | 0 of 2 work, 2 failing');
  await broken.close();
});
