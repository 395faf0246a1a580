import type { Clock } from '../model/clock.ts';
import { chatOfScope } from '../model/scope.ts';
import { oweDelivery } from '../store/deliveries.ts';
import type { FeedRow } from '../store/feeds.ts';
import type { Store } from '../store/store.ts';
import { feedSubject } from './subject.ts';

export interface FeedNoticeParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly newNonce: () => string;
  readonly onDeliveries: () => void;
}

/** No subscription asked for it. */
const NO_SUBSCRIPTION = 0;

/** Owes the chat that added a feed a word when it is lost; feeds of the catalogue are the operator's, who has the log. */
export async function oweFeedNotice(feed: Pick<FeedRow, 'id' | 'scope'>, parts: FeedNoticeParts): Promise<void> {
  const chatId = chatOfScope(feed.scope);
  if (chatId === null) return;
  const now = parts.clock.now();
  await parts.store.transaction('feed-notice', (trx) =>
    oweDelivery(trx, {
      chat_id: chatId,
      subject: feedSubject(feed.id, String(now)),
      subscription_id: NO_SUBSCRIPTION,
      wanted: 1,
      nonce: parts.newNonce(),
      due_at: now,
      created_at: now,
    }),
  );
  parts.onDeliveries();
}
