import { readArticleTerms, type ArticleTerms } from './cluster/article-terms.ts';
import { createCentroid, type Centroid } from './cluster/centroid.ts';
import { hashOf } from './cluster/hash-of.ts';
import { countShared, jaccard, type HashSet } from './cluster/hash-set.ts';
import { createPostings, type Gathered } from './cluster/postings.ts';
import { containment, readShingles, shingleKeys, type Shingles } from './cluster/shingles.ts';
import { dot, toTermVector, toWeightMap, type TermVector } from './cluster/term-vector.ts';
import { createWordFrequencies } from './cluster/word-frequencies.ts';

/** What clustering looks at. */
export interface ClusterArticle {
  readonly id: number | string;
  readonly title: string;
  /** Plain text; '' for a headline alone. */
  readonly body: string;
  /** Epoch ms. */
  readonly publishedAt: number;
  /** Symbols; articles on different ones never meet. */
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
}

export interface Merge {
  readonly from: number;
  readonly into: number;
}

/** Where an article belongs. */
export interface Proposal {
  /** The story to join, or null for one of its own. */
  readonly story: number | null;
  /** Id of the article whose text it repeats, or null. */
  readonly copyOf: ClusterArticle['id'] | null;
  /** Stories that turn out one through it: at most one pair, the older survives. */
  readonly merged: readonly Merge[];
}

/** Finds the stories of articles that come one by one, in any order of their times. */
export interface Clusterer {
  /** Changes nothing. */
  propose(article: ClusterArticle): Proposal;
  /** Makes an article findable, and its story one with those merged; call it after the commit. */
  accept(article: ClusterArticle, story: number, merged?: readonly Merge[]): void;
  /** Proposes and accepts, with story ids of its own. */
  add(article: ClusterArticle): Proposal & { readonly story: number };
  /** Forgets the articles published before, epoch ms. */
  forgetBefore(time: number): void;
  /** Articles that it remembers. */
  readonly size: number;
}

export interface ClustererOptions {
  /** Articles remembered; past that the first to come are forgotten. Default 100,000: about 400 MB. */
  readonly maxArticles?: number;
}

const HOUR = 3_600_000;
/** After that long, what an outlet changes is no news. */
export const CLUSTER_WINDOW_MS = 24 * HOUR;
/** How far back articles are remembered, for those that come late. */
export const CLUSTER_MEMORY_MS = 72 * HOUR;

/** Similarity halves in 0.7 of it. */
const DECAY_MS = 24 * HOUR;
/** Least similarity to join: of headlines, and of whole articles; between them by the number of terms. */
const JOIN = { headline: 0.15, article: 0.29, fewTerms: 10, manyTerms: 24 } as const;
const MERGE = 0.46;
/** Of two headlines with one term in common, seven in eight that are less alike tell of two events. */
const LONE_TERM = 0.25;
/** Inverse document frequency of a term that tells of an event: in one article of twenty or fewer. */
const RARE = 3;
const COPY = { containment: 0.5, title: 0.75, otherText: 0.12, longText: 60 } as const;
/** Titles that are so much the same and differ in a name are two of a series. */
const SERIES = 0.6;
const COLUMN = 0.35;
/** The same headline so much later is that of another day. */
const SERIES_MS = 22 * HOUR;
/** Fewer words do not tell an event. */
const FEWEST_TITLE_WORDS = 4;
const KEY_TERMS = 24;
const MOST_CANDIDATES = 24;
const MOST_TIMES = 64;

interface Reading {
  readonly terms: ArticleTerms;
  readonly vector: TermVector;
  readonly shingles: Shingles;
}

interface Entry extends Omit<Reading, 'terms'>, Gathered {
  readonly id: ClusterArticle['id'];
  readonly scope: string;
  readonly publishedAt: number;
  readonly assets: readonly string[];
  readonly sums: readonly ClusterFigure[];
  readonly title: HashSet;
  readonly titleNames: HashSet;
  readonly titleIds: HashSet;
  readonly titleHead: HashSet;
  readonly size: number;
  story: LiveStory;
}

