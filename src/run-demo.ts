import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { createApp, type App } from './app.ts';
import { ownerOf } from './chat/caller.ts';
import { beginRun, saveRun } from './demo/demo-run.ts';
import { startFeedServer, type DemoServer } from './demo/feed-server.ts';
import { createSteppedClock, type SteppedClock } from './demo/stepped-clock.ts';
import { createFetcher } from './http/fetcher.ts';
import { systemClock, type Clock } from './model/clock.ts';
import type { Log } from './model/log.ts';
import type { Texts } from './texts/texts.ts';
import type { UserError } from './model/user-error.ts';
import { loadAssetCatalogue } from './newsroom/asset-catalogue.ts';
import type { Settings } from './settings.ts';
import { countArticles } from './store/articles.ts';
import { countParked } from './store/deliveries.ts';
import { countLocalMessages } from './store/local-messages.ts';
import { openStore, type Store, type StoreOptions } from './store/store.ts';
import { countStoriesSince } from './store/stories.ts';

export interface DemoOptions {
  readonly settings: Settings;
  readonly texts: Texts;
  readonly log: Log;
  /** Folder of the database; what lies there is thrown away unless `fresh` is false. */
  readonly folder: string;
  readonly fresh: boolean;
  readonly clock: Clock;
  /** Time for the backlog to be read before the live part begins; default 4 s. */
  readonly leadMs?: number;
  readonly onFatal: (error: UserError) => void;
  readonly open?: (options: StoreOptions) => Promise<Store>;
}

export interface Demo {
  readonly app: App;
  readonly store: Store;
  /** Epoch ms at which the last of the script has happened. */
  readonly endsAt: number;
  stop(): Promise<void>;
}

/** What a desk might want of such a week. */
const SUBSCRIPTIONS = ['btc negative importance>=65', '#etf', '#hack', '#rates', 'importance>=75', 'near link'];
const LEAD_MS = 4_000;
/** Polls, reading and debounced edits after the script's last change. */
const TAIL_MS = 10_000;

/** The very same process as `npm start`, on the scripted week's feed server, with subscriptions made as a person would. */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const { settings, clock, folder, fresh, open = openStore } = options;
  const store = await open({ url: `sqlite:${join(folder, 'demo.db')}`, clock, fresh });
  let feedServer: DemoServer | undefined;
  try {
    const run = beginRun(folder, clock, fresh, {
      feedPort: settings.HTTP_PORT === 0 ? 0 : settings.HTTP_PORT + 1,
      leadMs: options.leadMs ?? LEAD_MS,
    });
    feedServer = await startFeedServer({ clock, startedAt: run.startedAt, port: run.feedPort });
    saveRun(folder, { ...run, feedPort: Number(new URL(feedServer.origin).port) });
    const app = await createApp(settings, {
      ...options,
      store,
      feeds: feedServer.feeds,
      assets: loadAssetCatalogue(settings.ASSETS_FILE),
      fetcher: createFetcher({ allowPrivate: true, contact: null }),
    });
    for (const filter of SUBSCRIPTIONS) await subscribe(app, filter);
    await app.start();
    const server = feedServer;
    return {
      app,
      store,
      endsAt: run.startedAt + server.lastChangeMs + TAIL_MS,
      async stop() {
        await app.stop();
        await server.close();
      },
    };
  } catch (error) {
    await feedServer?.close();
    await store.close();
    throw error;
  }
}

async function subscribe(app: App, filter: string): Promise<void> {
  const operator = ownerOf(app.localChat, { id: 'local:operator', isOperator: true });
  // A demo that goes on has it already, and says so.
  await app.commands.runText(`/subscribe ${filter}`, operator);
}

/** Runs the script through without waiting and tells what came of it, in one line. */
export async function runThrough(options: Omit<DemoOptions, 'clock'>): Promise<string> {
  const clock = createSteppedClock(systemClock.now());
  const demo = await startDemo({ ...options, clock });
  await playUntil(demo.endsAt, clock, demo.app);
  const line = await summary(demo.store);
  await demo.stop();
  return line;
}

/** Moves the clock from one timer to the next whenever the stages have nothing left to do. */
export async function playUntil(end: number, clock: SteppedClock, app: Pick<App, 'stages'>): Promise<void> {
  while (clock.now() < end) {
    if (!app.stages.every((stage) => stage.idle())) {
      await turn();
      continue;
    }
    clock.advanceTo(Math.min(clock.nextWake() ?? end, end));
    await turn();
  }
}

async function summary({ db }: Store): Promise<string> {
  const articles = await countArticles(db);
  const stories = await countStoriesSince(db, 0);
  const messages = await countLocalMessages(db);
  const failures = articles.failed + (await countParked(db));
  return `articles ${articles.total}, stories ${stories}, cards ${messages.posts}, edits ${messages.edits}, failures ${failures}`;
}
