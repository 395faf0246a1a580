import type { OptionTable } from './options.ts';

/** Who may run a command: whoever may write in the chat, who manages it, or who runs this Bellwether. */
export type Access = 'anyone' | 'manager' | 'operator';

/** What a command says of itself: for menus, help and completion. */
export interface CommandSummary {
  /** One word or two (see `command-names.ts`), each `^[a-z0-9_]{1,32}$`, the narrower of the platforms' rules. */
  readonly name: string;
  /** At most 100 characters. */
  readonly description: string;
  readonly access: Access;
  readonly options: OptionTable;
  /** As a person would type them; shown by `/help`. */
  readonly examples: readonly string[];
  /** Who sees the answer, where the platform can tell them apart; `chat` when left out. */
  readonly visibility?: 'chat' | 'person';
  /** After it the bot posts in the chat by itself: whether it can is checked before. */
  readonly posts?: boolean;
  /** Reached by buttons; left out of lists and menus. */
  readonly hidden?: boolean;
}
