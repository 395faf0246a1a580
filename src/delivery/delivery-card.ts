import type { Card } from '../model/card.ts';
import { scopesOf } from '../model/scope.ts';
import type { Text } from '../model/text.ts';
import { overflowCard } from '../cards/digest-card.ts';
import { feedNotice } from '../cards/feed-card.ts';
import { absorbedCard, storyCard } from '../cards/story-card.ts';
import { namedFeed } from '../store/added-feeds.ts';
import type { DeliveryRow } from '../store/deliveries.ts';
import { overflowStories } from '../store/overflow.ts';
import type { Db } from '../store/schema.ts';
import { findStories, findStory } from '../store/stories.ts';
import { findSubscription } from '../store/subscriptions.ts';
import { parseSubject } from './subject.ts';

export interface RevisedCard {
  readonly card: Card;
  /** The revision that the card shows; at least what the delivery wants. */
  readonly revision: number;
  /** Nothing follows: the delivery rests once it is shown. */
  readonly isLast: boolean;
}

/** The card that a delivery owes as things stand, or null when its subject is gone (retention, unsubscribed). */
export async function deliveryCard(
  db: Db,
  delivery: Pick<DeliveryRow, 'subject' | 'wanted' | 'chat_id'>,
  describeFilter: (canonical: string) => Text,
): Promise<RevisedCard | null> {
  const subject = parseSubject(delivery.subject);
  if (subject.kind === 'story') {
    const story = await findStory(db, subject.storyId, scopesOf(delivery.chat_id));
    if (!story) return null;
    return story.id === subject.storyId
      ? { card: storyCard(story), revision: story.revision, isLast: false }
      : { card: absorbedCard(story), revision: delivery.wanted, isLast: true };
  }
  if (subject.kind === 'feed') {
    const feed = await namedFeed(db, subject.feedId);
    return feed ? { card: feedNotice(feed), revision: delivery.wanted, isLast: false } : null;
  }
  const subscription = await findSubscription(db, subject.subscriptionId);
  const stories = await findStories(db, await overflowStories(db, subject.subscriptionId, subject.slot));
  if (!subscription || stories.length === 0) return null;
  const card = overflowCard(stories, subscription.number, describeFilter(subscription.filter));
  return { card, revision: delivery.wanted, isLast: false };
}
