import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printable } from '../../../src/texts/printable.ts';
import { escapeMarkdown } from '../../../src/platforms/discord/escape-markdown.ts';
import { escapeToFit } from '../../../src/platforms/discord/escape-to-fit.ts';
import { readMarkdown } from '../../looks/discord-markdown.ts';
import { nastyText } from '../arbitrary-card.ts';

test('a text from outside is shown letter for letter', () => {
  fc.assert(
    fc.property(nastyText, (given) => {
      const text = printable(given).slice(0, 1_000).toWellFormed();
      expect(readMarkdown(escapeMarkdown(text))).toEqual(text === '' ? [] : [{ kind: 'text', text }]);
    }),
    { numRuns: 500 },
  );
});

test('ordinary words and prices are sent as they are', () => {
  const text = 'BTC: $69,055.46 (−2.1%), at 14:05. "Sellers" won & left; U.S. stocks too';
  expect(escapeMarkdown(text)).toBe(text);
});

test('a text that grows by escaping is cut to what fits, not inside of an escape', () => {
  for (const max of [1, 2, 7, 50]) {
    const fitted = escapeToFit('*_*_*_ words *_*_* '.repeat(9), max);
    expect(fitted.length).toBeLessThanOrEqual(max);
    expect(readMarkdown(fitted)).toHaveLength(1);
  }
});
