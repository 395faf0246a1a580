import { randomBytes } from 'node:crypto';
import { COMMANDS } from '../commands/index.ts';
import { createCommandDispatch, type CommandDispatch } from './chat/dispatch.ts';
import { createPendingOffers } from './chat/pending-offers.ts';
import type { ChatPlatform } from './chat/chat-platform.ts';
import type { Services } from './chat/services.ts';
import { createDispatcher } from './delivery/dispatcher.ts';
import { createFanOut } from './delivery/fan-out.ts';
import { oweFeedNotice } from './delivery/feed-notices.ts';
import { UNPACED } from './delivery/pace.ts';
import type { IngestParts } from './feeds/ingest.ts';
import { createOneByOne } from './feeds/one-by-one.ts';
import { createHubPort } from './feeds/websub/receive.ts';
import { createSubscriber, noteHubOf } from './feeds/websub/subscriber.ts';
import { webSubRoutes } from './web/websub-routes.ts';
import { createFeedDesk } from './feeds/feed-desk.ts';
import { createPoller } from './feeds/poller.ts';
import { createFeedReader, type FeedReader } from './feeds/reader.ts';
import { startHousekeeping, type Housekeeping } from './housekeeping.ts';
import type { Fetcher } from './http/fetcher.ts';
import type { Chat } from './model/chat.ts';
import type { Clock } from './model/clock.ts';
import type { CatalogueFeed } from './model/feed.ts';
import type { Log } from './model/log.ts';
import type { Stage } from './model/stage.ts';
import type { UserError } from './model/user-error.ts';
import type { AssetCatalogue } from './newsroom/asset-catalogue.ts';
import { createStoryEditor } from './newsroom/edit-story.ts';
import { createNewsroom } from './newsroom/newsroom.ts';
import { createLocalPlatform, LOCAL_CHAT } from './platforms/local/local-platform.ts';
import { localRoutes } from './platforms/local/routes.ts';
import type { Role, Settings } from './settings.ts';
import { allOutlets } from './store/added-feeds.ts';
import { ensureChat } from './store/chats.ts';
import { syncCatalogue } from './store/feeds.ts';
import type { Store } from './store/store.ts';
import { describeCanonical } from './subscriptions/describe-canonical.ts';
import { createStoredMatcher, type StoredMatcher } from './subscriptions/stored-matcher.ts';
import { createFilterVocabulary, type FilterVocabulary } from './subscriptions/vocabulary.ts';
import { DEFAULT_LANGUAGE, type Texts } from './texts/texts.ts';
import { startWebServer, type Health, type WebServer, type WebServerOptions } from './web/server.ts';

/** What the process hands in: all that touches the world outside of the wiring. */
export interface AppParts {
  readonly store: Store;
  readonly feeds: readonly CatalogueFeed[];
  readonly assets: AssetCatalogue;
  readonly texts: Texts;
  readonly fetcher: Fetcher;
  readonly clock: Clock;
  readonly log: Log;
  /** Nothing can go on (a full disk), told by each stage that meets it: the caller stops the app and ends the process. */
  readonly onFatal: (error: UserError) => void;
}

export interface App {
  /** Address of the local page; null when the role `web` is off. */
  readonly url: string | null;
  /** Runs a command in the local chat, as its operator. */
  readonly commands: CommandDispatch;
  readonly localChat: Chat;
  readonly stages: readonly Stage[];
  /**
   * Begins to poll, read and deliver; resolves when the platforms listen.
   * @throws UserError when a platform does not accept its token
   */
  start(): Promise<void>;
  stop(): Promise<void>;
}

const EDIT_DEBOUNCE_MS = 3_000;
/** For answers under way, when the program stops. */
const STOP_GRACE_MS = 3_000;

