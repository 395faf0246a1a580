import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { storyFacts } from '../../src/newsroom/story-facts.ts';
import { arbitraryStory, article } from '../subscriptions/filter-fixtures.ts';

describe('storyFacts', () => {
  test('does not depend on the order in which the articles came in', () => {
    const shuffled = arbitraryStory.chain(({ articles }) =>
      fc.tuple(fc.constant(articles), fc.shuffledSubarray([...articles], { minLength: articles.length })),
    );
    fc.assert(
      fc.property(shuffled, ([articles, others]) => {
        expect(storyFacts(others)).toEqual(storyFacts(articles));
      }),
    );
  });

  test('leads with the best tier, then importance, then the earliest', () => {
    const farm = article({ articleId: 1, tier: 4, importance: 99 });
    const late = article({ articleId: 2, tier: 1, importance: 60, publishedAt: 200 });
    const early = article({ articleId: 3, tier: 1, importance: 60, publishedAt: 100 });
    const minor = article({ articleId: 4, tier: 1, importance: 20, publishedAt: 0 });
    expect(storyFacts([farm, late, minor, early]).leadArticle).toBe(early);
  });

  test('weighs sentiment by tier and leaves out articles without a reader', () => {
    const wire = article({ articleId: 1, tier: 1, sentiment: { label: 'negative', score: -0.8 } });
    const farm = article({ articleId: 2, tier: 4, sentiment: { label: 'positive', score: 0.7 } });
    const unread = article({ articleId: 3, tier: 1, language: 'fi' });
    expect(storyFacts([farm, unread, wire]).sentiment).toEqual({ label: 'negative', score: -0.5 });
  });

  test('counts the sentiment of a text once, however many outlets print it', () => {
    const wire = article({ articleId: 1, tier: 2, sentiment: { label: 'negative', score: -0.8 } });
    const other = article({ articleId: 2, tier: 2, sentiment: { label: 'positive', score: 0.6 } });
    const copies = [3, 4, 5].map((articleId) =>
      article({ ...wire, articleId, outlet: `copy-${articleId}`, copyOf: 1 }),
    );
    expect(storyFacts([wire, other, ...copies]).sentiment).toEqual(storyFacts([wire, other]).sentiment);
    expect(storyFacts(copies).sentiment?.score).toBe(-0.8);
  });

  test('tells the same of two copies, whichever of them was read first', () => {
    const early = article({ articleId: 1, outlet: 'a', sentiment: { label: 'negative', score: -0.95 } });
    const late = article({ articleId: 2, outlet: 'b', sentiment: { label: 'negative', score: -0.91 } });
    const forth = storyFacts([early, { ...late, copyOf: 1 }]);
    const back = storyFacts([{ ...early, copyOf: 2 }, late]);
    expect(back.sentiment).toEqual(forth.sentiment);
    expect(
      storyFacts([
        { ...early, copyOf: 2 },
        { ...late, copyOf: 1 },
      ]).sentiment,
    ).toEqual(forth.sentiment);
  });

  test('takes the label from the mean when no label has the majority', () => {
    const up = article({ articleId: 1, sentiment: { label: 'positive', score: 0.6 } });
    const down = article({ articleId: 2, sentiment: { label: 'negative', score: -0.5 } });
    expect(storyFacts([up, down]).sentiment).toEqual({ label: 'neutral', score: 0.05 });
  });

  test('does not fall below a score that all articles share', () => {
    const same = ([1, 2, 3, 4] as const).map((tier) =>
      article({ articleId: tier, tier, sentiment: { label: 'negative', score: -0.4 } }),
    );
    expect(storyFacts(same).sentiment?.score).toBe(-0.4);
  });

  test('has no sentiment when no article has one', () => {
    expect(storyFacts([article()]).sentiment).toBeNull();
  });

  test('names the asset first that the articles are most about, and each outlet once', () => {
    const facts = storyFacts([
      article({ articleId: 1, outlet: 'a', assets: ['SOL', 'BTC'] }),
      article({ articleId: 2, outlet: 'b', assets: ['BTC'] }),
      article({ articleId: 3, outlet: 'a', assets: ['BTC', 'ETH'] }),
    ]);
    expect(facts.assets).toEqual(['BTC', 'SOL', 'ETH']);
    expect(facts.outlets).toEqual(['a', 'b']);
  });
});
