/** How a fake platform treats one request instead of answering it at once and truly. */
export type Fault =
  /** Does what was asked, then cuts the connection instead of answering. */
  | { readonly kind: 'lost-reply' }
  /** Cuts the connection before anything was done. */
  | { readonly kind: 'reset' }
  /** A server error; `done` says whether what was asked was done all the same. */
  | { readonly kind: 'status'; readonly status: number; readonly done: boolean }
  /** Too many requests: not done. */
  | { readonly kind: 'limited'; readonly retryAfterSeconds: number; readonly global?: boolean }
  /** Done and answered, but late. */
  | { readonly kind: 'delay'; readonly ms: number };

export interface FaultyRequest {
  readonly method: string;
  /** Path without host, version and token: `/channels/1/messages`, `/sendMessage`. */
  readonly path: string;
  readonly body: unknown;
}

/** Asked for every request; null lets it pass. */
export type FaultPlan = (request: FaultyRequest) => Fault | null;
