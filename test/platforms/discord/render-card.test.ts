import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Card } from '../../../src/model/card.ts';
import { message, type Text } from '../../../src/model/text.ts';
import { listCard } from '../../../src/cards/list-card.ts';
import { renderCard } from '../../../src/platforms/discord/render-card.ts';
import { renderPlain } from '../../../src/platforms/discord/render-plain.ts';
import { readMarkdown, type MarkNode } from '../../looks/discord-markdown.ts';
import { checkMessage } from '../../support/discord/check-message.ts';
import { TEXTS } from '../../support/world.ts';
import { arbitraryCard } from '../arbitrary-card.ts';

const say = (text: Text) => TEXTS.say(text);

const STORY: Card = {
  tone: 'negative',
  title: 'Bitcoin slips below $62,000',
  url: 'https://wire.example/slips',
  badges: [message('card-sentiment-negative', { score: -0.62 }), 'BTC', message('card-outlets', { count: 2 })],
  lines: ['Sellers were early.'],
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
  imageUrl: null,
  buttons: [
    { kind: 'link', label: 'Open', url: 'https://wire.example/slips' },
    { kind: 'command', label: 'More', command: 'story 7' },
  ],
  asOf: 1_770_293_100_000,
  footer: message('card-footer', { id: '7', importance: 71 }),
};

function embedOf(card: Card) {
  return renderCard(card, say).embeds[0];
}

