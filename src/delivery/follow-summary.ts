import { deliveriesNamed, oweDelivery, type DeliveryRow } from '../store/deliveries.ts';
import { moveUnshown } from '../store/overflow.ts';
import type { Trx } from '../store/schema.ts';
import { overflowSubject, parseSubject } from './subject.ts';

/**
 * Where the message of a summary was deleted: what it has not shown yet goes into the next summary of its slot
 * (`h491000`, then `h491000-2`). Does nothing for other deliveries.
 */
export async function followSummary(trx: Trx, closed: DeliveryRow, now: number): Promise<void> {
  const subject = parseSubject(closed.subject);
  if (subject.kind !== 'overflow') return;
  const { subscriptionId, slot } = subject;
  const [first = slot] = slot.split('-');
  const summaries = await deliveriesNamed(trx, closed.chat_id, overflowSubject(subscriptionId, first));
  const next = `${first}-${summaries.length + 1}`;
  const moved = await moveUnshown(trx, { subscriptionId, slot, shown: closed.sent ?? 0 }, next);
  if (moved === 0) return;
  await oweDelivery(trx, {
    chat_id: closed.chat_id,
    subject: overflowSubject(subscriptionId, next),
    subscription_id: subscriptionId,
    wanted: 1,
    // A delivery is closed once.
    nonce: `after-${closed.id}`,
    due_at: now,
    created_at: now,
  });
}
