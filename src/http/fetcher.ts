import { type Agent, fetch, type Response } from 'undici';
import { freshnessMs, retryAfterMs } from './freshness.ts';
import { failureReason } from './failure-reason.ts';
import { createGuardedAgent, type GuardOptions } from './guarded-agent.ts';

export interface FetchRequest {
  /** http or https; `user:password@` is sent as basic authorization. */
  readonly url: string;
  /** Go to the first origin only; a redirect elsewhere does not get them. */
  readonly headers?: Readonly<Record<string, string>>;
  /** What is wanted, as the header says it; feeds, when left out. */
  readonly accept?: string;
  /** Sent as a form, url-encoded, by POST. A redirect of it is not followed, but for 307 and 308. */
  readonly form?: Readonly<Record<string, string>>;
  /** The operator wrote this address: its own port is as good as those of the web. */
  readonly ownAddress?: boolean;
  /** Validators of the last body; with one of them a 304 becomes `not-modified`. */
  readonly etag?: string | null;
  readonly lastModified?: string | null;
  /** Cap on the decompressed body; default 10 MB. */
  readonly maxBytes?: number;
  /** For the whole request, redirects and body included; default 20,000. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

export type FetchResult =
  | {
      readonly kind: 'ok';
      readonly bytes: Uint8Array;
      readonly contentType: string | null;
      readonly etag: string | null;
      readonly lastModified: string | null;
      /** How long the server calls this fresh (Cache-Control, else Expires), or null. */
      readonly maxAgeMs: number | null;
      /** Where the body came from, without credentials and fragment. */
      readonly finalUrl: string;
      /** Where redirects for good led, from the address asked for on; null without one. */
      readonly permanentUrl: string | null;
      /** Of the Link header (RFC 8288), absolute. */
      readonly links: readonly HeaderLink[];
    }
  | {
      readonly kind: 'not-modified';
      readonly permanentUrl: string | null;
      readonly etag: string | null;
      readonly lastModified: string | null;
      readonly maxAgeMs: number | null;
    }
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly retryAfterMs: number | null;
      /** Cloudflare wants to see a browser: no program gets past. */
      readonly isChallenge: boolean;
    }
  /** No answer; `reason` is for an operator and holds nothing of the address. */
  | { readonly kind: 'failed'; readonly reason: string };

export interface HeaderLink {
  readonly url: string;
  /** In lower case. */
  readonly rel: string;
}

/** The only way out to the network for everything that is fetched. */
export interface Fetcher {
  /** Never rejects. */
  fetch(request: FetchRequest): Promise<FetchResult>;
  /** Cuts what is under way; later fetches fail. */
  close(): Promise<void>;
}

const DEFAULT_MAX_BYTES = 10_000_000;
const DEFAULT_TIMEOUT_MS = 20_000;
/** Of all bodies that are being read: hundreds of large ones at once would take all memory. */
const MAX_BYTES_IN_ALL = 250_000_000;
const MAX_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const PERMANENT = new Set([301, 308]);
/** Of the web; anything else behind a stranger's address is somebody's internal service. */
const PORTS = new Set(['', '80', '443', '8080', '8443']);
const FEEDS =
  'application/rss+xml, application/atom+xml, application/rdf+xml, application/feed+json, application/xml;q=0.9, */*;q=0.8';
// Over plain http undici's fetch would not offer br and zstd.
const ENCODINGS = 'gzip, br, zstd, deflate';

export interface FetcherOptions extends GuardOptions {
  /** Of the operator, told to every server: a mail address or a page; SEC answers 403 without. */
  readonly contact: string | null;
  /** Of all bodies that are being read at once; default 250 MB. */
  readonly maxBytesInAll?: number;
}

/** What a request is made with. */
interface Client {
  readonly agent: Agent;
  readonly userAgent: string;
  readonly anyPort: boolean;
  readonly reading: Reading;
}

/** What is being read at the moment. */
interface Reading {
  bytes: number;
  readonly max: number;
}

/**
 * Makes the guarded client. Unless `allowPrivate`, addresses that are not public are refused on every hop, and so are
 * ports other than the web's.
 * Nothing is retried: how soon to ask again is the caller's business.
 */
export function createFetcher(options: FetcherOptions): Fetcher {
  const closing = new AbortController();
  const agent = createGuardedAgent(options);
  const client: Client = {
    agent,
    userAgent: userAgentOf(options.contact),
    anyPort: options.allowPrivate,
    reading: { bytes: 0, max: options.maxBytesInAll ?? MAX_BYTES_IN_ALL },
  };
  return {
    async fetch(request) {
      const timeoutMs = request.timeoutMs ?? DEFAULT_TIMEOUT_MS;
      const timeout = AbortSignal.timeout(timeoutMs);
      const signals = [timeout, closing.signal, ...(request.signal ? [request.signal] : [])];
      try {
        const signal = AbortSignal.any(signals);
        signal.throwIfAborted();
        return await followRedirects(client, request, signal);
      } catch (error) {
        if (request.signal?.aborted || closing.signal.aborted) return failed('stopped');
        if (timeout.aborted) return failed(`no complete answer within ${timeoutMs / 1000} s`);
        return failed(failureReason(error));
      }
    },
    async close() {
      closing.abort();
      await agent.destroy();
    },
  };
}

