import { join } from 'node:path';
import { z } from 'zod';
import { createApp, type App } from '../../src/app.ts';
import { createSteppedClock, type SteppedClock } from '../../src/demo/stepped-clock.ts';
import { createFetcher } from '../../src/http/fetcher.ts';
import { silentLog, type Log } from '../../src/model/log.ts';
import type { Tier } from '../../src/model/outlet.ts';
import type { UserError } from '../../src/model/user-error.ts';
import { loadAssetCatalogue } from '../../src/newsroom/asset-catalogue.ts';
import { ownerOf } from '../../src/chat/caller.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { playUntil } from '../../src/run-demo.ts';
import { parseSettings } from '../../src/settings.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { loadTexts } from '../../src/texts/texts.ts';
import { renderedCardColumn } from '../../src/platforms/local/rendered-card-column.ts';
import type { RenderedCard } from '../../src/platforms/local/api.ts';
import { startFeedServer, type TestFeed, type TestFeedServer } from './feed-server.ts';

const ROOT = join(import.meta.dirname, '../..');
export const TEXTS = loadTexts(join(ROOT, 'config/locales'));
export const ASSETS = loadAssetCatalogue(join(ROOT, 'config/assets.yaml'));

export interface ShownCard extends RenderedCard {
  readonly edits: number;
}

/** The whole process on feeds that a test writes, with a clock that moves only when told to. */
export interface World {
  readonly app: App;
  readonly store: Store;
  readonly clock: SteppedClock;
  readonly feeds: Readonly<Record<string, TestFeed>>;
  /** Lets this much time pass, with all that happens in it. */
  pass(ms: number): Promise<void>;
  /** Runs a command in the local chat; the reply's texts in English. */
  say(command: string): Promise<string>;
  reply(command: string): Promise<Reply>;
  /** What stands in the local chat, oldest first. */
  cards(): Promise<ShownCard[]>;
  /** The error with which the process would have ended. */
  readonly fatal: () => UserError | undefined;
  close(): Promise<void>;
}

export interface WorldOptions {
  /** Feed key to tier; one outlet each. */
  readonly feeds: Readonly<Record<string, Tier>>;
  /** How often each feed is polled; a minute, when left out. */
  readonly intervalMs?: number;
  readonly environment?: Readonly<Record<string, string>>;
  readonly wrapStore?: (store: Store) => Store;
  readonly clock?: SteppedClock;
  readonly log?: Log;
}

const MINUTE_MS = 60_000;
export const BEGINNING = Date.UTC(2026, 1, 5, 12);

export async function createWorld({
  feeds,
  intervalMs = MINUTE_MS,
  environment = {},
  wrapStore = (store) => store,
  clock = createSteppedClock(BEGINNING),
  log = silentLog,
}: WorldOptions): Promise<World> {
  const server: TestFeedServer = await startFeedServer();
  const store = wrapStore(await openStore({ url: 'sqlite::memory:', clock }));
  const parsed = parseSettings({ ROLES: 'poll newsroom deliver', POLL_HOST_GAP: '0s', ...environment });
  if (parsed.kind === 'invalid') throw new Error(parsed.problems.join('; '));
  const testFeeds = Object.fromEntries(Object.keys(feeds).map((key) => [key, server.feed(key)]));
  let fatal: UserError | undefined;
  const app = await createApp(parsed.settings, {
    store,
    clock,
    feeds: Object.entries(feeds).map(([key, tier]) => ({
      key,
      outlet: { key, name: `The ${key}`, tier },
      url: testFeeds[key]?.url ?? '',
      language: 'en',
      topics: [],
      kind: 'feed',
      fullText: null,
      intervalMs,
    })),
    assets: ASSETS,
    texts: TEXTS,
    fetcher: createFetcher({
      allowPrivate: true,
      contact: null,
      // Whatever is typed, nothing leaves this machine.
      isPublic: (address) => address === '127.0.0.1',
      resolve: (_name, _options, callback) =>
        callback(Object.assign(new Error('no names here'), { code: 'ENOTFOUND' }), []),
    }),
    log,
    onFatal: (error) => void (fatal ??= error),
  });
  await app.start();

  const person = { id: 'local:operator', isOperator: true };
  const reply = async (command: string) => app.commands.runText(command, ownerOf(await localChat(store, app), person));
  return {
    app,
    store,
    clock,
    feeds: testFeeds,
    pass: (ms) => playUntil(clock.now() + ms, clock, app),
    reply,
    async say(command) {
      return inEnglish(await reply(command));
    },
    async cards() {
      const rows = await store.db.selectFrom('local_message').selectAll().orderBy('id').execute();
      return rows.map(({ card, edits }) => ({ ...renderedCardColumn.parse(JSON.parse(card)), edits }));
    },
    fatal: () => fatal,
    async close() {
      await app.stop();
      await server.close();
    },
  };
}

async function localChat(store: Store, app: App) {
  const row = await store.db
    .selectFrom('chat')
    .selectAll()
    .where('id', '=', app.localChat.id)
    .executeTakeFirstOrThrow();
  return { ...app.localChat, pausedUntil: row.paused_until };
}

/** All that a reply says, a line each. */
export function inEnglish(reply: Reply): string {
  const say = (text: Parameters<typeof TEXTS.say>[0]) => TEXTS.say(text);
  if (reply.kind !== 'card') return say(reply.text);
  const { title, lines, table, items, footer } = reply.card;
  return [
    say(title),
    ...lines.map(say),
    ...(table?.rows.map((row) => row.map(say).join(' | ')) ?? []),
    ...items.map((item) => `${item.title} (${say(item.note)})`),
    ...z.array(z.string()).parse(footer === null ? [] : [say(footer)]),
  ].join('\n');
}
