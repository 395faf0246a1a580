import type { Asset } from '../model/asset.ts';
import type { Filter } from '../model/filter.ts';
import type { Text } from '../model/text.ts';

interface OptionBase {
  /** At most 100 characters (Discord). */
  readonly description: string;
  readonly required?: boolean;
}

/** One option of a command; what `run` gets for each kind stands in `OptionValue`. */
export type OptionSpec =
  | (OptionBase & { readonly kind: 'text'; readonly maxLength?: number })
  | (OptionBase & { readonly kind: 'filter' })
  | (OptionBase & { readonly kind: 'asset' })
  | (OptionBase & { readonly kind: 'integer'; readonly min: number; readonly max: number })
  | (OptionBase & { readonly kind: 'choice'; readonly choices: readonly string[] })
  | (OptionBase & { readonly kind: 'duration' })
  | (OptionBase & { readonly kind: 'command' })
  /** A file that comes with the call. */
  | (OptionBase & { readonly kind: 'file'; readonly maxBytes: number; readonly endings: readonly string[] })
  /** Another chat that the command is about: `in @channel`. Read by the dispatch; `run` gets that chat as its own. */
  | (OptionBase & { readonly kind: 'chat' });

/** In the order in which a text without names fills them. */
export type OptionTable = Readonly<Record<string, OptionSpec>>;

/** A filter with what its reader has to tell the person ("did you mean"). */
export interface FilterOption {
  readonly filter: Filter;
  readonly notes: readonly Text[];
}

/** A file that a person sent along. */
export interface UploadedFile {
  readonly name: string;
  readonly sizeBytes: number;
  /** @throws UserError when it is gone or cannot be had */
  read(): Promise<Uint8Array>;
}

interface OptionValues {
  readonly text: string;
  readonly filter: FilterOption;
  readonly asset: Asset;
  readonly integer: number;
  readonly choice: string;
  /** Milliseconds. */
  readonly duration: number;
  /** Its name, without the slash. */
  readonly command: string;
  readonly file: UploadedFile;
  /** As it was written. */
  readonly chat: string;
}

export type OptionValue = OptionValues[keyof OptionValues];

export type Options<Table extends OptionTable> = {
  readonly [Name in keyof Table]: Table[Name] extends { readonly required: true }
    ? OptionValues[Table[Name]['kind']]
    : OptionValues[Table[Name]['kind']] | undefined;
};
