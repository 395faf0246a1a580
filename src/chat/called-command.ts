import type { CommandSummary } from './command-summary.ts';
import { ownName } from './find-subcommand.ts';

/** The command that a text is a call of, with or without its slash; a group, where no subcommand of it is named. */
export function calledCommand(text: string, commands: readonly CommandSummary[]): CommandSummary | undefined {
  const [, name, word] = /^\/?([a-z0-9_]+)(?:@\S+)?(?:\s+(\S+))?/i.exec(text) ?? [];
  const command = commands.find((known) => known.name === name?.toLowerCase());
  return command?.subcommands?.find((known) => ownName(known) === word?.toLowerCase()) ?? command;
}
