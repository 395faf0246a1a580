import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../commands/index.ts';
import { cutOptions } from '../../src/chat/read-options.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { saidElsewhere } from '../../src/chat/said-elsewhere.ts';
import { listCard } from '../../src/cards/list-card.ts';
import type { Button } from '../../src/model/card.ts';
import { buttonsOf, commandsIn } from '../commands/desk.ts';
import { inEnglish } from '../support/world.ts';

const UNDO: Button = { kind: 'command', label: 'Undo', command: 'unsubscribe 3', replaces: true };
const MORE: Button = { kind: 'command', label: 'More', command: 'story 17' };
const LINK: Button = { kind: 'link', label: 'Open', url: 'https://wire.example/a' };

function card(...buttons: readonly Button[]): Reply {
  return { kind: 'card', card: listCard({ title: 'Subscription 3 is on', lines: ['Bitcoin'], buttons, asOf: 0 }) };
}

function elsewhere(reply: Reply, named = '@traders'): Reply {
  return saidElsewhere(reply, named, COMMANDS);
}

describe('an answer about another chat', () => {
  test.each<[string, Reply]>([
    ['card', card()],
    ['text', { kind: 'text', text: 'Ended.' }],
    ['question', { kind: 'confirm', text: 'Sure?', label: 'Yes', command: 'unsubscribe 3' }],
  ])('names it: a %s', (_kind, reply) => {
    expect(inEnglish(elsewhere(reply))).toContain('In @traders:');
  });

  test('that is an error is left as it is', () => {
    const error: Reply = { kind: 'error', text: 'No.' };
    expect(elsewhere(error)).toBe(error);
  });

  test('has buttons that go on being about that one, and replace as before', () => {
    expect(buttonsOf(elsewhere(card(UNDO)))).toEqual([{ ...UNDO, command: 'unsubscribe 3 in=@traders' }]);
  });

  test('has a question whose yes is about that one', () => {
    const question: Reply = { kind: 'confirm', text: 'Sure?', label: 'Yes', command: 'unsubscribe 3' };
    expect(elsewhere(question)).toMatchObject({ command: 'unsubscribe 3 in=@traders' });
  });

  test('leaves links, and buttons of commands that are about no chat', () => {
    expect(buttonsOf(elsewhere(card(LINK, MORE)))).toEqual([LINK, MORE]);
  });

  test('drops a button that would no longer fit, and keeps the others', () => {
    const long: Button = { kind: 'command', label: 'Again', command: `subscribe ${'x'.repeat(42)}` };
    expect(commandsIn(buttonsOf(elsewhere(card(long, UNDO))))).toEqual(['unsubscribe 3 in=@traders']);
  });

  test('takes the longest address that a platform has', () => {
    for (const named of ['<#12345678901234567890>', `@${'x'.repeat(32)}`, '-1001234567890123']) {
      expect(commandsIn(buttonsOf(elsewhere(card(UNDO), named)))).toEqual([`unsubscribe 3 in=${named}`]);
    }
  });

  test.each(['<#12345678901234567890>', '@traders', '-1001234567890123'])(
    'has buttons whose command is read back as about %s',
    (named) => {
      const [command = ''] = commandsIn(buttonsOf(elsewhere(card(UNDO), named)));
      const unsubscribe = COMMANDS.find(({ name }) => name === 'unsubscribe');
      if (!unsubscribe) throw new Error('no such command');
      expect(cutOptions(unsubscribe, command.replace('unsubscribe', ''))).toEqual({ number: '3', in: named });
    },
  );
});
