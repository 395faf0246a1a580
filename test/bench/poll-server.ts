import { createServer } from 'node:http';

/*
 * The feeds that the poll benches ask for, in a process of its own so that its work is not counted: whatever the path,
 * RSS with an ETag, and 304 for who has it. `/busy/...` brings a new item every ten seconds. Ends with its standard input.
 */
const BUSY_MS = 10_000;

const server = createServer((request, response) => {
  const path = request.url ?? '/';
  const edition = path.startsWith('/busy/') ? Math.floor(Date.now() / BUSY_MS) : 0;
  const etag = `"${edition}"`;
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, { etag }).end();
    return;
  }
  const items = Array.from({ length: 20 }, (_, index) => itemOf(path, edition - index));
  response
    .writeHead(200, { etag, 'content-type': 'application/rss+xml' })
    .end(`<rss version="2.0"><channel><title>${path}</title>${items.join('')}</channel></rss>`);
});

function itemOf(path: string, edition: number): string {
  const at = new Date(edition > 0 ? edition * BUSY_MS : Date.UTC(2026, 0, 1) + edition * 3_600_000).toUTCString();
  return `<item><guid>${path}${edition}</guid><title>Bitcoin story ${edition} of ${path}</title><pubDate>${at}</pubDate></item>`;
}

// All of 127.0.0.0/8 is this machine on Linux: a host for each address.
server.listen(0, '0.0.0.0', () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`);
});
process.stdin.on('end', () => process.exit(0)).resume();
