const CODES = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Whether a request failed before it left, so that what it was about cannot have happened. */
export function isUnreached(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && CODES.has(String(error.code));
}
