import type { ParsedItem } from '../../model/article.ts';
import { addOutlets, articlesByLink, callsOf, countCall, setProviderWord } from '../../store/providers.ts';
import type { FeedRow } from '../../store/feeds.ts';
import { FeedError } from '../feed-error.ts';
import { linkHash } from '../identity.ts';
import { ingest } from '../ingest.ts';
import type { PollFeedParts } from '../poll-parts.ts';
import { workedState } from '../poll-state.ts';
import type { ItemExtras, StoredItems } from '../store-items.ts';
import { endOfMonth, monthOf, MONTHLY_CALLS, pacedPause, PROVIDER } from './allowance.ts';
import { readNews, type ProvidedArticle } from './read-news.ts';

/** What one poll of the interface came to; a failure is told to the caller, who knows what becomes of it. */
export type ProviderPoll =
  | (StoredItems & { readonly kind: 'stored'; readonly nextPollAt: number })
  | { readonly kind: 'used-up'; readonly nextPollAt: number }
  | {
      readonly kind: 'failed';
      readonly reason: string;
      readonly retryAfterMs: number | null;
      readonly isTooMuch: boolean;
    };

/**
 * Polls the news interface of CoinDesk Data. What a feed has brought already gets the provider's word besides; the rest
 * are articles of the outlets that it names.
 */
export async function pollCoinDesk(feed: FeedRow, parts: PollFeedParts, signal: AbortSignal): Promise<ProviderPoll> {
  const now = parts.clock.now();
  const month = monthOf(now);
  if ((await callsOf(parts.store.db, PROVIDER, month)) >= MONTHLY_CALLS) {
    return { kind: 'used-up', nextPollAt: endOfMonth(now) };
  }
  const calls = await parts.store.transaction('poll', (trx) => countCall(trx, PROVIDER, month));
  const result = await parts.fetcher.fetch({
    url: withKey(feed.url, parts.policy.coinDeskKey),
    accept: 'application/json',
    signal,
  });
  if (result.kind === 'failed') return failed(result.reason);
  if (result.kind === 'status') return failed(`HTTP ${result.status}`, result.retryAfterMs, result.status === 429);
  if (result.kind === 'not-modified') return failed('HTTP 304');
  try {
    const articles = await parts.oneByOne(() => readNews(result.bytes));
    return { kind: 'stored', ...(await store(feed, articles, calls, parts)) };
  } catch (error) {
    if (error instanceof FeedError) return failed(error.message);
    throw error;
  }
}

function failed(reason: string, retryAfterMs: number | null = null, isTooMuch = false): ProviderPoll {
  return { kind: 'failed', reason, retryAfterMs, isTooMuch };
}

async function store(feed: FeedRow, articles: readonly ProvidedArticle[], calls: number, parts: PollFeedParts) {
  const now = parts.clock.now();
  const fresh = await enrich(feed, articles, parts);
  const extras = new Map<ParsedItem, ItemExtras>(fresh.map((each) => [each.item, extrasOf(each)]));
  const outlets = [...new Map(fresh.map(({ outlet }) => [outlet.key, outlet])).values()];
  await parts.store.transaction('poll', (trx) => addOutlets(trx, outlets));
  parts.onOutlets(outlets);
  let nextPollAt = now;
  const ingesting = { ...parts, extras, alertMaxAgeMs: parts.policy.alertMaxAgeMs };
  const stored = await ingest(feed, { items: fresh.map(({ item }) => item) }, ingesting, (found) => {
    const { policy, random } = parts;
    const state = workedState(feed, { ...found, askedMs: null }, { now, random: random(), policy });
    nextPollAt = Math.max(state.next_poll_at, now + Math.ceil(pacedPause(now, calls)));
    return { ...state, next_poll_at: nextPollAt };
  });
  return { ...stored, nextPollAt };
}

/** Gives the provider's word to articles that are known by their link. @returns the others */
async function enrich(feed: FeedRow, articles: readonly ProvidedArticle[], { store }: PollFeedParts) {
  const hashOf = ({ item }: ProvidedArticle) => (item.link === null ? '' : linkHash(item.link));
  const known = await articlesByLink(store.db, articles.map(hashOf), feed.id);
  await store.transaction('poll', async (trx) => {
    for (const each of articles) {
      const articleId = known.get(hashOf(each));
      if (articleId !== undefined) await setProviderWord(trx, articleId, wordOf(each));
    }
  });
  return articles.filter((each) => !known.has(hashOf(each)));
}

function wordOf({ sentiment, categories }: ProvidedArticle) {
  return { provider_sentiment: sentiment, provider_categories: JSON.stringify(categories) };
}

function extrasOf(article: ProvidedArticle): ItemExtras {
  return { outlet: article.outlet.key, ...wordOf(article) };
}

function withKey(address: string, key: string | null): string {
  const url = new URL(address);
  if (key !== null) url.searchParams.set('api_key', key);
  return url.href;
}