interface LiveStory {
  readonly id: number;
  readonly entries: Set<Entry>;
  readonly centroid: Centroid;
  first: number;
}

/**
 * Stories by TF-IDF over title and lead: the mean of the cosines to the most similar article and to the story as a
 * whole, which fades with the time between them. Copies are known by runs of three words that one text holds of the
 * other, or by their titles. Takes time that grows with the number of articles that share rare words, not with all.
 */
export function createClusterer({ maxArticles = 100_000 }: ClustererOptions = {}): Clusterer {
  const frequencies = createWordFrequencies();
  const byTerm = createPostings<Entry>();
  const byShingle = createPostings<Entry>();
  const stories = new Map<number, LiveStory>();
  /** Oldest first. */
  const entries = new Map<ClusterArticle['id'], Entry>();
  /** What is accepted was proposed just before. */
  let last: { readonly article: ClusterArticle; readonly reading: Reading } | undefined;
  let nextStory = 1;

  function read(article: ClusterArticle): Reading {
    if (last?.article !== article) last = { article, reading: readAnew(article) };
    return last.reading;
  }

  function readAnew({ title, body }: ClusterArticle): Reading {
    const terms = readArticleTerms(title, body);
    const weighted = [...terms.counts].map(([term, count]): [number, number] => {
      const hash = hashOf(term);
      return [hash, count * frequencies.idf(hash)];
    });
    return { terms, vector: toTermVector(weighted), shingles: readShingles(body) };
  }

  function findNear({ vector }: Reading, { id, scope = '' }: ClusterArticle): readonly Entry[] {
    const found = byTerm.gather(keysOf(vector), vector.weights);
    return heaviest(
      found.filter((entry) => entry.scope === scope && entry.id !== id),
      MOST_CANDIDATES,
    );
  }

  function findCopied(reading: Reading, near: readonly Entry[], article: ClusterArticle): Entry | undefined {
    const { id, scope = '' } = article;
    const alike = byShingle.gather(shingleKeys(reading.shingles));
    const candidates = new Set([...near, ...alike.filter((entry) => entry.scope === scope && entry.id !== id)]);
    let best: { readonly entry: Entry; readonly share: number } | undefined;
    for (const entry of candidates) {
      const share = copiedShare(reading, entry, contradicts(article, reading, entry));
      if (share > (best?.share ?? 0)) best = { entry, share };
    }
    return best?.entry;
  }

  function propose(article: ClusterArticle): Proposal {
    const reading = read(article);
    const near = findNear(reading, article);
    const copied = findCopied(reading, near, article);
    const isRare = (term: number): boolean => frequencies.idf(term) >= RARE;
    const ranked = rankStories(article, reading, near, copied, isRare);
    const [best, second] = ranked;
    if (!best) return { story: null, copyOf: copied?.id ?? null, merged: [] };
    const merged = second ? mergeOf(best, second) : [];
    return { story: merged[0]?.into ?? best.story.id, copyOf: copied?.id ?? null, merged };
  }

  return {
    propose,

    accept(article, storyId, merged = []) {
      for (const { from, into } of merged) mergeStories(stories, from, into);
      const before = entries.get(article.id);
      if (before) forget(before);
      const { terms, vector, shingles } = read(article);
      const known = stories.get(storyId);
      const story = known ?? {
        id: storyId,
        entries: new Set(),
        centroid: createCentroid(vector),
        first: article.publishedAt,
      };
      if (known) known.centroid.add(vector);
      else stories.set(storyId, story);
      nextStory = Math.max(nextStory, storyId + 1);
      const entry: Entry = {
        id: article.id,
        scope: article.scope ?? '',
        publishedAt: article.publishedAt,
        assets: article.assets ?? [],
        sums: sumsOf(article),
        title: terms.title,
        titleNames: terms.titleNames,
        titleIds: terms.titleIds,
        titleHead: terms.titleHead,
        size: terms.counts.size,
        vector,
        shingles,
        story,
        gathered: 0,
        gatheredIn: 0,
      };
      story.entries.add(entry);
      story.first = Math.min(story.first, entry.publishedAt);
      entries.set(entry.id, entry);
      byTerm.add(keysOf(vector), entry);
      byShingle.add(shingleKeys(shingles), entry);
      frequencies.add(vector.terms);
      for (const oldest of entries.values()) {
        if (entries.size <= maxArticles) break;
        forget(oldest);
      }
    },

    add(article) {
      const { story, copyOf, merged } = propose(article);
      const id = story ?? nextStory;
      this.accept(article, id, merged);
      return { story: id, copyOf, merged };
    },

    forgetBefore(time) {
      for (const entry of entries.values()) if (entry.publishedAt < time) forget(entry);
    },

    get size() {
      return entries.size;
    },
  };

  function forget(entry: Entry): void {
    entries.delete(entry.id);
    byTerm.remove(keysOf(entry.vector), entry);
    byShingle.remove(shingleKeys(entry.shingles), entry);
    frequencies.remove(entry.vector.terms);
    entry.story.entries.delete(entry);
    if (entry.story.entries.size === 0) stories.delete(entry.story.id);
  }
}

