import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { enterChat } from '../../src/chat/enter-chat.ts';
import { systemClock } from '../../src/model/clock.ts';
import { findChat, setChatGone } from '../../src/store/chats.ts';
import { dueDeliveries, oweDelivery } from '../../src/store/deliveries.ts';
import { openStore, type Store } from '../../src/store/store.ts';

const ADDRESS = { platform: 'telegram', nativeId: '-100', thread: '' } as const;

let store: Store;
let woken: number;

beforeEach(async () => {
  store = await openStore({ url: 'sqlite::memory:', clock: systemClock });
  woken = 0;
});

afterEach(() => store.close());

function enter(language?: string, address: Parameters<typeof enterChat>[1] = ADDRESS) {
  const parts = { store, clock: systemClock, languages: ['en', 'de', 'pt'], onDeliveries: () => void (woken += 1) };
  return enterChat(parts, address, language);
}

describe('a chat in which somebody speaks for the first time', () => {
  test.each([
    ['de', 'de'],
    ['de-AT', 'de'],
    ['pt-BR', 'pt'],
    ['en-US', 'en'],
    ['fr', 'en'],
    ['', 'en'],
    ['constructor', 'en'],
    [undefined, 'en'],
  ])('whose app is in %j has the language %s', async (written, language) => {
    expect(await enter(written)).toMatchObject({ ...ADDRESS, language, goneReason: null });
    expect(woken).toBe(0);
  });

  test('keeps its language whoever speaks there later', async () => {
    const { id } = await enter('de');
    expect(await enter('en')).toMatchObject({ id, language: 'de' });
  });

  test('is another one in each of its topics', async () => {
    const chats = [await enter(), await enter('en', { ...ADDRESS, thread: '7' }), await enter()];
    expect(chats[0]?.id).toBe(chats[2]?.id);
    expect(chats[0]?.id).not.toBe(chats[1]?.id);
  });
});

describe('a chat that was out of reach', () => {
  test('is back when somebody speaks there, and what it was owed is due', async () => {
    const { id } = await enter();
    await store.transaction('test', async (trx) => {
      const delivery = { chat_id: id, subject: 'story:1', subscription_id: 1, wanted: 1, nonce: 'n' };
      await oweDelivery(trx, { ...delivery, due_at: 5, created_at: 5 });
      await setChatGone(trx, id, { reason: 'kicked', at: 1 });
    });
    const due = () => dueDeliveries(store.db, { platform: 'telegram', without: [], now: Date.now() }, 10);
    expect(await due()).toEqual([]);
    expect(await enter()).toMatchObject({ id, goneReason: null });
    expect((await findChat(store.db, id))?.goneReason).toBeNull();
    expect(await due()).toHaveLength(1);
    expect(woken).toBe(1);
  });
});