async function followRedirects(client: Client, request: FetchRequest, signal: AbortSignal): Promise<FetchResult> {
  const first = webAddress(request.url);
  if (!first) return failed('not an http or https address');
  let address = first;
  let permanent: URL | null = first;
  let moved: URL | null = null;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
    if (!mayUsePort(address, first, request, client)) return failed(`port ${address.port} is not one of the web`);
    const response = await fetch(bare(address), {
      dispatcher: client.agent,
      redirect: 'manual',
      headers: requestHeaders(client, request, address.origin === first.origin ? first : null),
      ...(request.form ? { method: 'POST', body: new URLSearchParams(request.form).toString() } : {}),
      signal,
    });
    const location = response.headers.get('location');
    const { status } = response;
    if (!REDIRECTS.has(status) || location === null) {
      const place = { finalUrl: bare(address), permanentUrl: moved && bare(moved) };
      return await readResponse(response, request, client.reading, place);
    }
    await response.body?.cancel();
    // Another method would not be the same request.
    if (request.form && status < 307) return { kind: 'status', status, retryAfterMs: null, isChallenge: false };
    const next = webAddress(location, address);
    if (!next) return failed('redirected to something that is no http or https address');
    if (permanent) permanent = PERMANENT.has(status) ? next : null;
    if (permanent) moved = permanent;
    address = next;
  }
  return failed(`more than ${MAX_REDIRECTS} redirects`);
}

function mayUsePort(address: URL, first: URL, { ownAddress = false }: FetchRequest, { anyPort }: Client): boolean {
  return anyPort || PORTS.has(address.port) || (ownAddress && address.host === first.host);
}

async function readResponse(
  response: Response,
  request: FetchRequest,
  reading: Reading,
  { finalUrl, permanentUrl }: { readonly finalUrl: string; readonly permanentUrl: string | null },
): Promise<FetchResult> {
  const { headers, status } = response;
  const told = {
    permanentUrl,
    etag: headers.get('etag'),
    lastModified: headers.get('last-modified'),
    maxAgeMs: freshnessMs(headers),
  };
  if (!response.ok) {
    await response.body?.cancel();
    // A 304 nobody asked for leaves us without a body: that is an error, not "nothing new".
    if (status === 304 && (request.etag || request.lastModified)) return { kind: 'not-modified', ...told };
    const isChallenge = headers.get('cf-mitigated') === 'challenge';
    return { kind: 'status', status, retryAfterMs: retryAfterMs(headers), isChallenge };
  }
  const maxBytes = request.maxBytes ?? DEFAULT_MAX_BYTES;
  const bytes = await readBody(response, maxBytes, reading);
  if (typeof bytes === 'string') return failed(bytes);
  const contentType = headers.get('content-type');
  return { kind: 'ok', bytes, contentType, ...told, finalUrl, links: headerLinks(headers.get('link'), finalUrl) };
}

/** Counts while it streams, so that a decompression bomb costs one chunk past the cap; past it, says why it stopped. */
async function readBody(response: Response, maxBytes: number, reading: Reading): Promise<Uint8Array | string> {
  const body: AsyncIterable<Uint8Array> | null = response.body;
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop early cancels the stream, which closes the connection.
  try {
    for await (const chunk of body ?? []) {
      length += chunk.byteLength;
      reading.bytes += chunk.byteLength;
      if (length > maxBytes) return `body larger than ${maxBytes} bytes`;
      if (reading.bytes > reading.max) return 'too many large bodies at once';
      chunks.push(chunk);
    }
    return Buffer.concat(chunks, length);
  } finally {
    reading.bytes -= length;
  }
}

/** `<https://hub.example/>; rel="hub", ...` */
function headerLinks(header: string | null, base: string): readonly HeaderLink[] {
  const found = (header ?? '').slice(0, 4_000).matchAll(/<([^<>]{1,2000})>([^<]{0,500})/g);
  return [...found].flatMap(([, target = '', parameters = '']) => {
    const url = webAddress(target, new URL(base));
    const rels = /;\s{0,9}rel\s{0,9}=\s{0,9}(?:"([^"]{1,100})"|([\w-]{1,40}))/i.exec(parameters);
    const names = (rels?.[1] ?? rels?.[2] ?? '').toLowerCase().split(/\s+/).filter(Boolean);
    return url ? names.map((rel) => ({ url: url.href, rel })) : [];
  });
}

/** Like a browser's, since Yahoo wants one, and honest in brackets. */
function userAgentOf(contact: string | null): string {
  return `Mozilla/5.0 (compatible; Bellwether/0.1; feed reader${contact === null ? '' : `; ${contact}`})`;
}

function requestHeaders({ userAgent }: Client, request: FetchRequest, home: URL | null): Record<string, string> {
  const headers: Record<string, string> = {
    'user-agent': userAgent,
    accept: request.accept ?? FEEDS,
    'accept-encoding': ENCODINGS,
  };
  if (request.form) headers['content-type'] = 'application/x-www-form-urlencoded';
  if (request.etag) headers['if-none-match'] = request.etag;
  if (request.lastModified) headers['if-modified-since'] = request.lastModified;
  if (!home) return headers;
  if (home.username || home.password) headers['authorization'] = basicAuthorization(home);
  for (const [name, value] of Object.entries(request.headers ?? {})) headers[name.toLowerCase()] = value;
  return headers;
}

function basicAuthorization({ username, password }: URL): string {
  const pair = `${decode(username)}:${decode(password)}`;
  return `Basic ${Buffer.from(pair).toString('base64')}`;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function webAddress(text: string, base?: URL): URL | null {
  const url = URL.parse(text, base?.href);
  return url && (url.protocol === 'http:' || url.protocol === 'https:') ? url : null;
}

function bare(address: URL): string {
  const copy = new URL(address);
  copy.username = '';
  copy.password = '';
  copy.hash = '';
  return copy.href;
}

function failed(reason: string): FetchResult {
  return { kind: 'failed', reason };
}
