import type { Clock } from '../model/clock.ts';
import type { Filter } from '../model/filter.ts';
import { message } from '../model/text.ts';
import { UserError } from '../model/user-error.ts';
import type { Store } from '../store/store.ts';
import { endSubscription, insertSubscription, subscriptionsOf } from '../store/subscriptions.ts';

export const DEFAULT_CAP_HOUR = 10;
export const DEFAULT_CAP_DAY = 40;
const MAX_SUBSCRIPTIONS = 50;

/**
 * Subscribes a chat to a filter.
 * @returns the number that the chat knows the subscription by
 * @throws UserError `already_subscribed` with that number, `too_many_subscriptions`
 */
export async function subscribe(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  chatId: number,
  filter: Filter,
): Promise<number> {
  return store.transaction('subscribe', async (trx) => {
    const known = await subscriptionsOf(trx, chatId);
    const same = known.find((subscription) => subscription.filter === filter.canonical);
    if (same) {
      throw new UserError('already_subscribed', message('subscribe-already', { number: String(same.number) }));
    }
    if (known.length >= MAX_SUBSCRIPTIONS) {
      throw new UserError('too_many_subscriptions', message('subscribe-too-many', { max: MAX_SUBSCRIPTIONS }));
    }
    return insertSubscription(trx, {
      chatId,
      mode: 'instant',
      capHour: DEFAULT_CAP_HOUR,
      capDay: DEFAULT_CAP_DAY,
      createdAt: clock.now(),
      filter: filter.canonical,
    });
  });
}

/**
 * Ends one subscription of a chat, by its number.
 * @returns the canonical text of its filter
 * @throws UserError `no_such_subscription`
 */
export async function unsubscribe(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  chatId: number,
  number: number,
): Promise<string> {
  return store.transaction('unsubscribe', async (trx) => {
    const found = (await subscriptionsOf(trx, chatId)).find((subscription) => subscription.number === number);
    if (!found) throw new UserError('no_such_subscription', message('unsubscribe-unknown', { number: String(number) }));
    await endSubscription(trx, found.id, clock.now());
    return found.filter;
  });
}
