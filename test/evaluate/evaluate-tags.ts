import { loadAssets, tagAssets } from '../../src/newsroom/assets.ts';
import type { Evaluation, EvaluationRow } from './evaluation.ts';
import { readSet } from './read-set.ts';
import { f1, share } from './scores.ts';

const CATALOGUE = loadAssets();

const READERS: Readonly<Record<string, (title: string) => readonly string[]>> = {
  bellwether: (title) => tagAssets({ title, body: '' }, CATALOGUE).map(({ symbol }) => symbol),
  'tickers in capitals': (title) =>
    (title.match(/\b[A-Z0-9]+\b/g) ?? []).filter((word) => CATALOGUE.bySymbol.has(word)),
};

/** Headlines, half of them about no asset though they hold the word of one. */
export function evaluateTags(): readonly Evaluation[] {
  const items = readSet('tags').map(([tags = '-', title = '']) => ({
    title,
    wanted: tags === '-' ? [] : tags.split(','),
  }));
  const without = items.filter(({ wanted }) => wanted.length === 0);
  return [
    {
      name: 'tags',
      what: `assets of ${items.length} headlines, ${without.length} of them about none`,
      columns: ['precision', 'recall', 'F1', 'none where none'],
      rows: Object.entries(READERS).map(([reader, read]): EvaluationRow => {
        let [right, given, wanted] = [0, 0, 0];
        for (const item of items) {
          const found = new Set(read(item.title));
          right += item.wanted.filter((symbol) => found.has(symbol)).length;
          given += found.size;
          wanted += item.wanted.length;
        }
        const clean = without.filter(({ title }) => read(title).length === 0).length;
        const scores = [
          share(right, given),
          share(right, wanted),
          f1({ right, given, wanted }),
          share(clean, without.length),
        ];
        return { reader, isOurs: reader === 'bellwether', scores };
      }),
    },
  ];
}
