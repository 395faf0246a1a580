import type { ChatAddress } from './chat.ts';

/** What came of handing one card to a platform. */
export type Outcome =
  /** Posted; `ref` is the platform's name of the message. */
  | { readonly kind: 'sent'; readonly ref: string }
  | { readonly kind: 'edited' }
  /** Not done, a limit: again after `afterMs`. `about` says what has to wait: this message alone, or more. */
  | {
      readonly kind: 'later';
      readonly afterMs: number;
      readonly about: 'message' | 'chat' | 'platform';
      readonly reason?: string;
    }
  /** The message that was to be edited is no longer there: somebody deleted it. */
  | { readonly kind: 'deleted' }
  /** Not done and will not be as it is; `reason` in the platform's words. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** The chat is out of reach (blocked, kicked, deleted). */
  | { readonly kind: 'gone'; readonly reason: string }
  /** The chat has another address now; try there. */
  | { readonly kind: 'moved'; readonly to: ChatAddress }
  /** It may or may not have happened (timeout after the request left). */
  | { readonly kind: 'unknown'; readonly reason: string };