function keysOf({ terms }: TermVector): Uint32Array {
  return terms.subarray(0, KEY_TERMS);
}

/** Those with the most weight: first all that reach a bar which rises until few enough are left. */
function heaviest(found: readonly Entry[], most: number): readonly Entry[] {
  let left = found;
  for (let bar = 0.1; left.length > 4 * most; bar += 0.1) left = left.filter(({ gathered }) => gathered >= bar);
  return left.toSorted((a, b) => b.gathered - a.gathered).slice(0, most);
}

interface Ranked {
  readonly story: LiveStory;
  readonly similarity: number;
}

/** Stories that the article may join, the most similar first, then the older one. */
function rankStories(
  article: ClusterArticle,
  { terms, vector, shingles }: Reading,
  near: readonly Entry[],
  copied: Entry | undefined,
  isRare: (term: number) => boolean,
): readonly Ranked[] {
  const weights = toWeightMap(vector);
  const best = new Map<LiveStory, { readonly entry: Entry; readonly cosine: number }>();
  for (const entry of near) {
    if (isOnOthers(article, entry.story) || contradicts(article, { terms, vector, shingles }, entry)) continue;
    const cosine = dot(entry.vector, weights);
    if (cosine > (best.get(entry.story)?.cosine ?? 0)) best.set(entry.story, { entry, cosine });
  }
  const ranked: Ranked[] = [];
  const isTooShort = terms.title.length < FEWEST_TITLE_WORDS && terms.counts.size < JOIN.fewTerms;
  for (const [story, { entry, cosine }] of best) {
    if (isTooShort || story === copied?.story) continue;
    if (cosine < LONE_TERM && entry.vector.terms.filter((term) => weights.has(term) && isRare(term)).length < 2)
      continue;
    const fading = Math.exp(-distance(article.publishedAt, story) / DECAY_MS);
    const similarity = ((cosine + story.centroid.cosine(vector, weights)) / 2) * fading;
    if (similarity >= leastSimilarity(Math.min(terms.counts.size, entry.size))) ranked.push({ story, similarity });
  }
  if (copied && distance(article.publishedAt, copied.story) <= CLUSTER_MEMORY_MS) {
    ranked.push({ story: copied.story, similarity: 1 });
  }
  return ranked.toSorted((a, b) => b.similarity - a.similarity || a.story.id - b.story.id);
}

function leastSimilarity(terms: number): number {
  const share = (terms - JOIN.fewTerms) / (JOIN.manyTerms - JOIN.fewTerms);
  return JOIN.headline + Math.max(0, Math.min(1, share)) * (JOIN.article - JOIN.headline);
}

/** From a time to the nearest article of a story, ms. */
function distance(time: number, { entries }: LiveStory): number {
  let nearest = Number.POSITIVE_INFINITY;
  let looked = 0;
  for (const { publishedAt } of entries) {
    nearest = Math.min(nearest, Math.abs(time - publishedAt));
    looked += 1;
    if (looked === MOST_TIMES) break;
  }
  return nearest;
}

