import { hash } from 'node:crypto';

/** Elements that tell the time or count; a feed that differs in nothing else has nothing new. */
const CLOCKS =
  /<(?:\w{1,20}:)?(?:lastBuildDate|pubDate|updated|modified|comments|generator|ttl|total|views)\b[^<>]{0,200}>(?:<!\[CDATA\[)?[^<]{0,200}<\//gi;
/** Beyond it, reading the body costs less than looking for them. */
const LONGEST = 1_000_000;

/** Tells bodies of a feed apart by all but what changes by itself. Linear in the length. */
export function bodyHash(bytes: Uint8Array): string {
  if (bytes.byteLength > LONGEST) return hash('sha1', bytes, 'base64url');
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return hash('sha1', text.replaceAll(CLOCKS, ''), 'base64url');
}
