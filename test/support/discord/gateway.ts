import { randomBytes } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import { GatewayCloseCodes as Close, GatewayIntentBits, GatewayOpcodes as Op } from 'discord.js';
import { WebSocketServer, type WebSocket } from 'ws';
import * as z from 'zod';
import { userBody } from './bodies.ts';
import { makeSessions, type Session } from './gateway-session.ts';
import { guildEvents } from './guild-events.ts';
import type { EvidenceBook } from './evidence.ts';
import { shardOf } from './snowflake.ts';
import type { Told, WorldState } from './world.ts';

/** An application has these only after Discord's review; asking for them closes with 4014. */
const PRIVILEGED = GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences | GatewayIntentBits.MessageContent;
const KNOWN_INTENTS = Object.values(GatewayIntentBits)
  .filter((bit) => typeof bit === 'number')
  .reduce((all, bit) => all | bit, 0);
/** events/gateway: rate limiting; a connection that sends more is closed. */
const MAX_SENDS = 120;
const SENDS_WINDOW_MS = 60_000;

const Sent = z.discriminatedUnion('op', [
  z.object({ op: z.literal(Op.Heartbeat), d: z.number().nullable() }),
  z.object({
    op: z.literal(Op.Identify),
    d: z.object({
      token: z.string(),
      intents: z.number().int().nonnegative(),
      shard: z.tuple([z.number().int(), z.number().int()]).optional(),
      properties: z.object({ os: z.string(), browser: z.string(), device: z.string() }),
    }),
  }),
  z.object({ op: z.literal(Op.Resume), d: z.object({ token: z.string(), session_id: z.string(), seq: z.number() }) }),
  z.object({ op: z.literal(Op.PresenceUpdate), d: z.unknown() }),
]);
type Identify = Extract<z.infer<typeof Sent>, { op: Op.Identify }>['d'];

export interface Gateway {
  /** To the shard that hears of this guild. */
  dispatch(event: string, data: unknown, guildId: string | null): void;
  readonly tell: Told;
  connected(): Promise<void>;
  /** Cuts all connections; with `forget` no session can be resumed. */
  cut(options: { readonly forget: boolean }): void;
}

/** The gateway on the HTTP server's own port (events/gateway). */
export function makeGateway(parts: {
  readonly server: Server;
  readonly url: () => string;
  readonly world: WorldState;
  readonly book: EvidenceBook;
  readonly token: string;
  readonly heartbeatIntervalMs: number;
  readonly maxConcurrency: number;
  readonly identifyWindowMs: number;
}): Gateway {
  const { server, world, book, token } = parts;
  const sockets = new WebSocketServer({ server });
  const sessions = makeSessions();
  const lastIdentify = new Map<number, number>();
  const waiting: (() => void)[] = [];

  sockets.on('connection', (socket, request) => {
    if (!isPlainJson(request)) {
      socket.close(Close.DecodeError, 'only JSON without compression here');
      return;
    }
    send(socket, Op.Hello, { heartbeat_interval: parts.heartbeatIntervalMs });
    let session: Session | null = null;
    let sends: readonly number[] = [];
    socket.on('message', (raw: Buffer) => {
      const now = Date.now();
      sends = [...sends.filter((at) => at > now - SENDS_WINDOW_MS), now];
      if (sends.length > MAX_SENDS) return socket.close(Close.RateLimited);
      const read = readSent(raw.toString());
      if (!read) return socket.close(Close.DecodeError, 'not a payload of a client');
      if (read.op === Op.Heartbeat) return send(socket, Op.HeartbeatAck, undefined);
      if (read.op === Op.PresenceUpdate) return undefined;
      if (session) return socket.close(Close.AlreadyAuthenticated);
      if (read.d.token !== token) return socket.close(Close.AuthenticationFailed, 'Authentication failed.');
      session = read.op === Op.Identify ? identify(socket, read.d) : resume(socket, read.d);
      if (session) for (const resolve of waiting.splice(0)) resolve();
      return undefined;
    });
    socket.on('close', () => session?.detach(socket));
  });

  function identify(socket: WebSocket, { intents, shard = [0, 1] }: Identify): Session | null {
    const [index, count] = shard;
    book.gatewayIntents = intents;
    const refusal = refusalOf(intents, index, count);
    if (refusal) {
      socket.close(refusal);
      return null;
    }
    const key = index % parts.maxConcurrency;
    const early = (lastIdentify.get(key) ?? 0) + parts.identifyWindowMs > Date.now();
    if (early) {
      send(socket, Op.InvalidSession, false);
      return null;
    }
    lastIdentify.set(key, Date.now());
    book.identifies++;
    const session = sessions.open(randomBytes(16).toString('hex'), { index, count, intents }, socket);
    const guilds = [...world.guilds.values()].filter(({ id, botIsIn }) => botIsIn && session.hears(shardOf(id, count)));
    session.dispatch('READY', {
      v: 10,
      user: { ...userBody(world.bot), verified: true, mfa_enabled: true },
      session_id: session.id,
      resume_gateway_url: parts.url(),
      application: { id: world.bot.id, flags: 0 },
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      private_channels: [],
      shard: [index, count],
    });
    if (session.wants(GatewayIntentBits.Guilds)) {
      for (const guild of guilds)
        for (const [event, data] of guildEvents('guild', guild, world)) session.dispatch(event, data);
    }
    return session;
  }

  function resume(socket: WebSocket, { session_id, seq }: { session_id: string; seq: number }): Session | null {
    const session = sessions.find(session_id);
    if (!session?.resume(socket, seq)) {
      send(socket, Op.InvalidSession, false);
      return null;
    }
    book.resumes++;
    return session;
  }

  return {
    dispatch(event, data, guildId) {
      for (const session of sessions.all()) {
        if (session.hears(shardOf(guildId, session.shardCount))) session.dispatch(event, data);
      }
    },
    tell(what, about) {
      const guildId = 'guildId' in about ? about.guildId : about.id;
      for (const session of sessions.all()) {
        if (guildId === null || !session.wants(GatewayIntentBits.Guilds)) continue;
        if (!session.hears(shardOf(guildId, session.shardCount))) continue;
        for (const [event, data] of guildEvents(what, about, world)) session.dispatch(event, data);
      }
    },
    async connected() {
      while (!sessions.all().some((session) => session.isLive)) {
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
    },
    cut({ forget }) {
      if (forget) sessions.forget();
      for (const socket of sockets.clients) socket.terminate();
    },
  };
}

function refusalOf(intents: number, index: number, count: number): Close | null {
  if (count < 1 || index < 0 || index >= count) return Close.InvalidShard;
  if ((intents & ~KNOWN_INTENTS) !== 0) return Close.InvalidIntents;
  if ((intents & PRIVILEGED) !== 0) return Close.DisallowedIntents;
  return null;
}

function readSent(text: string): z.infer<typeof Sent> | null {
  try {
    return Sent.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    // Not JSON: the same answer as for JSON that is no payload.
    return null;
  }
}

function isPlainJson({ url = '' }: IncomingMessage): boolean {
  const query = new URL(url, 'http://127.0.0.1').searchParams;
  return (query.get('encoding') ?? 'json') === 'json' && !query.has('compress') && query.get('v') === '10';
}

function send(socket: WebSocket, op: Op, d: unknown): void {
  socket.send(JSON.stringify({ op, d, s: null, t: null }));
}
