import { setImmediate as turn } from 'node:timers/promises';
import type { ParsedItem } from '../model/article.ts';
import { addArticleKeys, insertArticle, knownArticles, reviseArticle, type KnownArticle } from '../store/articles.ts';
import type { FeedRow } from '../store/feeds.ts';
import type { ProviderWord } from '../store/providers.ts';
import type { Db, Trx } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { newsDate } from './dates.ts';
import { imageOf } from './media-images.ts';
import { identify } from './identify.ts';
import { contentHash, identityKeys, type ItemKeys } from './identity.ts';

export interface StoredItems {
  readonly newItems: number;
  readonly edited: number;
}

interface KeyedItem {
  readonly item: ParsedItem;
  readonly keys: ItemKeys;
  readonly hash: string;
}

/** What a provider says of an item besides. */
export type ItemExtras = ProviderWord & { readonly outlet: string };

export interface StoreItemsContext {
  readonly feed: FeedRow;
  readonly now: number;
  readonly alertMaxAgeMs: number;
  /** Of items that the feed only begins: the article of their page, as HTML. */
  readonly pages?: ReadonlyMap<ParsedItem, string>;
  readonly extras?: ReadonlyMap<ParsedItem, ItemExtras>;
  /** The feed's new state, stored in the same transaction as the last of the items. */
  readonly finish: (trx: Trx, stored: StoredItems) => Promise<void>;
}

// A transaction gives sockets no turn; this many items take a few milliseconds.
const CHUNK = 40;
/** However late an operator lets news alert: what was this old when it was found was there before. */
const BACKLOG_AGE_MS = 48 * 3_600_000;
const LONGEST_AUTHOR = 300;
/** Hashing this much takes some 10 ms. */
const CHARS_A_TURN = 300_000;
/** What an item costs beside its texts. */
const ITEM_CHARS = 1_000;

/**
 * Stores the items that are new or edited. A crash between two chunks leaves the feed's state as it was, so that
 * the next poll fetches it again and finds the rest.
 */
export async function storeItems(
  store: Store,
  items: readonly ParsedItem[],
  context: StoreItemsContext,
): Promise<StoredItems> {
  const keyed = await keyedItems(items, context.now);
  // Feeds show the newest first; ids follow the order of publication, as far as the feed tells.
  const ordered = keyed
    .toReversed()
    .toSorted((a, b) => (newsDate(a.item.published) ?? context.now) - (newsDate(b.item.published) ?? context.now));
  const total = { newItems: 0, edited: 0 };
  const told = new Set<number>();
  for (let start = 0; ; start += CHUNK) {
    const last = start + CHUNK >= ordered.length;
    await store.transaction('poll', async (trx) => {
      const stored = await storeChunk(trx, ordered.slice(start, start + CHUNK), told, context);
      total.newItems += stored.newItems;
      total.edited += stored.edited;
      if (last) await context.finish(trx, total);
    });
    if (last) return total;
    await turn();
  }
}

/** Those that storing would find new or edited. */
export async function unstoredItems(
  db: Db,
  feed: FeedRow,
  items: readonly ParsedItem[],
  now: number,
): Promise<readonly ParsedItem[]> {
  const keyed = await keyedItems(items, now);
  const known = await knownArticles(db, feed.id, keyed.flatMap(hashesOf));
  return keyed
    .filter((each) => identify(each.item, each.keys, each.hash, publishedAt(each, now), known).kind !== 'same')
    .map(({ item }) => item);
}

function hashesOf({ keys }: KeyedItem): readonly string[] {
  return [keys.own, keys.guid, keys.link, ...keys.titleDaysAround].filter((hash) => hash !== null);
}