describe('any card', () => {
  test('makes a message that Discord takes, rich and plain', () => {
    fc.assert(
      fc.property(arbitraryCard, (card) => {
        const rich = renderCard(card, say);
        expect(checkMessage(rich)).toEqual([]);
        expect(rich.allowed_mentions).toEqual({ parse: [] });
        expect(checkMessage(renderPlain(card, say))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('has no mention, emoji, heading or spoiler that came from outside, and links only to its own addresses', () => {
    fc.assert(
      fc.property(arbitraryCard, (card) => {
        const embed = embedOf(card);
        const shown = [
          embed?.title ?? '',
          embed?.description ?? '',
          ...(embed?.fields ?? []).flatMap((f) => [f.name, f.value]),
        ];
        const nodes = [...shown, renderPlain(card, say).content ?? ''].flatMap((text) => [
          ...allNodes(readMarkdown(text)),
        ]);
        expect(nodes.map(({ kind }) => kind).filter((kind) => FOREIGN.has(kind))).toEqual([]);
        const hosts = new Set([card.url, ...[...card.items, ...card.sources].map(({ url }) => url)].map(hostOf));
        const led = nodes.flatMap((node) => (node.kind === 'link' ? [hostOf(node.url)] : []));
        expect(led.filter((host) => !hosts.has(host))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

test('a label that ends in a colon and a word does not become an emoji', () => {
  const label = message('chat-note', { note: ':A' });
  const card: Card = { ...STORY, tone: null, badges: [], table: { head: [], rows: [[label, '-# small']] } };
  const nodes = [...allNodes(readMarkdown(embedOf(card)?.description ?? ''))];
  expect(nodes.filter(({ kind }) => FOREIGN.has(kind))).toEqual([]);
});

describe('a story', () => {
  test('has the colour of its tone, a linked title and its figures with who says them', () => {
    expect(embedOf(STORY)).toMatchObject({
      color: 0xe5484d,
      url: 'https://wire.example/slips',
      description: '**negative -0.62** · BTC · 2 outlets\n\nSellers were early.',
      footer: { text: 'Story 7 · importance 71/100 · news, not advice' },
      timestamp: '2026-02-05T12:05:00.000Z',
    });
    expect(embedOf(STORY)?.fields?.[0]).toMatchObject({
      name: 'Price',
      value: '**$61,950**\n-# Wire\n**$61,900**\n-# Ledger',
    });
  });

  test('names its outlets with the times at which they reported', () => {
    expect(embedOf(STORY)?.fields?.at(-1)).toMatchObject({
      name: 'Reported by',
      value: '[Wire](https://wire.example/slips) <t:1770292800:t> · Ledger <t:1770293100:t>',
    });
  });

  test('says how many of its outlets are left out', () => {
    const source = { name: 'n'.repeat(90), url: `https://wire.example/${'x'.repeat(450)}`, at: 0 };
    const fields = embedOf({ ...STORY, sources: Array.from({ length: 40 }, () => source) })?.fields;
    expect(fields?.at(-1)?.value).toMatch(/and 39 more$/);
  });

  test('in detail repeats no headline that the card has already', () => {
    const item = { url: null, at: 0, command: null };
    const items = [
      { ...item, note: 'Wire', title: 'Bitcoin Slips Below $62,000' },
      { ...item, note: 'Ledger', title: 'Bears win' },
    ];
    expect(embedOf({ ...STORY, items, sources: [] })?.description).toMatch(
      /Wire · <t:0:t>\nLedger · <t:0:t>\n-# Bears win$/,
    );
  });

  test('loses a link or picture that Discord would refuse, not the card', () => {
    const embed = embedOf({ ...STORY, url: 'javascript:alert(1)', imageUrl: 'http://localhost/x.png' });
    expect(embed?.title).toBe('Bitcoin slips below $62,000');
    expect(embed).not.toHaveProperty('url');
    expect(embed).not.toHaveProperty('image');
  });
});

describe('a list', () => {
  const items = Array.from({ length: 7 }, (_, index) => ({
    title: `[${index}] headline`,
    url: 'https://wire.example/(1)',
    note: 'negative',
    at: 1_770_292_800_000,
    command: `story ${index}`,
  }));
  const list = listCard({
    title: 'Latest',
    items,
    buttons: [{ kind: 'command', label: 'Older', command: 'latest page=2', replaces: true }],
    asOf: 0,
  });

  test('numbers its stories and has a button with the number of each', () => {
    const { embeds, components } = renderCard(list, say);
    const links = [...allNodes(readMarkdown(embeds[0]?.description ?? ''))].filter(({ kind }) => kind === 'link');
    expect(links).toHaveLength(7);
    expect(components.map((row) => row.components.map((button) => ('label' in button ? button.label : '')))).toEqual([
      ['1', '2', '3', '4', '5'],
      ['6', '7'],
      ['Older'],
    ]);
    expect(components[2]?.components[0]).toMatchObject({ custom_id: '~latest page=2' });
  });

  test('has no button for a story that there was no room for', () => {
    const long = items.map((item) => ({
      ...item,
      url: `https://wire.example/${'x'.repeat(480)}`,
      title: '_'.repeat(139),
    }));
    const { embeds, components } = renderCard({ ...list, items: [...long, ...long] }, say);
    const shown = [...allNodes(readMarkdown(embeds[0]?.description ?? ''))].filter(
      ({ kind }) => kind === 'link',
    ).length;
    expect(shown).toBeLessThan(14);
    expect(embeds[0]?.description).toMatch(/and \d+ more$/);
    expect(components.slice(0, -1).flatMap((row) => row.components)).toHaveLength(Math.min(shown, 7));
  });

  test('keeps its own buttons when its stories would take all the room', () => {
    const buttons = Array.from({ length: 20 }, (_, index) => ({
      kind: 'command' as const,
      label: `End ${index}`,
      command: `end ${index}`,
    }));
    const labels = renderCard({ ...list, buttons }, say).components.flatMap((row) =>
      row.components.map((button) => ('label' in button ? button.label : '')),
    );
    expect(labels).toEqual(['1', '2', '3', '4', '5', ...buttons.map(({ label }) => label)]);
  });
});

const FOREIGN = new Set<MarkNode['kind']>(['mention', 'emoji', 'heading', 'item', 'spoiler', 's', 'u', 'i']);

function* allNodes(nodes: readonly MarkNode[]): Generator<MarkNode> {
  for (const node of nodes) {
    yield node;
    if ('children' in node) yield* allNodes(node.children);
  }
}

function hostOf(url: string | null): string | null {
  return url === null ? null : (URL.parse(url)?.hostname ?? null);
}
