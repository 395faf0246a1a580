import type { Row } from './row.ts';

/** Lines up rows as text; the ratio is the first number divided by the second. */
export function formatTable(title: string, rows: readonly Row[]): string {
  const cells = [
    [title, '', 'beside', '', 'ratio'],
    ...rows.map((row) => [
      row.what,
      quantity(row.measured, row.unit),
      row.beside,
      quantity(row.besideMeasured, row.unit),
      number(row.measured / row.besideMeasured),
    ]),
  ];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  // Texts to the left, numbers to the right.
  const pad = (cell: string, column: number): string =>
    column % 2 === 0 && column < 4 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  return cells.map((line) => line.map(pad).join('  ').trimEnd()).join('\n');
}

function quantity(value: number, unit: string): string {
  return `${number(value)} ${unit}`;
}

/** Three digits that count; whole above a thousand. */
function number(value: number): string {
  const digits = Math.abs(value) >= 1_000 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 };
  return value.toLocaleString('en-US', digits);
}
