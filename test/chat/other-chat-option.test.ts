import { describe, expect, test } from 'vitest';
import { cutOptions, type OptionsOf, type RawOptions } from '../../src/chat/read-options.ts';
import { COMMANDS } from '../../commands/index.ts';

function command(name: string): OptionsOf {
  const found = COMMANDS.find((known) => known.name === name);
  if (!found) throw new Error(`no command ${name}`);
  return found;
}

function subscribe(text: string): RawOptions {
  return cutOptions(command('subscribe'), text);
}

describe('another chat', () => {
  test.each([
    ['btc negative in @traders', 'btc negative', '@traders'],
    ['btc negative in @traders  ', 'btc negative', '@traders'],
    ['btc   IN   @Traders_1', 'btc', '@Traders_1'],
    ['btc in -1001234567890', 'btc', '-1001234567890'],
    ['btc in <#123456789012345678>', 'btc', '<#123456789012345678>'],
    ['in=@traders btc negative', 'btc negative', '@traders'],
    ['btc in=@traders', 'btc', '@traders'],
    ['"rate cut" in @traders', '"rate cut"', '@traders'],
    ['btc\nin @traders', 'btc', '@traders'],
  ])('is read from %j', (text, filter, chat) => {
    expect(subscribe(text)).toEqual({ filter, in: chat });
  });

  test('alone leaves the rest empty', () => {
    expect(cutOptions(command('pause'), 'in @traders')).toEqual({ in: '@traders' });
    expect(cutOptions(command('subscriptions'), 'in @traders')).toEqual({ in: '@traders' });
  });

  test('stands beside options that are one word', () => {
    expect(cutOptions(command('pause'), '2h in @traders')).toEqual({ duration: '2h', in: '@traders' });
    expect(cutOptions(command('unsubscribe'), '3 in @traders')).toEqual({ number: '3', in: '@traders' });
  });
});

describe('what only looks like another chat', () => {
  test.each([
    'drop in inflation',
    'in inflation',
    'btc in @traders negative',
    'cash in',
    'btc in @abc',
    'btc in 2026',
    'margin @traders',
    '"btc in @traders"',
    'btc "in @traders"',
    '-"in @traders"',
    '„btc in @traders“',
    'btc in <@123456789012345678>',
    'btc in @traders!',
  ])('stays in the filter: %s', (text) => {
    expect(subscribe(text)).toEqual({ filter: text });
  });

  test('is words for a command that is about no other chat', () => {
    expect(cutOptions(command('latest'), 'btc in @bloomberg')).toEqual({ filter: 'btc in @bloomberg' });
    expect(cutOptions(command('search'), 'gold in @bloomberg')).toEqual({ text: 'gold in @bloomberg' });
  });

  test('behind one that was named already is words', () => {
    expect(subscribe('in=@traders btc in @others')).toEqual({ filter: 'btc in @others', in: '@traders' });
  });

  test('is looked for in a hundred thousand words in one go', () => {
    const text = 'in @a '.repeat(100_000);
    expect(subscribe(text)).toEqual({ filter: text.trim() });
    expect(subscribe(`in${' '.repeat(100_000)}@traders`)['in']).toBeUndefined();
  });
});
