import type { Card } from '../model/card.ts';
import { message, type Text } from '../model/text.ts';
import type { StoryRow } from '../store/stories.ts';
import { listCard } from './list-card.ts';
import { storyItem } from './story-card.ts';

const MAX_ITEMS = 15;

/**
 * The summary of what was over a subscription's cap.
 * @param stories in the order of their arrival
 * @param filter the subscription's filter in plain words
 */
export function overflowCard(stories: readonly StoryRow[], subscription: number, filter: Text): Card {
  const shown = stories
    .toSorted((a, b) => b.content.importance - a.content.importance || a.id - b.id)
    .slice(0, MAX_ITEMS);
  const rest = stories.length - shown.length;
  return listCard({
    title: message('digest-overflow-title', { count: stories.length, filter }),
    items: shown.map(storyItem),
    footer: message('digest-overflow-footer', { number: String(subscription), rest }),
    asOf: Math.max(...stories.map(({ content }) => content.asOf)),
  });
}
