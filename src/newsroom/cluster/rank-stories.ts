import { contradicts, isOnOthers } from './contradicts.ts';
import {
  FEWEST_TITLE_WORDS,
  MOST_TIMES,
  type ClusterArticle,
  type Entry,
  type LiveStory,
  type Reading,
} from './live-story.ts';
import { dot, toWeightMap } from './term-vector.ts';

const HOUR = 3_600_000;
/** How far back articles are remembered, for those that come late. */
export const CLUSTER_MEMORY_MS = 72 * HOUR;

/** Similarity halves in 0.7 of it. */
const DECAY_MS = 24 * HOUR;
/** Least similarity to join: of headlines, and of whole articles; between them by the number of terms. */
const JOIN = { headline: 0.15, article: 0.29, fewTerms: 10, manyTerms: 24 } as const;
/** Of two headlines with one term in common, seven in eight that are less alike tell of two events. */
const LONE_TERM = 0.25;

export interface Ranked {
  readonly story: LiveStory;
  readonly similarity: number;
}

/** Stories that the article may join, the most similar first, then the older one. */
export function rankStories(
  article: ClusterArticle,
  reading: Reading,
  near: readonly Entry[],
  copied: Entry | undefined,
  isRare: (term: number) => boolean,
): readonly Ranked[] {
  const { terms, vector } = reading;
  const weights = toWeightMap(vector);
  const best = new Map<LiveStory, { readonly entry: Entry; readonly cosine: number }>();
  for (const entry of near) {
    if (isOnOthers(reading, entry.story) || contradicts(article, reading, entry)) continue;
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
