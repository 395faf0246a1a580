import { type Agent, fetch, type Response } from 'undici';
import { freshnessMs, retryAfterMs } from './freshness.ts';
import { failureReason } from './failure-reason.ts';
import { createGuardedAgent } from './guarded-agent.ts';

export interface FetchRequest {
  /** http or https; `user:password@` is sent as basic authorization. */
  readonly url: string;
  /** Go to the first origin only; a redirect elsewhere does not get them. */
  readonly headers?: Readonly<Record<string, string>>;
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
    }
  | {
      readonly kind: 'not-modified';
      readonly etag: string | null;
      readonly lastModified: string | null;
      readonly maxAgeMs: number | null;
    }
  | { readonly kind: 'status'; readonly status: number; readonly retryAfterMs: number | null }
  /** No answer; `reason` is for an operator and holds nothing of the address. */
  | { readonly kind: 'failed'; readonly reason: string };

/** The only way out to the network for everything that is fetched. */
export interface Fetcher {
  /** Never rejects. */
  fetch(request: FetchRequest): Promise<FetchResult>;
  /** Cuts what is under way; later fetches fail. */
  close(): Promise<void>;
}

const DEFAULT_MAX_BYTES = 10_000_000;
const DEFAULT_TIMEOUT_MS = 20_000;
const MAX_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const DEFAULT_HEADERS = {
  'user-agent': 'Mozilla/5.0 (compatible; Bellwether/0.1; feed reader)',
  accept:
    'application/rss+xml, application/atom+xml, application/rdf+xml, application/feed+json, application/xml;q=0.9, */*;q=0.8',
  // Over plain http undici's fetch would not offer br.
  'accept-encoding': 'gzip, br, deflate',
};

/**
 * Makes the guarded client. Unless `allowPrivate`, addresses that are not public are refused on every hop.
 * Nothing is retried: how soon to ask again is the caller's business.
 */
export function createFetcher(options: { readonly allowPrivate: boolean }): Fetcher {
  const closing = new AbortController();
  const agent = createGuardedAgent({ allowPrivate: options.allowPrivate });
  return {
    async fetch(request) {
      const timeoutMs = request.timeoutMs ?? DEFAULT_TIMEOUT_MS;
      const timeout = AbortSignal.timeout(timeoutMs);
      const signals = [timeout, closing.signal, ...(request.signal ? [request.signal] : [])];
      try {
        const signal = AbortSignal.any(signals);
        signal.throwIfAborted();
        return await followRedirects(agent, request, signal);
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

async function followRedirects(agent: Agent, request: FetchRequest, signal: AbortSignal): Promise<FetchResult> {
  const first = webAddress(request.url);
  if (!first) return failed('not an http or https address');
  let address = first;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
    const headers = requestHeaders(request, address.origin === first.origin ? first : null);
    const response = await fetch(bare(address), {
      dispatcher: agent,
      redirect: 'manual',
      headers,
      signal,
    });
    const location = response.headers.get('location');
    if (!REDIRECTS.has(response.status) || location === null) {
      return await readResponse(response, request, bare(address));
    }
    await response.body?.cancel();
    const next = webAddress(location, address);
    if (!next) return failed('redirected to something that is no http or https address');
    address = next;
  }
  return failed(`more than ${MAX_REDIRECTS} redirects`);
}

async function readResponse(response: Response, request: FetchRequest, finalUrl: string): Promise<FetchResult> {
  const { headers, status } = response;
  const validators = {
    etag: headers.get('etag'),
    lastModified: headers.get('last-modified'),
    maxAgeMs: freshnessMs(headers),
  };
  if (!response.ok) {
    await response.body?.cancel();
    // A 304 nobody asked for leaves us without a body: that is an error, not "nothing new".
    if (status === 304 && (request.etag || request.lastModified)) return { kind: 'not-modified', ...validators };
    return { kind: 'status', status, retryAfterMs: retryAfterMs(headers) };
  }
  const maxBytes = request.maxBytes ?? DEFAULT_MAX_BYTES;
  const bytes = await readBody(response, maxBytes);
  if (!bytes) return failed(`body larger than ${maxBytes} bytes`);
  const contentType = headers.get('content-type');
  return { kind: 'ok', bytes, contentType, ...validators, finalUrl };
}

/** Counts while it streams, so that a decompression bomb costs one chunk past the cap; null past it. */
async function readBody(response: Response, maxBytes: number): Promise<Uint8Array | null> {
  const body: AsyncIterable<Uint8Array> | null = response.body;
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop early cancels the stream, which closes the connection.
  for await (const chunk of body ?? []) {
    length += chunk.byteLength;
    if (length > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}

function requestHeaders(request: FetchRequest, home: URL | null): Record<string, string> {
  const headers: Record<string, string> = { ...DEFAULT_HEADERS };
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
