import { expect, test } from 'vitest';
import { checkMessage } from './check-message.ts';

const cases: readonly [string, Parameters<typeof checkMessage>[0], readonly string[]][] = [
  ['good HTML', { text: '<b>a</b> <a href="https://example.com/">b</a>', parse_mode: 'HTML' }, []],
  ['4,096 astral characters', { text: '😀'.repeat(4096) }, []],
  ['one more', { text: '😀'.repeat(4097) }, ['Bad Request: message is too long']],
  ['nothing', { text: '' }, ['Bad Request: message text is empty']],
  ['only markup', { text: '<b> </b>', parse_mode: 'HTML' }, ['Bad Request: text must be non-empty']],
  ['half a character', { text: 'a \ud83d' }, ['Bad Request: strings must be encoded in UTF-8']],
  ['another mode', { text: 'a', parse_mode: 'BBCode' }, ['Bad Request: unsupported parse_mode']],
  [
    'an open tag',
    { text: '<b>a', parse_mode: 'HTML' },
    ['Bad Request: can\'t parse entities: Can\'t find end tag corresponding to start tag "b"'],
  ],
  [
    'an unknown tag',
    { text: 'a <q>b</q>', parse_mode: 'HTML' },
    ['Bad Request: can\'t parse entities: Unsupported start tag "q" at byte offset 2'],
  ],
  ['data of 64 bytes', withButton({ text: 'x', callback_data: '€'.repeat(21) + 'x' }), []],
  [
    'data of 65 bytes',
    withButton({ text: 'x', callback_data: '€'.repeat(21) + 'xx' }),
    ['Bad Request: BUTTON_DATA_INVALID'],
  ],
  [
    'a blank label',
    withButton({ text: ' ', callback_data: 'x' }),
    ['Bad Request: inline keyboard button text must be non-empty'],
  ],
  [
    'a button without a purpose',
    withButton({ text: 'x' }),
    ["Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"],
  ],
  [
    'a link to this machine',
    withButton({ text: 'x', url: 'http://localhost:3000/' }),
    ["Bad Request: inline keyboard button URL 'http://localhost:3000/' is invalid: Wrong HTTP URL"],
  ],
  [
    'another protocol',
    withButton({ text: 'x', url: 'ftp://example.com' }),
    ["Bad Request: inline keyboard button URL 'ftp://example.com' is invalid: Unsupported URL protocol"],
  ],
  ['a link by number', withButton({ text: 'x', url: 'https://192.0.2.1/a?b="c"&d' }), []],
  ['a preview of nothing', { text: 'x', link_preview_options: { url: 'no' } }, ['Bad Request: WEBPAGE_URL_INVALID']],
];
test.each(cases)('%s', (_, params, problems) => {
  expect(checkMessage(params).problems).toEqual(problems);
});

test('a misspelt key inside of a body is a problem', () => {
  expect(checkMessage(withButton({ text: 'x', callbackData: 'x' })).problems).toHaveLength(1);
  expect(checkMessage({ text: 'x', link_preview_options: { disabled: true } }).problems).toHaveLength(1);
  expect(checkMessage({ text: 'x', reply_markup: [] }).problems).toHaveLength(1);
});

test('spaces around are cut, links that are none are plain text, and what Telegram finds is told apart', () => {
  const text =
    ' \n<b> a</b> <a href="javascript:x">b</a> @someone evil.com <code>@other</code> <a href="https://x.com">y.com</a> ';
  const checked = checkMessage({ text, parse_mode: 'HTML' });
  expect(checked.text).toBe('a b @someone evil.com @other y.com');
  expect(checked.entities).toEqual([
    { type: 'bold', offset: 0, length: 1 },
    { type: 'code', offset: 22, length: 6 },
    { type: 'text_link', offset: 29, length: 5, url: 'https://x.com/' },
  ]);
  expect(checked.found).toEqual([
    { type: 'mention', offset: 4, length: 8 },
    { type: 'url', offset: 13, length: 8 },
  ]);
});

function withButton(button: object) {
  return { text: 'x', reply_markup: { inline_keyboard: [[button]] } };
}
