import {
  Client,
  DiscordAPIError,
  DiscordjsErrorCodes,
  Events,
  GatewayDispatchEvents,
  Options,
  REST,
  Routes,
  type APIInteraction,
  type RESTOptions,
} from 'discord.js';
import type { ChatPlatform, PlatformParts } from '../../chat/chat-platform.ts';
import { connectUntil } from '../../chat/connect-until.ts';
import type { Services } from '../../chat/services.ts';
import { createPace } from '../../delivery/pace.ts';
import { message } from '../../model/text.ts';
import { UserError } from '../../model/user-error.ts';
import { createInteractionHandler } from './interactions.ts';
import { createDiscordMessenger } from './messenger.ts';
import { INVITED_WITH } from './permissions.ts';
import { registerCommands } from './register-commands.ts';

/**
 * Discord: 50 requests a second, all together. discord.js counts them by full seconds, so that two bursts could meet
 * at the turn of one; the limits of each channel are left to it, since only the answers' headers tell them.
 */
const LIMITS = { platform: { count: 45, spanMs: 1_000 }, chat: () => [] } as const;
/** Discord answers within a second, or not at all. */
const REST_TIMEOUT_MS = 15_000;
const AUTHORIZATION_PAGE = 'https://discord.com/oauth2/authorize';

/** Discord without intents: commands come over the gateway, all else goes through REST, and memory does not grow with the servers. */
export function createDiscordPlatform(parts: PlatformParts): ChatPlatform {
  const { token, clock, log, texts } = parts;
  const rest = new REST(restOptions(parts.apiUrl));
  const stopping = new AbortController();
  const underWay = new Set<Promise<void>>();
  let gateway: Client | undefined;
  let connecting: Promise<void> | undefined;
  let trouble: string | null = 'not started';

  /** A client whose login failed cannot be closed after a later one: each try has its own. */
  function createGateway(handle: Handle): Client {
    const client = createClient(parts.apiUrl);
    client.on(Events.ShardReady, () => (trouble = null));
    client.on(Events.ShardResume, () => (trouble = null));
    client.on(Events.ShardReconnecting, () => (trouble = 'the connection was lost, connecting again'));
    client.on(Events.ShardDisconnect, ({ code }) => {
      trouble = `Discord ended the connection (code ${code})`;
      log.error({ code }, 'discord ended the connection for good');
    });
    // Without a listener, discord.js would end the process.
    let isTold = false;
    const tell = ({ message: reason }: Error) => {
      if (!isTold) log.warn({ reason }, 'discord connection failed, trying on');
      isTold = true;
    };
    client.on(Events.ShardResume, () => (isTold = false));
    client.on(Events.ShardReady, () => (isTold = false));
    client.on(Events.Error, tell);
    client.on(Events.ShardError, tell);
    client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: APIInteraction) => {
      if (stopping.signal.aborted) return;
      const done = handle(interaction)
        .catch((error: unknown) => log.error({ err: error }, 'discord interaction failed'))
        .finally(() => underWay.delete(done));
      underWay.add(done);
    });
    return client;
  }

  async function connect(services: Pick<Services, 'commands'>, handle: Handle): Promise<void> {
    rest.setToken(token);
    // The shape is Discord's word.
    const { id } = (await rest.get(Routes.currentApplication())) as { readonly id: string };
    await registerCommands(id, services.commands, { rest, texts, log });
    if (stopping.signal.aborted) return;
    gateway = createGateway(handle);
    await gateway.login(token);
    log.info({ invite: invitation(id) }, 'discord is on');
  }

  function failed(error: unknown): void {
    if (stopping.signal.aborted) return;
    const reason = error instanceof Error ? error.message : String(error);
    trouble = isTokenRefused(error) ? 'Discord does not accept DISCORD_TOKEN' : `out of reach: ${reason}`;
    log.warn({ reason }, 'discord cannot be reached, trying on');
  }

  return {
    messenger: createDiscordMessenger({ rest, token, texts, log }),
    pace: createPace(LIMITS, clock),
    trouble: () => trouble,
    async start(commands, services) {
      const operators = new Set(parts.operators);
      const handle = createInteractionHandler({
        rest,
        texts,
        clock,
        log,
        operators,
        commands,
        services,
        fetcher: parts.fetcher,
      });
      try {
        connecting = connect(services, handle);
        await connecting;
      } catch (error) {
        if (isTokenRefused(error))
          throw new UserError('discord_token', message('start-discord-token'), { cause: error });
        failed(error);
        const { signal } = stopping;
        connecting = connectUntil(() => connect(services, handle), { clock, signal, onFailure: failed });
      }
    },
    async stop() {
      stopping.abort();
      await gateway?.destroy();
      await Promise.allSettled([...underWay, connecting]);
      rest.clearHashSweeper();
      rest.clearHandlerSweeper();
      trouble = 'stopped';
    },
  };
}

type Handle = ReturnType<typeof createInteractionHandler>;

function createClient(apiUrl: string): Client {
  return new Client({
    intents: [],
    shards: 'auto',
    rest: restOptions(apiUrl),
    // Nothing is read from caches; without limits everybody who ever ran a command would stay in them.
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      UserManager: 0,
      GuildMemberManager: 0,
      ThreadManager: 0,
      PresenceManager: 0,
      ReactionManager: 0,
      VoiceStateManager: 0,
    }),
  });
}

function restOptions(apiUrl: string): Partial<RESTOptions> {
  return {
    api: apiUrl,
    timeout: REST_TIMEOUT_MS,
    // The dispatcher repeats what may not have arrived, with the same nonce, and counts it.
    retries: 0,
    offset: 0,
    // What is limited goes back to its place in the queue instead of holding one of the few sends.
    rejectOnRateLimit: ({ route }) => route.startsWith('/channels/:id/messages'),
  };
}

/** Asks for the scopes and permissions that cards need, and no more. */
function invitation(applicationId: string): string {
  const query = new URLSearchParams({
    client_id: applicationId,
    permissions: String(INVITED_WITH),
    scope: 'bot applications.commands',
  });
  return `${AUTHORIZATION_PAGE}?${query.toString()}`;
}

function isTokenRefused(error: unknown): boolean {
  if (error instanceof DiscordAPIError) return error.status === 401;
  return error instanceof Error && 'code' in error && error.code === DiscordjsErrorCodes.TokenInvalid;
}
