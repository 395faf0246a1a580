import { tooManyRequests, type ApiError } from './api-error.ts';
import type { Bucket } from './fake-discord-types.ts';

interface Window {
  /** Epoch ms. */
  readonly endsAt: number;
  used: number;
}

export interface Taken {
  readonly headers: Readonly<Record<string, string>>;
  /** null: let through. */
  readonly error: ApiError | null;
}

/**
 * Windows that open with the first request in them, as the headers of topics/rate-limits tell them. `bucket` names the
 * route, `major` the channel or webhook whose own count it is.
 */
export function makeRateLimits() {
  const windows = new Map<string, Window>();

  function open(key: string, { windowMs }: Bucket): Window {
    const now = Date.now();
    const known = windows.get(key);
    if (known && known.endsAt > now) return known;
    const window = { endsAt: now + windowMs, used: 0 };
    windows.set(key, window);
    return window;
  }

  return {
    take(bucket: string, major: string, size: Bucket): Taken {
      const window = open(`${bucket}:${major}`, size);
      const allowed = window.used < size.limit;
      if (allowed) window.used++;
      const leftSeconds = secondsUntil(window.endsAt);
      const headers = {
        'X-RateLimit-Limit': String(size.limit),
        'X-RateLimit-Remaining': String(size.limit - window.used),
        'X-RateLimit-Reset': (window.endsAt / 1000).toFixed(3),
        'X-RateLimit-Reset-After': leftSeconds.toFixed(3),
        'X-RateLimit-Bucket': bucket,
      };
      return { headers, error: allowed ? null : tooManyRequests(leftSeconds, { scope: 'user' }) };
    },

    takeGlobal(size: Bucket): ApiError | null {
      const window = open('global', size);
      if (window.used >= size.limit) return tooManyRequests(secondsUntil(window.endsAt), { scope: 'global' });
      window.used++;
      return null;
    },
  };
}

function secondsUntil(at: number): number {
  return Math.max(at - Date.now(), 1) / 1000;
}
