import type { Comparison, Filter, FilterTerm } from '../model/filter.ts';
import type { StoryMatchView } from '../model/story.ts';
import { prepareStory, type PreparedStory, type StorySide } from './prepare-story.ts';
import type { ThresholdTerm } from './threshold.ts';

/**
 * The kinds whose terms are alternatives, as bits. An outlet and a tier are one kind: both say who reports.
 * Words and thresholds have none: each of them has to hold.
 */
const ALTERNATIVES: Readonly<Record<FilterTerm['kind'], number>> = {
  asset: 1,
  topic: 2,
  outlet: 4,
  tier: 4,
  label: 8,
  language: 16,
  threshold: 0,
  words: 0,
};

/**
 * The definition of the filter language: whether a story satisfies a filter. Index, SQL and full text only propose.
 *
 * Articles of excluded outlets and tiers are ignored first, and the story is judged on those that are left; without
 * any it does not match. Included, `@tier2` is "tier 2 or better"; excluded, it is tier 2 alone.
 */
export function holds(filter: Filter, story: StoryMatchView): boolean {
  return holdsPrepared(filter, prepareStory(story));
}

/** `holds` for a story that is judged by many filters. */
export function holdsPrepared(filter: Filter, story: PreparedStory): boolean {
  const side = story.without(filter.exclude);
  if (!side) return false;
  let asked = 0;
  let met = 0;
  for (const term of filter.include) {
    const kind = ALTERNATIVES[term.kind];
    if (kind === 0) {
      if (!termHolds(term, side)) return false;
      continue;
    }
    asked |= kind;
    if ((met & kind) === 0 && termHolds(term, side)) met |= kind;
  }
  if (asked !== met) return false;
  return !filter.exclude.some((term) => term.kind !== 'outlet' && term.kind !== 'tier' && termHolds(term, side));
}

function termHolds(term: FilterTerm, side: StorySide): boolean {
  switch (term.kind) {
    case 'asset':
      return side.assets.has(term.symbol);
    case 'topic':
      return side.topics.has(term.topic);
    case 'outlet':
      return side.outlets.has(term.key);
    case 'tier':
      return side.bestTier <= term.tier;
    case 'label':
      return side.facts().sentiment?.label === term.label;
    case 'language':
      return side.languages.has(term.code);
    case 'threshold':
      return thresholdHolds(term, side);
    case 'words':
      return side.hasWords(term.words);
    default:
      return term satisfies never;
  }
}

function thresholdHolds({ measure, comparison, value }: ThresholdTerm, side: StorySide): boolean {
  if (measure === 'outlets') return compare(side.outlets.size, comparison, value);
  const { sentiment, importance } = side.facts();
  if (measure === 'importance') return compare(importance, comparison, value);
  // Unknown is not neutral: without a reader for the language no sentiment term holds.
  return sentiment !== null && compare(sentiment.score, comparison, value);
}

function compare(left: number, comparison: Comparison, right: number): boolean {
  switch (comparison) {
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    default:
      return comparison satisfies never;
  }
}
