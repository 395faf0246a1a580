import fc from 'fast-check';
import type { Button, Card, CardItem, CardSource, CardTable } from '../../src/model/card.ts';
import { message, type Text } from '../../src/model/text.ts';

/** Words from outside as bad as they come: markup of both platforms, mentions, odd and endless characters. */
export const nastyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...nasties()) },
  {
    weight: 4,
    arbitrary: fc.array(fc.constantFrom(...nasties(), ' ', '\n', 'word'), { maxLength: 8 }).map((p) => p.join('')),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ maxLength: 200 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.constantFrom('a', '*', '\\', '&<', '👩‍👩‍👧‍👦', 'e\u0301', '[x](', 'Wort ', '\n', '> ', '`', 'ع'),
        fc.integer({ min: 300, max: 10_000 }),
      )
      .map(([unit, length]) => unit.repeat(Math.ceil(length / unit.length))),
  },
);

const nastyUrl: fc.Arbitrary<string> = fc.oneof(
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc.constantFrom(
    'https://news.example/a_(b)_c*d*|e|`f`',
    'https://news.example/?q="><script>&a=b\'',
    'https://münchen.example/straße',
    'https://user:secret@news.example/',
    'http://localhost:3000/a',
    'http://intranet/',
    'http://127.0.0.1:4000/story/1',
    'http://[::1]/x',
    'https://news.example./dot',
    'https://a_b.example/x',
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'tg://user?id=1',
    'https:// spaces .example/',
    'https://news.example/a b\tc\nd',
    'https://news.example/\u202egpj.exe',
    `https://news.example/${'x'.repeat(3000)}`,
    `https://${'x'.repeat(300)}.example/`,
    'https://-news-.example/',
    'https://1.2.3/',
    '',
    'no address',
  ),
);

const text: fc.Arbitrary<Text> = fc.oneof(
  { weight: 5, arbitrary: nastyText },
  { weight: 1, arbitrary: fc.constantFrom(message('help-footer'), message('card-open'), message('chat-no-command')) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom(['card-quote', 'sentence'], ['chat-note', 'note'], ['help-example', 'example']), nastyText)
      .map(([[id = '', name = ''], words]) => message(id, { [name]: words })),
  },
);

/** Epoch ms between 2000 and 2100. */
const time = fc.integer({ min: 946_684_800_000, max: 4_102_444_800_000 });

const command = fc.oneof(
  fc.constantFrom('story 17', 'mute 17', 'latest btc page=2'),
  fc.string({ minLength: 1, maxLength: 63 }),
);

const button: fc.Arbitrary<Button> = fc.oneof(
  fc.record({ kind: fc.constant('link' as const), label: text, url: nastyUrl }),
  fc.record(
    { kind: fc.constant('command' as const), label: text, command, replaces: fc.boolean() },
    { requiredKeys: ['kind', 'label', 'command'] },
  ),
);

const item: fc.Arbitrary<CardItem> = fc.record({
  title: nastyText,
  url: fc.option(nastyUrl),
  note: text,
  at: time,
  command: fc.option(command),
});

const source: fc.Arbitrary<CardSource> = fc.record({ name: nastyText, url: fc.option(nastyUrl), at: time });

const table: fc.Arbitrary<CardTable> = fc.record({
  head: fc.array(text, { maxLength: 4 }),
  rows: fc.array(fc.array(fc.oneof(text, fc.constantFrom('', '12', 'btc', '/latest [count]')), { maxLength: 4 }), {
    maxLength: 40,
  }),
});

/** Any card that the program could make of what strangers publish, and many that it never would. */
export const arbitraryCard: fc.Arbitrary<Card> = fc.record({
  tone: fc.constantFrom(null, 'positive' as const, 'negative' as const, 'neutral' as const, 'unknown' as const),
  title: text,
  url: fc.option(nastyUrl),
  badges: fc.array(text, { maxLength: 8 }),
  lines: fc.array(text, { maxLength: 12 }),
  table: fc.option(table),
  items: fc.array(item, { maxLength: 40 }),
  sources: fc.array(source, { maxLength: 40 }),
  imageUrl: fc.option(nastyUrl),
  buttons: fc.array(button, { maxLength: 40 }),
  asOf: time,
  footer: fc.option(text),
});

function nasties(): readonly string[] {
  return [
    '',
    ' ',
    '**bold** __under__ *it* _it_ ~~gone~~ ||spoiler||',
    '`code` ```block```',
    '[click](https://evil.example) [[x]] ](',
    '[UPDATE] Bitcoin',
    '# heading',
    '-# small',
    '- item',
    '1. first',
    '2) second',
    '> quote',
    '>>> quote',
    '@everyone @here <@123456789012345678> <@&1> <#2> <:smile:345678901234567890> <t:0:R> </ban:1>',
    ':smile: :+1:',
    'http://evil.example https://evil.example/x evil.com www.evil.example discord.gg/abc t.me/x tg://resolve?domain=x',
    'a@evil.com @username #hashtag $BTC /ban /start@bot',
    '<b>x</b> <a href="https://evil.example">y</a> <tg-spoiler>z</tg-spoiler> <!-- & &amp; &#60; "',
    '\\*escaped\\* \\',
    'حظر البيتكوين \u202etxt.exe\u202c שלום',
    '👩‍👩‍👧‍👦🏳️‍🌈🇩🇪❤️‍🔥1️⃣',
    'Z\u0351\u036b\u0343'.repeat(40),
    '\u0000\u0007\u001b[31m\u0085\u2028',
    '\ud800 lone \udc00',
    '\u200b\u2060\u00ad\ufeff',
    '\u2800',
    '4111 1111 1111 1111 +1 202 555 0175 14:05',
    'U.S. 3.5 a.b.c 1.2.3.4 x.y',
  ];
}
