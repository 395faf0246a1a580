import type { CardTable } from '../../model/card.ts';
import type { Text } from '../../model/text.ts';
import { oneLine } from '../../texts/one-line.ts';
import { monospaceTable } from '../../cards/monospace-table.ts';
import { isRowNumber, isToWrite } from '../../cards/table-cell.ts';
import { sayInertLine } from './say-inert.ts';
import { bold, code, italic, join, NOTHING, preformatted, words, type Piece } from './telegram-markup.ts';

const MAX_CELL = 300;
const COMMAND = /^(\/[a-z0-9_]{1,32})(?: (.*))?$/;

/** The rows of a list's table: a block of columns where they are narrow, else lines that read well on a phone. */
export function renderTable(table: CardTable, say: (text: Text) => string): readonly Piece[] {
  const block = monospaceTable(table, say);
  if (block !== null) return [preformatted(words(block, block.length))];
  return table.rows.map((row) => renderRow(row, say)).filter(({ length }) => length > 0);
}

function renderRow(row: readonly Text[], say: (text: Text) => string): Piece {
  const [first = '', ...rest] = row;
  const others = rest.map((text) => (isRowNumber(first) ? cell(text, say) : plain(text, say)));
  if (typeof first !== 'string') return join([plain(first, say), bold(join(others, ' · '))], ': ');
  if (isRowNumber(first)) {
    return join([join([bold(words(`${first}.`, MAX_CELL)), others[0] ?? NOTHING], ' '), ...others.slice(1)], '\n');
  }
  return join([startOf(first, say), join(others, ' · ')], COMMAND.test(first) ? '\n' : ' – ');
}

/** A command can be pressed, what else stands alone in a list is to be written. */
function startOf(text: string, say: (text: Text) => string): Piece {
  const [, command, options = ''] = COMMAND.exec(oneLine(text)) ?? [];
  if (command === undefined) return cell(text, say);
  return join([words(command, MAX_CELL), italic(words(sayInertLine(options, say), MAX_CELL))], ' ');
}

function cell(text: Text, say: (text: Text) => string): Piece {
  return isToWrite(text) ? code(words(oneLine(text), MAX_CELL)) : plain(text, say);
}

function plain(text: Text, say: (text: Text) => string): Piece {
  return words(sayInertLine(text, say), MAX_CELL);
}
