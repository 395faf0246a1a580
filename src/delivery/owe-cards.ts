import type { Subscription } from '../model/subscription.ts';
import {
  cardsSince,
  chatsServed,
  deliveriesNamed,
  oweDelivery,
  updateDelivery,
  type DeliveryRow,
} from '../store/deliveries.ts';
import { addOverflow, chatsSummarised } from '../store/overflow.ts';
import type { Trx } from '../store/schema.ts';
import { overflowSubject, storySubject } from './subject.ts';

export interface OweOptions {
  readonly storyId: number;
  readonly revision: number;
  readonly now: number;
  readonly newNonce: () => string;
  readonly debounceMs: number;
  /** Whether what is over a cap goes into summaries now; only right once all cards of the story are owed. */
  readonly summarise: boolean;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * Owes a story's card to the chats of these subscriptions that have none of it. What is over a subscription's cap
 * goes into the one summary card of that hour (or day), and stays there when the story grows. A chat is told of a
 * story once: where one of its subscriptions gives a card, or lists it, the others give nothing.
 * @returns whether some are over their cap
 */
export async function oweCards(
  trx: Trx,
  subscriptions: readonly Subscription[],
  options: OweOptions,
): Promise<boolean> {
  if (subscriptions.length === 0) return false;
  const subject = storySubject(options.storyId);
  const ids = subscriptions.map(({ id }) => id);
  const chatIds = [...new Set(subscriptions.map(({ chatId }) => chatId))];
  const served = await chatsServed(trx, subject, chatIds);
  const summarised = await chatsSummarised(trx, options.storyId, chatIds);
  const inHour = await cardsSince(trx, ids, options.now - HOUR_MS);
  const inDay = await cardsSince(trx, ids, options.now - DAY_MS);
  const overCap: { readonly subscription: Subscription; readonly slot: string }[] = [];

  for (const subscription of subscriptions) {
    const { id, chatId, capHour, capDay } = subscription;
    if (served.has(chatId)) continue;
    const known = summarised.get(chatId);
    if (known) {
      if (known.subscriptionId === id) overCap.push({ subscription, slot: known.slot });
    } else if ((inDay.get(id) ?? 0) >= capDay) {
      overCap.push({ subscription, slot: `d${Math.floor(options.now / DAY_MS)}` });
    } else if ((inHour.get(id) ?? 0) >= capHour) {
      overCap.push({ subscription, slot: `h${Math.floor(options.now / HOUR_MS)}` });
    } else {
      served.add(chatId);
      await oweDelivery(trx, {
        chat_id: chatId,
        subject,
        subscription_id: id,
        wanted: options.revision,
        nonce: options.newNonce(),
        due_at: options.now,
        created_at: options.now,
      });
    }
  }
  if (!options.summarise) return overCap.length > 0;
  for (const { subscription, slot } of overCap) {
    if (served.has(subscription.chatId)) continue;
    served.add(subscription.chatId);
    await summarise(trx, subscription, slot, summarised.has(subscription.chatId), options);
  }
  return overCap.length > 0;
}

/** @param listed whether the slot's summary has the story already, which has grown then */
async function summarise(
  trx: Trx,
  subscription: Subscription,
  slot: string,
  listed: boolean,
  { storyId, now, debounceMs, newNonce }: OweOptions,
): Promise<void> {
  const { id, chatId } = subscription;
  const name = overflowSubject(id, slot);
  const summaries = await deliveriesNamed(trx, chatId, name);
  const closed = summaries.filter(isClosed);
  const open = summaries.find((summary) => (listed ? summary.subject === name : !isClosed(summary)));
  const place = listed || closed.length === 0 ? slot : `${slot}-${closed.length + 1}`;
  const known = open?.state === 'cancelled' ? undefined : open;
  const wanted = (known?.wanted ?? 0) + 1;
  if (!listed) await addOverflow(trx, { subscriptionId: id, slot: place, storyId, revision: wanted, now });
  if (known) {
    const dueAt = known.due_at ?? (known.state === 'live' ? now + debounceMs : null);
    await updateDelivery(trx, known.id, { wanted, due_at: dueAt });
    return;
  }
  await oweDelivery(trx, {
    chat_id: chatId,
    subject: overflowSubject(id, place),
    subscription_id: id,
    wanted,
    nonce: newNonce(),
    due_at: now + debounceMs,
    created_at: now,
  });
}

/** Whether a summary can show nothing more: its message was deleted, or the platform refused it. */
function isClosed({ state, last_error: error }: DeliveryRow): boolean {
  return (state === 'frozen' || state === 'parked') && error !== null;
}
