interface Headers {
  get(name: string): string | null;
}

/**
 * How long the answer counts as fresh, ms: max-age less Age, else Expires less Date (RFC 9111, 4.2.1).
 * 0 when the server forbids reuse; null when it says nothing that can be read.
 */
export function freshnessMs(headers: Headers): number | null {
  const control = headers.get('cache-control')?.toLowerCase() ?? '';
  if (/\bno-(?:store|cache)\b/.test(control)) return 0;
  const maxAge = /\bmax-age\s{0,9}=\s{0,9}"?(\d{1,10})/.exec(control)?.[1];
  if (maxAge !== undefined) return Math.max(0, Number(maxAge) - age(headers)) * 1000;
  const expires = headers.get('expires');
  if (expires === null) return null;
  const until = Date.parse(expires);
  // `Expires: 0` and other invalid dates mean "already expired" (RFC 9111, 5.3).
  if (Number.isNaN(until)) return 0;
  const date = serverTime(headers);
  return date === null ? null : Math.max(0, until - date);
}

/** Retry-After in ms, from seconds or from a date (measured against the server's own Date), or null. */
export function retryAfterMs(headers: Headers): number | null {
  const value = headers.get('retry-after')?.trim() ?? '';
  if (/^\d{1,10}$/.test(value)) return Number(value) * 1000;
  const until = Date.parse(value);
  const date = serverTime(headers);
  return Number.isNaN(until) || date === null ? null : Math.max(0, until - date);
}

function age(headers: Headers): number {
  const value = headers.get('age')?.trim() ?? '';
  return /^\d{1,10}$/.test(value) ? Number(value) : 0;
}

function serverTime(headers: Headers): number | null {
  const date = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(date) ? null : date;
}
