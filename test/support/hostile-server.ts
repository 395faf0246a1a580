import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, createGzip, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';

export const SMALL_FEED =
  '<?xml version="1.0"?><rss version="2.0"><channel><title>Small</title><item><title>One</title></item></channel></rss>';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** What servers of feeds do wrong, by accident or on purpose; by path. */
const ANSWERS: Readonly<Record<string, Answer>> = {
  '/feed': send(SMALL_FEED),
  '/gzip': send(gzipSync(SMALL_FEED), { 'content-encoding': 'gzip' }),
  '/x-gzip': send(gzipSync(SMALL_FEED), { 'content-encoding': 'x-gzip' }),
  '/br': send(brotliCompressSync(SMALL_FEED), { 'content-encoding': 'br' }),
  '/zstd': send(zstdCompressSync(SMALL_FEED), { 'content-encoding': 'zstd' }),
  '/deflate': send(deflateSync(SMALL_FEED), { 'content-encoding': 'deflate' }),
  '/deflate-raw': send(deflateRawSync(SMALL_FEED), { 'content-encoding': 'deflate' }),
  '/twice': send(gzipSync(gzipSync(SMALL_FEED)), { 'content-encoding': 'gzip, gzip' }),
  '/gzip-cut': send(gzipSync(SMALL_FEED).subarray(0, 60), { 'content-encoding': 'gzip' }),
  '/gzip-lie': send(SMALL_FEED, { 'content-encoding': 'gzip' }),
  '/gzip-bomb'(_, response) {
    response.writeHead(200, { 'content-encoding': 'gzip' });
    const gzip = createGzip();
    gzip.pipe(response);
    endlessly(gzip, Buffer.alloc(65_536), 10_000);
  },
  '/endless'(_, response) {
    response.writeHead(200);
    endlessly(response, Buffer.alloc(65_536, 'x'), Infinity);
  },
  '/endless-headers'({ socket }) {
    socket.write('HTTP/1.1 200 OK\r\n');
    endlessly(socket, Buffer.from(`x-more: ${'x'.repeat(1_000)}\r\n`), Infinity);
  },
  '/drip'(_, response) {
    response.writeHead(200);
    const timer = setInterval(() => response.write('x'), 1_000);
    response.on('close', () => clearInterval(timer));
  },
  '/silent': () => undefined,
  '/short'(_, response) {
    response.writeHead(200, { 'content-length': '1000' });
    response.write(SMALL_FEED, () => response.destroy());
  },
  '/long'({ socket }) {
    socket.end(`HTTP/1.1 200 OK\r\nContent-Length: 20\r\nConnection: close\r\n\r\n${SMALL_FEED}`);
  },
  '/no-http': ({ socket }) => socket.end('SSH-2.0-OpenSSH_9.9\r\n'),
  '/loop': redirect('/loop'),
  '/file': redirect('file:///etc/passwd'),
};

/**
 * A real HTTP server on a free port of loopback that does what `ANSWERS` say; `/to?URL` redirects there and `/hops?N`
 * so many times.
 */
export async function startHostileServer(host = '127.0.0.1') {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const url = request.url ?? '';
    asked.push(url);
    const [path = '', query = ''] = url.split(/\?(.*)/s);
    response.on('error', () => undefined);
    if (path === '/to') redirect(decodeURIComponent(query))(request, response);
    else if (path === '/hops') redirect(Number(query) > 1 ? `/hops?${Number(query) - 1}` : '/feed')(request, response);
    else (ANSWERS[path] ?? notFound)(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  // An IP server's address is never a pipe's name.
  const { port } = server.address() as AddressInfo;
  return {
    port,
    origin: `http://${host}:${port}`,
    /** Paths in the order in which they were asked for. */
    asked,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function send(body: string | Buffer, headers: Readonly<Record<string, string>> = {}): Answer {
  return (_, response) => void response.writeHead(200, { 'content-type': 'application/rss+xml', ...headers }).end(body);
}

function redirect(location: string): Answer {
  return (_, response) => void response.writeHead(302, { location }).end();
}

function notFound(_: IncomingMessage, response: ServerResponse): void {
  response.writeHead(404).end();
}

interface Writable {
  write(chunk: Buffer): boolean;
  on(event: 'drain' | 'close' | 'error', listener: () => void): unknown;
  end(): unknown;
}

/** Writes the chunk so many times, as fast as the other side takes it. */
function endlessly(out: Writable, chunk: Buffer, times: number): void {
  let left = times;
  let isOpen = true;
  const write = () => {
    while (isOpen && left > 0 && out.write(chunk)) left -= 1;
    if (isOpen && left <= 0) out.end();
  };
  const stop = () => void (isOpen = false);
  out.on('close', stop);
  out.on('error', stop);
  out.on('drain', write);
  write();
}
