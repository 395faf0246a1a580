import { randomUUID } from 'node:crypto';
import type { Server, ServerResponse } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { Log } from '../model/log.ts';
import { message } from '../model/text.ts';
import { UserError } from '../model/user-error.ts';
import { askPassword, guard, isLoopback, passwordCheck, securityHeaders } from './guard.ts';

const CLOSE_GRACE_MS = 500;

export interface WebServerOptions {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** null: nobody is asked. */
  readonly password: string | null;
  readonly routes: readonly Hono[];
  /** For callers without a password from elsewhere: each guards itself. */
  readonly publicRoutes: readonly Hono[];
  readonly health: () => Promise<Health>;
  readonly log: Log;
}

export interface Health {
  readonly ok: boolean;
  /** Per role `ok`, or what keeps it from running. */
  readonly roles: Readonly<Record<string, string>>;
}

export interface WebServer {
  /** Where a browser on this machine finds it, without a slash at the end. */
  readonly url: string;
  /** Ends event streams at once and gives running requests half a second. */
  close(): Promise<void>;
}

/** Resolves once it listens; rejects with a `UserError` when the address cannot be had. */
export async function startWebServer(options: WebServerOptions): Promise<WebServer> {
  const { host, log } = options;
  const streams = new Set<ServerResponse>();
  let port = options.port;
  const app = createApp(options, () => port, streams);
  const server = createAdaptorServer({
    fetch: app.fetch,
    // Undici's own Request and Response are wanted by everyone else in this process.
    overrideGlobalObjects: false,
  }) as Server; // http unless `createServer` is given

  port = await listen(server, host, port);
  if (options.password === null && !isLoopback(host)) {
    log.warn({ host, port }, 'page is open to the network without a password');
  }

  let closing: Promise<void> | undefined;
  return {
    url: `http://${visibleName(host)}:${port}`,
    close() {
      closing ??= closeServer(server, streams);
      return closing;
    },
  };
}

function createApp(
  { host, password, routes, publicRoutes, health, log }: WebServerOptions,
  port: () => number,
  streams: Set<ServerResponse>,
): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  const isRight = password === null ? () => true : passwordCheck(password);

  app.notFound((c) => c.text('Not found.', 404));
  app.onError((error, c) => {
    const id = randomUUID().slice(0, 8);
    log.error({ id, method: c.req.method, path: c.req.path, err: error }, 'web request failed');
    return c.text(`Something went wrong. The log says what, under ${id}.`, 500);
  });

  app.use(securityHeaders);
  for (const each of publicRoutes) app.route('/', each);
  app.use(guard({ host, port }));
  app.get('/healthz', async (c) => {
    const { ok, roles } = await health();
    const told = isRight(c.req.header('authorization')) ? roles : withoutReasons(roles);
    return c.json({ ok, roles: told }, ok ? 200 : 503);
  });
  app.use(askPassword(isRight));
  app.use(async (c, next) => {
    await next();
    if (!c.res.headers.get('content-type')?.startsWith('text/event-stream')) return;
    const { outgoing } = c.env;
    streams.add(outgoing);
    outgoing.once('close', () => streams.delete(outgoing));
  });
  for (const route of routes) app.route('/', route);
  return app;
}

/** A monitor may ask without the password, but reasons are for the operator. */
function withoutReasons(roles: Health['roles']): Health['roles'] {
  return Object.fromEntries(Object.entries(roles).map(([role, state]) => [role, state === 'ok' ? 'ok' : 'failing']));
}

async function listen(server: Server, host: string, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(asUserError(error, host, port)));
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}

function asUserError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const cause = { cause: error };
  // As text: Fluent would group the digits of a number.
  const args = { host, port: String(port) };
  switch (error.code) {
    case 'EADDRINUSE':
      return new UserError('port_in_use', message('start-port-in-use', args), cause);
    case 'EACCES':
      return new UserError('port_denied', message('start-port-denied', args), cause);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new UserError('host_unknown', message('start-host-unknown', args), cause);
    default:
      return error;
  }
}

async function closeServer(server: Server, streams: ReadonlySet<ServerResponse>): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  for (const stream of streams) stream.end(() => stream.socket?.end());
  const cut = setTimeout(() => server.closeAllConnections(), CLOSE_GRACE_MS);
  await closed;
  clearTimeout(cut);
}

function visibleName(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
