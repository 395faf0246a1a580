import { isLevel, type Metric } from '../../model/analysis.ts';

/** Whether two may be one: what a telling leaves open (null), the other may say. */
export function mayAgree(a: string | null, b: string | null): boolean {
  return a === null || b === null || a === b;
}

/** One outlet's support is another's level. */
export function isSameMetric(a: Metric, b: Metric): boolean {
  return a === b || (isLevel(a) && isLevel(b));
}
