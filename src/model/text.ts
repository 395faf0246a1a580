/**
 * Text in no language yet: a message of the catalogue with its arguments, or words that are the same in
 * every language (a headline, a name). A renderer turns it into a string for one chat's language.
 */
export type Text = string | Message;

export interface Message {
  /** Id of a message in `config/locales/*.ftl`. */
  readonly id: string;
  readonly args?: Readonly<Record<string, TextArg>>;
}

/** Arguments: numbers and strings go to Fluent as they are, nested texts are rendered first, lists are joined. */
export type TextArg = string | number | Message | readonly Text[];

export function message(id: string, args?: Readonly<Record<string, TextArg>>): Message {
  return args ? { id, args } : { id };
}
