/** What a delivery is about. */
export type Subject =
  | { readonly kind: 'story'; readonly storyId: number }
  /** That a feed which a chat added cannot be read any more; `slot` tells one time from the next. */
  | { readonly kind: 'feed'; readonly feedId: number; readonly slot: string }
  /** The summary of what was over a cap; `slot` names the hour or the day. */
  | { readonly kind: 'overflow'; readonly subscriptionId: number; readonly slot: string };

export function storySubject(storyId: number): string {
  return `story:${storyId}`;
}

export function overflowSubject(subscriptionId: number, slot: string): string {
  return `overflow:${subscriptionId}:${slot}`;
}

export function feedSubject(feedId: number, slot: string): string {
  return `feed:${feedId}:${slot}`;
}

/** @throws Error when the text is not a subject: only the functions above make them */
export function parseSubject(text: string): Subject {
  const [kind, id, slot] = text.split(':');
  if (kind === 'story' && id !== undefined) return { kind, storyId: Number(id) };
  if (kind === 'feed' && id !== undefined && slot !== undefined) return { kind, feedId: Number(id), slot };
  if (kind === 'overflow' && id !== undefined && slot !== undefined) return { kind, subscriptionId: Number(id), slot };
  throw new Error(`no subject: ${text}`);
}
