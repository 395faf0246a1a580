const HOST = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z][a-z0-9-]{0,61}[a-z0-9]|\d{1,3})$/;
const IPV6 = /^\[[0-9a-f:.]{2,45}\]$/;
/** Markup of the platforms lives on these; in an address they mean the same when encoded. */
const MARKUP = /[()*|`\\<>"'[\]^{}]/g;

/**
 * A link that both platforms take and that leads where it says: http or https, a host with a dot or an IP address,
 * no credentials. Serialised anew, with brackets and the like percent-encoded.
 * @param maxLength in characters of the result
 * @returns null for anything else
 */
export function safeLink(url: string | null, maxLength: number): string | null {
  const parsed = url === null ? null : URL.parse(url);
  if (!parsed || (parsed.protocol !== 'http:' && parsed.protocol !== 'https:')) return null;
  if (parsed.username !== '' || parsed.password !== '') return null;
  if (!HOST.test(parsed.hostname) && !IPV6.test(parsed.hostname)) return null;
  const path = (parsed.pathname + parsed.search + parsed.hash).replace(MARKUP, percentEncoded);
  const link = `${parsed.origin}${path}`;
  return link.length > maxLength ? null : link;
}

function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
