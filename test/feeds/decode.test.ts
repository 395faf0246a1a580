import { expect, test } from 'vitest';
import { decodeFeed } from '../../src/feeds/decode.ts';

const TEXT = 'Kurs fällt';
const UTF8 = Buffer.from(`<rss>${TEXT}</rss>`);
const LATIN1 = Buffer.from(`<rss>${TEXT}</rss>`, 'latin1');

function declared(encoding: string, body: Buffer) {
  return Buffer.concat([Buffer.from(`<?xml version="1.0" encoding="${encoding}"?>`), body]);
}

function utf32(text: string, littleEndian: boolean) {
  const points = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const view = new DataView(new ArrayBuffer(points.length * 4));
  for (const [at, point] of points.entries()) view.setUint32(at * 4, point, littleEndian);
  return new Uint8Array(view.buffer);
}

test.each([
  ['UTF-8 without any label', UTF8, null],
  ['UTF-8 labelled wrongly in XML', declared('ISO-8859-1', UTF8), null],
  ['UTF-8 labelled wrongly in HTTP', UTF8, 'text/xml; charset=windows-1251'],
  ['Latin-1 without any label', LATIN1, null],
  ['Latin-1 declared in XML', declared('ISO-8859-1', LATIN1), null],
  ['Latin-1 declared in HTTP', LATIN1, 'text/xml; charset="iso-8859-1"'],
  ['Latin-1 declared in XML, HTTP saying UTF-8', declared('iso-8859-1', LATIN1), 'text/xml; charset=utf-8'],
  ['Latin-1 with a charset nobody knows', declared('x-made-up', LATIN1), null],
  ['UTF-16 with a mark', Buffer.from(`\uFEFF<rss>${TEXT}</rss>`, 'utf16le'), 'text/xml; charset=utf-8'],
  ['UTF-16 without a mark', Buffer.from(`<rss>${TEXT}</rss>`, 'utf16le'), null],
  ['UTF-16, big end first', Buffer.from(`\uFEFF<rss>${TEXT}</rss>`, 'utf16le').swap16(), null],
  ['UTF-32', utf32(`<rss>${TEXT}</rss>`, true), null],
  ['UTF-32 with a mark, big end first', utf32(`\uFEFF<rss>${TEXT}</rss>`, false), null],
])('%s', (_case, bytes, contentType) => {
  expect(decodeFeed(bytes, contentType)).toContain(`<rss>${TEXT}</rss>`);
});

test('HTTP wins over the XML declaration', () => {
  const cyrillic = declared('windows-1252', Buffer.from([0xea, 0xf3, 0xf0, 0xf1]));
  expect(decodeFeed(cyrillic, 'text/xml; charset=windows-1251')).toContain('курс');
});

test.each([
  ['euc-kr', [0xc1, 0xd6, 0xbd, 0xc4], '주식'],
  ['gb2312', [0xb9, 0xc9, 0xca, 0xd0], '股市'],
  ['shift_jis', [0x8a, 0x94], '株'],
  ['cp949', [0xc1, 0xd6, 0xbd, 0xc4], '주식'],
  ['iso-2022-jp', [0x1b, 0x24, 0x42, 0x33, 0x74, 0x1b, 0x28, 0x42], '株'],
])('%s as declared', (encoding, bytes, text) => {
  expect(decodeFeed(declared(encoding, Buffer.from(bytes)), null)).toContain(text);
});

test('one bad byte in UTF-8 costs one character', () => {
  const bytes = declared('utf-8', Buffer.concat([UTF8, Buffer.from([0xff]), UTF8]));
  expect(decodeFeed(bytes, null)).toContain(`${TEXT}</rss>\uFFFD<rss>${TEXT}`);
});

test('the byte order mark is not part of the text', () => {
  expect(decodeFeed(Buffer.from('\uFEFF<rss/>'), null)).toBe('<rss/>');
});
