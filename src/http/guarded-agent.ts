import { lookup, type LookupAddress, type LookupAllOptions, type LookupOptions } from 'node:dns';
import { isIP } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { isPublicAddress } from './public-address.ts';

export const PRIVATE_ADDRESS = 'PRIVATE_ADDRESS';

const CONNECT_TIMEOUT_MS = 10_000;

/** `dns.lookup` asked for all addresses of a name. */
export type Resolve = (
  hostname: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

export interface GuardOptions {
  readonly allowPrivate: boolean;
  readonly resolve?: Resolve;
  /** Which addresses may be connected to, where that is another question (tests). */
  readonly isPublic?: (address: string) => boolean;
}

/**
 * The connection pool behind everything fetched. Unless `allowPrivate`, it refuses to connect to an address that
 * is not public, with an error whose `code` is `PRIVATE_ADDRESS`. The check sits in the connector, so it holds on
 * every hop, and the address that was checked is the one connected to: a name cannot rebind in between.
 */
export function createGuardedAgent(options: GuardOptions): Agent {
  const { resolve = lookup, isPublic = options.allowPrivate ? () => true : isPublicAddress } = options;
  const connect = buildConnector({
    timeout: CONNECT_TIMEOUT_MS,
    allowH2: false,
    lookup: publicLookup(resolve, isPublic),
  });
  return new Agent({
    connections: 4,
    pipelining: 1,
    keepAliveTimeout: 4_000,
    keepAliveMaxTimeout: 10_000,
    allowH2: false,
    connect(target, callback) {
      const host = target.hostname.replace(/^\[|\]$/g, '');
      // Literals never reach a lookup function.
      if (isIP(host) !== 0 && !isPublic(host)) callback(refusal(), null);
      else connect(target, callback);
    },
  });
}

type LookupCallback = (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void;

function publicLookup(resolve: Resolve, isPublic: (address: string) => boolean) {
  return (hostname: string, options: LookupOptions, callback: LookupCallback): void => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error) callback(error, []);
      // One private record among public ones is refused too: which of them gets connected is not ours to choose.
      else if (!first || !addresses.every(({ address }) => isPublic(address))) callback(refusal(), []);
      else if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}

function refusal(): NodeJS.ErrnoException {
  return Object.assign(new Error('address is not public'), { code: PRIVATE_ADDRESS });
}
