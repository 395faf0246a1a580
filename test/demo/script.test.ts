import { describe, expect, test } from 'vitest';
import type { DemoArticle } from '../../src/demo/demo-article.ts';
import { DEMO_FEEDS } from '../../src/demo/demo-feeds.ts';
import { SCRIPT } from '../../src/demo/script.ts';
import { foldWords } from '../../src/newsroom/fold-words.ts';
import { COPIES } from './expected-stories.ts';

const live = SCRIPT.filter((article) => 'at' in article);
const backlog = SCRIPT.filter((article) => 'daysAgo' in article);

describe('the scripted week', () => {
  test('has a week of backlog and a busy half minute of today', () => {
    expect(SCRIPT.length).toBeGreaterThanOrEqual(64);
    expect(DEMO_FEEDS.length).toBeGreaterThanOrEqual(13);
    expect(backlog.length).toBeGreaterThanOrEqual(30);
    expect(new Set(backlog.map((article) => article.daysAgo))).toEqual(new Set([1, 2, 3, 4, 5, 6, 7]));
    expect(live.length).toBeGreaterThanOrEqual(30);
    expect(live.every(({ at }) => at >= 1 && at <= 28)).toBe(true);
  });

  test('names every article once', () => {
    expect(new Set(SCRIPT.map(({ slug }) => slug)).size).toBe(SCRIPT.length);
    expect(new Set(SCRIPT.map(({ feed, guid }) => `${feed} ${guid}`)).size).toBe(SCRIPT.length);
    expect(SCRIPT.filter(({ slug }) => !/^[a-z0-9-]+$/.test(slug))).toEqual([]);
  });

  test('changes a feed on whole seconds only, since HTTP dates know no less', () => {
    const offsets = live.flatMap((article) => [article.at, ...editsOf(article).map(({ at }) => at)]);
    expect(offsets.filter((at) => !Number.isInteger(at))).toEqual([]);
  });

  test('edits articles after their release, in order, and changes something each time', () => {
    const edited = live.filter((article) => editsOf(article).length > 0);
    expect(edited.length).toBeGreaterThanOrEqual(4);
    for (const article of edited) {
      const times = [article.at, ...editsOf(article).map(({ at }) => at)];
      expect(times).toEqual([...new Set(times)].toSorted((a, b) => a - b));
      for (const { at: _, ...texts } of editsOf(article)) expect(article).not.toMatchObject(texts);
    }
  });

  test('releases nothing today on a feed that breaks', () => {
    const breaking = DEMO_FEEDS.filter((feed) => feed.breaks !== undefined).map(({ key }) => key);
    expect(breaking).toHaveLength(1);
    expect(live.filter(({ feed }) => breaking.includes(feed))).toEqual([]);
  });

  test('titles of copies share at least three quarters of their words, whenever each is read', () => {
    for (const slugs of COPIES) {
      for (const a of slugs.flatMap(titlesOf)) {
        for (const b of slugs.flatMap(titlesOf)) expect(sharedWords(a, b), `${a} / ${b}`).toBeGreaterThanOrEqual(0.75);
      }
    }
  });

  test('titles of all other articles share less than half of their words', () => {
    const home = new Map(COPIES.flatMap((slugs, index) => slugs.map((slug) => [slug, index])));
    const alike = SCRIPT.flatMap((a, index) =>
      SCRIPT.slice(index + 1)
        .filter((b) => home.get(a.slug) === undefined || home.get(a.slug) !== home.get(b.slug))
        .flatMap((b) => titlesOf(a.slug).flatMap((x) => titlesOf(b.slug).map((y) => [x, y] as const)))
        .filter(([x, y]) => sharedWords(x, y) >= 0.5),
    );
    expect(alike).toEqual([]);
  });
});

function editsOf(article: DemoArticle) {
  return article.edits ?? [];
}

/** The title and what it becomes. */
function titlesOf(slug: string): readonly string[] {
  const article = SCRIPT.find((candidate) => candidate.slug === slug);
  if (!article) throw new Error(`no article ${slug}`);
  return [article.title, ...editsOf(article).flatMap(({ title }) => (title === undefined ? [] : [title]))];
}

function sharedWords(a: string, b: string): number {
  const [left, right] = [new Set(foldWords(a)), new Set(foldWords(b))];
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared / (left.size + right.size - shared);
}
