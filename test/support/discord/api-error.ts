import { describeFlaw, type Flaw } from './flaw.ts';

/** An answer of Discord's that is not a success; `code` is of its list of JSON error codes. */
export class ApiError extends Error {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  /** For the record of refusals: more than Discord's message where there is more to say. */
  readonly reason: string;

  constructor(
    status: number,
    code: number,
    message: string,
    more: Partial<Pick<ApiError, 'body' | 'headers' | 'reason'>> = {},
  ) {
    super(message);
    this.status = status;
    this.body = { message, code, ...more.body };
    this.headers = more.headers ?? {};
    this.reason = more.reason ?? message;
  }
}

/** What Discord answers, by the name that its documentation gives the code. */
export const apiErrors = {
  unauthorized: () => new ApiError(401, 0, '401: Unauthorized'),
  notFound: () => new ApiError(404, 0, '404: Not Found'),
  unknownApplication: () => new ApiError(404, 10002, 'Unknown Application'),
  unknownChannel: () => new ApiError(404, 10003, 'Unknown Channel'),
  unknownGuild: () => new ApiError(404, 10004, 'Unknown Guild'),
  unknownMember: () => new ApiError(404, 10007, 'Unknown Member'),
  unknownMessage: () => new ApiError(404, 10008, 'Unknown Message'),
  unknownWebhook: () => new ApiError(404, 10015, 'Unknown Webhook'),
  unknownInteraction: () => new ApiError(404, 10062, 'Unknown interaction'),
  alreadyAcknowledged: () => new ApiError(400, 40060, 'Interaction has already been acknowledged.'),
  missingAccess: () => new ApiError(403, 50001, 'Missing Access'),
  emptyMessage: () => new ApiError(400, 50006, 'Cannot send an empty message'),
  cannotSendToUser: () => new ApiError(403, 50007, 'Cannot send messages to this user'),
  notATextChannel: () => new ApiError(400, 50008, 'Cannot send messages in a non-text channel'),
  missingPermissions: () => new ApiError(403, 50013, 'Missing Permissions'),
  invalidWebhookToken: () => new ApiError(401, 50027, 'Invalid Webhook Token'),
  invalidJson: () => new ApiError(400, 50109, 'The request body contains invalid JSON.'),
} as const satisfies Record<string, () => ApiError>;

/** 429; the body counts in fractions, the header in whole seconds (topics/rate-limits). */
export function tooManyRequests(
  retryAfterSeconds: number,
  { scope, code = 0, message = 'You are being rate limited.' }: { scope: string; code?: number; message?: string },
): ApiError {
  const global = scope === 'global';
  return new ApiError(429, code, message, {
    body: { message, code, retry_after: retryAfterSeconds, global },
    headers: {
      'Retry-After': String(Math.ceil(retryAfterSeconds)),
      'X-RateLimit-Scope': scope,
      ...(global && { 'X-RateLimit-Global': 'true' }),
    },
  });
}

/** 50035 with the flaws as the tree that Discord answers: `errors.embeds.0.title._errors`. */
export function invalidFormBody(flaws: readonly Flaw[]): ApiError {
  const errors: Record<string, unknown> = {};
  for (const { path, code, message } of flaws) {
    let node = errors;
    for (const key of path) {
      // Only this loop fills the tree, and with records alone.
      node = (node[String(key)] ??= {}) as Record<string, unknown>;
    }
    // As above.
    const list = (node['_errors'] ??= []) as unknown[];
    list.push({ code, message });
  }
  return new ApiError(400, 50035, 'Invalid Form Body', {
    body: { errors },
    reason: flaws.map(describeFlaw).join('; '),
  });
}
