import type { Text } from './text.ts';

export type Tone = 'positive' | 'negative' | 'neutral' | 'unknown';

/** The platform- and language-neutral message. Every string in it is plain text: renderers escape it. */
export interface Card {
  /** null: the card is not on one story (a list, a table). */
  readonly tone: Tone | null;
  readonly title: Text;
  /** Where the title leads, http(s). */
  readonly url: string | null;
  /** Short marks beside the title: assets, sentiment, number of outlets. */
  readonly badges: readonly Text[];
  /** Paragraphs. */
  readonly lines: readonly Text[];
  readonly table: CardTable | null;
  /** A list of stories, where the card is one. */
  readonly items: readonly CardItem[];
  readonly sources: readonly CardSource[];
  readonly imageUrl: string | null;
  readonly buttons: readonly Button[];
  /** Epoch ms of what the card says; renderers show it in the reader's manner. */
  readonly asOf: number;
  /** Small print. */
  readonly footer: Text | null;
}

export interface CardTable {
  readonly head: readonly Text[];
  readonly rows: readonly (readonly Text[])[];
}

export interface CardItem {
  readonly title: string;
  readonly url: string | null;
  readonly note: Text;
  /** Epoch ms. */
  readonly at: number;
  /** The command that tells more, `story 17`; null for none. */
  readonly command: string | null;
}

export interface CardSource {
  readonly name: string;
  readonly url: string | null;
  /** Epoch ms. */
  readonly at: number;
}

export type Button = { readonly kind: 'link'; readonly label: Text; readonly url: string } | CommandButton;

export interface CommandButton {
  readonly kind: 'command';
  readonly label: Text;
  /** Runs as if typed; at most 63 bytes of UTF-8, so that it fits every platform with its mark. */
  readonly command: string;
  /** The answer takes the place of the message that has the button: another page, an undo. */
  readonly replaces?: boolean;
}
