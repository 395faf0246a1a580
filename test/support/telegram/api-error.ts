/** An answer with `ok: false`. */
export class ApiError extends Error {
  readonly code: number;
  readonly parameters: { readonly retry_after?: number; readonly migrate_to_chat_id?: number } | null;
  /** The sender's fault in form, as opposed to normal life (blocked, not modified, too many). */
  readonly isRefusal: boolean;

  constructor(
    code: number,
    description: string,
    options: { parameters?: ApiError['parameters']; isRefusal?: boolean } = {},
  ) {
    super(description);
    this.name = 'ApiError';
    this.code = code;
    this.parameters = options.parameters ?? null;
    this.isRefusal = options.isRefusal ?? false;
  }
}

export function badRequest(words: string): ApiError {
  return new ApiError(400, `Bad Request: ${words}`);
}

export function forbidden(words: string): ApiError {
  return new ApiError(403, `Forbidden: ${words}`);
}

/** A body that no client should send; `description` is the whole answer. */
export function refusal(description: string): ApiError {
  return new ApiError(400, description, { isRefusal: true });
}

export function tooManyRequests(retryAfterSeconds: number): ApiError {
  return new ApiError(429, `Too Many Requests: retry after ${retryAfterSeconds}`, {
    parameters: { retry_after: retryAfterSeconds },
  });
}
