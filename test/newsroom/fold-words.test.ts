import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldWords } from '../../src/newsroom/fold-words.ts';

describe('foldWords', () => {
  test.each([
    ['Bitcoin, Ethereum & SOL!', ['bitcoin', 'ethereum', 'sol']],
    ["Bitcoin's fall and MINERS’ woes", ['bitcoin', 'fall', 'and', 'miners', 'woes']],
    ['BITCOINʼS', ['bitcoin']],
    ["don't", ['don', 't']],
    ['$60,000 on 24h', ['60', '000', 'on', '24h']],
    ['ＥＴＦ ﬁne', ['etf', 'fine']],
    ['Cafe\u0301 Caf\u00e9', ['café', 'café']],
    ['soft\u00adhyphen', ['softhyphen']],
    ['ΟΔΟΣ οδος', ['οδοσ', 'οδοσ']],
    ['❤️ … —', []],
  ])('reads %j as words', (text, words) => {
    expect(foldWords(text)).toEqual(words);
  });

  test('makes every character of a script without spaces a word, so that a phrase finds it inside a run', () => {
    expect(foldWords('今日のビットコインETF')).toEqual([...'今日のビットコイン', 'etf']);
  });

  test('reads its own words again as the same words, whatever the text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({
        unit: fc.constantFrom("'", '’', 's', 'S', 'a', 'İ', 'Σ', '\u0301', '\u0344', '\u200d', ' ', '価', 'ﾞ', '²'),
      }),
    );
    fc.assert(
      fc.property(text, (text) => {
        const words = foldWords(text);
        expect(foldWords(words.join(' '))).toEqual(words);
      }),
      { numRuns: 500 },
    );
  });

  test('keeps at most thirty marks on a letter, so that a flood of them cannot stall the normalisation', () => {
    const [word] = foldWords(`a${'\u0316\u0301'.repeat(200_000)}b`);
    expect(word?.normalize('NFD')).toHaveLength(32);
  });
});
