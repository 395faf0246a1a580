import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../commands/index.ts';
import type { CommandSummary } from '../../src/chat/command-summary.ts';
import { complete } from '../../src/chat/complete.ts';
import { vocabulary } from '../subscriptions/filter-fixtures.ts';

const MODE: CommandSummary = {
  name: 'mode',
  description: 'How cards come',
  access: 'anyone',
  options: { mode: { kind: 'choice', description: 'Which', choices: ['instant', 'digest', 'daily'] } },
  examples: ['/mode digest'],
};
const HIDDEN: CommandSummary = { ...MODE, name: 'modest', hidden: true };
const SERVICES = { commands: [...COMMANDS, MODE, HIDDEN], vocabulary };

/** What the line becomes with each of the completions. */
function completed(text: string): readonly string[] {
  const { from, items } = complete(text, SERVICES);
  return items.map(({ insert }) => text.slice(0, from) + insert);
}

describe("a command's name", () => {
  test('is offered from its first letters, and a space where options follow', () => {
    expect(completed('/un')).toEqual(['/unsubscribe ']);
    expect(completed('/stat')).toEqual(['/status']);
    expect(completed('/sub')).toEqual(['/subscribe ', '/subscriptions']);
  });

  test('is found without the slash, in capitals and behind spaces', () => {
    for (const text of ['sub', '/SUB', '  /sub']) expect(completed(text)).toEqual(['/subscribe ', '/subscriptions']);
  });

  test('is offered with what it does; hidden commands are not', () => {
    const { items } = complete('/mod', SERVICES);
    expect(items).toEqual([{ insert: '/mode ', label: '/mode', hint: 'How cards come' }]);
  });

  test('is any, where nothing is typed yet', () => {
    expect(completed('')).toHaveLength(COMMANDS.filter(({ hidden }) => !hidden).length + 1);
    expect(completed('/')).toEqual(completed(''));
  });

  test('of two words is completed in both', () => {
    expect(completed('/feeds')).toContain('/feeds add ');
    expect(completed('/feeds re')).toEqual(['/feeds remove ', '/feeds resume ']);
    expect(completed('/feeds import')).toEqual(['/feeds import']);
  });

  test('that nothing begins with is not completed', () => {
    expect(completed('/xyz')).toEqual([]);
  });
});

describe('a filter', () => {
  test('is completed at its last term, and what stands before stays', () => {
    expect(completed('/latest negative bitc')).toContain('/latest negative $BTC');
    expect(completed('/subscribe #regu')).toEqual(['/subscribe #regulation']);
    expect(completed('/subscribe btc -@bloom')).toEqual(['/subscribe btc -@bloomberg']);
  });

  test('is completed behind the name of a bot, and whatever the case of the command', () => {
    expect(completed('/latest@SomeBot #regu')).toEqual(['/latest@SomeBot #regulation']);
    expect(completed('  /Latest #regu')).toEqual(['  /Latest #regulation']);
  });

  test('has something to begin with as soon as the command is written', () => {
    expect(completed('/latest ')).toContain('/latest $BTC');
  });
});

test('/help is completed with the names of commands', () => {
  expect(completed('/help sub')).toEqual(['/help subscribe', '/help subscriptions']);
  expect(completed('/help /un')).toEqual(['/help unsubscribe']);
  expect(completed('/help status')).toEqual([]);
});

test('a choice is completed from its first letters', () => {
  expect(completed('/mode D')).toEqual(['/mode digest', '/mode daily']);
  expect(completed('/mode digest')).toEqual([]);
});

test.each(['/search bit', '/status now', '/unknown bit', '/story 1', '@'])('%s is left as it is', (text) => {
  expect(complete(text, SERVICES)).toEqual({ from: text.length, items: [] });
});
