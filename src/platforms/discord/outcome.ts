import { DiscordAPIError, HTTPError, RateLimitError, RESTJSONErrorCodes as Code } from 'discord.js';
import { isUnreached } from '../../http/unreached.ts';
import type { Outcome } from '../../model/outcome.ts';

/** Nothing can be sent with a token that Discord does not know (it may be mended in its portal), or past a firewall. */
const SHUT_OUT_PAUSE_MS = 60_000;
const UNREACHED_PAUSE_MS = 5_000;
const TOO_FAST_PAUSE_MS = 10_000;
const LONGEST_LIMIT_MS = 60_000;
const OLD_EDIT_PAUSE_MS = 60_000;
/** A thread that nobody writes in is archived; the next card brings it back. */
const ARCHIVED_PAUSE_MS = 6 * 3_600_000;

/** The bot may try for ever and only do harm: 10,000 answers of 401 and 403 in ten minutes shut its address out. */
const GONE = new Set<number | string>([
  Code.UnknownChannel,
  Code.UnknownGuild,
  Code.MissingAccess,
  Code.MissingPermissions,
  Code.CannotSendMessagesToThisUser,
  Code.ThreadLocked,
  Code.CannotSendMessagesInNonTextChannel,
]);

/** Sending again after so long may do. */
const TOO_FAST = new Set<number | string>([
  Code.OpeningDirectMessagesTooFast,
  Code.ActionCannotBePerformedDueToSlowmodeRateLimit,
]);

/**
 * What came of a request that threw.
 * @param doing edits may be limited, or in vain, for one message alone
 */
export function outcomeOf(error: unknown, doing: 'post' | 'edit'): Outcome {
  if (error instanceof RateLimitError) {
    // A limit beside the route's own: of edits, it is one of old messages, each by itself (code 30046).
    const alone = doing === 'edit' && error.sublimitTimeout > 0;
    // Its firewall's limit of an address has no mark of being global, but is long.
    const isAll = error.global || (error.scope !== 'shared' && error.retryAfter > LONGEST_LIMIT_MS);
    return { kind: 'later', afterMs: error.retryAfter, about: aboutOf(isAll, alone) };
  }
  if (error instanceof DiscordAPIError) return apiOutcome(error, doing);
  if (error instanceof HTTPError) return { kind: 'unknown', reason: `HTTP ${error.status}` };
  if (isUnreached(error)) return { kind: 'later', afterMs: UNREACHED_PAUSE_MS, about: 'platform' };
  return { kind: 'unknown', reason: error instanceof Error ? error.message : 'no answer' };
}

function aboutOf(global: boolean, alone: boolean): 'platform' | 'chat' | 'message' {
  if (global) return 'platform';
  return alone ? 'message' : 'chat';
}

function apiOutcome(error: DiscordAPIError, doing: 'post' | 'edit'): Outcome {
  const { code, status } = error;
  // One line: what Discord found wrong with a body stands below its message, a line each.
  const reason = error.message.replace(/\s*\n\s*/g, '; ');
  // Without a code it is not the API's word on this chat, but that of something before it: a firewall, a proxy.
  const isShutOut = status === 401 || !Number.isInteger(code);
  if (isShutOut) return { kind: 'later', afterMs: SHUT_OUT_PAUSE_MS, about: 'platform', reason };
  if (doing === 'edit' && code === Code.UnknownMessage) return { kind: 'deleted' };
  if (code === Code.MaximumNumberOfEditsToMessagesOlderThanOneHourReached) {
    return { kind: 'later', afterMs: OLD_EDIT_PAUSE_MS, about: 'message' };
  }
  if (doing === 'edit' && code === Code.InvalidActionOnArchivedThread) {
    return { kind: 'later', afterMs: ARCHIVED_PAUSE_MS, about: 'message' };
  }
  if (TOO_FAST.has(code)) return { kind: 'later', afterMs: TOO_FAST_PAUSE_MS, about: 'chat' };
  // An edit may be refused for its message alone: another bot's, after a change of application.
  if (GONE.has(code) || (doing === 'post' && (status === 403 || status === 404))) return { kind: 'gone', reason };
  return { kind: 'refused', reason };
}
