import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Card } from '../../../src/model/card.ts';
import { message, type Text } from '../../../src/model/text.ts';
import { listCard } from '../../../src/cards/list-card.ts';
import { renderCard, type TelegramBody } from '../../../src/platforms/telegram/render-card.ts';
import { renderPlain } from '../../../src/platforms/telegram/render-plain.ts';
import { renderReply } from '../../../src/platforms/telegram/render-reply.ts';
import { checkMessage } from '../../support/telegram/check-message.ts';
import { TEXTS } from '../../support/world.ts';
import { arbitraryCard, nastyText } from '../arbitrary-card.ts';

const say = (text: Text) => TEXTS.say(text);
/** Commands that stand in our own messages, and in our own tables of commands. */
const OURS = /^\/(?:help|latest|subscribe|search|story|subscriptions|preview|start|status)\b/;

const STORY: Card = {
  tone: 'negative',
  title: 'Bitcoin slips <below> $62,000 & falls',
  url: 'https://wire.example/slips?a=1&b=2',
  badges: [message('card-sentiment-negative', { score: -0.62 }), 'BTC', message('card-outlets', { count: 2 })],
  lines: ['Sellers were early.', message('card-quote', { sentence: 'It fell to $61,900.' })],
  table: {
    head: [message('card-figure'), message('card-value'), message('card-said-by')],
    rows: [
      [message('card-metric-price'), '$61,950', 'Wire'],
      ['', '$61,900', 'Ledger'],
    ],
  },
  items: [],
  sources: [
    { name: 'Wire', url: 'https://wire.example/slips', at: 1_770_292_800_000 },
    { name: 'Ledger', url: null, at: 1_770_293_100_000 },
  ],
  imageUrl: 'https://wire.example/slips.jpg',
  buttons: [
    { kind: 'link', label: 'Open', url: 'https://wire.example/slips' },
    { kind: 'command', label: 'More', command: 'story 7' },
    { kind: 'command', label: 'Mute this story', command: 'mute 7' },
  ],
  asOf: 1_770_293_100_000,
  footer: message('card-footer', { id: '7', importance: 71 }),
};

function expectTaken(body: TelegramBody) {
  const checked = checkMessage(body);
  expect(checked.problems).toEqual([]);
  expect(checked.droppedEntities).toBe(0);
  expect(checked.text.length).toBeLessThanOrEqual(4096);
  expect(checked.entities.length + checked.found.length).toBeLessThanOrEqual(100);
  const found = checked.found.map(({ type, offset, length }) => [type, checked.text.slice(offset, offset + length)]);
  expect(found.filter(([type, text = '']) => type !== 'bot_command' || !OURS.test(text))).toEqual([]);
  return checked;
}

describe('any card', () => {
  test('makes a message that Telegram takes, rich and plain, in which nothing from outside can be pressed', () => {
    fc.assert(
      fc.property(arbitraryCard, (card) => {
        expectTaken(renderCard(card, say));
        expectTaken(renderPlain(card, say));
      }),
      { numRuns: 200 },
    );
  });

  test('shows its title, whatever else has to go', () => {
    fc.assert(
      fc.property(arbitraryCard, (card) => {
        expect(checkMessage(renderCard({ ...card, title: 'The one title' }, say)).text).toContain('The one title');
      }),
      { numRuns: 50 },
    );
  });
});

test('an answer in words is taken, whatever a person wrote', () => {
  fc.assert(
    fc.property(nastyText, (words) => {
      expectTaken(renderReply({ kind: 'text', text: message('search-none', { text: words }) }, say));
    }),
    { numRuns: 200 },
  );
});

