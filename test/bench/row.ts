/** One line of the table: a number, and another of the same run that it is held against. */
export interface Row {
  readonly what: string;
  readonly measured: number;
  readonly beside: string;
  readonly besideMeasured: number;
  /** Of both numbers. */
  readonly unit: string;
}
