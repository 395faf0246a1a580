import type { ArticleTerms } from './article-terms.ts';
import { countShared, jaccard, type HashSet } from './hash-set.ts';
import {
  COPIED,
  MOST_TIMES,
  type ClusterArticle,
  type ClusterFigure,
  type Entry,
  type LiveStory,
  type Reading,
} from './live-story.ts';
import { containment } from './shingles.ts';
import type { TermVector } from './term-vector.ts';

const HOUR = 3_600_000;
/** Titles that are so much the same and differ in a name are two of a series. */
const SERIES = 0.6;
const COLUMN = 0.35;
/** The same headline so much later is that of another day. */
const SERIES_MS = 22 * HOUR;

/** On other assets, one of a series ("X price prediction"), or with another sum stolen or fined and no name shared. */
export function contradicts(article: ClusterArticle, reading: Reading, entry: Entry): boolean {
  const { terms } = reading;
  if (haveNoneInCommon(reading.assets, entry.assets)) return true;
  if (jaccard(terms.title, entry.title) >= SERIES) {
    if (differ(terms, entry) || Math.abs(article.publishedAt - entry.story.first) >= SERIES_MS) return true;
  }
  const haveIds = terms.titleIds.length > 0 && entry.titleIds.length > 0;
  if (haveIds && countShared(terms.titleIds, entry.titleIds) === 0) return true;
  if (isForm(reading, entry) || isColumn(terms, entry)) return true;
  return countShared(terms.titleNames, entry.titleNames) === 0 && sumsDiffer(sumsOf(article), entry.sums);
}

function haveNoneInCommon(some: readonly string[], others: readonly string[]): boolean {
  return some.length > 0 && others.length > 0 && !some.some((symbol) => others.includes(symbol));
}

/** What its articles are about, as far as they say. */
export function isOnOthers({ assets }: Reading, { entries }: LiveStory): boolean {
  if (assets.length === 0) return false;
  const known = [...entries].slice(0, MOST_TIMES).flatMap((entry) => entry.assets);
  return haveNoneInCommon(assets, known);
}

/** Two of one column: the same words before the colon, and hardly any after it. */
function isColumn(terms: ArticleTerms, entry: Entry): boolean {
  const { titleHead, title } = terms;
  if (titleHead.length === 0 || jaccard(titleHead, entry.titleHead) < 1) return false;
  const left = Math.min(title.length, entry.title.length) - titleHead.length;
  const shared = countShared(title, entry.title) - titleHead.length;
  return shared < COLUMN * left;
}

/** One short text under titles that name others: a form that was filled in ("8-K - Harbor Bancorp"). */
export function isForm({ terms, shingles, vector }: Reading, entry: Entry): boolean {
  if (!shingles.isWhole || !entry.shingles.isWhole || containment(shingles, entry.shingles) < COPIED) return false;
  const isElsewhere = (names: HashSet, { terms: others }: TermVector): boolean =>
    names.some((name) => !others.includes(name));
  return isElsewhere(terms.titleNames, entry.vector) && isElsewhere(entry.titleNames, vector);
}

/** An event has one such sum. */
const SUMS: ReadonlySet<string> = new Set(['theft', 'fine']);
const SAME_SUM = 0.3;

export function sumsOf({ figures = [] }: ClusterArticle): readonly ClusterFigure[] {
  return figures.filter(({ metric }) => SUMS.has(metric)).map(({ metric, value, unit }) => ({ metric, value, unit }));
}

function sumsDiffer(a: readonly ClusterFigure[], b: readonly ClusterFigure[]): boolean {
  const pairs = a.flatMap((one) =>
    b.filter(({ metric, unit }) => metric === one.metric && unit === one.unit).map((other) => [one, other] as const),
  );
  return pairs.length > 0 && pairs.every(([one, other]) => !isNear(valueOf(one), valueOf(other)));
}

function valueOf({ value }: ClusterFigure): number {
  return typeof value === 'number' ? value : value[1];
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= SAME_SUM * Math.max(a, b);
}

/** Each title has a name or number that the other has not. */
function differ(a: Pick<Entry, 'titleNames'>, b: Pick<Entry, 'titleNames'>): boolean {
  const shared = countShared(a.titleNames, b.titleNames);
  return a.titleNames.length > shared && b.titleNames.length > shared;
}
