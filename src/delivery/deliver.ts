import type { Clock } from '../model/clock.ts';
import type { Log } from '../model/log.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Text } from '../model/text.ts';
import { confirmChat, moveChat, setChatGone } from '../store/chats.ts';
import {
  addressOf,
  deliveryById,
  updateDelivery,
  type DeliveryChange,
  type DeliveryRow,
  type DueDelivery,
} from '../store/deliveries.ts';
import type { Trx } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { deliveryCard, type RevisedCard } from './delivery-card.ts';
import { followSummary } from './follow-summary.ts';
import type { Messenger } from './messenger.ts';

export interface DeliverParts {
  readonly store: Store;
  readonly messenger: Messenger;
  readonly clock: Clock;
  readonly log: Log;
  readonly describeFilter: (canonical: string) => Text;
  readonly editDebounceMs: number;
}

/** Longer than any platform call may take: after it, its end counts as unknown. */
const LEASE_MS = 60_000;
/** Doubles with each attempt, but Discord remembers a nonce for a few minutes only. */
const DOUBT_PAUSE_MS = 5_000;
const LONGEST_DOUBT_PAUSE_MS = 120_000;
/** Some twenty-four hours: older news is no news. */
const MAX_ATTEMPTS = 720;
/** Where a repeat is not recognised: what was posted so often has arrived, most likely more than once. */
const MAX_DOUBTFUL_POSTS = 8;

/**
 * Brings one delivery a step further: posts its card, or edits the one that is there.
 * @returns what the platform answered, already recorded; null when there was nothing to ask it
 */
export async function deliver(due: DueDelivery, parts: DeliverParts): Promise<Outcome | null> {
  const revised = await deliveryCard(parts.store.db, due, parts.describeFilter);
  if (!revised) {
    await parts.store.transaction('delivery-cancel', (trx) =>
      updateDelivery(trx, due.id, { state: due.message_ref === null ? 'cancelled' : 'frozen', due_at: null }),
    );
    return null;
  }
  return due.message_ref === null ? post(due, revised, parts) : edit(due, due.message_ref, revised, parts);
}

async function post(due: DueDelivery, revised: RevisedCard, parts: DeliverParts): Promise<Outcome | null> {
  const { card, revision } = revised;
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
  if (!claimed) return null;
  const { nonce, language } = due;
  const call = messenger.post(addressOf(messenger.platform, due), card, { nonce, language });
  const outcome = await inTime(call, clock);
  await store.transaction('delivery-outcome', (trx) =>
    recordOutcome(trx, due, { isLast: revised.isLast, revision: sendingRevision }, outcome, parts),
  );
  return outcome;
}

async function edit(due: DueDelivery, ref: string, revised: RevisedCard, parts: DeliverParts): Promise<Outcome> {
  const { store, messenger, clock } = parts;
  const call = messenger.edit(addressOf(messenger.platform, due), ref, revised.card, { language: due.language });
  const outcome = await inTime(call, clock);
  await store.transaction('delivery-outcome', (trx) => recordOutcome(trx, due, revised, outcome, parts));
  return outcome;
}

/** A call that never ends would keep its place among the few that may run at once. */
async function inTime(call: Promise<Outcome>, clock: Clock): Promise<Outcome> {
  const ended = new AbortController();
  const lapse = async (): Promise<Outcome> => {
    await clock.sleep(LEASE_MS, ended.signal);
    return { kind: 'unknown', reason: `no answer within ${LEASE_MS / 1000} s` };
  };
  try {
    return await Promise.race([call, lapse()]);
  } finally {
    ended.abort();
  }
}

/** What the platform shows if the outcome is good. */
interface Shown extends Pick<RevisedCard, 'isLast'> {
  readonly revision: number | null;
}

