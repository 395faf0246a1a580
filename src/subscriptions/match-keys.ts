import type { Filter, FilterTerm } from '../model/filter.ts';
import type { StorySide } from './prepare-story.ts';

/** Where a filter is looked up: under a word or another key, and there under a second key. */
export interface Place {
  readonly isWord: boolean;
  readonly key: string;
  readonly second: string;
}

/** Every story has it: stands where a filter asks for nothing that can be a key. */
const NO_KEY = '';
/** Alternatives multiply (`btc eth #etf #hack` has four places); above this, one key has to do. */
const MAX_PLACES = 48;
/**
 * From the most to the least selective. Thresholds and labels are none: they hang on what a filter excludes, since
 * ignoring an outlet changes a story's sentiment. The kinds here can only lose values that way.
 */
const KEY_KINDS: readonly (readonly FilterTerm['kind'][])[] = [['asset'], ['outlet', 'tier'], ['topic'], ['language']];

/** The places of which a story that satisfies the filter reaches at least one. At least one place. */
export function placesOf(filter: Filter): readonly Place[] {
  const word = longestWord(filter);
  const groups = KEY_KINDS.map((kinds) => filter.include.filter(({ kind }) => kinds.includes(kind)).map(keyOf)).filter(
    (keys) => keys.length > 0,
  );
  const [first, second] = word === undefined ? groups : [[word], ...groups];
  const isWord = word !== undefined;
  if (!first) return [{ isWord, key: NO_KEY, second: NO_KEY }];
  const seconds = second && first.length * second.length <= MAX_PLACES ? second : [NO_KEY];
  return first.flatMap((key) => seconds.map((second) => ({ isWord, key, second })));
}

/** The keys of a story, other than its words. */
export function storyKeys(side: StorySide): readonly string[] {
  const tiers = ([1, 2, 3, 4] as const).filter((tier) => side.bestTier <= tier);
  return [
    NO_KEY,
    ...[...side.assets].map((symbol) => keyOf({ kind: 'asset', symbol })),
    ...[...side.outlets].map((key) => keyOf({ kind: 'outlet', key })),
    ...tiers.map((tier) => keyOf({ kind: 'tier', tier })),
    ...[...side.topics].map((topic) => keyOf({ kind: 'topic', topic })),
    ...[...side.languages].map((code) => keyOf({ kind: 'language', code })),
  ];
}

function keyOf(term: FilterTerm): string {
  switch (term.kind) {
    case 'asset':
      return `$${term.symbol}`;
    case 'topic':
      return `#${term.topic}`;
    case 'outlet':
      return `@${term.key}`;
    case 'tier':
      return `tier:${term.tier}`;
    case 'language':
      return `lang:${term.code}`;
    default:
      return NO_KEY;
  }
}

/** The longest of all words that have to stand in the story: long words are rare. */
function longestWord(filter: Filter): string | undefined {
  const words = filter.include.flatMap((term) => (term.kind === 'words' ? term.words : []));
  return words.toSorted((a, b) => b.length - a.length)[0];
}
