/** A table of scores: a row for each reader, ours first. Shares are printed in percent. */
export interface Evaluation {
  /** `headlines`: with the name of a column, the key of a floor. */
  readonly name: string;
  readonly what: string;
  readonly columns: readonly string[];
  readonly rows: readonly EvaluationRow[];
}

export interface EvaluationRow {
  readonly reader: string;
  /** Its scores, in [0, 1], are held against the floors. */
  readonly isOurs: boolean;
  /** By column; null where the reader gives none. */
  readonly scores: readonly (number | null)[];
}
