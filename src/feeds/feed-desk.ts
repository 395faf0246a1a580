import { hash } from 'node:crypto';
import { PUBLIC_SCOPE, scopesOf } from '../model/scope.ts';
import type { Outlet } from '../model/outlet.ts';
import { addFeed, countFeeds, feedAt, outletName } from '../store/added-feeds.ts';
import type { Trx } from '../store/schema.ts';
import { discoverFeed, type Discovery, type DiscoverParts } from './discover.ts';

/** What people do with feeds beyond the store. */
export interface FeedDesk {
  discover(typed: string): Promise<Discovery>;
  /** To be called after a commit that changed which feeds there are. */
  changed(): void;
}

export function createFeedDesk(parts: DiscoverParts & Pick<FeedDesk, 'changed'>): FeedDesk {
  return { discover: (typed) => discoverFeed(typed, parts), changed: parts.changed };
}

export interface WantedFeed {
  readonly url: string;
  /** As the feed calls itself; '' where nobody knows. */
  readonly title: string;
  readonly language: string;
}

export type Added =
  | { readonly kind: 'added'; readonly id: number; readonly outlet: Outlet }
  /** The chat gets it already. */
  | { readonly kind: 'known' }
  | { readonly kind: 'full' };

/** A chat that has more was used to fill the bot. */
export const MOST_FEEDS = 100;
const FIRST_INTERVAL_MS = 10 * 60_000;

/**
 * Adds a feed to a chat's own, or to everybody's catalogue. Its outlet goes by the name of its host, whatever the feed
 * calls itself: nobody can pass for somebody else.
 */
export async function addWanted(
  trx: Trx,
  wanted: WantedFeed,
  { scope, chatId, now }: { readonly scope: string; readonly chatId: number; readonly now: number },
): Promise<Added> {
  const scopes = scope === PUBLIC_SCOPE ? [PUBLIC_SCOPE] : scopesOf(chatId);
  if (await feedAt(trx, wanted.url, scopes)) return { kind: 'known' };
  if (scope !== PUBLIC_SCOPE && (await countFeeds(trx, scope)) >= MOST_FEEDS) return { kind: 'full' };
  const outlet = await outletOf(trx, wanted.url);
  const key = `${outlet.key}-${hash('sha256', `${scope}\n${wanted.url}`, 'hex').slice(0, 12)}`;
  const id = await addFeed(trx, { ...wanted, key, scope, outlet }, now, FIRST_INTERVAL_MS);
  return { kind: 'added', id, outlet };
}

/** Host without `www.`: `decrypt.co`, in a filter `@decryptco`. */
async function outletOf(trx: Trx, url: string): Promise<Outlet> {
  const name = (URL.parse(url)?.hostname ?? url).replace(/^www\./, '');
  const key = name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  const known = await outletName(trx, key);
  const isTaken = known !== undefined && known !== name;
  return { key: isTaken ? `${key}${hash('sha256', name, 'hex').slice(0, 4)}` : key, name, tier: 4 };
}
