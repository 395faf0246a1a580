import { createClusterer } from '../../src/newsroom/cluster.ts';
import { extractFigures } from '../../src/newsroom/figures.ts';
import { loadAssets, tagAssets } from '../../src/newsroom/assets.ts';
import { foldWords } from '../../src/newsroom/fold-words.ts';
import type { Evaluation, EvaluationRow } from './evaluation.ts';
import { readSet } from './read-set.ts';
import { bCubed } from './scores.ts';

function sharedShare(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / (a.size + b.size - shared);
}

interface Item {
  readonly story: string;
  readonly title: string;
  readonly publishedAt: number;
}

const HOUR = 3_600_000;
/** From this share of words in common on, titles are one. */
const SAME = 0.25;

/** Headlines of two days in the order of their times. */
export function evaluateStories(): readonly Evaluation[] {
  const items = readSet('stories')
    .map(([story = '', hours = '0', title = '']): Item => ({ story, title, publishedAt: Number(hours) * HOUR }))
    .toSorted((a, b) => a.publishedAt - b.publishedAt);
  return [
    {
      name: 'stories',
      what: `stories of ${items.length} headlines, by B-cubed`,
      columns: ['precision', 'recall', 'F1'],
      rows: Object.entries(READERS).map(([reader, cluster]): EvaluationRow => {
        const given = cluster(items);
        const { precision, recall, f1 } = bCubed(
          items.map(({ story }, place) => ({ wanted: story, given: given[place] ?? '' })),
        );
        return { reader, isOurs: reader === 'bellwether', scores: [precision, recall, f1] };
      }),
    },
  ];
}

const READERS: Readonly<Record<string, (items: readonly Item[]) => readonly string[]>> = {
  bellwether(items) {
    const clusterer = createClusterer();
    const into = new Map<number, number>();
    const stories = items.map(({ title, publishedAt }, id) => {
      const assets = tagAssets({ title, body: '' }, loadAssets()).map(({ symbol }) => symbol);
      const { story, merged } = clusterer.add({
        id,
        title,
        body: '',
        publishedAt,
        assets,
        figures: extractFigures(title),
      });
      for (const merge of merged) into.set(merge.from, merge.into);
      return story;
    });
    return stories.map((story) => String(into.get(story) ?? story));
  },
  'titles with a quarter of their words in common': (items) => {
    const words = items.map(({ title }) => new Set(foldWords(title)));
    const stories: number[] = [];
    for (const [place, own] of words.entries()) {
      const alike = words.slice(0, place).findIndex((other) => sharedShare(own, other) >= SAME);
      stories.push(alike < 0 ? place : (stories[alike] ?? place));
    }
    return stories.map(String);
  },
};
