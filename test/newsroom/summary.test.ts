import fc from 'fast-check';
import { expect, test } from 'vitest';
import { summarise } from '../../src/newsroom/summary.ts';

const title = 'Harbour Bank opens a vault for coins';
const lead = 'The bank will keep coins of its largest clients in a mine in the north from May on.';
const second = 'Forty guards were hired for $3 million, a spokesman said on Monday.';

test('takes the description when it informs', () => {
  expect(summarise({ title, description: lead, body: '' })).toBe(lead);
});

test('takes the body when the description is a teaser or the title again', () => {
  expect(summarise({ title, description: 'The bank will keep coins of its…', body: lead })).toBe(lead);
  expect(summarise({ title, description: `${title}.`, body: lead })).toBe(lead);
});

test('keeps whole sentences in their order and leaves headings out', () => {
  expect(summarise({ title, description: '', body: `Overview\n${lead} ${second}` })).toBe(`${lead} ${second}`);
});

test('does not say one thing twice', () => {
  const again = 'From May on, the bank will keep the coins of its largest clients in a mine in the north.';
  expect(summarise({ title, description: lead, body: again })).toBe(lead);
});

test('cuts a sentence that is too long at a word', () => {
  const summary = summarise({
    title,
    description: '',
    body: `${'many guards walked around '.repeat(30)}it.`,
  });
  expect(summary.length).toBeLessThanOrEqual(320);
  expect(summary).toMatch(/(?:many|guards|walked|around)…$/);
});

test('is empty when there is nothing beyond the title', () => {
  expect(summarise({ title, description: '', body: '' })).toBe('');
  expect(summarise({ title, description: title, body: '' })).toBe('');
});

test.each([
  'By reading on you accept our use of cookies on your device.',
  'Sponsored: trade with us for thirty days and pay nothing.',
  '"The mine is dry, and the doors are thick.',
  'said the spokesman of the bank, who has worked there since May.',
])('leaves out what is no sentence of the article: %s', (sentence) => {
  expect(summarise({ title, description: lead, body: sentence })).toBe(lead);
});

test('keeps a quotation that stands there as a whole', () => {
  const quote = '"The mine is dry, and the doors are thick."';
  expect(summarise({ title, description: lead, body: quote })).toBe(`${lead} ${quote}`);
});

test('never exceeds 320 characters', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 900 }), fc.string({ maxLength: 900 }), (description, body) => {
      expect(summarise({ title, description, body }).length).toBeLessThanOrEqual(320);
    }),
  );
});
