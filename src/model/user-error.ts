import type { Text } from './text.ts';

/**
 * The only error whose text a person sees. `code` is stable for tests and metrics; `text` says what to do
 * and comes from the message catalogue. Anything else that is thrown shows an id that stands in the log too.
 */
export class UserError extends Error {
  readonly code: string;
  readonly text: Text;

  constructor(code: string, text: Text, options?: ErrorOptions) {
    super(code, options);
    this.name = 'UserError';
    this.code = code;
    this.text = text;
  }
}
