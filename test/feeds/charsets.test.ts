import { describe, expect, test } from 'vitest';
import { parseFeed } from '../../src/feeds/parse.ts';
import { encodeCharset } from '../support/encode-charset.ts';

/** What a headline in each may look like. */
const CHARSETS: readonly (readonly [charset: string, title: string])[] = [
  ['UTF-8', 'Kurs fällt: 株 주식 股市 рубль €5'],
  ['ISO-8859-1', 'Börse schließt fester, café à Paris'],
  ['ISO-8859-2', 'Złoty słabnie, giełda w dół, kurs účet'],
  ['ISO-8859-5', 'Рубль слабеет, биржа растёт'],
  ['ISO-8859-9', 'İstanbul borsası yükseldi, şirket kârı'],
  ['ISO-8859-15', 'L’œuvre: 5 € le kilo'.replace('’', "'")],
  ['windows-1250', 'Złoty słabnie – giełda „w dół”'],
  ['windows-1251', 'Рубль слабеет – биржа растёт'],
  ['windows-1252', 'The Fed’s “pause” – €5 billion'],
  ['windows-1253', 'Το ευρώ ανεβαίνει στα €1,1'],
  ['windows-1255', 'הבורסה עולה היום'],
  ['KOI8-R', 'Рубль слабеет, биржа растёт'],
  ['GB2312', '股市上涨，人民币走强'],
  ['GBK', '股市上漲，人民幣走強'],
  ['GB18030', '股市上涨，人民币走强'],
  ['Big5', '股市上漲，台幣走強'],
  ['Shift_JIS', '東京株式市場は続伸、円安ドル高'],
  ['EUC-JP', '東京株式市場は続伸、円安ドル高'],
  ['EUC-KR', '코스피 상승 마감, 원화 강세'],
];

function feed(title: string, declared: string | null): string {
  const declaration = declared === null ? '' : `<?xml version="1.0" encoding="${declared}"?>`;
  return `${declaration}<rss version="2.0"><channel><title>x</title><item><title>${title}</title></item></channel></rss>`;
}

const titleOf = (bytes: Uint8Array, http: string | null) =>
  parseFeed(bytes, http === null ? null : `text/xml; charset=${http}`).items[0]?.title;

describe.each(CHARSETS)('%s', (charset, title) => {
  const other = charset === 'UTF-8' ? [] : [charset];

  test('declared in XML', () => {
    expect(titleOf(encodeCharset(feed(title, charset), charset), null)).toBe(title);
  });

  test('declared in HTTP', () => {
    expect(titleOf(encodeCharset(feed(title, null), charset), charset)).toBe(title);
  });

  test('declared in both', () => {
    expect(titleOf(encodeCharset(feed(title, charset), charset), charset)).toBe(title);
  });

  test.each(other)('declared in HTTP as %s, in XML as UTF-8', () => {
    expect(titleOf(encodeCharset(feed(title, 'UTF-8'), charset), charset)).toBe(title);
  });

  test.each(other)('declared in XML as %s, in HTTP as UTF-8', () => {
    expect(titleOf(encodeCharset(feed(title, charset), charset), 'utf-8')).toBe(title);
  });

  test.each(other)('declared as %s in XML though the bytes are UTF-8', () => {
    expect(titleOf(encodeCharset(feed(title, charset), 'UTF-8'), null)).toBe(title);
  });

  test.each(other)('declared as %s in HTTP though the bytes are UTF-8', () => {
    expect(titleOf(encodeCharset(feed(title, null), 'UTF-8'), charset)).toBe(title);
  });
});
