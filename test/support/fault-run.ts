import { setTimeout as delay } from 'node:timers/promises';
import { createDispatcher } from '../../src/delivery/dispatcher.ts';
import type { Clock } from '../../src/model/clock.ts';
import { silentLog } from '../../src/model/log.ts';
import type { ChatPlatform } from '../../src/chat/chat-platform.ts';
import { createDiscordPlatform } from '../../src/platforms/discord/discord-platform.ts';
import { createTelegramPlatform } from '../../src/platforms/telegram/telegram-platform.ts';
import { ensureChat } from '../../src/store/chats.ts';
import { countDeliveriesWaiting, oweDelivery } from '../../src/store/deliveries.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { insertStory } from '../../src/store/stories.ts';
import { insertSubscription } from '../../src/store/subscriptions.ts';
import { startFakeDiscord } from './discord/fake-discord.ts';
import { createFastClock } from './fast-clock.ts';
import type { Fault } from './faults.ts';
import { startFakeTelegram } from './telegram/fake-telegram.ts';
import { TEXTS } from './world.ts';
import { NO_FETCHER } from './no-fetcher.ts';

/** What came of one card for each of many chats, on a platform that misbehaves. */
export interface FaultRun {
  readonly chats: number;
  /** Requests that were treated badly. */
  readonly faults: number;
  /** Chats without the card. */
  readonly lost: number;
  /** Chats with more than one. */
  readonly doubled: number;
  /** Posts of which it stayed unknown for a while whether they had arrived. */
  readonly inDoubt: number;
  readonly parked: number;
  /** 429s that our own pace brought about. */
  readonly limitHits: number;
}

export interface FaultRunOptions {
  readonly platform: 'discord' | 'telegram';
  readonly chats: number;
  readonly fault: Fault;
  /** Part of the posts that meet it, 0 to 1. */
  readonly share: number;
  /** How long posts meet it, on the run's own clock; for ever, when left out. */
  readonly forMs?: number;
  /** All requests meet it, not the posts alone. */
  readonly isOutage?: boolean;
}

interface Stand {
  readonly platform: ChatPlatform;
  readonly addresses: readonly string[];
  failWith(plan: ((path: string, method: string) => Fault | null) | null): void;
  /** Cards that a chat has. */
  shown(address: string): number;
  limitHits(): number;
  close(): Promise<void>;
}

const SPEED = 20;

/** The real dispatcher and the real libraries against a fake that treats a part of the posts badly. */
export async function runWithFaults({
  platform,
  chats,
  fault,
  share,
  forMs = Infinity,
  isOutage = false,
}: FaultRunOptions): Promise<FaultRun> {
  const clock = createFastClock(SPEED);
  const stand = await (platform === 'discord' ? discordStand(chats, clock) : telegramStand(chats, clock));
  const store = await openStore({ url: 'sqlite::memory:', clock });
  const begun = clock.now();
  let seen = 0;
  let faults = 0;
  stand.failWith((path, method) => {
    if (!(isOutage || isPost(path, method)) || clock.now() >= begun + forMs) return null;
    seen += 1;
    // Evenly spread, whatever the order.
    if (Math.floor(seen * share) === Math.floor((seen - 1) * share)) return null;
    faults += 1;
    return fault;
  });
  await oweEverybody(store, platform, stand.addresses, clock);
  const dispatcher = createDispatcher({
    store,
    clock,
    messenger: stand.platform.messenger,
    pace: stand.platform.pace,
    log: silentLog,
    describeFilter: (canonical) => canonical,
    editDebounceMs: 3_000,
    onError(error) {
      throw error;
    },
  });
  dispatcher.start();
  while ((await countDeliveriesWaiting(store.db)) > 0) await delay(20);
  await dispatcher.stop();
  const shown = stand.addresses.map((address) => stand.shown(address));
  const rows = await store.db.selectFrom('delivery').select(['state', 'doubts']).execute();
  await store.close();
  await stand.close();
  return {
    chats,
    faults,
    lost: shown.filter((count) => count === 0).length,
    doubled: shown.filter((count) => count > 1).length,
    inDoubt: rows.filter(({ doubts }) => doubts > 0).length,
    parked: rows.filter(({ state }) => state === 'parked').length,
    limitHits: stand.limitHits(),
  };
}

function isPost(path: string, method: string): boolean {
  return path === '/sendMessage' || (method === 'POST' && /^\/channels\/\d+\/messages$/.test(path));
}

async function discordStand(chats: number, clock: Clock): Promise<Stand> {
  // discord.js lives in real time: the fake's spans are as short as the clock is fast.
  const fake = await startFakeDiscord({
    limits: {
      global: { limit: 50, windowMs: 1_000 / SPEED },
      post: { limit: 5, windowMs: 5_000 / SPEED },
      edit: { limit: 5, windowMs: 5_000 / SPEED },
    },
  });
  const guild = fake.addGuild();
  const { token, apiUrl } = fake;
  return {
    platform: createDiscordPlatform({
      token,
      apiUrl,
      operators: [],
      fetcher: NO_FETCHER,
      texts: TEXTS,
      clock,
      log: silentLog,
    }),
    addresses: Array.from({ length: chats }, () => fake.addChannel(guild)),
    failWith: (plan) => fake.failWith(plan && (({ path, method }) => plan(path, method))),
    shown: (address) => fake.messages(address).length,
    limitHits: () => fake.rateLimitHits,
    close: () => fake.close(),
  };
}

async function telegramStand(chats: number, clock: Clock): Promise<Stand> {
  const fake = await startFakeTelegram({ now: clock.now });
  const { token, apiUrl } = fake;
  return {
    platform: createTelegramPlatform({
      token,
      apiUrl,
      operators: [],
      fetcher: NO_FETCHER,
      texts: TEXTS,
      clock,
      log: silentLog,
    }),
    addresses: Array.from({ length: chats }, (_, index) => String(fake.private(10_000 + index).id)),
    failWith: (plan) => fake.failWith(plan && (({ path, method }) => plan(path, method))),
    shown: (address) => fake.messages(Number(address)).length,
    limitHits: () => fake.limited,
    close: () => fake.close(),
  };
}

async function oweEverybody(
  store: Store,
  platform: 'discord' | 'telegram',
  addresses: readonly string[],
  clock: Clock,
): Promise<void> {
  await store.transaction('test', async (trx) => {
    const now = clock.now();
    const content = {
      title: 'Bitcoin plunges below $70,000',
      url: 'https://wire.example/crash',
      summary: 'Traders faced forced liquidations.',
      sentiment: { label: 'negative', score: -0.8 },
      assets: ['BTC'],
      topics: [],
      importance: 80,
      figures: [],
      sources: [],
      outletCount: 1,
      imageUrl: null,
      asOf: now,
    };
    const storyId = await insertStory(trx, {
      scope: 'public',
      revision: 1,
      created_at: now,
      changed_at: now,
      alertable_at: now,
      lead_article_id: 0,
      title: content.title,
      importance: content.importance,
      outlet_count: 1,
      content: JSON.stringify(content),
    });
    for (const [index, nativeId] of addresses.entries()) {
      const { id } = await ensureChat(trx, { platform, nativeId, thread: '' }, 'en', now);
      await insertSubscription(trx, {
        chatId: id,
        mode: 'instant',
        capHour: 10,
        capDay: 40,
        createdAt: now,
        filter: '$BTC',
      });
      await oweDelivery(trx, {
        chat_id: id,
        subject: `story:${storyId}`,
        subscription_id: index + 1,
        wanted: 1,
        nonce: `fault-run-${index}`,
        due_at: now,
        created_at: now,
      });
    }
  });
}
