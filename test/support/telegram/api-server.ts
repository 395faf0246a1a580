import { createServer, STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FaultPlan } from '../faults.ts';
import { readForm } from '../read-form.ts';
import { ApiError, tooManyRequests } from './api-error.ts';

export interface LoggedRequest {
  readonly method: string;
  readonly params: unknown;
  /** null: under way, or the connection was cut. */
  status: number | null;
}

export interface ApiServer {
  readonly apiUrl: string;
  readonly requests: readonly LoggedRequest[];
  readonly unexpected: readonly string[];
  readonly peakInFlight: () => number;
  failWith(plan: FaultPlan | null): void;
  close(): Promise<void>;
}

interface Parts {
  /** 0: a free one. */
  readonly port: number;
  readonly token: string;
  readonly isMethod: (name: string) => boolean;
  /** What lies at a path below `/file/bot<token>/`. */
  readonly file: (path: string) => string | undefined;
  /** Gives the result or throws an ApiError; `gone` aborts when the caller hangs up. */
  readonly call: (method: string, params: unknown, gone: AbortSignal) => Promise<unknown>;
}

/** `/bot<token>/<method>` on loopback, JSON in and out, with a test's faults between asking and answering. */
export async function startApiServer({ port, token, isMethod, file, call }: Parts): Promise<ApiServer> {
  const requests: LoggedRequest[] = [];
  const unexpected: string[] = [];
  const closing = new AbortController();
  let plan: FaultPlan | null = null;
  let inFlight = 0;
  let peakInFlight = 0;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [isFile, owner, path = ''] = /^\/file\/bot([^/]+)\/(.+)$/.exec(request.url ?? '') ?? [];
    if (isFile !== undefined) {
      const content = owner === token ? file(path) : undefined;
      response.writeHead(content === undefined ? 404 : 200).end(content);
      return;
    }
    const [, given, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? '') ?? [];
    if (method !== 'getUpdates') countInFlight(response);
    const params = await readBody(request);
    if (given !== undefined && given !== token) return answer(response, new ApiError(401, 'Unauthorized'));
    if (given === undefined || !isMethod(method)) {
      unexpected.push(given === undefined ? 'no path of the API' : method);
      return answer(response, new ApiError(404, 'Not Found'));
    }
    const logged: LoggedRequest = { method, params, status: null };
    requests.push(logged);
    const result = await play(request, method, params, response);
    if (result === null) return;
    logged.status = result instanceof ApiError ? result.code : 200;
    answer(response, result);
  }

  function countInFlight(response: ServerResponse): void {
    inFlight += 1;
    peakInFlight = Math.max(peakInFlight, inFlight);
    response.on('close', () => void (inFlight -= 1));
  }

  /** Does what the fault leaves to be done; null: the connection is cut. */
  async function play(request: IncomingMessage, method: string, params: unknown, response: ServerResponse) {
    const fault = plan?.({ method: request.method ?? '', path: `/${method}`, body: params }) ?? null;
    if (fault?.kind === 'reset') return cut(request);
    if (fault?.kind === 'limited') return tooManyRequests(fault.retryAfterSeconds);
    if (fault?.kind === 'status' && !fault.done) return serverError(fault.status);

    const gone = new AbortController();
    response.on('close', () => gone.abort());
    const result = await perform(method, params, gone.signal);
    if (fault?.kind === 'lost-reply') return cut(request);
    // Closing the server ends the delay; there is nobody left to answer then.
    if (fault?.kind === 'delay') await sleep(fault.ms, null, { signal: closing.signal }).catch(() => null);
    return fault?.kind === 'status' ? serverError(fault.status) : result;
  }

  async function perform(method: string, params: unknown, gone: AbortSignal): Promise<{ result: unknown } | ApiError> {
    if (params instanceof ApiError) return params;
    try {
      return { result: await call(method, params, gone) };
    } catch (error) {
      if (error instanceof ApiError) return error;
      throw error;
    }
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      // A bug of this fake: seen by whoever looks at what was unexpected, and an error for the caller.
      unexpected.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
      answer(response, serverError(500));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });

  return {
    // An IP server's address is never a pipe's name.
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    unexpected,
    peakInFlight: () => peakInFlight,
    failWith: (given) => void (plan = given),
    async close() {
      closing.abort();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Parameters as JSON, or as a form with a file; none are no parameters. */
async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  // An HTTP request streams Buffers as long as nobody sets an encoding.
  for await (const chunk of request) chunks.push(chunk as Buffer);
  if (chunks.length === 0) return {};
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('multipart/form-data')) return readFormParams(Buffer.concat(chunks), type);
  try {
    return JSON.parse(Buffer.concat(chunks).toString());
  } catch {
    return new ApiError(400, "Bad Request: can't parse JSON object", { isRefusal: true });
  }
}

/** A file stands in a part of its own, which its parameter names: `attach://<part>`. */
async function readFormParams(body: Buffer, type: string): Promise<unknown> {
  const form = await readForm(body, type);
  const params: Record<string, unknown> = {};
  for (const [name, value] of form) {
    if (typeof value !== 'string') continue;
    const part = form.get(value.replace(/^attach:\/\//, ''));
    if (value.startsWith('attach://') && part instanceof File) {
      params[name] = { name: part.name, content: await part.text() };
    } else params[name] = /^(?:-?\d+$|[{[]|(?:true|false)$)/.test(value) ? JSON.parse(value) : value;
  }
  return params;
}

function answer(response: ServerResponse, result: { result: unknown } | ApiError): void {
  if (response.destroyed) return;
  if (!(result instanceof ApiError)) {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ ok: true, ...result }));
    return;
  }
  const { code, message, parameters } = result;
  const body = { ok: false, error_code: code, description: message, ...(parameters ? { parameters } : {}) };
  const retry = parameters?.retry_after === undefined ? {} : { 'retry-after': String(parameters.retry_after) };
  response.writeHead(code, { 'content-type': 'application/json', ...retry }).end(JSON.stringify(body));
}

function serverError(status: number): ApiError {
  return new ApiError(status, STATUS_CODES[status] ?? 'Internal Server Error');
}

function cut(request: IncomingMessage): null {
  request.socket.destroy();
  return null;
}
