import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { systemClock } from '../../src/model/clock.ts';
import { createFanOut } from '../../src/delivery/fan-out.ts';
import { storySubject } from '../../src/delivery/subject.ts';
import { ensureChat } from '../../src/store/chats.ts';
import { countDeliveriesWaiting } from '../../src/store/deliveries.ts';
import { insertFanout } from '../../src/store/fanouts.ts';
import type { Store } from '../../src/store/store.ts';
import { insertSubscription } from '../../src/store/subscriptions.ts';
import { inFolder, runDry, throwingLog, withStore } from './bench-world.ts';
import type { Row } from './row.ts';
import { timedAsync } from './stopwatch.ts';

const CHATS = 10_000;
const FILTERS = ['$BTC', '$BTC #etf', '$BTC negative', '#etf'];
const CHUNK = 500;
const ROUNDS = 2;

/** One story that everybody wants: from its `fanout` row to the delivery rows of all chats. */
export async function benchFanOut(): Promise<readonly Row[]> {
  return inFolder((folder) =>
    withStore(join(folder, 'fan-out.db'), async (store) => {
      const chatIds = await subscribeChats(store);
      const expanding: number[] = [];
      const again: number[] = [];
      const inserting: number[] = [];
      for (let storyId = 1; storyId <= ROUNDS; storyId += 1) {
        expanding.push(await expand(store, storyId, 1));
        again.push(await expand(store, storyId, 2));
        inserting.push(await timedAsync(() => insertPlainly(store, storyId + ROUNDS, chatIds)));
      }
      const owed = await countDeliveriesWaiting(store.db);
      if (owed !== 2 * ROUNDS * CHATS) throw new Error(`${owed} deliveries are owed, not one a chat and story`);
      const beside = { beside: 'plain inserts of the rows', besideMeasured: perSecond(inserting) };
      return [
        { what: 'one story to 10,000 chats', measured: perSecond(expanding), ...beside, unit: 'deliveries/s' },
        { what: 'its growth, to the same chats', measured: perSecond(again), ...beside, unit: 'deliveries/s' },
      ];
    }),
  );
}

async function subscribeChats(store: Store): Promise<readonly number[]> {
  const now = systemClock.now();
  return store.transaction('bench', async (trx) => {
    const chatIds: number[] = [];
    for (let index = 0; index < CHATS; index += 1) {
      const chat = await ensureChat(trx, { platform: 'local', nativeId: `bench-${index}`, thread: '' }, 'en', now);
      const filter = FILTERS[index % FILTERS.length] ?? '';
      const limits = { mode: 'instant', capHour: 10, capDay: 40, createdAt: now } as const;
      await insertSubscription(trx, { chatId: chat.id, filter, ...limits });
      chatIds.push(chat.id);
    }
    return chatIds;
  });
}

/** @returns ms */
async function expand(store: Store, storyId: number, revision: number): Promise<number> {
  const filters = JSON.stringify(FILTERS.map((_, index) => index + 1));
  await store.transaction('bench', (trx) =>
    insertFanout(trx, { story_id: storyId, revision, filters, alertable_at: systemClock.now() }),
  );
  const stage = createFanOut({
    store,
    clock: systemClock,
    log: throwingLog,
    newNonce,
    onDeliveries: () => undefined,
    onError: () => undefined,
    editDebounceMs: 3_000,
  });
  return timedAsync(() => runDry(stage));
}

async function insertPlainly(store: Store, storyId: number, chatIds: readonly number[]): Promise<void> {
  const now = systemClock.now();
  for (let start = 0; start < chatIds.length; start += CHUNK) {
    await store.transaction('bench', async (trx) => {
      for (const chatId of chatIds.slice(start, start + CHUNK)) {
        const row = {
          platform: 'local',
          chat_id: chatId,
          subject: storySubject(storyId),
          subscription_id: chatId,
          nonce: newNonce(),
        };
        const state = { state: 'owed', wanted: 1, attempts: 0, due_at: now, created_at: now } as const;
        await trx
          .insertInto('delivery')
          .values({ ...row, ...state })
          .execute();
      }
    });
  }
}

function newNonce(): string {
  return randomBytes(16).toString('base64url');
}

/** Of all rounds together. */
function perSecond(rounds: readonly number[]): number {
  return (rounds.length * CHATS * 1000) / rounds.reduce((sum, ms) => sum + ms, 0);
}
