import type { CardTable } from '../model/card.ts';
import type { Text } from '../model/text.ts';
import { oneLine } from '../texts/one-line.ts';

/** What a phone shows of a code block without breaking the line. */
const MAX_WIDTH = 32;
const GAP = '  ';

/**
 * A narrow table of at least three columns as lines of equal width for a monospaced block, numbers to the right.
 * @returns null where the table is of another kind, or a cell is not of letters that are one column wide
 */
export function monospaceTable({ head, rows }: CardTable, say: (text: Text) => string): string | null {
  if (head.length < 3 || rows.length === 0) return null;
  const lines = [head, ...rows].map((row) => head.map((_, column) => oneLine(say(row[column] ?? ''))));
  if (lines.flat().some((cell) => cell.length > MAX_WIDTH || !/^[\p{Script=Latin}\d\p{P}\p{Sc}█ ]*$/u.test(cell)))
    return null;
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  if (widths.reduce((sum, width) => sum + width, GAP.length * (widths.length - 1)) > MAX_WIDTH) return null;
  const isNumber = head.map((_, column) => lines.slice(1).every((line) => /^\d*$/.test(line[column] ?? '')));
  return lines
    .map((line) =>
      line
        .map((cell, column) =>
          isNumber[column] ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
        )
        .join(GAP)
        .trimEnd(),
    )
    .join('\n');
}
