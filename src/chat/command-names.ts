import type { CommandSummary } from './command-summary.ts';

/*
 * A command's name has one word or two: `feeds add` is one of the group `feeds`. The first command of a group is the one
 * that its word alone means.
 */

/** The first word of a name: what the menus of the platforms show. */
export function groupOf({ name }: Pick<CommandSummary, 'name'>): string {
  return name.split(' ', 1)[0] ?? name;
}

/** The second word of a name; null for a command of its own. */
export function wordInGroup({ name }: Pick<CommandSummary, 'name'>): string | null {
  return name.split(' ')[1] ?? null;
}

/** What a text begins with: the command, and where its name ends. */
export interface CommandStart<C> {
  readonly command: C;
  readonly end: number;
}

const START = /^\s*\/?([a-z0-9_]{1,32})(?:@\S+)?(?:\s+([a-z0-9_]{1,32})(?![^\s]))?/i;

/** The command that a text begins with, with or without its slash; undefined where none does. */
export function commandAtStart<C extends CommandSummary>(
  text: string,
  commands: readonly C[],
): CommandStart<C> | undefined {
  const [whole = '', first = '', second] = START.exec(text) ?? [];
  const name = first.toLowerCase();
  const two = commands.find((known) => known.name === `${name} ${second?.toLowerCase()}`);
  if (two) return { command: two, end: whole.length };
  const one = commands.find((known) => known.name === name || groupOf(known) === name);
  const head = second === undefined ? whole : whole.slice(0, -second.length).trimEnd();
  return one && { command: one, end: head.length };
}
