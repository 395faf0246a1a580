import { message } from '../model/text.ts';
import { UserError } from '../model/user-error.ts';
import { cutAtWord } from '../texts/cut-at-word.ts';
import { nearGuess } from '../subscriptions/near-guess.ts';
import type { CommandSummary } from './command-summary.ts';

const SHOWN_LENGTH = 60;
/** An option by its name, or the chat that it is about: what the group alone takes. */
const OPTION = /^(?:in\s|[a-z]+=)/i;

interface Grouped<C> {
  readonly name: string;
  readonly subcommands?: readonly C[];
}

/**
 * What `/feeds add <rest>` runs: the subcommand with what stands behind its name, or the group itself where none is
 * named.
 * @throws UserError `unknown_subcommand`, which lists those that there are
 */
export function findSubcommand<C extends Grouped<C>>(command: C, rest: string): readonly [C, string] {
  const { name, subcommands } = command;
  const words = rest.trim();
  if (!subcommands || words === '' || OPTION.test(words)) return [command, rest];
  const [word = ''] = words.split(/\s/, 1);
  const subcommand = subcommands.find((known) => ownName(known) === word.toLowerCase());
  if (subcommand) return [subcommand, words.slice(word.length)];
  const args = { group: name, word: cutAtWord(word, SHOWN_LENGTH), choices: subcommands.map(ownName) };
  const guess = nearGuess(word, subcommands, ownName, { eager: true });
  throw new UserError(
    'unknown_subcommand',
    guess
      ? message('chat-unknown-subcommand-guess', { ...args, guess: ownName(guess) })
      : message('chat-unknown-subcommand', args),
  );
}

/** `add` of `feeds add`; all of the name of a command that is in no group. */
export function ownName({ name }: Pick<CommandSummary, 'name'>): string {
  return name.slice(name.indexOf(' ') + 1);
}
