import type { SentimentLabel } from './analysis.ts';
import type { Tier } from './outlet.ts';
import type { Topic } from './topic.ts';

export type Comparison = '<' | '<=' | '>' | '>=';

/** One term of the filter language. The kinds are those of the table in the README. */
export type FilterTerm =
  | { readonly kind: 'asset'; readonly symbol: string }
  | { readonly kind: 'topic'; readonly topic: Topic }
  | { readonly kind: 'outlet'; readonly key: string }
  | { readonly kind: 'tier'; readonly tier: Tier }
  | { readonly kind: 'label'; readonly label: SentimentLabel }
  | { readonly kind: 'language'; readonly code: string }
  | {
      readonly kind: 'threshold';
      readonly measure: 'sentiment' | 'importance' | 'outlets';
      readonly comparison: Comparison;
      readonly value: number;
    }
  /** Word or phrase, folded to lower case, words in order. */
  | { readonly kind: 'words'; readonly words: readonly string[] };

/** A parsed filter. `canonical` is its one spelling: equal filters have equal canonical texts. */
export interface Filter {
  readonly include: readonly FilterTerm[];
  readonly exclude: readonly FilterTerm[];
  readonly canonical: string;
}
