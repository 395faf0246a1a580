import type { Card } from '../model/card.ts';
import type { ChatAddress, Platform } from '../model/chat.ts';
import type { Outcome } from '../model/outcome.ts';

/** The port that every platform implements. It never throws for what a platform may answer: that is an Outcome. */
export interface Messenger {
  readonly platform: Platform;
  /** Whether a repeat of a post with its nonce is recognised; where not, a post in doubt may come twice. */
  readonly isIdempotent: boolean;
  /**
   * Posts a card. The nonce names the delivery: where the platform knows idempotency, a repeat with it returns
   * the message that is there already, with the content that it had.
   */
  post(to: ChatAddress, card: Card, options: PostOptions): Promise<Outcome>;
  /** Replaces the content of a message; `ref` is what `post` returned. A message that has it already is `edited`. */
  edit(to: ChatAddress, ref: string, card: Card, options: EditOptions): Promise<Outcome>;
}

export interface EditOptions {
  readonly language: string;
}

export interface PostOptions extends EditOptions {
  /** At most 25 characters (Discord: nonce). */
  readonly nonce: string;
}
