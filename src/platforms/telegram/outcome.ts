import { GrammyError, HttpError } from 'grammy';
import { isUnreached } from '../../http/unreached.ts';
import type { ChatAddress } from '../../model/chat.ts';
import type { Outcome } from '../../model/outcome.ts';

/** Nothing can be sent with a token that Telegram does not know; its owner may be changing it. */
const TOKEN_PAUSE_MS = 60_000;
const UNREACHED_PAUSE_MS = 5_000;

// The Bot API tells these apart by words alone (tdlib/telegram-bot-api).
const NOT_MODIFIED = /message is not modified/i;
const NO_MESSAGE = /message to edit not found|message can't be edited|MESSAGE_ID_INVALID/i;
const NO_CHAT =
  /chat not found|not enough rights|have no rights|need administrator rights|CHAT_WRITE_FORBIDDEN|CHAT_RESTRICTED|TOPIC_(?:CLOSED|DELETED)|message thread not found|PEER_ID_INVALID|USER_IS_BLOCKED|group is deactivated|chat was deleted/i;

/** What came of a call that threw. Its words never hold the token. */
export function outcomeOf(error: unknown, to: ChatAddress): Outcome {
  if (error instanceof GrammyError) return apiOutcome(error, to);
  if (error instanceof HttpError && isUnreached(error.error)) {
    return { kind: 'later', afterMs: UNREACHED_PAUSE_MS, about: 'platform' };
  }
  return { kind: 'unknown', reason: networkReason(error) };
}

function apiOutcome({ error_code: code, description, parameters }: GrammyError, to: ChatAddress): Outcome {
  if (parameters.migrate_to_chat_id !== undefined) {
    return { kind: 'moved', to: { ...to, nativeId: String(parameters.migrate_to_chat_id) } };
  }
  if (code === 429) return { kind: 'later', afterMs: (parameters.retry_after ?? 1) * 1_000, about: 'chat' };
  if (code === 401 || code === 404) {
    return { kind: 'later', afterMs: TOKEN_PAUSE_MS, about: 'platform', reason: description };
  }
  if (code >= 500) return { kind: 'unknown', reason: description };
  if (NOT_MODIFIED.test(description)) return { kind: 'edited' };
  if (NO_MESSAGE.test(description)) return { kind: 'deleted' };
  if (code === 403 || NO_CHAT.test(description)) return { kind: 'gone', reason: description };
  return { kind: 'refused', reason: description };
}

/** Why a call got no answer; the library's own error holds the address with the token in what caused it. */
export function networkReason(error: unknown): string {
  if (!(error instanceof HttpError)) return error instanceof Error ? error.name : 'no answer';
  const code = codeOf(error.error);
  return code === '' ? error.message : `${error.message} (${code})`;
}

/** Why a call threw, in Telegram's words where it answered. */
export function reasonOf(error: unknown): string {
  return error instanceof GrammyError ? error.description : networkReason(error);
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
