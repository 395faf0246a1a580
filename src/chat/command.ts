import type { Chat } from '../model/chat.ts';
import type { CommandSummary } from './command-summary.ts';
import type { Options, OptionTable } from './options.ts';
import type { Reply } from './reply.ts';
import type { Services } from './services.ts';

export interface Person {
  /** `<platform>:<native id>`. */
  readonly id: string;
  readonly isOperator: boolean;
}

export interface Call<Table extends OptionTable> {
  readonly options: Options<Table>;
  /** The chat that it is about: the one where it was said, or the one that was named. */
  readonly chat: Chat;
  readonly person: Person;
  readonly services: Services;
}

export interface CommandDeclaration<Table extends OptionTable> extends CommandSummary {
  readonly options: Table;
  run(call: Call<Table>): Promise<Reply>;
}

/** A command as the platforms see it: its options are read and checked by `dispatch`. */
export interface Command extends CommandSummary {
  run(call: Call<OptionTable>): Promise<Reply>;
}

/** One declaration serves every platform. */
export function defineCommand<const Table extends OptionTable>(declaration: CommandDeclaration<Table>): Command {
  return {
    ...declaration,
    // `readOptions` built the values from this very table, so that they have its types.
    run: (call) => declaration.run(call as Call<Table>),
  };
}
