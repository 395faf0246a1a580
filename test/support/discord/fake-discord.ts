import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FaultPlan } from '../faults.ts';
import { botRoutes } from './bot-routes.ts';
import { makeEvidence } from './evidence.ts';
import type { FakeDiscord, FakeDiscordOptions, RateLimits } from './fake-discord-types.ts';
import { makeGateway, type Gateway } from './gateway.ts';
import { makeInteractionDesk } from './interaction-desk.ts';
import { interactionRoutes } from './interaction-routes.ts';
import { messageRoutes } from './message-routes.ts';
import { isEphemeral, isLoading, makeNonces, shownMessage } from './messages.ts';
import { makePeople } from './people.ts';
import { makeRest } from './rest.ts';
import { WorldState } from './world.ts';

const APPLICATION_ID = '1000000000000000001';
/** The shape of a real one: the application's id, a time and a signature. */
const TOKEN = `${Buffer.from(APPLICATION_ID).toString('base64url')}.FAKE00.not-a-real-token-0123456789-abcdef`;
const LIMITS: RateLimits = {
  post: { limit: 5, windowMs: 5000 },
  edit: { limit: 5, windowMs: 5000 },
  webhook: { limit: 5, windowMs: 5000 },
  global: { limit: 50, windowMs: 1000 },
};

/** Discord's content delivery network. */
const FILES = '/attachments';

/** A Discord of one's own on loopback: REST and gateway on one port. */
export async function startFakeDiscord(options: FakeDiscordOptions = {}): Promise<FakeDiscord> {
  const { token = TOKEN, shards = 1, maxConcurrency = 1 } = options;
  const book = makeEvidence();
  const nonces = makeNonces(options.nonceWindowMs ?? 300_000);
  const tooOldToEdit = new Map<string, number>();
  let plan: FaultPlan | null = null;
  let port = options.port ?? 0;
  const gatewayUrl = () => `ws://127.0.0.1:${port}`;

  const world: WorldState = new WorldState(APPLICATION_ID, (what, about) => gateway.tell(what, about));
  const desk = makeInteractionDesk(world, {
    deadlineMs: options.interactionDeadlineMs ?? 3000,
    tokenMs: options.interactionTokenMs ?? 900_000,
  });
  const rest = makeRest({
    routes: [
      ...botRoutes({ world, book, shards, maxConcurrency, gatewayUrl }),
      ...messageRoutes(world, nonces, tooOldToEdit),
      ...interactionRoutes(world, desk),
    ],
    token,
    limits: { ...LIMITS, ...options.limits },
    book,
    plan: () => plan,
  });
  const server = createServer((request, response) => {
    const file = request.url?.startsWith(FILES) ? world.files.get(request.url.slice(FILES.length + 1)) : null;
    if (file === null) rest.listener(request, response);
    else response.writeHead(file ? 200 : 404).end(file?.content);
  });
  const gateway: Gateway = makeGateway({
    server,
    url: gatewayUrl,
    world,
    book,
    token,
    heartbeatIntervalMs: options.heartbeatIntervalMs ?? 41_250,
    maxConcurrency,
    identifyWindowMs: options.identifyWindowMs ?? 5000,
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  // An IP server's address is never a pipe's name.
  ({ port } = server.address() as AddressInfo);
  world.filesUrl = `http://127.0.0.1:${port}${FILES}`;

  const people = makePeople(world, desk, book.registered, (interaction, guildId) => {
    gateway.dispatch('INTERACTION_CREATE', interaction, guildId);
  });

  return {
    apiUrl: `http://127.0.0.1:${port}/api`,
    token,
    applicationId: world.bot.id,
    botId: world.bot.id,
    ...people,
    attach(file) {
      const id = world.ids.next();
      world.files.set(id, file);
      return id;
    },
    forgetFiles: () => world.files.clear(),
    failWith: (next) => void (plan = next),
    dropGateway: () => gateway.cut({ forget: false }),
    forgetSessions: () => gateway.cut({ forget: true }),
    connected: () => gateway.connected(),
    async close() {
      desk.close();
      gateway.cut({ forget: true });
      server.closeAllConnections();
      if (server.listening) await new Promise((resolve) => server.close(resolve));
    },

    addGuild: (name) => world.addGuild(name),
    addChannel: (guildId, { type = 'text', name = 'general', parentId } = {}) => {
      return world.addChannel(guildId, type, name, parentId ?? null);
    },
    addDm: (userId = world.ordinaryPerson.id) => world.dmWith(userId),
    closeDms: (userId = world.ordinaryPerson.id) => void world.closedDms.add(userId),
    removeChannel: (channelId) => world.removeChannel(channelId),
    kick: (guildId) => world.kick(guildId),
    removeGuild: (guildId) => world.removeGuild(guildId),
    setBotPermissions: (channelId, bits) => world.setOverwrite(channelId, world.bot.id, bits),
    setEveryonesPermissions(channelId, bits) {
      const { guildId } = world.channel(channelId);
      if (guildId === null) throw new Error('a direct channel has no permissions');
      world.setOverwrite(channelId, guildId, bits);
    },
    deleteMessage(channelId, messageId) {
      if (!world.channel(channelId).messages.delete(messageId)) throw new Error(`no message ${messageId}`);
    },
    refuseEdits(messageId, retryAfterSeconds) {
      if (retryAfterSeconds === null) tooOldToEdit.delete(messageId);
      else tooOldToEdit.set(messageId, retryAfterSeconds);
    },
    messages(channelId) {
      const all = [...(world.channels.get(channelId)?.messages.values() ?? [])];
      return all.filter((message) => !isEphemeral(message) && !isLoading(message)).map(shownMessage);
    },

    refusals: book.refusals,
    unexpected: book.unexpected,
    registered: book.registered,
    requests: book.requests,
    files: book.files,
    get commandPuts() {
      return book.commandPuts;
    },
    get rateLimitHits() {
      return book.rateLimitHits;
    },
    get invalidRequests() {
      return book.invalidRequests;
    },
    get peakInFlight() {
      return book.peakInFlight;
    },
    get identifies() {
      return book.identifies;
    },
    get resumes() {
      return book.resumes;
    },
    get gatewayIntents() {
      return book.gatewayIntents;
    },
  };
}
