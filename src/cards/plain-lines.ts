import type { Card } from '../model/card.ts';
import { message, type Text } from '../model/text.ts';
import { figureGroups } from './figure-groups.ts';

/**
 * What a card says in lines without any markup, links or buttons, the most important first, for platforms that
 * refused the rich form. Not escaped.
 */
export function plainLines(card: Card, say: (text: Text) => string): readonly string[] {
  const { title, badges, lines, table, items, sources, footer } = card;
  return [
    say(title),
    badges.map(say).join(' · '),
    ...lines.map(say),
    ...(table === null ? [] : tableLines(card.tone !== null, table, say)),
    ...items.map((item, index) => `${index + 1}. ${say(item.title)} (${say(item.note)})`),
    sources.length === 0
      ? ''
      : `${say(message('card-reported-by'))} ${sources.map(({ name }) => say(name)).join(', ')}`,
    footer === null ? '' : say(footer),
  ].filter((line) => line.trim() !== '');
}

function tableLines(isFigures: boolean, table: NonNullable<Card['table']>, say: (text: Text) => string): string[] {
  if (!isFigures) return table.rows.map((row) => row.map(say).join(' · '));
  return figureGroups(table).map(({ label, values }) => {
    const said = values.map(({ value, by }) => (by === null ? say(value) : `${say(value)} (${say(by)})`));
    return `${say(label)}: ${said.join('; ')}`;
  });
}
