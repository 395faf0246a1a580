import type { Button, Card } from '../../model/card.ts';
import type { Text } from '../../model/text.ts';
import type { RenderedButton, RenderedCard } from './api.ts';

/** Says every text of a card; the page escapes by using text nodes only. */
export function renderCard(card: Card, say: (text: Text) => string): RenderedCard {
  return {
    tone: card.tone,
    title: say(card.title),
    url: card.url,
    badges: card.badges.map(say),
    lines: card.lines.map(say),
    table: card.table && {
      head: card.table.head.map(say),
      rows: card.table.rows.map((row) => row.map(say)),
    },
    items: card.items.map(({ title, url, note, at, command }) => ({ title, url, note: say(note), at, command })),
    sources: card.sources,
    imageUrl: card.imageUrl,
    buttons: card.buttons.map((button) => renderButton(button, say)),
    asOf: card.asOf,
    footer: card.footer === null ? null : say(card.footer),
  };
}

export function renderButton(button: Button, say: (text: Text) => string): RenderedButton {
  return { ...button, label: say(button.label) };
}
