import type { Asset } from '../../src/model/asset.ts';
import type { Filter } from '../../src/model/filter.ts';
import type { Outlet } from '../../src/model/outlet.ts';
import { TOPICS } from '../../src/model/topic.ts';
import { parseFilter } from '../../src/subscriptions/parse-filter.ts';
import type { FilterVocabulary } from '../../src/subscriptions/vocabulary.ts';
import { CAUSES, PLAIN_WORDS, THINGS } from './market-words.ts';
import { createRandom, type Random } from './random.ts';

export interface FilterWords {
  readonly assets: readonly Asset[];
  readonly outlets: readonly Outlet[];
  readonly vocabulary: FilterVocabulary;
}

/** As many filters as asked for, no two alike: mostly assets, most of them narrowed by something else. */
export function makeFilters(count: number, words: FilterWords, seed: number): readonly Filter[] {
  const random = createRandom(seed);
  const filters = new Map<string, Filter>();
  while (filters.size < count) {
    const parsed = parseFilter(filterText(words, random), words.vocabulary);
    if (parsed.kind === 'filter') filters.set(parsed.filter.canonical, parsed.filter);
  }
  return [...filters.values()];
}

function filterText({ assets, outlets }: FilterWords, random: Random): string {
  const terms: string[] = [];
  const maybe = (probability: number, term: () => string): void => {
    if (random.chance(probability)) terms.push(term());
  };
  const symbol = (): string => `$${random.pickEarly(assets).symbol}`;
  const topic = (): string => `#${random.pick(TOPICS)}`;
  const outlet = (): string => `@${random.pickEarly(outlets).key}`;
  maybe(0.85, symbol);
  maybe(0.35, symbol);
  maybe(0.15, symbol);
  maybe(0.3, topic);
  maybe(0.1, topic);
  maybe(0.12, outlet);
  maybe(0.08, () => `@tier${random.between(1, 3)}`);
  maybe(0.15, () => random.pick(['negative', 'positive', 'neutral']));
  maybe(0.15, () => `sentiment${random.pick(['<-', '>'])}0.${random.between(1, 8)}`);
  maybe(0.25, () => `importance>=${random.between(1, 18) * 5}`);
  maybe(0.15, () => `outlets>=${random.between(2, 5)}`);
  maybe(0.2, () => `"${random.pick(random.chance(0.5) ? PLAIN_WORDS : [...THINGS, ...CAUSES])}"`);
  maybe(0.05, () => 'lang:en');
  maybe(0.12, () => `-${symbol()}`);
  maybe(0.12, () => `-${outlet()}`);
  maybe(0.08, () => `-"${random.pick(PLAIN_WORDS)}"`);
  return terms.join(' ');
}
