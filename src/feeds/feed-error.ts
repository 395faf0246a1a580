import { message, type Text } from '../model/text.ts';

export type FeedErrorCode =
  | 'not-a-feed'
  | 'html-page'
  | 'too-large'
  | 'too-deep'
  | 'cut-off'
  | 'empty'
  /** It took the reader longer than any honest feed does. */
  | 'too-slow';

/** Bytes that cannot be read as a feed. The message is for an operator, and holds nothing of the address. */
export class FeedError extends Error {
  override readonly name = 'FeedError';
  readonly code: FeedErrorCode;

  constructor(code: FeedErrorCode, reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.code = code;
  }

  /** For the person who wanted the feed. */
  get text(): Text {
    return message(`feed-error-${this.code}`);
  }
}
