import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitSentences } from '../../src/newsroom/sentences.ts';

function texts(text: string): readonly string[] {
  return splitSentences(text).map((sentence) => sentence.text);
}

test('dots of amounts, abbreviations, initials and dates do not end a sentence', () => {
  const sentences = [
    'Funds lost $3.25 billion, said J. Alvarez of Northgate Inc. on Feb. 5 in the U.S. Senate.',
    'The coin, at 67.63K, was No. 2 by value.',
    'Is that all?',
  ];
  expect(texts(sentences.join(' '))).toEqual(sentences);
});

test('an abbreviation ends a sentence when a word that opens sentences follows', () => {
  expect(texts('The fund is based in the U.S. The bank is not.')).toHaveLength(2);
  expect(texts('It was bought by Harbour Inc. Analysts were surprised.')).toHaveLength(2);
});

test('paragraph breaks and list items end sentences, their numbers do not', () => {
  expect(texts('Key levels\n1. Support at 5.\nResistance: 7')).toEqual([
    'Key levels',
    '1. Support at 5.',
    'Resistance: 7',
  ]);
});

test('sentences that lost the space between them are still two', () => {
  expect(texts('Prices moved higher.Meanwhile volumes fell.')).toEqual([
    'Prices moved higher.',
    'Meanwhile volumes fell.',
  ]);
  expect(texts('He sold it on example.com and at Pay.io last week.')).toHaveLength(1);
});

test('a closing quote belongs to its sentence and Chinese stops need no space', () => {
  expect(texts('“We wait.” Then it fell.')).toEqual(['“We wait.”', 'Then it fell.']);
  expect(texts('价格下跌。成交量上升。')).toHaveLength(2);
});

test('every sentence stands in the text where its offset says', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      for (const sentence of splitSentences(text)) {
        expect(text.slice(sentence.start, sentence.start + sentence.text.length)).toBe(sentence.text);
      }
    }),
  );
});
