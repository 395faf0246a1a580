import type { ArticleTerms } from './article-terms.ts';
import type { Centroid } from './centroid.ts';
import type { HashSet } from './hash-set.ts';
import type { Gathered } from './postings.ts';
import type { Shingles } from './shingles.ts';
import type { TermVector } from './term-vector.ts';

/** What clustering looks at. */
export interface ClusterArticle {
  readonly id: number | string;
  readonly title: string;
  /** Plain text; '' for a headline alone. */
  readonly body: string;
  /** Epoch ms. */
  readonly publishedAt: number;
  /** Symbols; articles on different ones never meet, whichever institutions they name. */
  readonly assets?: readonly string[];
  /** Two sums stolen or fined that differ are two events. */
  readonly figures?: readonly ClusterFigure[];
  /** Articles of different scopes never meet. */
  readonly scope?: string;
}

export interface ClusterFigure {
  readonly metric: string;
  /** A range has two. */
  readonly value: number | readonly [number, number];
  /** Sums of different money are not compared. */
  readonly unit?: string | undefined;
}

/** Looking at more articles of a story tells no more. */
export const MOST_TIMES = 64;

/** Fewer words of a title do not tell an event. */
export const FEWEST_TITLE_WORDS = 4;

/** How much of a text another has to hold to be a copy. */
export const COPIED = 0.5;

/** What is read of a text. */
export interface Reading {
  /** Those that have a price. */
  readonly assets: readonly string[];
  readonly terms: ArticleTerms;
  readonly vector: TermVector;
  readonly shingles: Shingles;
}

/** An article that is remembered. */
export interface Entry extends Omit<Reading, 'terms'>, Gathered {
  readonly id: ClusterArticle['id'];
  readonly scope: string;
  readonly publishedAt: number;
  readonly sums: readonly ClusterFigure[];
  readonly title: HashSet;
  readonly titleNames: HashSet;
  readonly titleIds: HashSet;
  readonly titleHead: HashSet;
  readonly size: number;
  story: LiveStory;
}

export interface LiveStory {
  readonly id: number;
  readonly entries: Set<Entry>;
  readonly centroid: Centroid;
  first: number;
}
