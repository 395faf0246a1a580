import { createFeedReader } from '../../src/feeds/reader.ts';
import { createFetcher, type FetchResult } from '../../src/http/fetcher.ts';
import { isPublicAddress } from '../../src/http/public-address.ts';
import type { Row } from './row.ts';
import { startServerProcess } from './server-process.ts';
import { timedAsync } from './stopwatch.ts';

const CAP_MB = 10;
const TIME_LIMIT_MS = 2_000;
const SAMPLE_MS = 5;

/** Paths of the hostile server, and documents: what each costs in time and memory beside what an honest one may cost. */
export async function benchHostile(): Promise<readonly Row[]> {
  const server = await startServerProcess('hostile-process.ts');
  const fetcher = createFetcher({
    allowPrivate: false,
    contact: null,
    // The server stands for a public one.
    isPublic: (address) => address === '127.0.0.1' || isPublicAddress(address),
  });
  const reader = createFeedReader();
  const origin = `http://127.0.0.1:${server.port}`;
  try {
    const get = (path: string) => async () => {
      const result = await fetcher.fetch({ url: origin + path, ownAddress: true, timeoutMs: TIME_LIMIT_MS });
      return result.kind === 'ok' ? `read, ${result.bytes.length} bytes` : said(result);
    };
    const read = (xml: string) => {
      const bytes = new TextEncoder().encode(xml);
      return async () => {
        try {
          const { items, incomplete } = await reader.parse(bytes, null, null);
          return `read, ${items.length} items${incomplete === null ? '' : `, ${incomplete}`}`;
        } catch (error) {
          return error instanceof Error ? error.message : 'thrown';
        }
      };
    };
    await get('/feed')();
    const rows: Row[] = [];
    const paths = '/gzip-bomb /endless /endless-headers /drip /loop /to?http://169.254.169.254/ /gzip-cut /short'.split(
      ' ',
    );
    for (const path of paths) rows.push(...(await weigh(path, get(path))));
    for (const [name, xml] of DOCUMENTS) rows.push(...(await weigh(name, read(xml()))));
    return rows;
  } finally {
    server.stop();
    await reader.close();
    await fetcher.close();
  }
}

const DOCUMENTS: readonly (readonly [string, () => string])[] = [
  [
    '1.2 MB of x&lt;p',
    () => rss(`<item><title>a</title><description>${'x&lt;p'.repeat(200_000)}</description></item>`),
  ],
  ['100,000 nested elements', () => rss(`<item>${'<a>'.repeat(100_000)}`)],
  [
    '9 MB, 90,000 items',
    () => rss(`<item><title>A title</title><link>https://a.example/1</link></item>`.repeat(90_000)),
  ],
  ['9 MB of one open comment', () => rss(`<item><title>a</title></item><!--${'x'.repeat(9_000_000)}`)],
  ['9 MB of <', () => rss('<'.repeat(9_000_000))],
  ['billion laughs', () => `<!DOCTYPE r [${laughs()}]>${rss('<item><title>&l9;</title></item>')}`],
];

function rss(content: string): string {
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>t</title>${content}</channel></rss>`;
}

function laughs(): string {
  const of = (level: number) => (level === 0 ? 'lol' : `&l${level - 1};`.repeat(10));
  return Array.from({ length: 10 }, (_, level) => `<!ENTITY l${level} "${of(level)}">`).join('');
}

function said(result: FetchResult): string {
  return result.kind === 'failed' ? result.reason : result.kind;
}

async function weigh(name: string, work: () => Promise<string>): Promise<readonly Row[]> {
  const before = process.memoryUsage.rss();
  let peak = before;
  const sampling = setInterval(() => void (peak = Math.max(peak, process.memoryUsage.rss())), SAMPLE_MS);
  let outcome = '';
  const ms = await timedAsync(async () => void (outcome = await work()));
  clearInterval(sampling);
  peak = Math.max(peak, process.memoryUsage.rss());
  return [
    { what: `${name}: ${outcome}`, measured: ms, beside: 'deadline', besideMeasured: deadlineMs(name), unit: 'ms' },
    { what: '', measured: (peak - before) / 1e6, beside: 'largest body', besideMeasured: CAP_MB, unit: 'MB' },
  ];
}

/** A document has three seconds in the reader, a request what is set above (20 seconds outside of a bench). */
function deadlineMs(name: string): number {
  return name.startsWith('/') ? TIME_LIMIT_MS : 3_000;
}