function mergeOf(best: Ranked, second: Ranked): readonly Merge[] {
  if (second.similarity < MERGE || best.story.centroid.cosineTo(second.story.centroid) < MERGE) return [];
  const [into, from] = [best.story, second.story].toSorted((a, b) => a.first - b.first || a.id - b.id);
  return from && into ? [{ from: from.id, into: into.id }] : [];
}

function mergeStories(stories: Map<number, LiveStory>, from: number, into: number): void {
  const [gone, kept] = [stories.get(from), stories.get(into)];
  if (!gone || !kept) return;
  for (const entry of gone.entries) {
    kept.centroid.add(entry.vector);
    kept.entries.add(entry);
    entry.story = kept;
  }
  kept.first = Math.min(kept.first, gone.first);
  stories.delete(from);
}

/** How much of a copy it is, 0 for none. */
function copiedShare(reading: Reading, entry: Entry, isOther: boolean): number {
  const { terms, shingles } = reading;
  const share = containment(shingles, entry.shingles);
  if (share >= COPY.containment) return isForm(reading, entry) ? 0 : share;
  if (isOther || Math.min(terms.title.length, entry.title.length) < FEWEST_TITLE_WORDS) return 0;
  const areLong = Math.min(shingles.hashes.length, entry.shingles.hashes.length) >= COPY.longText;
  // Two texts of their own under one headline.
  if (areLong && share < COPY.otherText) return 0;
  const sameTitle = jaccard(terms.title, entry.title);
  return sameTitle >= COPY.title && !differ(terms, entry) ? sameTitle : 0;
}

/** On other assets, one of a series ("X price prediction"), or with another sum stolen or fined and no name shared. */
function contradicts(article: ClusterArticle, reading: Reading, entry: Entry): boolean {
  const { terms } = reading;
  if (haveNoneInCommon(article.assets, entry.assets)) return true;
  if (jaccard(terms.title, entry.title) >= SERIES) {
    if (differ(terms, entry) || Math.abs(article.publishedAt - entry.story.first) >= SERIES_MS) return true;
  }
  const haveIds = terms.titleIds.length > 0 && entry.titleIds.length > 0;
  if (haveIds && countShared(terms.titleIds, entry.titleIds) === 0) return true;
  if (isForm(reading, entry) || isColumn(terms, entry)) return true;
  return countShared(terms.titleNames, entry.titleNames) === 0 && sumsDiffer(sumsOf(article), entry.sums);
}

function haveNoneInCommon(some: readonly string[] = [], others: readonly string[] = []): boolean {
  return some.length > 0 && others.length > 0 && !some.some((symbol) => others.includes(symbol));
}

/** What its articles are about, as far as they say. */
function isOnOthers({ assets = [] }: ClusterArticle, { entries }: LiveStory): boolean {
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
function isForm({ terms, shingles, vector }: Reading, entry: Entry): boolean {
  if (!shingles.isWhole || !entry.shingles.isWhole || containment(shingles, entry.shingles) < COPY.containment)
    return false;
  const isElsewhere = (names: HashSet, { terms: others }: TermVector): boolean =>
    names.length > 0 && names.some((name) => !others.includes(name));
  return isElsewhere(terms.titleNames, entry.vector) && isElsewhere(entry.titleNames, vector);
}

/** An event has one such sum. */
const SUMS: ReadonlySet<string> = new Set(['theft', 'fine']);
const SAME_SUM = 0.3;

function sumsOf({ figures = [] }: ClusterArticle): readonly ClusterFigure[] {
  return figures.filter(({ metric }) => SUMS.has(metric)).map(({ metric, value }) => ({ metric, value }));
}

function sumsDiffer(a: readonly ClusterFigure[], b: readonly ClusterFigure[]): boolean {
  const pairs = a.flatMap((one) =>
    b.filter(({ metric }) => metric === one.metric).map((other) => [one, other] as const),
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
