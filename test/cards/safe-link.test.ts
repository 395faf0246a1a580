import { expect, test } from 'vitest';
import { safeLink } from '../../src/cards/safe-link.ts';

test.each([
  ['javascript:alert(1)'],
  ['data:text/html,x'],
  ['file:///etc/passwd'],
  ['tg://user?id=1'],
  ['https://user:secret@news.example/'],
  ['http://localhost:3000/'],
  ['http://intranet/'],
  ['https:// spaces .example/'],
  ['https://a_b.example/'],
  ['news.example/story'],
  [''],
  [null],
])('%s is no link', (url) => {
  expect(safeLink(url, 2048)).toBeNull();
});

test.each([
  ['https://news.example', 'https://news.example/'],
  ['HTTP://News.Example:8080/a?b=c#d', 'http://news.example:8080/a?b=c#d'],
  ['http://127.0.0.1:4000/story/1', 'http://127.0.0.1:4000/story/1'],
  ['https://münchen.example/straße', 'https://xn--mnchen-3ya.example/stra%C3%9Fe'],
  ['https://news.example/a b\n', 'https://news.example/a%20b'],
  ['https://news.example/\u202egpj', 'https://news.example/%E2%80%AEgpj'],
  ['https://news.example/(a)*b*?c=[d]', 'https://news.example/%28a%29%2Ab%2A?c=%5Bd%5D'],
])('%s leads to %s', (url, link) => {
  expect(safeLink(url, 2048)).toBe(link);
});

test('a link that is too long is none', () => {
  expect(safeLink(`https://news.example/${'x'.repeat(512)}`, 512)).toBeNull();
});
