import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault, FaultPlan } from '../faults.ts';
import { ApiError, apiErrors, tooManyRequests } from './api-error.ts';
import { noteRequest, type EvidenceBook } from './evidence.ts';
import type { AttachedFile, RateLimits } from './fake-discord-types.ts';
import { makeRateLimits } from './rate-limit.ts';
import { readForm } from '../read-form.ts';
import { matchRoute, type Match, type Reply, type Route } from './route.ts';

const PREFIX = '/api/v10';

interface Finished extends Reply {
  readonly headers: Readonly<Record<string, string>>;
}

interface Request {
  readonly method: string;
  readonly url: URL;
  readonly match: Match | null;
  /** For records. */
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: unknown;
  readonly wellFormed: boolean;
  readonly files: readonly AttachedFile[];
}

/** Answers HTTP requests as the REST API does: faults, then authorization, limits and the route. */
export function makeRest(parts: {
  readonly routes: readonly Route[];
  readonly token: string;
  readonly limits: RateLimits;
  readonly book: EvidenceBook;
  readonly plan: () => FaultPlan | null;
}) {
  const { routes, token, limits, book } = parts;
  const rateLimits = makeRateLimits();
  let inFlight = 0;

  async function listen(request: IncomingMessage, response: ServerResponse): Promise<void> {
    book.peakInFlight = Math.max(book.peakInFlight, ++inFlight);
    response.once('close', () => inFlight--);
    const read = await readRequest(request, routes);
    const fault = parts.plan()?.({ method: read.method, path: read.path, body: read.body }) ?? null;
    const finished = underFault(fault, () => answer(read));
    if (fault?.kind === 'delay') await sleep(fault.ms, undefined, { ref: false });
    noteRequest(book, read.method, read.path, finished?.status ?? 0);
    if (!finished) request.socket.resetAndDestroy();
    else send(response, finished);
  }

  function answer(request: Request): Finished {
    const { method, path, match } = request;
    let headers: Readonly<Record<string, string>> = {};
    try {
      if (!match) book.unexpected.push(`${method} ${path}`);
      if (match?.route.authorized !== false) {
        if (request.authorization !== `Bot ${token}`) throw apiErrors.unauthorized();
        const refused = rateLimits.takeGlobal(limits.global);
        if (refused) throw limited(refused);
      }
      if (!match) throw apiErrors.notFound();
      const { route, params } = match;
      if (route.limit) {
        const { size, major } = route.limit;
        const taken = rateLimits.take(`${route.method}${route.path}`, params[major] ?? '', limits[size]);
        headers = taken.headers;
        if (taken.error) throw limited(taken.error);
      }
      if (!request.wellFormed) throw apiErrors.invalidJson();
      book.files.push(...request.files);
      return { headers, ...route.handle({ params, query: request.url.searchParams, body: request.body }) };
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.status === 400) book.refusals.push({ method, path, reason: error.reason, body: request.body });
      return { status: error.status, body: error.body, headers: { ...headers, ...error.headers } };
    }
  }

  function limited(error: ApiError): ApiError {
    book.rateLimitHits++;
    return error;
  }

  return {
    /** A bug in the fake answers 500 and says what it was. */
    listener(request: IncomingMessage, response: ServerResponse): void {
      listen(request, response).catch((error: unknown) => {
        book.unexpected.push(`${request.method} ${request.url}: ${error instanceof Error ? error.stack : 'failed'}`);
        response.writeHead(500).end();
      });
    },
  };
}

/** null: no answer, the connection is cut. */
function underFault(fault: Fault | null, answer: () => Finished): Finished | null {
  switch (fault?.kind) {
    case undefined:
    case 'delay':
      return answer();
    case 'reset':
      return null;
    case 'lost-reply':
      answer();
      return null;
    case 'status':
      if (fault.done) answer();
      return { status: fault.status, body: { message: `${fault.status}: Fault`, code: 0 }, headers: {} };
    case 'limited': {
      const { status, body, headers } = tooManyRequests(fault.retryAfterSeconds, {
        scope: fault.global ? 'global' : 'user',
      });
      return { status, body, headers };
    }
  }
}

async function readRequest(request: IncomingMessage, routes: readonly Route[]): Promise<Request> {
  const chunks: Buffer[] = [];
  // An HTTP request without an encoding set streams buffers.
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const method = request.method ?? '';
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const path = url.pathname.startsWith(`${PREFIX}/`) ? url.pathname.slice(PREFIX.length) : url.pathname;
  const match = path === url.pathname ? null : matchRoute(routes, method, decodeURIComponent(path));
  const { authorization } = request.headers;
  const { json, files } = await partsOf(Buffer.concat(chunks), request.headers['content-type'] ?? '');
  return { method, url, match, path: match?.path ?? path, authorization, files, ...parseJson(json) };
}

/** Files come in a form, beside the JSON (reference, uploading files). */
async function partsOf(body: Buffer, type: string): Promise<{ json: string; files: readonly AttachedFile[] }> {
  if (!type.startsWith('multipart/form-data')) return { json: body.toString(), files: [] };
  const form = await readForm(body, type);
  const files: AttachedFile[] = [];
  for (const part of form.values()) {
    if (part instanceof File) files.push({ name: part.name, content: await part.text() });
  }
  const json = form.get('payload_json');
  return { json: typeof json === 'string' ? json : '', files };
}

function parseJson(text: string): { readonly body: unknown; readonly wellFormed: boolean } {
  if (text === '') return { body: undefined, wellFormed: true };
  try {
    return { body: JSON.parse(text) as unknown, wellFormed: true };
  } catch {
    // Kept as it came, for the record of refusals.
    return { body: text, wellFormed: false };
  }
}

function send(response: ServerResponse, { status, body, headers }: Finished): void {
  if (response.destroyed) return;
  if (body === undefined) {
    response.writeHead(status, headers).end();
    return;
  }
  const text = JSON.stringify(body);
  response.writeHead(status, { ...headers, 'content-type': 'application/json' }).end(text);
}
