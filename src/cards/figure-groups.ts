import type { CardTable } from '../model/card.ts';
import type { Text } from '../model/text.ts';

/** A figure with what is said of it: several values where the outlets differ. */
export interface FigureGroup {
  readonly label: Text;
  readonly values: readonly FigureValue[];
}

export interface FigureValue {
  readonly value: Text;
  /** Who says so; null when the table does not tell. */
  readonly by: Text | null;
}

/** Rows of a story's table by their figure: a row without a label says more of the figure above it. */
export function figureGroups({ rows }: CardTable): readonly FigureGroup[] {
  const groups: { label: Text; values: FigureValue[] }[] = [];
  for (const [label = '', value = '', by = ''] of rows) {
    const last = groups.at(-1);
    const said = { value, by: by === '' ? null : by };
    if (label === '' && last) last.values.push(said);
    else groups.push({ label, values: [said] });
  }
  return groups;
}
