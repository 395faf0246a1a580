import { randomUUID } from 'node:crypto';
import type { Log } from '../model/log.ts';
import { message } from '../model/text.ts';
import { UserError } from '../model/user-error.ts';
import type { Caller } from './caller.ts';
import type { Command } from './command.ts';
import { commandAtStart, groupOf, wordInGroup } from './command-names.ts';
import type { Access } from './command-summary.ts';
import { findCommand } from './find-command.ts';
import { cutOptions, readOptions, type RawOptions } from './read-options.ts';
import { cutAtWord } from '../texts/cut-at-word.ts';
import type { Reply } from './reply.ts';
import { saidElsewhere } from './said-elsewhere.ts';
import type { Services } from './services.ts';

export interface CommandDispatch {
  /** Runs a command written as text: `/latest btc count=3`, or a button's `story 17`. Never throws. */
  runText(text: string, caller: Caller): Promise<Reply>;
  /** Runs a command whose options the platform has cut already. Never throws. */
  runNamed(name: string, options: RawOptions, caller: Caller): Promise<Reply>;
  /** For a platform's own work on a call: whatever goes wrong in it becomes a reply. */
  answered(work: () => Promise<Reply>): Promise<Reply>;
}

/** The one way from a call to a reply, for all platforms: access, options, run, error to reply. */
export function createCommandDispatch(commands: readonly Command[], services: Services, log: Log): CommandDispatch {
  // Who knows no commands yet writes what the news should be about.
  const latestOf = (word: string) => (services.vocabulary.findAsset(word) ? `latest ${word}` : undefined);
  const find = (name: string) => findCommand(name, commands, latestOf);

  async function run(command: Command, raw: RawOptions, here: Caller): Promise<Reply> {
    const [named, other] = await calledElsewhere(command, raw, here);
    const caller = other ?? here;
    await checkAccess(command.access, caller);
    const options = readOptions(command, raw, { ...services, file: here.file });
    if (command.posts) await caller.checkReach();
    const { chat, person } = caller;
    const reply = await command.run({ options, chat, person, services });
    return named === undefined ? reply : saidElsewhere(reply, named, commands, caller.title);
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

  /** `/latest@SomeBot btc` is the command `latest` with the rest `btc`; the slash may be left out. */
  function cut(text: string): { readonly command: Command; readonly rest: string } {
    const start = commandAtStart(text, commands);
    if (!start) return { command: find(firstWord(text).toLowerCase()), rest: '' };
    const rest = text.slice(start.end);
    const isWhole = text.slice(0, start.end).trim().split(/\s+/).length === start.command.name.split(' ').length;
    if (!isWhole) checkWord(start.command, rest, commands);
    return { command: start.command, rest };
  }

  return {
    answered,
    runText: (text, caller) =>
      answered(async () => {
        const { command, rest } = cut(text.replace(INVISIBLE, ''));
        return run(command, cutOptions(command, rest), caller);
      }),
    runNamed: (name, options, caller) => answered(async () => run(find(name), visible(options), caller)),
  };
}

const SHOWN_LENGTH = 60;

/** What cards put between letters so that no link or mention comes of them is copied along from them. */
const INVISIBLE = /[\u200b\u200e\u200f\u2060\ufeff]/g;

function visible(options: RawOptions): RawOptions {
  return Object.fromEntries(Object.entries(options).map(([name, value]) => [name, value.replace(INVISIBLE, '')]));
}

/** The first word, for where it is none of ours. */
function firstWord(text: string): string {
  const word = /^\s*\/?([^\s@/]{1,64})/.exec(text)?.[1];
  if (!word) throw new UserError('no_command', message('chat-no-command'));
  return word;
}

/** Behind a group's name stands one of its words, an option by its name, another chat, or nothing. */
function checkWord(command: Command, rest: string, commands: readonly Command[]): void {
  const [word = ''] = rest.trim().split(/\s/, 1);
  if (wordInGroup(command) === null || word === '' || word === 'in' || word.includes('=')) return;
  const group = groupOf(command);
  const words = commands.filter((known) => groupOf(known) === group && !known.hidden).map(wordInGroup);
  throw new UserError(
    'unknown_word',
    message('chat-unknown-word', {
      group,
      word: cutAtWord(word, SHOWN_LENGTH),
      words: words.filter((known) => known !== null),
    }),
  );
}

async function calledElsewhere(
  { options }: Command,
  raw: RawOptions,
  here: Caller,
): Promise<readonly [string | undefined, Caller | undefined]> {
  const [name] = Object.entries(options).find(([, { kind }]) => kind === 'chat') ?? [];
  const named = name === undefined ? undefined : raw[name]?.trim();
  return named ? [named, await here.elsewhere(named)] : [undefined, undefined];
}

async function checkAccess(access: Access, { person, isManager }: Caller): Promise<void> {
  if (access === 'anyone' || person.isOperator) return;
  if (access === 'operator') throw new UserError('operators_only', message('chat-operators-only'));
  if (!(await isManager())) throw new UserError('managers_only', message('chat-managers-only'));
}
