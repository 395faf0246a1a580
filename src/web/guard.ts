import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';

/** A command with the file that it takes. */
const MAX_BODY_BYTES = 5_000_000;

const SECURITY_HEADERS = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    'img-src https: data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

/** Puts the security headers on every answer, and `no-store` where the route says nothing of caching. */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) c.res.headers.set(name, value);
  if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store');
};

export interface Binding {
  /** As configured; `0.0.0.0` for every interface. */
  readonly host: string;
  /** Asked per request: port 0 is known only once the server listens. */
  readonly port: () => number;
}

/**
 * Refuses what another web page could make this machine's browser send: foreign `Host` (DNS rebinding; only
 * on loopback, elsewhere the names are not known), foreign `Origin`, bodies that are not JSON or exceed 5 MB.
 */
export function guard(binding: Binding): MiddlewareHandler {
  const loopback = isLoopback(binding.host);
  const limit = bodyLimit({
    maxSize: MAX_BODY_BYTES,
    onError: (c) => c.text(`At most ${MAX_BODY_BYTES} bytes.`, 413),
  });
  return async (c, next) => {
    const host = c.req.header('host')?.toLowerCase() ?? '';
    if (loopback && !ownHosts(binding).has(host)) {
      return c.text(`This server answers to http://localhost:${binding.port()} only.`, 403);
    }
    const origin = c.req.header('origin');
    const own = loopback ? [`http://${host}`] : [`http://${host}`, `https://${host}`];
    if (origin !== undefined && !own.includes(origin)) {
      return c.text('Requests from other sites are refused.', 403);
    }
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return await next();
    const type = c.req.header('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
    if (type !== 'application/json') return c.text('Send JSON (content-type: application/json).', 415);
    return await limit(c, next);
  };
}

/** Asks for the password (HTTP basic, RFC 7617; any user name). */
export function askPassword(isRight: (authorization: string | undefined) => boolean): MiddlewareHandler {
  return async (c, next) => {
    if (isRight(c.req.header('authorization'))) return await next();
    return c.text('The password is needed.', 401, {
      'www-authenticate': 'Basic realm="Bellwether", charset="UTF-8"',
    });
  };
}

/** Judges an `Authorization` header, in time that does not depend on how much of the password is right. */
export function passwordCheck(password: string): (authorization: string | undefined) => boolean {
  const right = digest(password);
  return (authorization) => {
    const [, encoded = ''] = /^basic ([a-z0-9+/=]{1,2000})$/i.exec(authorization ?? '') ?? [];
    const credentials = Buffer.from(encoded, 'base64').toString('utf8');
    const colon = credentials.indexOf(':');
    return colon >= 0 && timingSafeEqual(digest(credentials.slice(colon + 1)), right);
  };
}

/** Whether only this machine can reach a server bound to `host`. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

function ownHosts({ host, port }: Binding): ReadonlySet<string> {
  const names = ['127.0.0.1', 'localhost', '[::1]', host];
  const withPort = names.map((name) => `${name}:${port()}`);
  return new Set(port() === 80 ? [...names, ...withPort] : withPort);
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
