import type { RateLimits } from './fake-discord-types.ts';

export interface Call {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

export interface Reply {
  readonly status: number;
  readonly body?: unknown;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  /** `/channels/:channelId/messages`; `:token` is kept out of every record. */
  readonly path: string;
  /** False: the path's token stands for the bot's, and the global limit does not count it. */
  readonly authorized?: false;
  readonly limit?: { readonly size: keyof Omit<RateLimits, 'global'>; readonly major: string };
  /** Throws ApiError for any answer that is not a success. */
  handle(call: Call): Reply;
}

export interface Match {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
  /** The path for records. */
  readonly path: string;
}

/** The first route that fits. */
export function matchRoute(routes: readonly Route[], method: string, path: string): Match | null {
  const given = path.split('/');
  for (const route of routes) {
    const wanted = route.path.split('/');
    if (route.method !== method || wanted.length !== given.length) continue;
    if (!wanted.every((part, index) => part.startsWith(':') || part === given[index])) continue;
    const names = [...wanted.entries()].filter(([, part]) => part.startsWith(':'));
    const params = Object.fromEntries(names.map(([index, part]) => [part.slice(1), given[index] ?? '']));
    return {
      route,
      params,
      path: given.map((part, index) => (wanted[index] === ':token' ? ':token' : part)).join('/'),
    };
  }
  return null;
}
