import type { Update } from 'grammy/types';
import { ApiError } from './api-error.ts';

export type NewUpdate = Omit<Update, 'update_id'>;

export interface UpdateQueue {
  push(update: NewUpdate): void;
  /** Answers as getUpdates; rejects with the conflict as soon as another call comes. */
  get(
    params: {
      readonly offset?: number | undefined;
      readonly limit?: number | undefined;
      readonly timeout?: number | undefined;
      readonly allowed_updates?: readonly string[] | undefined;
    },
    gone: AbortSignal,
  ): Promise<readonly Update[]>;
  conflictWith(kind: 'other-poller' | 'webhook' | null): void;
  dropPending(): void;
  webhookDeleted(): void;
  close(): void;
}

/** Bot API: getUpdates, allowed_updates: all but these unless asked for. */
const ONLY_ON_DEMAND = ['chat_member', 'message_reaction', 'message_reaction_count'];
/** The server's own. */
const LONGEST_POLL_SECONDS = 50;

const CONFLICTS = {
  'other-poller': 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
  webhook:
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
};

interface Poll {
  readonly limit: number;
  end(how: readonly Update[] | ApiError): void;
}

/** Updates wait here until a call confirms them by its offset. One long poll at a time. */
export function createUpdateQueue(): UpdateQueue {
  let pending: Update[] = [];
  let nextId = 870_000_001;
  let allowed: readonly string[] = [];
  let poll: Poll | null = null;
  let conflict: 'other-poller' | 'webhook' | null = null;

  // Like the real one, what comes in is judged by the list that was asked for last.
  function isWanted(update: NewUpdate): boolean {
    return Object.keys(update).every((type) =>
      allowed.length === 0 ? !ONLY_ON_DEMAND.includes(type) : allowed.includes(type),
    );
  }

  function confirm(offset: number): void {
    if (offset < 0) pending = pending.slice(offset);
    else pending = pending.filter((update) => update.update_id >= offset);
  }

  return {
    push(update) {
      if (!isWanted(update)) return;
      pending.push({ ...update, update_id: nextId });
      nextId += 1;
      poll?.end(pending.slice(0, poll.limit));
    },
    async get({ offset = 0, limit = 100, timeout = 0, allowed_updates }, gone) {
      if (conflict) throw new ApiError(409, CONFLICTS[conflict]);
      poll?.end(new ApiError(409, CONFLICTS['other-poller']));
      if (allowed_updates) allowed = allowed_updates;
      confirm(offset);
      if (pending.length > 0 || timeout <= 0) return pending.slice(0, limit);

      const { promise, resolve, reject } = Promise.withResolvers<readonly Update[]>();
      const timer = setTimeout(() => mine.end([]), Math.min(timeout, LONGEST_POLL_SECONDS) * 1000);
      const mine: Poll = {
        limit,
        end(how) {
          clearTimeout(timer);
          if (poll === mine) poll = null;
          if (how instanceof ApiError) reject(how);
          else resolve(how);
        },
      };
      poll = mine;
      gone.addEventListener('abort', () => mine.end([]), { once: true });
      return promise;
    },
    conflictWith(kind) {
      conflict = kind;
      if (kind) poll?.end(new ApiError(409, CONFLICTS[kind]));
    },
    dropPending: () => void (pending = []),
    webhookDeleted() {
      if (conflict === 'webhook') conflict = null;
    },
    close: () => poll?.end([]),
  };
}
