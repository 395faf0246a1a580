import type { Button, Card } from '../model/card.ts';
import type { Text } from '../model/text.ts';

/** What a command answers; a platform renders it in its manner. */
export type Reply =
  | { readonly kind: 'text'; readonly text: Text; readonly buttons?: readonly Button[] }
  | { readonly kind: 'card'; readonly card: Card }
  /** Asks before it does what cannot be undone: the button runs `command`. */
  | { readonly kind: 'confirm'; readonly text: Text; readonly label: Text; readonly command: string }
  /** A file to keep. */
  | { readonly kind: 'file'; readonly text: Text; readonly file: TextFile }
  /** Something was wrong with the call; the text says what to do. */
  | { readonly kind: 'error'; readonly text: Text };

export interface TextFile {
  readonly name: string;
  /** Media type, without a charset: UTF-8. */
  readonly type: string;
  readonly content: string;
}
