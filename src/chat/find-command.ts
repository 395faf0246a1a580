import { message, type Text } from '../model/text.ts';
import { UserError } from '../model/user-error.ts';
import { cutAtWord } from '../texts/cut-at-word.ts';
import { nearGuess } from '../subscriptions/near-guess.ts';
import { groupOf } from './command-names.ts';
import type { CommandSummary } from './command-summary.ts';

const SHOWN_LENGTH = 60;

/**
 * The command of this name, written with or without its slash.
 * @param otherGuess what may be meant where no command's name is near
 * @throws UserError `unknown_command`, with the nearest name where one is near
 */
export function findCommand<C extends CommandSummary>(
  written: string,
  commands: readonly C[],
  otherGuess: (name: string) => string | undefined = () => undefined,
): C {
  const name = written.replace(/^\//, '').replaceAll(/\s+/g, ' ').toLowerCase();
  const command = commands.find((known) => known.name === name) ?? commands.find((known) => groupOf(known) === name);
  if (command) return command;
  const visible = commands.filter(({ hidden }) => !hidden);
  const guess = nearGuess(name, visible, (known) => known.name, { eager: true })?.name ?? otherGuess(name);
  throw new UserError('unknown_command', unknown(cutAtWord(name, SHOWN_LENGTH), guess));
}

function unknown(name: string, guess: string | undefined): Text {
  return guess === undefined
    ? message('chat-unknown-command', { name })
    : message('chat-unknown-command-guess', { name, guess });
}
