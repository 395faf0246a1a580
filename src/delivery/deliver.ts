import type { Clock } from '../model/clock.ts';
import type { Log } from '../model/log.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Text } from '../model/text.ts';
import { moveChat, setChatGone } from '../store/chats.ts';
import { addressOf, deliveryById, updateDelivery, type DeliveryRow, type DueDelivery } from '../store/deliveries.ts';
import type { Trx } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { deliveryCard, type RevisedCard } from './delivery-card.ts';
import type { Messenger } from './messenger.ts';

export interface DeliverParts {
  readonly store: Store;
  readonly messenger: Messenger;
  readonly clock: Clock;
  readonly log: Log;
  readonly describeFilter: (canonical: string) => Text;
  readonly editDebounceMs: number;
}

/** Longer than any platform call may take: after it, a post of unknown end is tried again. */
const LEASE_MS = 60_000;
const DOUBT_PAUSE_MS = 5_000;

/** Brings one delivery a step further: posts its card, or edits the one that is there. */
export async function deliver(due: DueDelivery, parts: DeliverParts): Promise<void> {
  const revised = await deliveryCard(parts.store.db, due, parts.describeFilter);
  if (!revised) {
    await parts.store.transaction('delivery-cancel', (trx) =>
      updateDelivery(trx, due.id, { state: due.message_ref === null ? 'cancelled' : 'frozen', due_at: null }),
    );
    return;
  }
  if (due.message_ref === null) await post(due, revised, parts);
  else await edit(due, due.message_ref, revised, parts);
}

async function post(due: DueDelivery, { card, revision }: RevisedCard, parts: DeliverParts): Promise<void> {
  const { store, messenger, clock } = parts;
  // A post of unknown end may have shown an older revision: it keeps that one, and a newer one follows as an edit.
  const sendingRevision = due.state === 'sending' ? due.sending_revision : revision;
  const claimed = await store.transaction('delivery-claim', async (trx) => {
    const row = await deliveryById(trx, due.id);
    if (row.state !== due.state || row.message_ref !== null) return false;
    await updateDelivery(trx, due.id, {
      state: 'sending',
      sending_revision: sendingRevision,
      due_at: clock.now() + LEASE_MS,
      attempts: row.attempts + 1,
    });
    return true;
  });
  if (!claimed) return;
  const outcome = await messenger.post(addressOf(messenger.platform, due), card, {
    nonce: due.nonce,
    language: due.language,
  });
  await store.transaction('delivery-outcome', (trx) => recordOutcome(trx, due, sendingRevision, outcome, parts));
}

async function edit(
  due: DueDelivery,
  ref: string,
  { card, revision }: RevisedCard,
  parts: DeliverParts,
): Promise<void> {
  const { store, messenger } = parts;
  const outcome = await messenger.edit(addressOf(messenger.platform, due), ref, card, { language: due.language });
  await store.transaction('delivery-outcome', (trx) => recordOutcome(trx, due, revision, outcome, parts));
}

/** @param revision that the platform shows if the outcome is good */
async function recordOutcome(
  trx: Trx,
  due: DueDelivery,
  revision: number | null,
  outcome: Outcome,
  { clock, log, editDebounceMs }: DeliverParts,
): Promise<void> {
  const now = clock.now();
  const row = await deliveryById(trx, due.id);
  const posting = due.message_ref === null;
  switch (outcome.kind) {
    case 'sent':
    case 'edited': {
      const reached = {
        sent: revision,
        sent_at: now,
        attempts: 0,
        last_error: null,
        due_at: row.wanted > (revision ?? 0) ? now + editDebounceMs : null,
      };
      const ref = outcome.kind === 'sent' ? outcome.ref : due.message_ref;
      // Muted while the call was under way: it stays muted.
      const state = row.state === 'frozen' ? 'frozen' : 'live';
      return updateDelivery(trx, due.id, { ...reached, state, message_ref: ref, ...quiet(row) });
    }
    case 'later':
      // Not done. A post that was in doubt before stays so.
      return updateDelivery(trx, due.id, { state: due.state, due_at: now + outcome.afterMs });
    case 'unknown':
      log.warn({ deliveryId: due.id, reason: outcome.reason }, 'outcome of delivery unknown');
      return updateDelivery(trx, due.id, {
        last_error: outcome.reason,
        due_at: now + DOUBT_PAUSE_MS * Math.max(row.attempts, 1),
      });
    case 'refused':
      log.warn({ deliveryId: due.id, reason: outcome.reason }, 'delivery refused');
      return updateDelivery(trx, due.id, {
        state: posting ? 'parked' : 'frozen',
        due_at: null,
        last_error: outcome.reason,
      });
    case 'gone':
      log.warn({ chatId: due.chat_id, reason: outcome.reason }, 'chat out of reach');
      await setChatGone(trx, due.chat_id, outcome.reason);
      return updateDelivery(trx, due.id, {
        state: posting ? 'parked' : 'frozen',
        due_at: null,
        last_error: outcome.reason,
      });
    case 'moved':
      await moveChat(trx, due.chat_id, outcome.to);
      return updateDelivery(trx, due.id, { state: due.state, due_at: now });
  }
}

function quiet(row: DeliveryRow): { due_at: null } | object {
  return row.state === 'frozen' ? { due_at: null } : {};
}
