import type { SentimentLabel } from '../model/analysis.ts';
import type { Tier } from '../model/outlet.ts';
import type { StoryArticle } from '../model/story.ts';
import type { Topic } from '../model/topic.ts';
import { rateStory } from './importance.ts';

/** What a story as a whole says, for filters and cards alike. */
export interface StoryFacts {
  /** null when no article has one. `score` in [-1, 1], rounded to four digits. */
  readonly sentiment: { readonly label: SentimentLabel; readonly score: number } | null;
  /** 0 to 100. */
  readonly importance: number;
  /** Keys, the best outlet first. */
  readonly outlets: readonly string[];
  /** Symbols, the one that the articles are most about first. */
  readonly assets: readonly string[];
  /** Most shared first. */
  readonly topics: readonly Topic[];
  readonly languages: readonly string[];
  readonly leadArticle: StoryArticle;
}

const TIER_WEIGHT: Readonly<Record<Tier, number>> = { 1: 4, 2: 3, 3: 2, 4: 1 };
/** Mean scores nearer to zero than this are neutral when no label has the majority. */
const NEUTRAL_BELOW = 0.15;

/**
 * Adds up the articles of one story; their order does not matter.
 * @throws Error without articles: there is no such story.
 */
export function storyFacts(articles: readonly StoryArticle[]): StoryFacts {
  // One order for all sums: adding floats in another order can end in another last digit.
  const ranked = articles.toSorted(compareArticles);
  const [leadArticle] = ranked;
  if (!leadArticle) throw new Error('a story has at least one article');
  return {
    sentiment: weighSentiment(withoutCopies(ranked)),
    importance: rateStory(ranked),
    outlets: [...new Set(ranked.map((article) => article.outlet))],
    assets: byWeight(
      ranked,
      (article) => article.assets,
      (place) => 1 / (1 + place),
    ),
    topics: byWeight(
      ranked,
      (article) => article.topics,
      () => 1,
    ),
    languages: byWeight(
      ranked,
      (article) => [article.language],
      () => 1,
    ),
    leadArticle,
  };
}

/** The lead first: best tier, then most important, then earliest, then by outlet; the id only where all is equal. */
function compareArticles(a: StoryArticle, b: StoryArticle): number {
  return (
    a.tier - b.tier ||
    b.importance - a.importance ||
    a.publishedAt - b.publishedAt ||
    a.outlet.localeCompare(b.outlet) ||
    a.articleId - b.articleId
  );
}

/**
 * One of each text that several outlets print: the first in the order given. Which of two copies the other was found
 * to be depends on which was read first; that they are copies does not.
 */
export function withoutCopies<A extends StoryArticle>(articles: readonly A[]): readonly A[] {
  const groups = new Map(articles.map(({ articleId }) => [articleId, articleId]));
  const groupOf = (id: number): number => {
    const group = groups.get(id) ?? id;
    return group === id ? id : groupOf(group);
  };
  for (const { articleId, copyOf = null } of articles) {
    if (copyOf !== null && groups.has(copyOf)) groups.set(groupOf(articleId), groupOf(copyOf));
  }
  const told = new Set<number>();
  return articles.filter(({ articleId }) => {
    const group = groupOf(articleId);
    if (told.has(group)) return false;
    told.add(group);
    return true;
  });
}

function weighSentiment(articles: readonly StoryArticle[]): StoryFacts['sentiment'] {
  const weights: Record<SentimentLabel, number> = { negative: 0, neutral: 0, positive: 0 };
  let total = 0;
  let sum = 0;
  for (const { sentiment, tier } of articles) {
    if (!sentiment) continue;
    const weight = TIER_WEIGHT[tier];
    weights[sentiment.label] += weight;
    total += weight;
    sum += weight * sentiment.score;
  }
  if (total === 0) return null;
  // Rounded, so that two scores of -0.4 do not add up to less than -0.4.
  const score = Math.round((sum / total) * 10_000) / 10_000 || 0;
  return { label: majority(weights, total) ?? labelOf(score), score };
}

function majority(weights: Readonly<Record<SentimentLabel, number>>, total: number): SentimentLabel | undefined {
  const labels = ['negative', 'neutral', 'positive'] as const;
  return labels.find((label) => weights[label] * 2 > total);
}

function labelOf(score: number): SentimentLabel {
  if (score <= -NEUTRAL_BELOW) return 'negative';
  return score >= NEUTRAL_BELOW ? 'positive' : 'neutral';
}

/** Distinct values, heaviest first; an article counts by its tier and by the place at which it names the value. */
function byWeight<T extends string>(
  articles: readonly StoryArticle[],
  valuesOf: (article: StoryArticle) => readonly T[],
  weightAt: (place: number) => number,
): readonly T[] {
  const weights = new Map<T, number>();
  for (const article of articles) {
    for (const [place, value] of valuesOf(article).entries()) {
      weights.set(value, (weights.get(value) ?? 0) + TIER_WEIGHT[article.tier] * weightAt(place));
    }
  }
  return [...weights].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([value]) => value);
}
