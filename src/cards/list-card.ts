import type { Card, CardItem } from '../model/card.ts';
import type { Text } from '../model/text.ts';

export interface ListOptions {
  readonly title: Text;
  readonly items?: readonly CardItem[];
  readonly lines?: readonly Text[];
  readonly table?: Card['table'];
  readonly buttons?: Card['buttons'];
  readonly footer?: Text;
  readonly asOf: number;
}

/** A card that is a list or a table with a heading: answers of commands, summaries. */
export function listCard({ title, items, lines, table, buttons, footer, asOf }: ListOptions): Card {
  return {
    tone: null,
    title,
    url: null,
    badges: [],
    lines: lines ?? [],
    table: table ?? null,
    items: items ?? [],
    sources: [],
    imageUrl: null,
    buttons: buttons ?? [],
    asOf,
    footer: footer ?? null,
  };
}
