import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ownerOf } from '../../src/chat/caller.ts';
import { defineCommand, type Command } from '../../src/chat/command.ts';
import { defineCommandGroup } from '../../src/chat/command-group.ts';
import { createCommandDispatch, type CommandDispatch } from '../../src/chat/dispatch.ts';
import type { SentFile } from '../../src/chat/sent-file.ts';
import type { Chat } from '../../src/model/chat.ts';
import { systemClock } from '../../src/model/clock.ts';
import { silentLog } from '../../src/model/log.ts';
import { ensureChat } from '../../src/store/chats.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { vocabulary } from '../subscriptions/filter-fixtures.ts';
import { ASSETS, inEnglish } from '../support/world.ts';

const list = defineCommand({
  name: 'list',
  description: 'What is kept',
  access: 'anyone',
  options: { page: { kind: 'integer', description: 'Which page', min: 1, max: 9 } },
  examples: ['/shelf list'],
  run: async ({ options: { page = 1 } }) => ({ kind: 'text', text: `page ${page}` }),
});
const add = defineCommand({
  name: 'add',
  description: 'Keep something',
  access: 'manager',
  options: { thing: { kind: 'text', description: 'What to keep', required: true } },
  examples: ['/shelf add a book'],
  run: async ({ options: { thing } }) => ({ kind: 'text', text: `kept ${thing}` }),
});
const fill = defineCommand({
  name: 'fill',
  description: 'Keep what a list names',
  access: 'manager',
  options: { list: { kind: 'file', description: 'a list, as text', required: true, maxBytes: 1_500_000 } },
  examples: ['/shelf fill'],
  run: async ({ options }) => ({ kind: 'text', text: `kept ${new TextDecoder().decode(await options.list.read())}` }),
});
const COMMANDS: readonly Command[] = [
  defineCommandGroup({ name: 'shelf', description: 'What is on it', subcommands: [list, add, fill], default: 'list' }),
];

let store: Store;
let chat: Chat;
let dispatch: CommandDispatch;

beforeEach(async () => {
  store = await openStore({ url: 'sqlite::memory:', clock: systemClock });
  const address = { platform: 'telegram', nativeId: '-100', thread: '' } as const;
  chat = await store.transaction('test', (trx) => ensureChat(trx, address, 'en', 0));
  const services = {
    store,
    clock: systemClock,
    assets: ASSETS,
    vocabulary,
    commands: COMMANDS,
    languages: ['en'],
    onDeliveries: () => undefined,
    stages: () => ({}),
  };
  dispatch = createCommandDispatch(COMMANDS, services, silentLog);
});
afterEach(() => store.close());

async function say(text: string, { isManager = true, file }: { isManager?: boolean; file?: SentFile } = {}) {
  const caller = { ...ownerOf(chat, { id: 'telegram:1', isOperator: false }), isManager: async () => isManager };
  return inEnglish(await dispatch.runText(text, caller, file));
}

function sent(content: string, sizeBytes = content.length): SentFile {
  return { name: 'list.txt', sizeBytes, read: async () => new TextEncoder().encode(content) };
}

describe('a group of commands', () => {
  test('runs the subcommand that stands behind its name', async () => {
    expect(await say('/shelf add a book')).toBe('kept a book');
    expect(await say('/SHELF@SomeBot  Add  a book ')).toBe('kept a book');
    expect(await say('shelf list 3')).toBe('page 3');
  });

  test('alone is its default subcommand, which options by name do not change', async () => {
    expect(await say('/shelf')).toBe('page 1');
    expect(await say('/shelf page=3')).toBe('page 3');
  });

  test('answers a word that it does not know with those that it does', async () => {
    expect(await say('/shelf burn it')).toBe(
      '“burn” is nothing that /shelf does. Write one of these behind it: list, add, fill.',
    );
    expect(await say('/shelf addd a book')).toContain('Did you mean add?');
  });

  test('asks for each subcommand’s own access', async () => {
    expect(await say('/shelf add a book', { isManager: false })).toContain('Only people who manage this chat');
    expect(await say('/shelf', { isManager: false })).toBe('page 1');
  });

  test('names the whole command where something is missing', async () => {
    expect(await say('/shelf add')).toContain('Something is missing behind /shelf add: What to keep');
  });

  test('is found by the names that a platform has cut', async () => {
    const owner = ownerOf(chat, { id: 'telegram:1', isOperator: false });
    expect(inEnglish(await dispatch.runNamed('shelf add', { thing: 'a book' }, owner))).toBe('kept a book');
    expect(inEnglish(await dispatch.runNamed('shelf', { page: '2' }, owner))).toBe('page 2');
  });

  test('cannot be made with a default that it does not have', () => {
    expect(() => defineCommandGroup({ name: 'shelf', description: '-', subcommands: [list], default: 'lst' })).toThrow(
      'no lst',
    );
  });
});

describe('a file', () => {
  test('that came with the command is read by it', async () => {
    expect(await say('/shelf fill', { file: sent('two books') })).toBe('kept two books');
  });

  test('that is missing is asked for, in the platform’s manner', async () => {
    expect(await say('/shelf fill')).toBe(
      '/shelf fill needs a file: a list, as text. Send the file with /shelf fill as its caption, or answer the message that has it with /shelf fill.',
    );
  });

  test('that is too large is refused before it is fetched', async () => {
    expect(await say('/shelf fill', { file: sent('', 1_500_001) })).toContain('at most 1.5 MB');
  });

  test('is not looked at by a command that takes none', async () => {
    expect(await say('/shelf add a book', { file: sent('', 1e9) })).toBe('kept a book');
  });

  test('does not take the place of words', async () => {
    expect(await say('/shelf fill now', { file: sent('two books') })).toContain('I do not know what to do with “now”');
  });
});
