import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../commands/index.ts';
import { cutOptions, readOptions, type OptionsOf } from '../../src/chat/read-options.ts';
import type { OptionTable } from '../../src/chat/options.ts';
import { UserError } from '../../src/model/user-error.ts';
import { vocabulary } from '../subscriptions/filter-fixtures.ts';
import { ASSETS, TEXTS } from '../support/world.ts';

const KNOWN = { vocabulary, assets: ASSETS, commands: COMMANDS };
const FILTER = { kind: 'filter', description: 'What to look for' } as const;
const COUNT = { kind: 'integer', description: 'How many', min: 1, max: 10 } as const;
const PAGE = { kind: 'integer', description: 'Which page', min: 1, max: 100 } as const;
const TEXT = { kind: 'text', description: 'Words', maxLength: 20 } as const;

function command(options: OptionTable): OptionsOf {
  return { name: 'try', options, examples: ['/try this'] };
}

const LIST = command({ filter: FILTER, count: COUNT, page: PAGE });

/** What a person is told when a text cannot be read. */
function problemOf(options: OptionTable, text: string): string {
  try {
    readOptions(command(options), cutOptions(command(options), text), KNOWN);
  } catch (error) {
    if (error instanceof UserError) return TEXTS.say(error.text);
    throw error;
  }
  throw new Error(`“${text}” was read`);
}

function valueOf(spec: OptionTable[string], text: string): unknown {
  return readOptions(command({ value: spec }), { value: text }, KNOWN)['value'];
}

describe('a text without names', () => {
  test('goes to the filter as a whole', () => {
    expect(cutOptions(LIST, ' btc  negative ')).toEqual({ filter: 'btc  negative' });
  });

  test('is cut at spaces where an option is one word', () => {
    const pair = command({
      kind: { kind: 'choice', description: 'Kind', choices: ['a', 'b'] },
      amount: COUNT,
      note: TEXT,
    });
    expect(cutOptions(pair, 'a 3 all the rest')).toEqual({ kind: 'a', amount: '3', note: 'all the rest' });
  });

  test('that is empty fills nothing', () => {
    expect(cutOptions(LIST, '   ')).toEqual({});
  });

  test('behind a command that takes nothing is answered with how to write it', () => {
    expect(problemOf({}, 'now and here')).toBe(
      'I do not know what to do with “now and here”. Write it like /try this.',
    );
  });

  test('of any length is shown in part', () => {
    expect(problemOf({}, 'x'.repeat(5_000)).length).toBeLessThan(140);
  });
});

describe('a named option', () => {
  test.each([
    'btc negative count=3 page=2',
    'count=3 btc negative page=2',
    'count=3 page=2 btc negative',
    'filter=btc count=3 page=2',
    'btc COUNT=3 Page=2',
  ])('stands anywhere: %s', (text) => {
    const raw = cutOptions(LIST, text);
    expect(raw).toMatchObject({ count: '3', page: '2' });
    expect(raw['filter']).toMatch(/^btc\b/);
  });

  test.each([
    ['"count=3 wins" btc', '"count=3 wins" btc'],
    ['-"count=3" btc', '-"count=3" btc'],
    ['“count=3 wins”', '“count=3 wins”'],
    ['btc discount=3', 'btc discount=3'],
    ['sentiment=0.5', 'sentiment=0.5'],
    ['btc constructor=3', 'btc constructor=3'],
  ])('is not found in %s', (text, filter) => {
    expect(cutOptions(LIST, text)).toEqual({ filter });
  });

  test.each(['filter="forced deleveraging" count=2', 'count=2 filter=“forced deleveraging”'])(
    'may be a phrase in quotes: %s',
    (text) => {
      const { filter, count } = readOptions(LIST, cutOptions(LIST, text), KNOWN);
      expect(count).toBe(2);
      expect(filter).toMatchObject({ filter: { canonical: '"forced deleveraging"' } });
    },
  );

  test('a text of a hundred thousand quotes and equal signs is cut in one go', () => {
    const hostile = 'count=" '.repeat(6_000) + 'a'.repeat(50_000);
    expect(cutOptions(LIST, hostile)).toHaveProperty('count');
  });
});

describe('an option that is missing', () => {
  test('is named by what it takes, with an example', () => {
    expect(problemOf({ filter: { ...FILTER, required: true } }, '')).toBe(
      'Something is missing behind /try: What to look for. For example: /try this',
    );
  });

  test('and need not be there is left out', () => {
    expect(readOptions(LIST, {}, KNOWN)).toEqual({});
  });

  test('is missing, too, when a platform hands over spaces', () => {
    expect(() => readOptions(command({ text: { ...TEXT, required: true } }), { text: '  ' }, KNOWN)).toThrow(
      'option_missing',
    );
  });
});

