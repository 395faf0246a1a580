import { createHmac, timingSafeEqual } from 'node:crypto';

const METHODS = new Set(['sha1', 'sha256', 'sha384', 'sha512']);

/** Whether a push is signed with the secret that only its hub has (WebSub, section 8). @param header `sha256=<hex>` */
export function isSigned(body: Uint8Array, header: string | undefined, secret: string): boolean {
  const [, method = '', hex = ''] = /^(sha\d{1,3})=([\da-f]{40,128})$/i.exec(header?.trim() ?? '') ?? [];
  if (!METHODS.has(method.toLowerCase())) return false;
  const wanted = createHmac(method.toLowerCase(), secret).update(body).digest();
  const given = Buffer.from(hex, 'hex');
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