/** The only place where parts are wired. Nothing runs before `start`, except the page. */
export async function createApp(settings: Settings, parts: AppParts): Promise<App> {
  const { store, clock } = parts;
  const vocabulary = createFilterVocabulary(
    parts.assets.assets,
    parts.feeds.map(({ outlet }) => outlet),
  );
  for (const outlet of await allOutlets(store.db)) vocabulary.learnOutlet(outlet);
  const localChat = await store.transaction('start', async (trx) => {
    await syncCatalogue(trx, parts.feeds, clock.now(), settings.POLL_MIN_INTERVAL);
    return ensureChat(trx, LOCAL_CHAT, DEFAULT_LANGUAGE, clock.now());
  });
  const local = createLocalPlatform(parts);
  const platforms = settings.ROLES.includes('deliver') ? await createPlatforms(settings, parts) : [];
  const messengers = [{ messenger: local.messenger, pace: UNPACED }, ...platforms];
  const reader = createFeedReader();
  const oneByOne = createOneByOne();
  const matcher = createStoredMatcher(store.db, vocabulary, parts.log);
  const alone = createOneByOne();
  const stages = createStages(settings, parts, { vocabulary, matcher, alone, messengers, reader, oneByOne });
  const troubles = () => ({
    ...Object.fromEntries(stages.map((stage) => [stage.name, stage.trouble()])),
    ...Object.fromEntries(platforms.map(({ messenger, trouble }) => [messenger.platform, trouble()])),
  });
  const wakeAll = () => stages.forEach((stage) => stage.wake());
  const services: Services = {
    store,
    clock,
    assets: parts.assets,
    vocabulary,
    feeds: createFeedDesk({ ...parts, reader, changed: wakeAll }),
    editor: createStoryEditor({
      store,
      clock,
      match: matcher.match,
      onStory: wakeAll,
      alone,
    }),
    offers: createPendingOffers(),
    commands: COMMANDS,
    languages: parts.texts.languages,
    onDeliveries: wakeAll,
    stages: troubles,
  };
  const commands = createCommandDispatch(COMMANDS, services, parts.log);
  const web = settings.ROLES.includes('web')
    ? await startWeb(settings, parts, troubles, {
        routes: [localRoutes(local.backend(commands, services, localChat.id))],
        publicRoutes:
          settings.PUBLIC_URL === undefined
            ? []
            : [
                webSubRoutes(
                  createHubPort({
                    ...parts,
                    reader,
                    oneByOne,
                    alertMaxAgeMs: settings.ALERT_MAX_AGE,
                    onArticles: wakeAll,
                  }),
                ),
              ],
      })
    : null;

  let housekeeping: Housekeeping | undefined;
  let stopping: Promise<void> | undefined;
  return {
    url: web?.url ?? null,
    commands,
    localChat,
    stages,
    async start() {
      for (const stage of stages) stage.start();
      housekeeping ??= startHousekeeping({
        ...parts,
        retentionMs: settings.RETENTION,
        wakeAll,
        onError: (error) => failFatally(error, parts),
      });
      await Promise.all(platforms.map((platform) => platform.start(commands, services)));
    },
    stop() {
      stopping ??= (async () => {
        await web?.close();
        await housekeeping?.stop();
        // Both at once: an answer that hangs must not take the time of the sends under way.
        const grace = clock.sleep(STOP_GRACE_MS);
        await Promise.all([
          ...platforms.map((platform) => Promise.race([platform.stop(), grace])),
          ...stages.map((stage) => stage.stop()),
        ]);
        await parts.fetcher.close();
        await reader.close();
        await store.close();
      })();
      return stopping;
    },
  };
}

