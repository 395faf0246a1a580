import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createFetcher, type Fetcher, type FetchResult } from '../../src/http/fetcher.ts';
import { isPublicAddress } from '../../src/http/public-address.ts';
import { SMALL_FEED, startHostileServer } from '../support/hostile-server.ts';

let server: Awaited<ReturnType<typeof startHostileServer>>;
const fetchers: Fetcher[] = [];

beforeAll(async () => {
  server = await startHostileServer();
});

afterEach(async () => {
  server.asked.length = 0;
  await Promise.all(fetchers.splice(0).map((fetcher) => fetcher.close()));
});

afterAll(() => server.close());

function fetcher(options: Partial<Parameters<typeof createFetcher>[0]> = {}): Fetcher {
  const made = createFetcher({ allowPrivate: true, contact: null, ...options });
  fetchers.push(made);
  return made;
}

function outcome(result: FetchResult): string {
  if (result.kind === 'ok') return Buffer.from(result.bytes).toString();
  return result.kind === 'failed' ? result.reason : result.kind;
}

describe('a body', () => {
  test.each(['/gzip', '/x-gzip', '/br', '/zstd', '/deflate', '/deflate-raw', '/twice'])(
    'packed as %s is unpacked',
    async (path) => {
      expect(outcome(await fetcher().fetch({ url: server.origin + path }))).toBe(SMALL_FEED);
    },
  );

  test.each([
    ['/gzip-bomb', 'body larger than 10000000 bytes'],
    ['/endless', 'body larger than 10000000 bytes'],
    ['/endless-headers', 'the answer has too large headers'],
    ['/gzip-lie', 'the compressed body is damaged'],
    ['/short', 'the connection was cut'],
    ['/no-http', 'the answer is not HTTP'],
  ])('of %s is refused', async (path, reason) => {
    expect(outcome(await fetcher().fetch({ url: server.origin + path }))).toBe(reason);
  });

  test('for which there is no room beside the others is refused, and leaves its room to the next', async () => {
    const get = fetcher({ maxBytesInAll: 5_000_000 });
    for (let round = 0; round < 3; round += 1) {
      const large = await get.fetch({ url: `${server.origin}/endless` });
      expect(outcome(large)).toBe('too many large bodies at once');
      expect(outcome(await get.fetch({ url: `${server.origin}/gzip` }))).toBe(SMALL_FEED);
    }
  });

  test.each(['/gzip-cut', '/long'])(
    'of %s is taken as far as it goes: its reader tells that it was cut',
    async (path) => {
      const cut = outcome(await fetcher().fetch({ url: server.origin + path }));
      expect(cut.length).toBeGreaterThan(10);
      expect(cut.length).toBeLessThan(SMALL_FEED.length);
      expect(SMALL_FEED.startsWith(cut)).toBe(true);
    },
  );

  test.each(['/drip', '/silent'])('of %s ends with the time of the request', async (path) => {
    const result = await fetcher().fetch({ url: server.origin + path, timeoutMs: 80 });
    expect(outcome(result)).toBe('no complete answer within 0.08 s');
  });
});

describe('a redirect', () => {
  /** Takes the server for a public one; everything else on this machine is private. */
  function strangerFetcher(resolve: (name: string) => string = () => '127.0.0.1'): Fetcher {
    return fetcher({
      allowPrivate: false,
      isPublic: (address) => address === '127.0.0.1' || isPublicAddress(address),
      resolve: (name, _options, callback) => callback(null, [{ address: resolve(name), family: 4 }]),
    });
  }
  const NOT_PUBLIC = 'the host is not on the public internet (private, loopback or reserved address)';

  function fetchThrough(target: string, get = strangerFetcher()): Promise<FetchResult> {
    const url = `http://news.example:${server.port}/to?${encodeURIComponent(target)}`;
    return get.fetch({ url, ownAddress: true });
  }

  test.each([
    ['http://169.254.169.254/latest/meta-data/'],
    ['http://10.0.0.7/'],
    ['http://2852039166/'],
    ['http://0xA9.0xFE.0xA9.0xFE/'],
    ['http://0251.0376.0251.0376/'],
    ['http://127.0.0.2:8080/'],
    ['http://[::1]:8080/'],
    ['http://[::ffff:169.254.169.254]/'],
    ['http://[64:ff9b::169.254.169.254]/'],
    ['http://[2002:a9fe:a9fe::1]/'],
    ['http://0:8080/'],
  ])('to %s is refused', async (target) => {
    expect(outcome(await fetchThrough(target))).toBe(NOT_PUBLIC);
    expect(server.asked).toHaveLength(1);
  });

  test('to a name with a private address is refused, and nothing reaches it', async () => {
    const hidden = await startHostileServer('127.0.0.2');
    const get = strangerFetcher((name) => (name === 'internal.example' ? '127.0.0.2' : '127.0.0.1'));
    const result = await fetchThrough('http://internal.example:8080/feed', get);
    await hidden.close();
    expect([outcome(result), hidden.asked]).toEqual([NOT_PUBLIC, []]);
  });

  test('to another port of the first host or to what is no web address is refused', async () => {
    expect(outcome(await fetchThrough('http://other.example:6379/'))).toBe('port 6379 is not one of the web');
    for (const target of [
      'file:///etc/passwd',
      'gopher://news.example/',
      'ftp://news.example/',
      'javascript:alert(1)',
    ]) {
      expect(outcome(await fetchThrough(target))).toBe('redirected to something that is no http or https address');
    }
  });

  test('is followed five times and no more', async () => {
    const get = fetcher();
    expect(outcome(await get.fetch({ url: `${server.origin}/hops?5` }))).toBe(SMALL_FEED);
    expect(outcome(await get.fetch({ url: `${server.origin}/hops?6` }))).toBe('more than 5 redirects');
    expect(outcome(await get.fetch({ url: `${server.origin}/loop` }))).toBe('more than 5 redirects');
  });

  test('to a name that has turned private since it was looked up is refused', async () => {
    let address = '127.0.0.1';
    const get = strangerFetcher(() => address);
    // The answer's end cuts the connection: what is asked next has to connect, and to look up, anew.
    expect(outcome(await fetchThrough('/short', get))).toBe('the connection was cut');
    address = '192.168.1.1';
    expect(outcome(await fetchThrough('/feed', get))).toBe(NOT_PUBLIC);
  });
});