/** Those that say something, each once. */
async function keyedItems(items: readonly ParsedItem[], now: number): Promise<readonly KeyedItem[]> {
  const allKeys = identityKeys(items, now);
  const keyed = new Map<string, KeyedItem>();
  let chars = 0;
  for (const [index, item] of items.entries()) {
    const keys = allKeys[index];
    if (!keys || keyed.has(keys.own) || item.title + item.summary === '') continue;
    keyed.set(keys.own, { item, keys, hash: contentHash(item) });
    chars += item.summary.length + item.content.length + ITEM_CHARS;
    if (chars < CHARS_A_TURN) continue;
    chars = 0;
    await turn();
  }
  return [...keyed.values()];
}

/** @param told articles that an item of the document speaks for; two would edit each other at every poll */
async function storeChunk(
  trx: Trx,
  chunk: readonly KeyedItem[],
  told: Set<number>,
  context: StoreItemsContext,
): Promise<StoredItems> {
  const known = await knownArticles(trx, context.feed.id, chunk.flatMap(hashesOf));
  const stored = { newItems: 0, edited: 0 };
  for (const keyed of chunk) {
    const identity = identify(keyed.item, keyed.keys, keyed.hash, publishedAt(keyed, context.now), known);
    if (identity.kind !== 'new') {
      if (told.has(identity.articleId)) continue;
      told.add(identity.articleId);
    }
    if (identity.kind === 'same') continue;
    if (identity.kind === 'edited') {
      await reviseArticle(trx, identity.articleId, { ...texts(keyed, context), content_hash: keyed.hash });
      await addArticleKeys(trx, keyRows(context.feed.id, identity.articleId, keyed.keys));
      stored.edited += 1;
      continue;
    }
    const articleId = await insertArticle(trx, articleRow(keyed, context));
    const rows = keyRows(context.feed.id, articleId, keyed.keys);
    await addArticleKeys(trx, rows);
    told.add(articleId);
    known.push(...rows.map((row) => knownRow(row, keyed, context.now)));
    stored.newItems += 1;
  }
  return stored;
}

function articleRow(keyed: KeyedItem, context: StoreItemsContext) {
  const { feed, now, alertMaxAgeMs } = context;
  const { item, hash } = keyed;
  const published = publishedAt(keyed, now);
  const backlog = feed.first_polled_at === null || now - published > Math.min(alertMaxAgeMs, BACKLOG_AGE_MS);
  return {
    feed_id: feed.id,
    scope: feed.scope,
    outlet: feed.outlet,
    ...context.extras?.get(item),
    ...texts(keyed, context),
    link: item.link,
    author: authorOf(item),
    published_at: published,
    seen_at: now,
    alertable: backlog ? 0 : 1,
    content_hash: hash,
    state: 'new' as const,
  };
}

/** Epoch ms; the time of first sight where the item tells none or one to come. */
function publishedAt({ item }: KeyedItem, now: number): number {
  return Math.min(newsDate(item.published) ?? now, now);
}

function texts({ item }: KeyedItem, { pages }: StoreItemsContext) {
  return {
    raw_title: item.title,
    raw_description: item.summary,
    raw_body: pages?.get(item) ?? item.content,
    image_url: imageOf(item),
  };
}

function authorOf({ authors }: ParsedItem): string | null {
  return authors.join(', ').slice(0, LONGEST_AUTHOR) || null;
}

type KeyRow = { feed_id: number; kind: KnownArticle['kind']; hash: string; article_id: number };

function keyRows(feedId: number, articleId: number, keys: ItemKeys): KeyRow[] {
  const row = (kind: KnownArticle['kind'], hash: string | null): KeyRow[] =>
    hash === null ? [] : [{ feed_id: feedId, kind, hash, article_id: articleId }];
  return [
    ...row('own', keys.own),
    ...row('guid', keys.guid),
    ...row('link', keys.link),
    ...row('title_day', keys.titleDay),
  ];
}

function knownRow(row: KeyRow, keyed: KeyedItem, now: number): KnownArticle {
  return {
    articleId: row.article_id,
    kind: row.kind,
    hash: row.hash,
    link: keyed.item.link,
    contentHash: keyed.hash,
    publishedAt: publishedAt(keyed, now),
  };
}
