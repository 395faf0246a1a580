import { randomUUID } from 'node:crypto';
import type { Chat } from '../model/chat.ts';
import type { Log } from '../model/log.ts';
import { message } from '../model/text.ts';
import { UserError } from '../model/user-error.ts';
import type { Command, Person } from './command.ts';
import type { Access } from './command-summary.ts';
import { findCommand } from './find-command.ts';
import { cutOptions, readOptions, type RawOptions } from './read-options.ts';
import type { Reply } from './reply.ts';
import type { Services } from './services.ts';

export interface CommandDispatch {
  /** Runs a command written as text: `/latest btc count=3`, or a button's `story 17`. Never throws. */
  runText(text: string, caller: Caller): Promise<Reply>;
  /** Runs a command whose options the platform has cut already. Never throws. */
  runNamed(name: string, options: RawOptions, caller: Caller): Promise<Reply>;
}

export interface Caller {
  readonly chat: Chat;
  readonly person: Person;
}

/** The one way from a call to a reply, for all platforms: access, options, run, error to reply. */
export function createCommandDispatch(commands: readonly Command[], services: Services, log: Log): CommandDispatch {
  // Who knows no commands yet writes what the news should be about.
  const latestOf = (word: string) => (services.vocabulary.findAsset(word) ? `latest ${word}` : undefined);
  const find = (name: string) => findCommand(name, commands, latestOf);

  async function run(command: Command, raw: RawOptions, { chat, person }: Caller): Promise<Reply> {
    checkAccess(command.access, person);
    const options = readOptions(command, raw, services);
    return command.run({ options, chat, person, services });
  }

  async function answered(work: () => Promise<Reply>): Promise<Reply> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof UserError) return { kind: 'error', text: error.text };
      const errorId = randomUUID().slice(0, 8);
      log.error({ errorId, err: error }, 'command failed');
      return { kind: 'error', text: message('chat-internal-error', { errorId }) };
    }
  }

  return {
    runText: (text, caller) =>
      answered(async () => {
        const { name, rest } = cutCommand(text);
        const command = find(name);
        return run(command, cutOptions(command, rest), caller);
      }),
    runNamed: (name, options, caller) => answered(async () => run(find(name), options, caller)),
  };
}

/** `/latest@SomeBot btc` is the command `latest` with the rest `btc`; the slash may be left out. */
function cutCommand(text: string): { readonly name: string; readonly rest: string } {
  const match = /^\s*\/?([^\s@/]{1,64})(?:@\S+)?/.exec(text);
  if (!match?.[1]) throw new UserError('no_command', message('chat-no-command'));
  return { name: match[1].toLowerCase(), rest: text.slice(match[0].length) };
}

function checkAccess(access: Access, person: Person): void {
  if (access === 'manager' && !person.isManager && !person.isOperator) {
    throw new UserError('managers_only', message('chat-managers-only'));
  }
  if (access === 'operator' && !person.isOperator) {
    throw new UserError('operators_only', message('chat-operators-only'));
  }
}
