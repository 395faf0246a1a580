import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface PublishedItem {
  readonly guid: string;
  readonly title: string;
  /** Last part of the link's path; the guid, when left out. */
  readonly slug?: string;
  readonly description?: string;
  readonly body?: string;
  /** Epoch ms. */
  readonly at: number;
}

/** One feed of a local server: RSS 2.0 with an ETag, and whatever answer a test wants instead. */
export interface TestFeed {
  readonly url: string;
  publish(item: PublishedItem): void;
  /** Replaces the texts of an item that is there. */
  revise(guid: string, texts: Partial<PublishedItem>): void;
  /** Every answer from now on; null for the feed again. */
  answerWith(
    answer: { readonly status: number; readonly body?: string; readonly headers?: Record<string, string> } | null,
  ): void;
  /** Status codes in the order in which they were answered. */
  readonly answered: readonly number[];
}

export interface TestFeedServer {
  feed(key: string): TestFeed;
  close(): Promise<void>;
}

/** A real HTTP server on a free port of loopback; unknown paths answer 404. */
export async function startFeedServer(): Promise<TestFeedServer> {
  const handlers = new Map<string, (request: IncomingMessage, response: ServerResponse) => void>();
  const server = createServer((request, response) => {
    const handle = handlers.get(request.url ?? '');
    if (handle) handle(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // An IP server's address is never a pipe's name.
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    feed(key) {
      const path = `/${key}.xml`;
      const items: PublishedItem[] = [];
      const answered: number[] = [];
      let fixed: Parameters<TestFeed['answerWith']>[0] = null;
      handlers.set(path, (request, response) => {
        const { status, body, headers } = fixed ?? rss(items, origin, request.headers['if-none-match']);
        answered.push(status);
        response.writeHead(status, { 'content-type': 'application/rss+xml', ...headers }).end(body);
      });
      return {
        url: origin + path,
        answered,
        publish: (item) => void items.unshift(item),
        revise(guid, texts) {
          const index = items.findIndex((item) => item.guid === guid);
          const known = items[index];
          if (!known) throw new Error(`no item ${guid}`);
          items[index] = { ...known, ...texts };
        },
        answerWith: (answer) => void (fixed = answer),
      };
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function rss(items: readonly PublishedItem[], origin: string, known: string | undefined) {
  const entries = items.map(
    ({ guid, slug = guid, title, description = '', body = '', at }) => `<item>
      <guid isPermaLink="false">${guid}</guid><title>${escape(title)}</title><link>${origin}/articles/${slug}</link>
      <description>${escape(description)}</description><content:encoded>${escape(body)}</content:encoded>
      <pubDate>${new Date(at).toUTCString()}</pubDate></item>`,
  );
  const body = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
    <channel><title>Test</title><link>${origin}</link><description/>${entries.join('')}</channel></rss>`;
  const etag = `"${Buffer.from(String(hash(body))).toString('hex')}"`;
  if (known === etag) return { status: 304, body: undefined, headers: { etag } };
  return { status: 200, body, headers: { etag } };
}

function hash(text: string): number {
  let value = 0;
  for (const char of text) value = (Math.imul(value, 31) + (char.codePointAt(0) ?? 0)) | 0;
  return value;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
