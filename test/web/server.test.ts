import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { Hono } from 'hono';
import { afterEach, expect, test } from 'vitest';
import { join } from 'node:path';
import { silentLog } from '../../src/model/log.ts';
import type { Log } from '../../src/model/log.ts';
import { UserError } from '../../src/model/user-error.ts';
import { localRoutes } from '../../src/platforms/local/routes.ts';
import { loadTexts } from '../../src/texts/texts.ts';
import { startWebServer } from '../../src/web/server.ts';
import type { Health, WebServer, WebServerOptions } from '../../src/web/server.ts';
import { card, fakeBackend } from '../platforms/local/fake-backend.ts';

const running: { close(): Promise<unknown> }[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

test('an open page gets the latest messages, then each new one', async () => {
  const backend = fakeBackend([card('old')]);
  const { url } = await start({ routes: [localRoutes(backend)] });
  const events = await openEvents(url);
  expect(await events.next()).toMatch(/event: messages\ndata: \[.*"old"/);
  backend.publish(card('fresh'));
  expect(await events.next()).toMatch(/^event: message\ndata: \{.*"fresh"/);
});

test('closing the tab ends its subscription', async () => {
  const backend = fakeBackend();
  const { url } = await start({ routes: [localRoutes(backend)] });
  const events = await openEvents(url);
  await events.next();
  expect(backend.subscribers()).toBe(1);
  events.leave();
  await expect.poll(() => backend.subscribers()).toBe(0);
});

test('closing the server ends open event streams properly and frees the port', async () => {
  const backend = fakeBackend();
  const server = await start({ routes: [localRoutes(backend)] });
  const events = await openEvents(server.url);
  await events.next();
  await Promise.all([server.close(), server.close()]);
  expect(await events.next()).toBe('');
  expect(backend.subscribers()).toBe(0);
  const next = await start({ port: Number(new URL(server.url).port) });
  expect((await ask(next.url, '/healthz')).status).toBe(200);
});

test('closing the server does not wait for a request that never ends', async () => {
  const stuck = new Hono().get('/stuck', () => new Promise<Response>(() => undefined));
  const server = await start({ routes: [stuck] });
  const outcome = ask(server.url, '/stuck').catch((error: NodeJS.ErrnoException) => error.code);
  await ask(server.url, '/healthz');
  await server.close();
  expect(await outcome).toBe('ECONNRESET');
});

test.each([
  ['127.0.0.1', true],
  ['localhost', true],
  ['LOCALHOST', true],
  ['[::1]', true],
  ['rebound.example', false],
  ['localhost.rebound.example', false],
  ['127.0.0.1.rebound.example', false],
])('on loopback a request for host %s is answered: %s', async (name, answered) => {
  const { url } = await start({});
  const host = `${name}:${new URL(url).port}`;
  const { status } = await ask(url, '/healthz', { headers: { host } });
  expect(status).toBe(answered ? 200 : 403);
});

test('a host with another port is refused', async () => {
  const { url } = await start({});
  expect((await ask(url, '/healthz', { headers: { host: '127.0.0.1:1' } })).status).toBe(403);
  expect((await ask(url, '/healthz', { headers: { host: '127.0.0.1' } })).status).toBe(403);
});

test('commands from another site are refused, from the page itself they are run', async () => {
  const backend = fakeBackend();
  const { url } = await start({ routes: [localRoutes(backend)] });
  const statusFrom = async (origin: string): Promise<number> => (await post(url, { origin })).status;
  expect(await statusFrom('https://evil.example')).toBe(403);
  expect(await statusFrom('null')).toBe(403);
  expect(await statusFrom('http://127.0.0.1:1')).toBe(403);
  expect(await statusFrom(`${url}.evil.example`)).toBe(403);
  expect(backend.ran).toEqual([]);
  expect(await statusFrom(url)).toBe(200);
  expect((await post(url, {})).status).toBe(200);
});

test('another site cannot read the events', async () => {
  const backend = fakeBackend();
  const { url } = await start({ routes: [localRoutes(backend)] });
  const { status } = await ask(url, '/api/events', { headers: { origin: 'https://evil.example' } });
  expect(status).toBe(403);
  expect(backend.subscribers()).toBe(0);
});

test('a form of another site cannot pass as JSON', async () => {
  const { url } = await start({ routes: [localRoutes(fakeBackend())] });
  expect((await post(url, { 'content-type': 'text/plain' })).status).toBe(415);
  expect((await post(url, { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(415);
  expect((await post(url, { 'content-type': 'application/json; charset=utf-8' })).status).toBe(200);
});

test('a body that is too large is refused, with and without its length', async () => {
  const backend = fakeBackend();
  const { url } = await start({ routes: [localRoutes(backend)] });
  const body = JSON.stringify({ text: '/help', more: 'x'.repeat(5_100_000) });
  expect((await post(url, {}, body)).status).toBe(413);
  expect((await post(url, { 'transfer-encoding': 'chunked' }, body)).status).toBe(413);
  expect(backend.ran).toEqual([]);
});

test('with a password, everything but the health asks for it', async () => {
  const { url } = await start({ password: 'grüße: x', routes: [localRoutes(fakeBackend())] });
  const page = await ask(url, '/');
  expect(page.status).toBe(401);
  expect(page.headers['www-authenticate']).toMatch(/^Basic /);
  expect((await ask(url, '/api/events')).status).toBe(401);
  expect((await ask(url, '/nowhere')).status).toBe(401);
  expect((await ask(url, '/healthz')).status).toBe(200);
  expect((await ask(url, '/', { headers: basic('operator', 'wrong') })).status).toBe(401);
  expect((await ask(url, '/', { headers: { authorization: 'Basic !' } })).status).toBe(401);
  expect((await ask(url, '/', { headers: basic('operator', 'grüße: x') })).status).toBe(200);
});

test('health names the role that does not run, its reason only to who may know', async () => {
  const health = async (): Promise<Health> => ({ ok: false, roles: { poll: 'ok', newsroom: 'disk is full' } });
  const open = await start({ health });
  const answer = await ask(open.url, '/healthz');
  expect(answer.status).toBe(503);
  expect(JSON.parse(answer.body)).toEqual({ ok: false, roles: { poll: 'ok', newsroom: 'disk is full' } });

  const closed = await start({ health, password: 'secret' });
  const told = async (headers: Record<string, string>): Promise<unknown> =>
    JSON.parse((await ask(closed.url, '/healthz', { headers })).body);
  expect(await told({})).toEqual({ ok: false, roles: { poll: 'ok', newsroom: 'failing' } });
  expect(await told(basic('operator', 'secret'))).toEqual(JSON.parse(answer.body));
});

test('every answer forbids foreign scripts, frames and guessing of types', async () => {
  const { url } = await start({ routes: [localRoutes(fakeBackend())] });
  for (const path of ['/', '/healthz', '/nowhere', '/api/complete?text=x']) {
    const { headers } = await ask(url, path);
    const policy = headers['content-security-policy'];
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
  }
});

test('an unknown path is answered in plain text', async () => {
  const { url } = await start({});
  const { status, headers, body } = await ask(url, '/%3Cscript%3E');
  expect(status).toBe(404);
  expect(headers['content-type']).toMatch(/^text\/plain/);
  expect(body).not.toContain('script');
});

test('what goes wrong inside is told by an id that the log has too', async () => {
  const logged: unknown[] = [];
  const log: Log = { ...silentLog, error: (fields) => logged.push(fields) };
  const failing = new Hono().get('/fails', () => {
    throw new Error('token 123 is wrong');
  });
  const { url } = await start({ routes: [failing], log });
  const { status, body } = await ask(url, '/fails');
  expect(status).toBe(500);
  expect(body).not.toContain('token');
  const [, id] = /under (\w+)/.exec(body) ?? [];
  expect(logged).toEqual([expect.objectContaining({ id, path: '/fails' })]);
});

test('a taken port is refused with a sentence that says what to do', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  running.push({ close: async () => other.close() });
  const address = other.address();
  const port = typeof address === 'object' && address ? address.port : 0;

  const error = await start({ port }).catch((caught: unknown) => caught);
  if (!(error instanceof UserError)) throw new Error('no UserError', { cause: error });
  expect(error.code).toBe('port_in_use');
  const texts = loadTexts(join(import.meta.dirname, '../../config/locales'));
  expect(texts.say(error.text)).toContain(`Port ${port} on 127.0.0.1 is taken`);
});

test('an address that this machine does not have is refused', async () => {
  // 192.0.2.0/24 is for documentation only (RFC 5737).
  await expect(start({ host: '192.0.2.1' })).rejects.toMatchObject({ code: 'host_unknown' });
});

test('bound to every network, any host name is answered and a missing password is warned of', async () => {
  const warnings: string[] = [];
  const log: Log = { ...silentLog, warn: (_fields, text) => warnings.push(text) };
  const { url } = await start({ host: '0.0.0.0', log, routes: [localRoutes(fakeBackend())] });
  expect(warnings).toEqual(['page is open to the network without a password']);
  const host = 'bell.example';
  const statusFrom = async (origin: string): Promise<number> => (await post(url, { host, origin })).status;
  expect(await statusFrom('https://bell.example')).toBe(200);
  expect(await statusFrom('https://evil.example')).toBe(403);
});

async function start(options: Partial<WebServerOptions>): Promise<WebServer> {
  const server = await startWebServer({
    host: '127.0.0.1',
    port: 0,
    password: null,
    routes: [],
    publicRoutes: [],
    health: async () => ({ ok: true, roles: { poll: 'ok' } }),
    log: silentLog,
    ...options,
  });
  running.push(server);
  return server;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

interface Question {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** With node:http, since fetch does not let anyone set Host. */
async function ask(url: string, path: string, { method = 'GET', headers = {}, body }: Question = {}): Promise<Answer> {
  return await new Promise((resolve, reject) => {
    const sent = request(`${url}${path}`, { method, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

async function post(
  url: string,
  headers: Readonly<Record<string, string>>,
  body = JSON.stringify({ text: '/help' }),
): Promise<Answer> {
  return await ask(url, '/api/command', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
}

function basic(user: string, password: string): Record<string, string> {
  return { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` };
}

/** `next()` is one event without its blank line, '' once the stream has ended. */
async function openEvents(url: string): Promise<{ next(): Promise<string>; leave(): void }> {
  const leaving = new AbortController();
  const response = await fetch(`${url}/api/events`, { signal: leaving.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    leave: () => leaving.abort(),
    async next() {
      while (reader && !text.includes('\n\n')) {
        const { done, value } = await reader.read();
        if (done) return text;
        text += value;
      }
      const [event = '', ...rest] = text.split('\n\n');
      text = rest.join('\n\n');
      return event;
    },
  };
}
