import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { gzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { createFetcher } from '../../src/http/fetcher.ts';

const servers: Server[] = [];
const fetchers: ReturnType<typeof createFetcher>[] = [];

afterEach(async () => {
  await Promise.all(fetchers.splice(0).map((fetcher) => fetcher.close()));
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}`;
}

function serveRoutes(routes: Record<string, (request: IncomingMessage, response: ServerResponse) => void>) {
  return serve((request, response) => {
    const route = routes[request.url ?? ''];
    if (route) route(request, response);
    else response.writeHead(404).end();
  });
}

function fetcher(options: Parameters<typeof createFetcher>[0] = { allowPrivate: true, contact: null }) {
  const made = createFetcher(options);
  fetchers.push(made);
  return made;
}

function redirect(status: number, location: string) {
  return (_request: IncomingMessage, response: ServerResponse) => {
    response.writeHead(status, { location }).end();
  };
}

function answer(body: string | Buffer, headers: Record<string, string> = {}) {
  return (_request: IncomingMessage, response: ServerResponse) => {
    response.writeHead(200, headers).end(body);
  };
}

test('a body comes with its type, validators and freshness', async () => {
  const url = await serve(
    answer('<rss/>', {
      'content-type': 'application/rss+xml',
      etag: '"a1"',
      'last-modified': 'Mon, 05 Oct 2026 10:00:00 GMT',
      'cache-control': 'public, max-age=300',
      age: '60',
    }),
  );
  const result = await fetcher().fetch({ url: `${url}/feed` });
  expect(result).toMatchObject({
    kind: 'ok',
    contentType: 'application/rss+xml',
    etag: '"a1"',
    lastModified: 'Mon, 05 Oct 2026 10:00:00 GMT',
    maxAgeMs: 240_000,
    finalUrl: `${url}/feed`,
  });
  expect(result.kind === 'ok' && Buffer.from(result.bytes).toString()).toBe('<rss/>');
});

test('stored validators are sent back and a 304 means nothing new', async () => {
  const url = await serve((request, response) => {
    const known =
      request.headers['if-none-match'] === '"a1"' &&
      request.headers['if-modified-since'] === 'Mon, 05 Oct 2026 10:00:00 GMT';
    response.writeHead(known ? 304 : 200, { etag: '"a1"' }).end();
  });
  const lastModified = 'Mon, 05 Oct 2026 10:00:00 GMT';
  expect(await fetcher().fetch({ url, etag: '"a1"', lastModified })).toMatchObject({
    kind: 'not-modified',
    etag: '"a1"',
  });
});

test('a 304 that nobody asked for is an error status, not "nothing new"', async () => {
  const url = await serve((_request, response) => response.writeHead(304).end());
  expect(await fetcher().fetch({ url })).toMatchObject({ kind: 'status', status: 304 });
});

test('an error status carries its Retry-After, in seconds or as a date', async () => {
  const url = await serveRoutes({
    '/seconds': (_request, response) => response.writeHead(429, { 'retry-after': '120' }).end(),
    '/date': (_request, response) =>
      response
        .writeHead(503, {
          date: 'Mon, 05 Oct 2026 10:00:00 GMT',
          'retry-after': 'Mon, 05 Oct 2026 10:05:00 GMT',
        })
        .end(),
  });
  const get = fetcher();
  expect(await get.fetch({ url: `${url}/seconds` })).toEqual({
    kind: 'status',
    status: 429,
    retryAfterMs: 120_000,
    isChallenge: false,
  });
  expect(await get.fetch({ url: `${url}/date` })).toEqual({
    kind: 'status',
    status: 503,
    retryAfterMs: 300_000,
    isChallenge: false,
  });
  expect(await get.fetch({ url: `${url}/missing` })).toEqual({
    kind: 'status',
    status: 404,
    retryAfterMs: null,
    isChallenge: false,
  });
});

test('a chain of redirects is followed to where the body is, which the answer names', async () => {
  const url = await serveRoutes({
    '/old': redirect(301, '/newer'),
    '/newer': redirect(308, '/newest'),
    '/once': redirect(301, '/detour'),
    '/detour': redirect(302, '/newest'),
    '/newest': answer('here'),
  });
  const get = fetcher();
  expect(await get.fetch({ url: `${url}/old` })).toMatchObject({ kind: 'ok', finalUrl: `${url}/newest` });
  expect(await get.fetch({ url: `${url}/once` })).toMatchObject({ kind: 'ok', finalUrl: `${url}/newest` });
});

test('redirects end after five hops and never leave http', async () => {
  const url = await serveRoutes({ '/loop': redirect(302, '/loop'), '/file': redirect(302, 'file:///etc/passwd') });
  const get = fetcher();
  expect(await get.fetch({ url: `${url}/loop` })).toEqual({ kind: 'failed', reason: 'more than 5 redirects' });
  expect(await get.fetch({ url: `${url}/file` })).toMatchObject({ kind: 'failed' });
  expect(await get.fetch({ url: 'ftp://feeds.example/rss' })).toMatchObject({ kind: 'failed' });
});

test('headers of the caller and credentials stay with the first origin', async () => {
  const seen: unknown[] = [];
  const other = await serve((request, response) => {
    seen.push(request.headers['x-api-key'], request.headers.authorization);
    response.end('other');
  });
  const url = await serve((request, response) => {
    seen.push(request.headers['x-api-key'], request.headers.authorization);
    response.writeHead(301, { location: other }).end();
  });
  const result = await fetcher().fetch({
    url: url.replace('http://', 'http://ann:s3cret@'),
    headers: { 'X-Api-Key': 'k1' },
  });
  expect(seen).toEqual(['k1', `Basic ${Buffer.from('ann:s3cret').toString('base64')}`, undefined, undefined]);
  expect(result).toMatchObject({ kind: 'ok' });
});

test('a body past the cap is refused, however it is wrapped', async () => {
  const url = await serveRoutes({
    '/bomb': answer(gzipSync(Buffer.alloc(50_000_000)), { 'content-encoding': 'gzip' }),
    '/endless': (_request, response) => {
      const write = () => {
        while (response.write('x'.repeat(65_536)));
      };
      response.on('drain', write);
      write();
    },
  });
  const get = fetcher();
  const tooLarge = { kind: 'failed', reason: 'body larger than 10000 bytes' };
  expect(await get.fetch({ url: `${url}/bomb`, maxBytes: 10_000 })).toEqual(tooLarge);
  expect(await get.fetch({ url: `${url}/endless`, maxBytes: 10_000 })).toEqual(tooLarge);
});

test('compressed bodies arrive unpacked', async () => {
  const url = await serve(answer(gzipSync('<rss>plain</rss>'), { 'content-encoding': 'gzip' }));
  const result = await fetcher().fetch({ url });
  expect(result.kind === 'ok' && Buffer.from(result.bytes).toString()).toBe('<rss>plain</rss>');
});

test('a server that drips is cut off by the time limit of the whole request', async () => {
  const url = await serve((_request, response) => {
    response.writeHead(200).write('<rss>');
  });
  expect(await fetcher().fetch({ url, timeoutMs: 50 })).toEqual({
    kind: 'failed',
    reason: 'no complete answer within 0.05 s',
  });
});

test('stopping the caller or closing the fetcher ends a fetch under way', async () => {
  const stop = new AbortController();
  const first = fetcher();
  const second = fetcher();
  const url = await serve((request) => {
    if (request.url === '/first') stop.abort();
    else void second.close();
  });
  const stopped = { kind: 'failed', reason: 'stopped' };
  expect(await first.fetch({ url: `${url}/first`, signal: stop.signal })).toEqual(stopped);
  expect(await second.fetch({ url: `${url}/second` })).toEqual(stopped);
  expect(await second.fetch({ url: `${url}/later` })).toEqual(stopped);
});

test('a body that ends early is a failure, not a short feed', async () => {
  const url = await serve((_request, response) => {
    response.writeHead(200, { 'content-length': '1000' });
    response.write('<rss>', () => response.destroy());
  });
  expect(await fetcher().fetch({ url })).toMatchObject({ kind: 'failed' });
});

test.each(['127.0.0.1', '0x7f000001', '2130706433', '0177.0.0.1', '127.1', '[::1]', '[::ffff:7f00:1]', 'localhost'])(
  'http://%s is refused without a connection, unless private addresses are allowed',
  async (host) => {
    let hits = 0;
    const url = await serve((_request, response) => {
      hits += 1;
      response.end();
    });
    const result = await fetcher({ allowPrivate: false, contact: null }).fetch({
      url: url.replace('127.0.0.1', host),
      ownAddress: true,
    });
    expect(result.kind === 'failed' && result.reason).toContain('public internet');
    expect(hits).toBe(0);
  },
);

test('no failure tells the credentials of the address', async () => {
  const cases = ['http://ann:s3cret@127.0.0.1:1/', 'http://ann:s3cret@host.invalid/', 'gopher://ann:s3cret@x/'];
  for (const url of cases) {
    for (const allowPrivate of [true, false]) {
      const result = await fetcher({ allowPrivate, contact: null }).fetch({ url });
      expect(result.kind).toBe('failed');
      expect(JSON.stringify(result)).not.toContain('s3cret');
    }
  }
});