describe('a whole number', () => {
  test.each([
    ['1', 1],
    ['10', 10],
    ['+7', 7],
  ])('%s is read', (text, value) => {
    expect(valueOf(COUNT, text)).toBe(value);
  });

  test.each(['0', '11', '-1', '2.5', '1e1', 'three', '99999999999999999999', '٣'])('%s is not taken', (text) => {
    expect(problemOf({ count: COUNT }, text)).toBe(`“${text}” does not fit: count is a whole number from 1 to 10.`);
  });

  test('that may be anything up to millions is asked for with an example, not with its limits', () => {
    expect(problemOf({ number: { ...COUNT, max: 999_999_999 } }, 'btc')).toBe(
      '“btc” does not fit: a whole number belongs here, as in /try this.',
    );
  });

  test('with something behind it is told as it was written', () => {
    expect(problemOf({ count: COUNT }, '2 3')).toContain('“2 3” does not fit');
  });
});

describe('a choice', () => {
  const spec = { kind: 'choice', description: 'Which', choices: ['instant', 'digest'] } as const;

  test('is read in any case', () => {
    expect(valueOf(spec, 'Digest')).toBe('digest');
  });

  test('that is not one of them is answered with all of them', () => {
    expect(problemOf({ mode: spec }, 'weekly')).toBe('“weekly” does not fit: mode is one of instant, digest.');
  });
});

describe('a length of time', () => {
  const spec = { kind: 'duration', description: 'How long' } as const;

  test.each([
    ['90s', 90_000],
    ['30m', 1_800_000],
    ['2H', 7_200_000],
    ['3d', 259_200_000],
  ])('%s is read', (text, ms) => {
    expect(valueOf(spec, text)).toBe(ms);
  });

  test.each(['2 hours', 'soon', '0h', '-2h', '2', '1w'])('%s is answered with how to write it', (text) => {
    expect(problemOf({ duration: spec }, text)).toBe(`“${text}” is no length of time. Write it like 30m, 2h or 3d.`);
  });
});

describe('an asset', () => {
  const spec = { kind: 'asset', description: 'Which' } as const;

  test.each(['btc', '$BTC', 'Bitcoin'])('%s is read', (text) => {
    expect(valueOf(spec, text)).toMatchObject({ symbol: 'BTC' });
  });

  test('that is near one is answered with a guess', () => {
    expect(problemOf({ asset: spec }, 'etherum')).toBe('I know no asset “etherum”. Did you mean Ethereum (ETH)?');
  });

  test('that is near none is answered with what to write', () => {
    expect(problemOf({ asset: spec }, 'zzzzzzzz')).toBe(
      'I know no asset “zzzzzzzz”. Write its ticker or name, such as btc or solana.',
    );
  });
});

describe('a text', () => {
  test('keeps its spelling', () => {
    expect(valueOf(TEXT, '  Fed "cuts" ')).toBe('Fed "cuts"');
  });

  test('that is too long is answered with both lengths', () => {
    expect(problemOf({ text: TEXT }, 'x'.repeat(21))).toBe(
      'That is too long: at most 20 characters, and these are 21.',
    );
  });
});

describe('the name of a command', () => {
  const spec = { kind: 'command', description: 'Which' } as const;

  test.each(['latest', '/latest', 'LATEST'])('%s is read', (text) => {
    expect(valueOf(spec, text)).toBe('latest');
  });

  test('that is near one is answered with a guess', () => {
    expect(problemOf({ command: spec }, 'latst')).toBe('There is no command /latst. Did you mean /latest?');
  });
});

describe('a filter', () => {
  test('comes with what its reader noticed', () => {
    const value = valueOf(FILTER, 'bitcon negative');
    expect(value).toMatchObject({ filter: { canonical: 'negative "bitcon"' } });
    expect(value).toHaveProperty('notes.length', 1);
  });

  test('with several problems is answered with all of them, each at its place', () => {
    expect(problemOf({ filter: FILTER }, '$bitcon btc #eft @tier9 sentiment<5').split('\n')).toEqual([
      '$bitcon: “bitcon” is no asset known here; did you mean Bitcoin ($BTC)?',
      '#eft: “eft” is no topic; did you mean #etf?',
      expect.stringMatching(/^@tier9: Tiers go from/),
      expect.stringMatching(/^sentiment<5: Sentiment is a number from -1 to 1/),
    ]);
  });

  test('with very many problems is answered with the first ones and how many more there are', () => {
    const lines = problemOf({ filter: FILTER }, '$? '.repeat(15)).split('\n');
    expect(lines).toHaveLength(11);
    expect(lines.at(-1)).toBe('There are 5 more problems.');
  });
});
