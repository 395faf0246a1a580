import { loadAssets, type AssetCatalogue } from './asset-catalogue.ts';
import { readArticleTerms } from './cluster/article-terms.ts';
import { createCentroid } from './cluster/centroid.ts';
import { contradicts, isForm, sumsOf } from './cluster/contradicts.ts';
import { hashOf } from './cluster/hash-of.ts';
import { jaccard } from './cluster/hash-set.ts';
import {
  COPIED,
  FEWEST_TITLE_WORDS,
  type ClusterArticle,
  type Entry,
  type LiveStory,
  type Reading,
} from './cluster/live-story.ts';
import { createPostings } from './cluster/postings.ts';
import { rankStories, type Ranked } from './cluster/rank-stories.ts';
import { containment, readShingles, shingleKeys } from './cluster/shingles.ts';
import { toTermVector, type TermVector } from './cluster/term-vector.ts';
import { createWordFrequencies } from './cluster/word-frequencies.ts';

export type { ClusterArticle } from './cluster/live-story.ts';
export { CLUSTER_MEMORY_MS } from './cluster/rank-stories.ts';

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
  /** Articles remembered; past that the first to come are forgotten. Default 100,000: about 550 MB. */
  readonly maxArticles?: number;
  /** Tells which assets are institutions. Default: the one that comes with the program. */
  readonly catalogue?: AssetCatalogue;
}

const HOUR = 3_600_000;
/** After that long, what an outlet changes is no news. */
export const CLUSTER_WINDOW_MS = 24 * HOUR;
const MERGE = 0.46;
/** Inverse document frequency of a term that tells of an event: in one article of twenty or fewer. */
const RARE = 3;
const COPY = { title: 0.75, otherText: 0.12, longText: 60 } as const;
const KEY_TERMS = 24;
const MOST_CANDIDATES = 24;

/**
 * Stories by TF-IDF over title and lead: the mean of the cosines to the most similar article and to the story as a
 * whole, which fades with the time between them. Copies are known by runs of three words that one text holds of the
 * other, or by their titles. Takes time that grows with the number of articles that share rare words, not with all.
 */
export function createClusterer({ maxArticles = 100_000, catalogue = loadAssets() }: ClustererOptions = {}): Clusterer {
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

  function readAnew({ title, body, assets = [] }: ClusterArticle): Reading {
    const terms = readArticleTerms(title, body);
    const weighted = [...terms.counts].map(([term, count]): [number, number] => {
      const hash = hashOf(term);
      return [hash, count * frequencies.idf(hash)];
    });
    return {
      assets: assets.filter(catalogue.isPriced),
      terms,
      vector: toTermVector(weighted),
      shingles: readShingles(body),
    };
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
      const share = copiedShare(article, reading, entry);
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

  const clusterer: Clusterer = {
    propose,

    accept(article, storyId, merged = []) {
      for (const { from, into } of merged) mergeStories(stories, from, into);
      const before = entries.get(article.id);
      if (before) forget(before);
      const { assets, terms, vector, shingles } = read(article);
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
        assets,
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
      clusterer.accept(article, id, merged);
      return { story: id, copyOf, merged };
    },

    forgetBefore(time) {
      for (const entry of entries.values()) if (entry.publishedAt < time) forget(entry);
    },

    get size() {
      return entries.size;
    },
  };
  return clusterer;

  function forget(entry: Entry): void {
    entries.delete(entry.id);
    byTerm.remove(keysOf(entry.vector), entry);
    byShingle.remove(shingleKeys(entry.shingles), entry);
    frequencies.remove(entry.vector.terms);
    const { story } = entry;
    story.entries.delete(entry);
    if (story.entries.size === 0) stories.delete(story.id);
    else story.centroid.remove(entry.vector);
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
function copiedShare(article: ClusterArticle, reading: Reading, entry: Entry): number {
  const { terms, shingles } = reading;
  const share = containment(shingles, entry.shingles);
  if (share >= COPIED) return isForm(reading, entry) ? 0 : share;
  if (Math.min(terms.title.length, entry.title.length) < FEWEST_TITLE_WORDS) return 0;
  const areLong = Math.min(shingles.hashes.length, entry.shingles.hashes.length) >= COPY.longText;
  // Two texts of their own under one headline.
  if (areLong && share < COPY.otherText) return 0;
  const sameTitle = jaccard(terms.title, entry.title);
  return sameTitle >= COPY.title && !contradicts(article, reading, entry) ? sameTitle : 0;
}
