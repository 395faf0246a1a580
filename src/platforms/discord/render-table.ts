import type { CardTable } from '../../model/card.ts';
import type { Text } from '../../model/text.ts';
import { monospaceTable } from '../../cards/monospace-table.ts';
import { isRowNumber, isToWrite } from '../../cards/table-cell.ts';
import { oneLine } from '../../texts/one-line.ts';
import { escapeToFit } from './escape-to-fit.ts';
import { code } from './discord-markup.ts';

const MAX_CELL = 300;
/** ":A", of which a colon behind it would make an emoji. */
const OPEN_EMOJI = /(?<!\\):(?=[\w+-]{1,64}$)/;

/** The rows of a list's table: a block of columns where they are narrow, else lines that read well on a phone. */
export function renderTable(table: CardTable, say: (text: Text) => string): readonly string[] {
  const block = monospaceTable(table, say);
  if (block !== null) return [`\`\`\`\n${block.replaceAll('`', 'ˋ')}\n\`\`\``];
  return table.rows.map((row) => renderRow(row, say)).filter((line) => line !== '');
}

function renderRow(row: readonly Text[], say: (text: Text) => string): string {
  const [first = '', ...rest] = row;
  const others = rest
    .map((text) => (isRowNumber(first) ? cell(text, say) : plain(text, say)))
    .filter((text) => text !== '');
  if (typeof first !== 'string') {
    const label = plain(first, say);
    return others.length === 0 ? label : `${label.replace(OPEN_EMOJI, '\\:')}: **${others.join(' · ')}**`;
  }
  if (isRowNumber(first)) return [`**${first}.** ${others[0] ?? ''}`, ...others.slice(1)].join('\n');
  const shown = code(first.slice(0, MAX_CELL));
  const meaning = others.join(' · ');
  if (shown === '' || meaning === '') return shown + meaning;
  return first.startsWith('/') ? `${shown}\n-# ${meaning}` : `${shown} – ${meaning}`;
}

function cell(text: Text, say: (text: Text) => string): string {
  return isToWrite(text) ? code(text.slice(0, MAX_CELL)) : plain(text, say);
}

function plain(text: Text, say: (text: Text) => string): string {
  return escapeToFit(oneLine(say(text)), MAX_CELL);
}