function createStages(
  settings: Settings,
  parts: AppParts,
  {
    vocabulary,
    matcher,
    alone,
    messengers,
    reader,
    oneByOne,
  }: {
    readonly vocabulary: FilterVocabulary;
    readonly matcher: StoredMatcher;
    readonly alone: IngestParts['oneByOne'];
    readonly messengers: readonly Pick<ChatPlatform, 'messenger' | 'pace'>[];
    readonly reader: FeedReader;
    readonly oneByOne: IngestParts['oneByOne'];
  },
): readonly Stage[] {
  const { store, clock, log } = parts;
  const common = { store, clock, log, onError: (error: unknown) => failFatally(error, parts) };
  const delivery = { ...common, editDebounceMs: EDIT_DEBOUNCE_MS };

  const dispatchers = messengers.map(({ messenger, pace }) =>
    createDispatcher({
      ...delivery,
      messenger,
      pace,
      describeFilter: (canonical) => describeCanonical(canonical, vocabulary),
    }),
  );
  const onDeliveries = () => dispatchers.forEach((dispatcher) => dispatcher.wake());
  const fanOut = createFanOut({ ...delivery, newNonce, onDeliveries });
  const newsroom = createNewsroom({
    ...common,
    assets: parts.assets,
    alone,
    match: matcher.match,
    onStory: fanOut.wake,
  });
  const { PUBLIC_URL: publicUrl } = settings;
  const subscriber = publicUrl === undefined ? null : createSubscriber({ ...common, ...parts, publicUrl });
  const poller = createPoller({
    ...common,
    oneByOne,
    onOutlets: (outlets) => outlets.forEach((outlet) => vocabulary.learnOutlet(outlet)),
    async onHub(feed, hub) {
      if (subscriber && (await noteHubOf(feed, hub, { store, now: clock.now() }))) subscriber.wake();
    },
    fetcher: parts.fetcher,
    reader,
    hostGapMs: settings.POLL_HOST_GAP,
    random: Math.random,
    policy: {
      minIntervalMs: settings.POLL_MIN_INTERVAL,
      maxIntervalMs: settings.POLL_MAX_INTERVAL,
      alertMaxAgeMs: settings.ALERT_MAX_AGE,
      fullText: settings.FULL_TEXT,
      coinDeskKey: settings.COINDESK_API_KEY ?? null,
    },
    onArticles: newsroom.wake,
    onLost: (feed) => void oweFeedNotice(feed, { store, clock, newNonce, onDeliveries }).catch(common.onError),
  });
  const byRole: Readonly<Record<Exclude<Role, 'web'>, readonly Stage[]>> = {
    poll: [poller, ...(subscriber ? [subscriber] : [])],
    newsroom: [newsroom, fanOut],
    deliver: dispatchers,
  };
  return settings.ROLES.flatMap((role) => (role === 'web' ? [] : byRole[role]));
}

async function startWeb(
  settings: Settings,
  parts: AppParts,
  troubles: Services['stages'],
  routes: Pick<WebServerOptions, 'routes' | 'publicRoutes'>,
): Promise<WebServer> {
  return startWebServer({
    host: settings.HTTP_HOST,
    port: settings.HTTP_PORT,
    password: settings.HTTP_PASSWORD ?? null,
    ...routes,
    health: async () => healthOf(troubles()),
    log: parts.log,
  });
}

/** Importing the platforms' libraries costs a second and 40 MB: only where there is a token. */
async function createPlatforms(settings: Settings, parts: AppParts): Promise<readonly ChatPlatform[]> {
  const common = { ...parts, operators: settings.OPERATORS };
  const platforms: ChatPlatform[] = [];
  if (settings.DISCORD_TOKEN !== undefined) {
    const { createDiscordPlatform } = await import('./platforms/discord/discord-platform.ts');
    const { DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl } = settings;
    platforms.push(createDiscordPlatform({ ...common, token, apiUrl }));
  }
  if (settings.TELEGRAM_TOKEN !== undefined) {
    const { createTelegramPlatform } = await import('./platforms/telegram/telegram-platform.ts');
    const { TELEGRAM_TOKEN: token, TELEGRAM_API_URL: apiUrl } = settings;
    platforms.push(createTelegramPlatform({ ...common, token, apiUrl }));
  }
  return platforms;
}

function healthOf(troubles: ReturnType<Services['stages']>): Health {
  const roles = Object.fromEntries(Object.entries(troubles).map(([name, trouble]) => [name, trouble ?? 'ok']));
  return { ok: Object.values(roles).every((state) => state === 'ok'), roles };
}

function failFatally(error: unknown, { store, onFatal }: AppParts): void {
  const failure = store.failure(error);
  if (failure) onFatal(failure);
}

/** 22 characters: within Discord's 25. */
function newNonce(): string {
  return randomBytes(16).toString('base64url');
}
