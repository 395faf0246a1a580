const REASONS: Readonly<Record<string, string>> = {
  PRIVATE_ADDRESS: 'the host is not on the public internet (private, loopback or reserved address)',
  ENOTFOUND: 'the host name does not exist',
  EAI_AGAIN: 'the host name could not be looked up',
  ECONNREFUSED: 'the host refused the connection',
  ECONNRESET: 'the connection was cut',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  ETIMEDOUT: 'the host did not answer in time',
  UND_ERR_CONNECT_TIMEOUT: 'the host did not answer in time',
  UND_ERR_HEADERS_TIMEOUT: 'the host did not answer in time',
  UND_ERR_BODY_TIMEOUT: 'the answer stalled',
  UND_ERR_SOCKET: 'the connection was cut',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'the answer was cut short',
  UND_ERR_HEADERS_OVERFLOW: 'the answer has too large headers',
  HPE_HEADER_OVERFLOW: 'the answer has too large headers',
  CERT_HAS_EXPIRED: 'the certificate of the host has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'the certificate of the host is self-signed',
  ERR_TLS_CERT_ALTNAME_INVALID: 'the certificate belongs to another host',
  ERR_SSL_WRONG_VERSION_NUMBER: 'the host does not speak https there',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the certificate of the host cannot be verified',
};

/**
 * Says why a request failed, from the error's codes alone: messages of network errors may quote the address,
 * and an address may hold a password.
 */
export function failureReason(error: unknown): string {
  const codes = errorCodes(error, 5);
  for (const code of codes) {
    const reason = REASONS[code];
    if (reason) return reason;
  }
  const [code] = codes;
  if (code?.startsWith('Z_')) return 'the compressed body is damaged';
  if (code?.startsWith('HPE_') || isNoHttp(error)) return 'the answer is not HTTP';
  return code ? `the request failed (${code})` : 'the request failed';
}

/** The library's parser gives no code for what does not begin like HTTP. */
function isNoHttp(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && cause.name === 'HTTPParserError';
}

/** Codes of the error, its causes and, where several addresses were tried, of each attempt. */
function errorCodes(error: unknown, depth: number): readonly string[] {
  if (!(error instanceof Error) || depth === 0) return [];
  const own = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
  const attempts: readonly unknown[] = error instanceof AggregateError ? error.errors : [];
  const inner = [error.cause, ...attempts].flatMap((each) => errorCodes(each, depth - 1));
  return [...own, ...inner];
}