describe('a story', () => {
  const checked = checkMessage(renderCard(STORY, say));

  test('reads from the tone to the small print', () => {
    expect(checked.text.split('\n').filter((line) => line !== '')).toEqual([
      '🔴 Bitcoin slips <below> $62,000 & falls',
      'negative -0.62 · BTC · 2 outlets',
      'Sellers were early.',
      'Price: $61,950 Wire · $61,900 Ledger',
      '“It fell to $61,900.”',
      'Reported by Wire 12:00 UTC · Ledger 12:05 UTC',
      'Story 7 · importance 71/100 · news, not advice',
    ]);
  });

  test("links its title, shows times in the reader's zone and its picture as a preview", () => {
    expect(checked.entities).toContainEqual(
      expect.objectContaining({ type: 'text_link', url: 'https://wire.example/slips?a=1&b=2' }),
    );
    expect(checked.entities.filter(({ type }) => type === 'date_time').map(({ unixTime }) => unixTime)).toEqual([
      1_770_292_800, 1_770_293_100,
    ]);
    expect(checked.linkPreview).toMatchObject({ url: 'https://wire.example/slips.jpg' });
  });

  test('has buttons whose labels a phone shows whole', () => {
    expect(checked.buttons.map((row) => row.map(({ text }) => text))).toEqual([['Open', 'More'], ['Mute this story']]);
  });

  test('folds the sentences of the outlets into a quote that opens', () => {
    const folded = checked.entities.find(({ type }) => type === 'expandable_blockquote');
    expect(folded && checked.text.slice(folded.offset, folded.offset + folded.length)).toBe('“It fell to $61,900.”');
  });

  test('in detail repeats no headline that the card has already', () => {
    const item = { url: null, at: 0, command: null };
    const items = [
      { ...item, note: 'Wire', title: 'Bitcoin Slips <Below> $62,000 & Falls' },
      { ...item, note: 'Ledger', title: 'Bears win' },
    ];
    const { text } = checkMessage(renderCard({ ...STORY, items, sources: [] }, say));
    expect(text).toContain('Wire · 00:00 UTC\nLedger · 00:00 UTC\nBears win');
  });

  test('without a picture has no preview of another link', () => {
    expect(renderCard({ ...STORY, imageUrl: null }, say).link_preview_options).toEqual({ is_disabled: true });
  });

  test('mutes people, tags and addresses that a headline names', () => {
    const title = 'Ask @durov about #btc, $ETH and /start at evil.com, https://evil.com or a@evil.com';
    expect(checkMessage(renderCard({ ...STORY, url: null, title }, say)).found).toEqual([]);
  });
});

describe('a list', () => {
  const items = Array.from({ length: 12 }, (_, index) => ({
    title: `Headline ${index}`,
    url: 'https://wire.example/1',
    note: 'negative',
    at: 1_770_292_800_000,
    command: `story ${index}`,
  }));

  test('has numbered stories and a button with the number of each, in rows of one length', () => {
    const checked = expectTaken(renderCard(listCard({ title: 'Latest', items, asOf: 0 }), say));
    expect(checked.text).toContain('12. Headline 11');
    expect(checked.buttons.map((row) => row.map(({ text }) => text))).toEqual([
      ['1', '2', '3', '4', '5', '6'],
      ['7', '8', '9', '10', '11', '12'],
    ]);
  });

  test('of subscriptions leaves no button alone in its row', () => {
    const buttons = Array.from({ length: 7 }, (_, index) => ({
      kind: 'command' as const,
      label: `End ${index}`,
      command: `unsubscribe ${index}`,
    }));
    const { reply_markup: markup } = renderCard(listCard({ title: 'Subscriptions', buttons, asOf: 0 }), say);
    expect(markup?.inline_keyboard.map((row) => row.length)).toEqual([3, 2, 2]);
  });

  test('of commands can be pressed, of filter terms can be copied', () => {
    const rows = [
      ['/latest [filter]', 'The newest'],
      ['btc #etf @tier1', message('help-term-topic')],
    ];
    const checked = expectTaken(renderCard(listCard({ title: 'Help', table: { head: [], rows }, asOf: 0 }), say));
    expect(checked.found.map(({ type }) => type)).toEqual(['bot_command']);
    const code = checked.entities.find(({ type }) => type === 'code');
    expect(code && checked.text.slice(code.offset, code.offset + code.length)).toBe('btc #etf @tier1');
  });
});
