import { setImmediate as turn } from 'node:timers/promises';
import { createDispatcher } from '../../src/delivery/dispatcher.ts';
import { createFanOut } from '../../src/delivery/fan-out.ts';
import { UNPACED } from '../../src/delivery/pace.ts';
import { createSteppedClock, type SteppedClock } from '../../src/demo/stepped-clock.ts';
import { silentLog } from '../../src/model/log.ts';
import type { Stage } from '../../src/model/stage.ts';
import type { StoryContent } from '../../src/model/story.ts';
import { ensureChat } from '../../src/store/chats.ts';
import { findDelivery, type DeliveryRow } from '../../src/store/deliveries.ts';
import { insertFanout } from '../../src/store/fanouts.ts';
import { mergeStories } from '../../src/store/merge-stories.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { bumpStory, insertStory } from '../../src/store/stories.ts';
import { insertSubscription } from '../../src/store/subscriptions.ts';
import { createFakeMessenger, type FakeMessenger } from './fake-messenger.ts';

/** Fan-out and dispatcher on a real store, with stories made by hand and a platform in memory. */
export interface DeliveryDesk {
  readonly store: Store;
  readonly clock: SteppedClock;
  readonly messenger: FakeMessenger;
  /** A chat that subscribes to every one of these filters (`news`, if none is named). */
  chat(nativeId: string, ...filters: readonly string[]): Promise<number>;
  /** A story that matches the filters, due to fan out; its card's title is `<name>, 1`. */
  story(name: string, ...filters: readonly string[]): Promise<number>;
  /** The next revision of a story: `<name>, 2`. */
  grow(storyId: number, name: string, ...filters: readonly string[]): Promise<void>;
  /** The story `from` turns out to be `into`, which grows by that: `<name>, 2`. */
  merge(from: number, into: number, name: string, ...filters: readonly string[]): Promise<void>;
  delivery(chatId: number, storyId: number): Promise<DeliveryRow>;
  /** Lets time pass, with all that happens in it; a call that a test holds back is not waited for. */
  pass(ms: number): Promise<void>;
  /** New stages on the same store: what a process finds that starts after a crash. */
  restart(): void;
  readonly dispatcher: Stage;
  /** What the stages reported since the last look. */
  takeFaults(): readonly unknown[];
  /** @throws Error when answers are left that no call took, or faults that no test looked at */
  close(): Promise<void>;
}

export const DEBOUNCE_MS = 3_000;
const QUIET_TURNS = 20;

export async function openDesk(
  wrapStore: (store: Store) => Store = (store) => store,
  messenger = createFakeMessenger(),
): Promise<DeliveryDesk> {
  const clock = createSteppedClock(Date.UTC(2026, 1, 5, 12));
  const store = wrapStore(await openStore({ url: 'sqlite::memory:', clock }));
  const faults: unknown[] = [];
  let nonces = 0;
  let stages = start();

  function start() {
    const parts = {
      store,
      messenger,
      clock,
      log: silentLog,
      describeFilter: (canonical: string) => canonical,
      onError: (error: unknown) => void faults.push(error),
      editDebounceMs: DEBOUNCE_MS,
      pace: UNPACED,
    };
    const dispatcher = createDispatcher(parts);
    const newNonce = () => `nonce-${(nonces += 1)}`;
    const fanOut = createFanOut({ ...parts, newNonce, onDeliveries: dispatcher.wake });
    fanOut.start();
    dispatcher.start();
    return { fanOut, dispatcher };
  }

  /** Until nothing happens any more without the clock. */
  async function settle(): Promise<void> {
    let quiet = 0;
    while (quiet < QUIET_TURNS) {
      const before = messenger.calls.length;
      const busy = !stages.fanOut.idle();
      await turn();
      quiet = busy || messenger.calls.length > before ? 0 : quiet + 1;
    }
  }

  async function grown(storyId: number, name: string): Promise<number> {
    return store.transaction('test', async (trx) => {
      const next = await bumpStory(trx, storyId, {});
      await trx
        .updateTable('story')
        .set(told(name, next, clock.now()))
        .where('id', '=', storyId)
        .execute();
      return next;
    });
  }

  async function fanOut(
    storyId: number,
    revision: number,
    filters: readonly string[],
    absorbed: number | null = null,
  ): Promise<void> {
    await store.transaction('test', async (trx) => {
      const ids = await trx.selectFrom('filter').select('id').where('canonical', 'in', filters).execute();
      await insertFanout(trx, {
        story_id: storyId,
        revision,
        filters: JSON.stringify(ids.map(({ id }) => id)),
        alertable_at: clock.now(),
        absorbed,
      });
    });
    stages.fanOut.wake();
  }

  return {
    store,
    clock,
    messenger,
    takeFaults: () => faults.splice(0),
    get dispatcher() {
      return stages.dispatcher;
    },
    async chat(nativeId, ...filters) {
      return store.transaction('test', async (trx) => {
        const { id } = await ensureChat(trx, { platform: 'local', nativeId, thread: '' }, 'en', clock.now());
        for (const filter of filters.length > 0 ? filters : ['news']) {
          await insertSubscription(trx, {
            chatId: id,
            mode: 'instant',
            capHour: 1_000,
            capDay: 1_000,
            createdAt: clock.now(),
            filter,
          });
        }
        return id;
      });
    },
    async story(name, ...filters) {
      const id = await store.transaction('test', (trx) =>
        insertStory(trx, {
          scope: 'public',
          created_at: clock.now(),
          alertable_at: clock.now(),
          lead_article_id: 0,
          ...told(name, 1, clock.now()),
          revision: 1,
        }),
      );
      await fanOut(id, 1, filters.length > 0 ? filters : ['news']);
      return id;
    },
    async grow(storyId, name, ...filters) {
      await fanOut(storyId, await grown(storyId, name), filters.length > 0 ? filters : ['news']);
    },
    async merge(from, into, name, ...filters) {
      await store.transaction('test', (trx) => mergeStories(trx, from, into));
      await fanOut(into, await grown(into, name), filters.length > 0 ? filters : ['news'], from);
    },
    async delivery(chatId, storyId) {
      const row = await findDelivery(store.db, chatId, `story:${storyId}`);
      if (!row) throw new Error(`no delivery of story ${storyId} to chat ${chatId}`);
      return row;
    },
    async pass(ms) {
      const end = clock.now() + ms;
      await settle();
      while (clock.now() < end) {
        clock.advanceTo(Math.min(clock.nextWake() ?? end, end));
        await settle();
      }
    },
    restart() {
      void stages.fanOut.stop();
      void stages.dispatcher.stop();
      stages = start();
    },
    async close() {
      await settle();
      const stopped = Promise.all([stages.fanOut.stop(), stages.dispatcher.stop()]);
      await turn();
      clock.advanceTo(clock.now() + 60_000);
      await stopped;
      await store.close();
      if (messenger.unused() > 0) throw new Error(`${messenger.unused()} answers of the messenger were not used`);
      if (faults.length > 0) throw new AggregateError(faults, 'the stages reported faults');
    },
  };
}

function told(name: string, revision: number, now: number) {
  const content: StoryContent = {
    title: `${name}, ${revision}`,
    url: null,
    summary: '',
    sentiment: null,
    assets: [],
    topics: [],
    importance: 50,
    figures: [],
    sources: [],
    outletCount: 1,
    imageUrl: null,
    asOf: now,
  };
  return {
    changed_at: now,
    title: content.title,
    importance: content.importance,
    outlet_count: 1,
    content: JSON.stringify(content),
  };
}
