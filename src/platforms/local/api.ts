import type { Tone } from '../../model/card.ts';

/** A card in one language, as the page shows it. Every string is plain text of unknown origin. */
export interface RenderedCard {
  /** null: the card is not on one story. */
  readonly tone: Tone | null;
  readonly title: string;
  readonly url: string | null;
  readonly badges: readonly string[];
  readonly lines: readonly string[];
  readonly table: {
    readonly head: readonly string[];
    readonly rows: readonly (readonly string[])[];
  } | null;
  readonly items: readonly RenderedItem[];
  readonly sources: readonly RenderedSource[];
  readonly imageUrl: string | null;
  readonly buttons: readonly RenderedButton[];
  /** Epoch ms. */
  readonly asOf: number;
  readonly footer: string | null;
}

/** A story in a list. */
export interface RenderedItem {
  readonly title: string;
  readonly url: string | null;
  readonly note: string;
  /** Epoch ms. */
  readonly at: number;
  /** Tells more; null for none. */
  readonly command: string | null;
}

export interface RenderedSource {
  readonly name: string;
  readonly url: string | null;
  /** Epoch ms. */
  readonly at: number;
}

export type RenderedButton =
  | { readonly kind: 'link'; readonly label: string; readonly url: string }
  | { readonly kind: 'command'; readonly label: string; readonly command: string };

/** A delivered card. An edit comes with the same `id` and `postedAt`. */
export interface LocalMessage {
  readonly id: number;
  /** Epoch ms. */
  readonly postedAt: number;
  /** Epoch ms, null until the first edit. */
  readonly editedAt: number | null;
  readonly card: RenderedCard;
}

/** Lets the person choose a file, and runs the command with it. */
export interface UploadButton {
  readonly kind: 'upload';
  readonly label: string;
  readonly command: string;
  /** Endings of the names of such files. */
  readonly endings: readonly string[];
}

export interface LocalFile {
  readonly name: string;
  readonly content: string;
}

export type LocalReply =
  | { readonly kind: 'text'; readonly text: string; readonly buttons: readonly (RenderedButton | UploadButton)[] }
  | { readonly kind: 'file'; readonly text: string; readonly file: LocalFile & { readonly type: string } }
  | {
      readonly kind: 'cards';
      readonly intro: string | null;
      readonly cards: readonly RenderedCard[];
      readonly buttons: readonly RenderedButton[];
    }
  | { readonly kind: 'error'; readonly text: string };

/** What may follow: accepting an item replaces the text from `from` (in UTF-16 units) on by `insert`. */
export interface Completion {
  readonly from: number;
  readonly items: readonly {
    readonly insert: string;
    readonly label: string;
    readonly hint: string;
  }[];
}

/** Longest command that the page sends, in UTF-16 units. */
export const MAX_COMMAND_LENGTH = 1000;
/** Longest file that the page sends, in UTF-16 units. */
export const MAX_FILE_LENGTH = 2_000_000;

/** What the page needs of the bot; the app hands it in. */
export interface LocalBackend {
  /** Runs a typed command or a button's command. */
  run(text: string, file?: LocalFile): Promise<LocalReply>;
  /** Completes the text up to its end. */
  complete(text: string): Promise<Completion>;
  /** The latest `limit` messages, oldest first. */
  messages(limit: number): Promise<readonly LocalMessage[]>;
  /** Posts and edits from now on; the answer ends the subscription. */
  subscribe(listener: (message: LocalMessage) => void): () => void;
}
