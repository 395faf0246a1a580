import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { isIPv6 } from 'node:net';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';

import type { Clock } from '../model/clock.ts';
import type { CatalogueFeed } from '../model/feed.ts';
import { feedPath } from './addresses.ts';
import { answerAt, plainAnswer } from './answer.ts';
import type { Answer } from './answer.ts';
import { DEMO_FEEDS } from './demo-feeds.ts';
import type { DemoFeed } from './demo-feeds.ts';
import { SCRIPT } from './script.ts';

const SECOND_MS = 1000;
const DEFAULT_HOST = '127.0.0.1';
const FEEDS: readonly DemoFeed[] = DEMO_FEEDS;

export interface DemoServer {
  /** `http://host:port`. */
  readonly origin: string;
  /** The catalogue that polls this server. */
  readonly feeds: readonly CatalogueFeed[];
  /** Sorted offsets in ms after the start at which what some feed answers changes. */
  readonly changes: readonly number[];
  readonly lastChangeMs: number;
  close(): Promise<void>;
}

/**
 * Serves the scripted week: `/feeds/<key>.xml|json`, `/articles/<slug>`, `/images/<slug>.png`. Every answer depends
 * only on `startedAt` and the time since then, so a server restarted with the same `startedAt` goes on where it was.
 * Before `startedAt` only the backlog shows. A `port` that is taken is replaced by any free one.
 */
export async function startFeedServer(options: {
  readonly clock: Clock;
  /** Epoch ms. */
  readonly startedAt: number;
  readonly host?: string;
  /** 0, the default, is any free port. */
  readonly port?: number;
  /** Polling interval of the catalogue's feeds, 1 s by default. */
  readonly intervalMs?: number;
}): Promise<DemoServer> {
  const { clock, startedAt, host = DEFAULT_HOST } = options;
  let origin = '';
  const server = createServer((request, response) => {
    respond(request, response, (path) => answerAt(path, { origin, startedAt, now: clock.now() }));
  });
  const port = await listen(server, host, options.port ?? 0);
  origin = `http://${reachableHost(host)}:${port}`;
  const changes = changeOffsets();
  return {
    origin,
    feeds: FEEDS.map((feed) => catalogueFeed(feed, origin, options.intervalMs ?? SECOND_MS)),
    changes,
    lastChangeMs: changes.at(-1) ?? 0,
    async close() {
      if (!server.listening) return;
      const closed = promisify(server.close.bind(server))();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function listen(server: Server, host: string, port: number): Promise<number> {
  try {
    return await listenOn(server, host, port);
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    if (!taken || port === 0) throw error;
    return listenOn(server, host, 0);
  }
}

function listenOn(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      // A server that listens on a host and port has an AddressInfo, never a pipe's name.
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function reachableHost(host: string): string {
  if (host === '0.0.0.0') return DEFAULT_HOST;
  if (host === '::') return '[::1]';
  return isIPv6(host) ? `[${host}]` : host;
}

function catalogueFeed(feed: DemoFeed, origin: string, intervalMs: number): CatalogueFeed {
  const { key, outlet, language, topics } = feed;
  return { key, outlet, url: `${origin}${feedPath(feed)}`, language, topics, kind: 'feed', fullText: null, intervalMs };
}

function changeOffsets(): readonly number[] {
  const seconds = new Set<number>();
  for (const article of SCRIPT) {
    if ('at' in article) seconds.add(article.at);
    for (const edit of article.edits ?? []) seconds.add(edit.at);
  }
  for (const feed of FEEDS) for (const stop of feed.breaks ?? []) seconds.add(stop.at);
  return [...seconds].map((at) => at * SECOND_MS).toSorted((a, b) => a - b);
}

function respond(request: IncomingMessage, response: ServerResponse, find: (path: string) => Answer | null): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
  const found = find(path) ?? plainAnswer(404, 'Not found');
  const headers: Record<string, string> = {
    'content-type': found.contentType,
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'",
  };
  if (found.changedAt !== undefined) {
    headers['etag'] = `"${createHash('sha256').update(found.bytes).digest('hex').slice(0, 24)}"`;
    headers['last-modified'] = new Date(found.changedAt).toUTCString();
    if (isUnchanged(request, headers['etag'], found.changedAt)) {
      response.writeHead(304, headers).end();
      return;
    }
  }
  response.writeHead(found.status, { ...headers, 'content-length': found.bytes.length });
  response.end(request.method === 'HEAD' ? undefined : found.bytes);
}

/** RFC 9110, 13.2.2: If-Modified-Since counts only without If-None-Match. */
function isUnchanged(request: IncomingMessage, etag: string, changedAt: number): boolean {
  const tags = request.headers['if-none-match'];
  if (tags !== undefined) {
    return tags.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);
  }
  const since = Date.parse(request.headers['if-modified-since'] ?? '');
  return since >= Math.floor(changedAt / SECOND_MS) * SECOND_MS;
}