async function recordOutcome(
  trx: Trx,
  due: DueDelivery,
  shown: Shown,
  outcome: Outcome,
  parts: DeliverParts,
): Promise<void> {
  const row = await deliveryById(trx, due.id);
  // A call that was given up when its process stopped: the next process has settled it.
  if (outcome.kind === 'unknown' && due.message_ref === null && row.message_ref !== null) return;
  // Its story was merged away while the call was under way: what it shows is older than the story that is left.
  const isRepointed = row.subject !== due.subject;
  const change = changeFor(due, row, isRepointed ? { revision: 0, isLast: false } : shown, outcome, parts);
  // Muted while the call was under way: it stays muted, whatever came of the call.
  const muted = row.state === 'frozen' ? { state: row.state, due_at: null } : {};
  await updateDelivery(trx, due.id, { ...change, ...muted });
  if (closesMessage(outcome) && row.state === 'live') await followSummary(trx, row, parts.clock.now());
  if (outcome.kind === 'sent') await confirmChat(trx, due.chat_id);
  // After the row's own change: these decide when all rows of the chat are due.
  if (outcome.kind === 'gone') await setChatGone(trx, due.chat_id, { reason: outcome.reason, at: parts.clock.now() });
  if (outcome.kind === 'moved') await moveChat(trx, due.chat_id, outcome.to, parts.clock.now());
}

function changeFor(
  due: DueDelivery,
  row: DeliveryRow,
  { revision, isLast }: Shown,
  outcome: Outcome,
  { clock, log, messenger, editDebounceMs }: DeliverParts,
): DeliveryChange {
  const now = clock.now();
  const posting = due.message_ref === null;
  switch (outcome.kind) {
    case 'sent':
    case 'edited':
      return {
        state: isLast ? 'frozen' : 'live',
        message_ref: outcome.kind === 'sent' ? outcome.ref : due.message_ref,
        sent: revision,
        attempts: 0,
        last_error: null,
        due_at: !isLast && row.wanted > (revision ?? 0) ? now + editDebounceMs : null,
      };
    case 'later':
      // Not done; it keeps its place. A post that was in doubt before stays so.
      return {
        state: due.state,
        due_at: outcome.about === 'message' ? now + outcome.afterMs : due.due_at,
        attempts: due.attempts,
      };
    case 'moved':
      // Tried at the new address at once; sent on from there too, it waits.
      return {
        state: due.state,
        due_at: due.attempts === 0 ? due.due_at : now + pauseAfter(due.attempts),
        attempts: due.attempts + 1,
      };
    case 'unknown': {
      const attempts = due.attempts + 1;
      // Once each: an outage meets everything that is owed, again and again.
      if (attempts === 1) log.warn({ deliveryId: due.id, reason: outcome.reason }, 'outcome of delivery unknown');
      const doubts = row.doubts + (posting ? 1 : 0);
      const isWornOut = posting && !messenger.isIdempotent && doubts >= MAX_DOUBTFUL_POSTS;
      if (attempts < MAX_ATTEMPTS && !isWornOut) {
        return { last_error: outcome.reason, doubts, attempts, due_at: now + pauseAfter(attempts) };
      }
      log.warn({ deliveryId: due.id, reason: outcome.reason }, 'delivery given up');
      // A card that is there stays, and is tried again when its story grows.
      return { state: posting ? 'parked' : 'live', last_error: outcome.reason, doubts, attempts: 0, due_at: null };
    }
    case 'refused':
      log.warn({ deliveryId: due.id, reason: outcome.reason }, 'delivery refused');
      return { state: posting ? 'parked' : 'frozen', due_at: null, last_error: outcome.reason };
    case 'deleted':
      // Whoever deleted a card does not want it back.
      return { state: 'frozen', due_at: null };
    case 'gone':
      log.warn({ chatId: due.chat_id, reason: outcome.reason }, 'chat out of reach');
      return { state: due.state, due_at: null, attempts: 0, last_error: outcome.reason };
  }
}

function closesMessage({ kind }: Outcome): boolean {
  return kind === 'refused' || kind === 'deleted';
}

/** @returns ms */
function pauseAfter(attempts: number): number {
  return Math.min(DOUBT_PAUSE_MS * 2 ** Math.min(attempts - 1, 10), LONGEST_DOUBT_PAUSE_MS);
}
