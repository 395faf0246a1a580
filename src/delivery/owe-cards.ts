import type { Subscription } from '../model/subscription.ts';
import { cardsSince, chatsServed, findDelivery, oweDelivery, updateDelivery } from '../store/deliveries.ts';
import { addOverflow, overflowSlots } from '../store/overflow.ts';
import type { Trx } from '../store/schema.ts';
import { digestSubject, storySubject } from './subject.ts';

export interface OweOptions {
  readonly storyId: number;
  readonly revision: number;
  readonly now: number;
  readonly newNonce: () => string;
  readonly debounceMs: number;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * Owes a story's card to the chats of these subscriptions that have none of it. What is over a subscription's cap
 * goes into the one summary card of that hour (or day), and stays there when the story grows.
 */
export async function oweCards(trx: Trx, subscriptions: readonly Subscription[], options: OweOptions): Promise<void> {
  if (subscriptions.length === 0) return;
  const subject = storySubject(options.storyId);
  const ids = subscriptions.map(({ id }) => id);
  const served = await chatsServed(trx, subject, [...new Set(subscriptions.map(({ chatId }) => chatId))]);
  const summarised = await overflowSlots(trx, options.storyId, ids);
  const inHour = await cardsSince(trx, ids, options.now - HOUR_MS);
  const inDay = await cardsSince(trx, ids, options.now - DAY_MS);
  const slotOf = (subscription: Subscription): string | null => {
    const known = summarised.get(subscription.id);
    if (known !== undefined) return known;
    if ((inDay.get(subscription.id) ?? 0) >= subscription.capDay) return `d${Math.floor(options.now / DAY_MS)}`;
    if ((inHour.get(subscription.id) ?? 0) >= subscription.capHour) return `h${Math.floor(options.now / HOUR_MS)}`;
    return null;
  };

  // Those below their cap first: where one subscription of a chat still gives a card, another needs no summary.
  const withSlots = subscriptions.map((subscription) => ({ subscription, slot: slotOf(subscription) }));
  for (const { subscription } of withSlots.filter(({ slot }) => slot === null)) {
    if (served.has(subscription.chatId)) continue;
    served.add(subscription.chatId);
    await oweDelivery(trx, {
      chat_id: subscription.chatId,
      subject,
      subscription_id: subscription.id,
      wanted: options.revision,
      nonce: options.newNonce(),
      due_at: options.now,
      created_at: options.now,
    });
  }
  for (const { subscription, slot } of withSlots) {
    if (slot !== null && !served.has(subscription.chatId)) await summarise(trx, subscription, slot, options);
  }
}

async function summarise(trx: Trx, subscription: Subscription, slot: string, options: OweOptions): Promise<void> {
  const { storyId, now, debounceMs, newNonce } = options;
  await addOverflow(trx, { subscriptionId: subscription.id, slot, storyId, now });
  const subject = digestSubject(subscription.id, slot);
  const known = await findDelivery(trx, subscription.chatId, subject);
  if (known) {
    const dueAt = known.due_at ?? (known.state === 'live' ? now + debounceMs : null);
    await updateDelivery(trx, known.id, { wanted: known.wanted + 1, due_at: dueAt });
    return;
  }
  await oweDelivery(trx, {
    chat_id: subscription.chatId,
    subject,
    subscription_id: subscription.id,
    wanted: 1,
    nonce: newNonce(),
    due_at: now + debounceMs,
    created_at: now,
  });
}
