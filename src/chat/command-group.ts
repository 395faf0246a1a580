import type { Command } from './command.ts';

export interface CommandGroupDeclaration {
  readonly name: string;
  /** At most 100 characters. */
  readonly description: string;
  /** Each as `defineCommand` makes it, with its own word as name: `add`. Up to 25 (Discord). */
  readonly subcommands: readonly Command[];
  /** Name of the one that runs where none is named. */
  readonly default: string;
}

/**
 * Commands under one name: `/feeds add`. Without a subcommand's name the group is its default one, with that one's
 * options and access.
 * @throws Error when there is no such default
 */
export function defineCommandGroup(declaration: CommandGroupDeclaration): Command {
  const { name, description, subcommands } = declaration;
  const fallback = subcommands.find((subcommand) => subcommand.name === declaration.default);
  if (!fallback) throw new Error(`the group ${name} has no ${declaration.default}`);
  return {
    ...fallback,
    name,
    description,
    subcommands: subcommands.map((subcommand) => ({ ...subcommand, name: `${name} ${subcommand.name}` })),
  };
}
