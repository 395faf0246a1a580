import { isLevel, type Metric } from '../../model/analysis.ts';
import { hashOf } from './hash-of.ts';
import { countShared, toHashSet, type HashSet } from './hash-set.ts';
import type { ClusterArticle, ClusterFigure } from './live-story.ts';

/** So much more alike are two articles by each figure of one meaning that both tell, of at most two. */
const SHARED_FIGURE = 0.3;
const MOST_SHARED = 2;
const FEWEST_DIGITS = 3;
const LARGE = 10_000;

/** Hashes of the figures by which an event is known: "$775M liquidated", "below $70,000", but not "5%". */
export function tellingFigures({ figures = [] }: ClusterArticle): HashSet {
  return toHashSet(
    figures
      .filter(({ metric, value }) => metric !== 'amount' && isTelling(firstOf(value)))
      .map(({ metric, value, unit = '' }) => hashOf(`${isLine(metric) ? 'level' : metric} ${firstOf(value)} ${unit}`)),
  );
}

/** A similarity, more for the figures that both sides tell. */
export function withFigures(similarity: number, some: HashSet, others: HashSet): number {
  return similarity * (1 + SHARED_FIGURE * Math.min(MOST_SHARED, countShared(some, others)));
}

function isTelling(value: number): boolean {
  return value >= LARGE || String(value).replace(/^0\.0*|\./g, '').length >= FEWEST_DIGITS;
}

function isLine(metric: string): boolean {
  // The contract is open: another reader's metrics are none of ours.
  return isLevel(metric as Metric);
}

function firstOf(value: ClusterFigure['value']): number {
  return typeof value === 'number' ? value : value[0];
}
