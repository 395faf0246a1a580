import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { COMMANDS } from '../../commands/index.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { inEnglish } from '../support/world.ts';
import { allStrings, buttonsOf, commandsIn, headlines, openDesk, type Desk } from './desk.ts';

/** Bot API: callback_data. */
const MAX_COMMAND_BYTES = 64;
const CATALOGUE = join(import.meta.dirname, '../../config/locales/en');
const IDS = readdirSync(CATALOGUE).flatMap((file) =>
  [...readFileSync(join(CATALOGUE, file), 'utf8').matchAll(/^([a-z-]+) =/gm)].map(([, id = '']) => id),
);

describe.each(COMMANDS)('/$name', (command) => {
  const options = Object.entries(command.options);

  test('and its options have names and descriptions that every platform takes', () => {
    // Bot API: BotCommand; Discord: application command naming, 1 to 100 characters, at most 25 options.
    for (const name of [...command.name.split(' '), ...options.map(([option]) => option)]) {
      expect(name).toMatch(/^[a-z0-9_]{1,32}$/);
    }
    expect(command.name.split(' ').length).toBeLessThanOrEqual(2);
    for (const { description } of [command, ...options.map(([, option]) => option)]) {
      expect(description).toMatch(/^[A-Z].{2,99}$/);
    }
    expect(options.length).toBeLessThanOrEqual(25);
  });

  test('asks for what it needs before what may be left out', () => {
    const isRequired = options.map(([, { required }]) => required === true);
    expect(isRequired).toEqual(isRequired.toSorted((a, b) => Number(b) - Number(a)));
  });

  test('has examples that begin with it', () => {
    expect(command.examples.length).toBeGreaterThan(0);
    // A group's own word means its first command.
    const [group = ''] = command.name.split(' ');
    const names =
      COMMANDS.find(({ name }) => name.startsWith(`${group} `)) === command ? [command.name, group] : [command.name];
    for (const example of command.examples) {
      expect(names.some((name) => `${example} `.startsWith(`/${name} `))).toBe(true);
    }
  });
});

test('every command has a name of its own', () => {
  const names = COMMANDS.map(({ name }) => name);
  expect(names).toHaveLength(new Set(names).size);
});

describe('in a chat with news', () => {
  let desk: Desk;

  beforeEach(async () => {
    desk = await openDesk();
    await desk.say('/subscribe doge');
    await desk.say('/subscribe "tells of"');
    await desk.say('/subscribe eth negative');
    await desk.say('/unsubscribe 2');
    await desk.publish(...headlines(16), 'Dogecoin ferry sails with a record crowd aboard');
  });

  afterEach(() => desk.close());

  test('every example runs, given that what it names is there', async () => {
    // Those of feeds stand for what lies outside of this machine.
    const runnable = COMMANDS.filter(({ name }) => !/^feeds (?:add|confirm|import|remove|pause|resume)$/.test(name));
    for (const example of runnable.flatMap(({ examples }) => examples)) {
      const reply = await desk.reply(example.replace('/unsubscribe 2', '/unsubscribe 3'));
      expect(reply.kind === 'error' ? `${example}: ${inEnglish(reply)}` : '').toBe('');
      expectReadable(reply);
    }
  });

  test('every button fits every platform and runs, and so do the buttons of its reply', async () => {
    const said = new Set<string>();
    const run = async (command: string): Promise<Reply | null> => {
      // It asks for a file.
      if (said.has(command) || command === 'feeds import') return null;
      said.add(command);
      expect(Buffer.byteLength(command)).toBeLessThanOrEqual(MAX_COMMAND_BYTES);
      const reply = await desk.reply(command);
      expect(reply.kind === 'error' ? `${command}: ${inEnglish(reply)}` : '').toBe('');
      expectReadable(reply);
      return reply;
    };
    const follow = async (command: string, depth: number): Promise<void> => {
      const reply = await run(command);
      if (!reply || depth === 0) return;
      const items = reply.kind === 'card' ? reply.card.items : [];
      const next = [...commandsIn(buttonsOf(reply)), ...items.flatMap(({ command: more }) => more ?? [])];
      for (const button of next) await follow(button, depth - 1);
    };
    for (const command of [
      ...COMMANDS.filter(({ hidden }) => !hidden).map(({ name }) => `/help ${name}`),
      '/start',
      '/latest',
      '/latest bitcoin count=3 page=2',
      '/latest "tells of" count=10',
      '/latest shiba page=4',
      '/search bitcoin museum',
      '/story 17',
      '/subscribe "tells of" -negative',
      '/preview "tells of"',
      '/pause 2h',
      '/subscriptions',
      '/status',
      '/feeds',
    ]) {
      await follow(command, 3);
    }
    expect(said.size).toBeGreaterThan(40);
  });

  test('whatever is typed is answered, and never by an error of ours', async () => {
    const head = fc.constantFrom(...COMMANDS.map(({ name }) => `/${name}`), '', 'btc');
    const piece = fc.oneof(
      fc.constantFrom(
        'btc',
        '#etf',
        '-',
        '"',
        '“',
        'count=2',
        'page=9',
        'filter=',
        'number=1',
        'x=y',
        '2h',
        '17',
        '@tier1',
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
    );
    await fc.assert(
      fc.asyncProperty(head, fc.array(piece, { maxLength: 8 }), async (name, pieces) => {
        const reply = await desk.reply([name, ...pieces].join(' '));
        expect(allStrings(reply).join('\n')).not.toContain('on our side');
      }),
      { numRuns: 300 },
    );
  });

  test('a live card has buttons that run', async () => {
    const [card] = await desk.cards();
    const commands = card?.buttons.flatMap((button) => (button.kind === 'command' ? [button.command] : [])) ?? [];
    expect(commands).toEqual(['story 17', 'mute 17']);
    for (const command of commands) expect((await desk.reply(command)).kind).not.toBe('error');
  });
});

/** No ids of messages, no values that are not there, no "1 cards". */
function expectReadable(reply: Reply): void {
  for (const text of allStrings(reply)) {
    expect(IDS.filter((id) => text.includes(id))).toEqual([]);
    expect(text).not.toMatch(/undefined|NaN|\[object|null|\{|\}/);
    expect(text).not.toMatch(/\b1 (?:cards|stories|outlets|ones|feeds|subscriptions|problems|times)\b/);
  }
}
