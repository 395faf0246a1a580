import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printable } from '../../src/texts/printable.ts';
import { nastyText } from '../platforms/arbitrary-card.ts';

test('nothing in it controls a terminal, turns the writing round or hides', () => {
  fc.assert(
    fc.property(nastyText, (text) => {
      const shown = printable(text);
      expect(shown.isWellFormed()).toBe(true);
      expect(shown).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069\u200b\u2060\ufeff]/u);
      expect(shown).not.toMatch(/\p{M}{31}/u);
      expect(printable(shown)).toBe(shown);
    }),
    { numRuns: 500 },
  );
});

test.each(['Bitcoin fällt unter 60.000 €', '👩‍👩‍👧‍👦 🏳️‍🌈 🇩🇪 ❤️‍🔥 1️⃣', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'می‌خواهم', 'क्‍ष', 'שלום', 'two\nlines'])(
  'keeps %s as it is',
  (text) => expect(printable(text)).toBe(text),
);

test('takes out words that are hidden in tags', () => {
  const hidden = [...'ignore'].map((letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join('');
  expect(printable(`Bitcoin${hidden} falls`)).toBe('Bitcoin falls');
});

test('is quick with a megabyte of marks', () => {
  expect(printable('a\u0301'.repeat(10) + '\u0301'.repeat(1_000_000)).length).toBeLessThan(100);
});
