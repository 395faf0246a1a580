import ipaddr from 'ipaddr.js';

// Public-range addresses that answer only inside a cloud (Azure's wire server hands out machine settings).
const INTERNAL_ADDRESSES = new Set(['168.63.129.16']);
const NAT64 = ipaddr.IPv6.parse('64:ff9b::');
const IPV4_COMPATIBLE = ipaddr.IPv6.parse('::');

/**
 * Tells whether an IP address is one of the open internet. Private, loopback, link-local, carrier-grade NAT,
 * reserved and metadata addresses are not, nor are IPv6 forms that carry such an IPv4 address inside
 * (mapped, `::/96`, NAT64 `64:ff9b::/96`, 6to4 `2002::/16`). Text that is no address is not public either.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  const inner = parsed instanceof ipaddr.IPv6 ? innerIpv4(parsed) : parsed;
  if (inner === null) return parsed.range() === 'unicast';
  return inner.range() === 'unicast' && !INTERNAL_ADDRESSES.has(inner.toString());
}

function innerIpv4(address: ipaddr.IPv6): ipaddr.IPv4 | null {
  const bytes = address.toByteArray();
  if (address.isIPv4MappedAddress() || address.match(NAT64, 96)) return new ipaddr.IPv4(bytes.slice(12));
  if (address.range() === '6to4') return new ipaddr.IPv4(bytes.slice(2, 6));
  // ipaddr.js calls `::7f00:1` unicast. The form is retired (RFC 4291): nothing public answers there.
  return address.match(IPV4_COMPATIBLE, 96) ? ipaddr.IPv4.parse('0.0.0.0') : null;
}
