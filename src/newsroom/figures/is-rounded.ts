import type { Figure } from '../../model/analysis.ts';

const ROUNDED_BY = 0.015;
/** How much more "over" may mean. */
const OVER_BY = 0.05;

/** Whether `rough` is `exact` told with fewer digits: "about $800M" and "$802M", "over $2 billion" and "$2.01 billion". */
export function isRounded(
  rough: Pick<Figure, 'value' | 'qualifier'>,
  exact: Pick<Figure, 'value' | 'qualifier'>,
): boolean {
  const digits = significantDigits(rough.value);
  if (digits >= significantDigits(exact.value)) return false;
  if (Number(exact.value.toPrecision(digits)) === rough.value)
    return Math.abs(exact.value - rough.value) <= ROUNDED_BY * exact.value;
  const gap = exact.value / rough.value - 1;
  return rough.qualifier === 'over' && gap > 0 && gap <= OVER_BY;
}

/** Of 8.02e8: 3. */
function significantDigits(value: number): number {
  return value.toExponential().split('e', 1)[0]?.replace('.', '').length ?? 0;
}
