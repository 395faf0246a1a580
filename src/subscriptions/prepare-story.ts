import type { FilterTerm } from '../model/filter.ts';
import type { Topic } from '../model/topic.ts';
import type { StoryArticle, StoryMatchView } from '../model/story.ts';
import { storyFacts, type StoryFacts } from '../newsroom/story-facts.ts';
import { indexWords, type WordIndex } from './word-index.ts';

/** A story with what filters ask of it worked out once; what is costly only when the first filter asks. */
export interface PreparedStory {
  readonly whole: StorySide;
  readonly wordIndex: () => WordIndex;
  /** What is left when the excluded outlets and tiers are ignored; null when nothing is. */
  without(excluded: readonly FilterTerm[]): StorySide | null;
}

/** The articles that a filter sees, added up. */
export interface StorySide {
  readonly assets: ReadonlySet<string>;
  readonly topics: ReadonlySet<Topic>;
  readonly outlets: ReadonlySet<string>;
  readonly languages: ReadonlySet<string>;
  readonly bestTier: number;
  readonly facts: () => StoryFacts;
  hasWords(words: readonly string[]): boolean;
}

/** @throws Error without articles: there is no such story. */
export function prepareStory(story: StoryMatchView): PreparedStory {
  const { articles } = story;
  if (articles.length === 0) throw new Error('a story has at least one article');
  const wordIndex = once(() => indexWords(articles));
  const whole = addUp(articles, (words) => wordIndex().hasPhrase(words, null));
  const tiers = new Set(articles.map(({ tier }) => tier));
  const sides = new Map<string, StorySide>();

  function isHit(term: FilterTerm): boolean {
    return (term.kind === 'outlet' && whole.outlets.has(term.key)) || (term.kind === 'tier' && tiers.has(term.tier));
  }

  function without(excluded: readonly FilterTerm[]): StorySide | null {
    if (!excluded.some(isHit)) return whole;
    const hits = excluded.filter(isHit);
    const kept = articles.map((article) => !hits.some((term) => isFrom(article, term)));
    if (!kept.includes(true)) return null;
    const key = kept.map(Number).join('');
    const known = sides.get(key);
    if (known) return known;
    const side = addUp(
      articles.filter((_, index) => kept[index]),
      (words) => wordIndex().hasPhrase(words, (article) => kept[article] ?? false),
    );
    sides.set(key, side);
    return side;
  }

  return { whole, wordIndex, without };
}

function addUp(articles: readonly StoryArticle[], hasWords: StorySide['hasWords']): StorySide {
  return {
    assets: new Set(articles.flatMap(({ assets }) => assets)),
    topics: new Set(articles.flatMap(({ topics }) => topics)),
    outlets: new Set(articles.map(({ outlet }) => outlet)),
    languages: new Set(articles.map(({ language }) => language)),
    bestTier: Math.min(...articles.map(({ tier }) => tier)),
    facts: once(() => storyFacts(articles)),
    hasWords,
  };
}

function isFrom({ outlet, tier }: StoryArticle, term: FilterTerm): boolean {
  return (term.kind === 'outlet' && term.key === outlet) || (term.kind === 'tier' && term.tier === tier);
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
