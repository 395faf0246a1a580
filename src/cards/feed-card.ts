import type { Card } from '../model/card.ts';
import { message, type Text } from '../model/text.ts';
import type { FeedRow } from '../store/feeds.ts';
import { listCard } from './list-card.ts';

type Health = Pick<
  FeedRow,
  'paused' | 'retired_at' | 'given_up_at' | 'failing_since' | 'last_error' | 'last_ok_at' | 'next_poll_at'
>;

/** From then on, a day says more than hours. */
const LONG_MS = 24 * 3_600_000;

/** How a feed is, in words. @param articles since the beginning of the day */
export function feedHealth(feed: Health & { readonly articles: number }, now: number): Text {
  const { failing_since: since, last_error: error, last_ok_at: okAt } = feed;
  if (feed.retired_at !== null) return message('feed-health-retired');
  if (feed.paused) return message('feed-health-paused');
  if (since !== null && error !== null) {
    const next = Math.max(feed.next_poll_at - now, 1_000);
    if (feed.given_up_at !== null) return message('feed-health-given-up', { error, since });
    return now - since >= LONG_MS
      ? message('feed-health-failing-long', { error, since, next })
      : message('feed-health-failing', { error, for: Math.max(now - since, 1_000), next });
  }
  if (okAt === null) return message('feed-health-new');
  return message('feed-health-ok', { ago: Math.max(now - okAt, 1_000), articles: feed.articles });
}

/** Whether somebody should look at it. */
export function isInTrouble({ retired_at: retiredAt, failing_since: since, paused }: Health): boolean {
  return retiredAt !== null || (since !== null && !paused);
}

/** As the feed calls itself, where its chat added it; else its outlet. */
export function feedName({
  title,
  outletName,
}: {
  readonly title: string | null;
  readonly outletName: string;
}): string {
  return title || outletName;
}

/** Tells a feed's own chat that it cannot be read any more. */
export function feedNotice(feed: FeedRow & { readonly outletName: string }): Card {
  const { id, given_up_at: at, retired_at: retiredAt, failing_since: since, last_error: error } = feed;
  return listCard({
    title: message('feed-notice-title', { title: feedName(feed) }),
    lines: [
      retiredAt === null
        ? message('feed-notice-given-up', { error: error ?? '', since: since ?? at ?? 0, number: String(id) })
        : message('feed-notice-retired'),
    ],
    buttons: [],
    asOf: retiredAt ?? at ?? 0,
  });
}
