import type { StoryArticle } from '../model/story.ts';
import { foldWords } from '../newsroom/fold-words.ts';

/** Where the words of a story stand. */
export interface WordIndex {
  /** The distinct words of all articles, with their places. */
  readonly words: ReadonlyMap<string, readonly number[]>;
  /**
   * Whether the words stand one after the other in the title, description or body of one article.
   * @param isKept by index in the articles given; null: any article will do
   */
  hasPhrase(phrase: readonly string[], isKept: ((article: number) => boolean) | null): boolean;
}

// Between two fields, so that no phrase reaches across: no word is empty.
const GAP = '';

/** Linear in the text of the articles. */
export function indexWords(articles: readonly StoryArticle[]): WordIndex {
  const sequence: string[] = [];
  const starts: number[] = [];
  const positions = new Map<string, number[]>();
  for (const { title, description, body } of articles) {
    starts.push(sequence.length);
    for (const field of [title, description, body]) {
      for (const word of foldWords(field)) {
        const known = positions.get(word);
        if (known) known.push(sequence.length);
        else positions.set(word, [sequence.length]);
        sequence.push(word);
      }
      sequence.push(GAP);
    }
  }

  function hasPhrase(phrase: readonly string[], isKept: ((article: number) => boolean) | null): boolean {
    const offset = rarest(phrase, positions);
    const places = positions.get(phrase[offset] ?? GAP) ?? [];
    return places.some((place) => {
      const start = place - offset;
      return (
        phrase.every((word, index) => sequence[start + index] === word) && (isKept?.(articleAt(starts, place)) ?? true)
      );
    });
  }

  return {
    words: positions,
    hasPhrase: (phrase, isKept) =>
      phrase.length === 1 && !isKept ? positions.has(phrase[0] ?? GAP) : hasPhrase(phrase, isKept),
  };
}

/** Index of the word of the phrase that stands in the fewest places. */
function rarest(phrase: readonly string[], positions: ReadonlyMap<string, readonly number[]>): number {
  let best = 0;
  let fewest = Number.POSITIVE_INFINITY;
  for (const [index, word] of phrase.entries()) {
    const count = positions.get(word)?.length ?? 0;
    if (count < fewest) {
      best = index;
      fewest = count;
    }
  }
  return best;
}

/** Index of the last start at or before `place`. */
function articleAt(starts: readonly number[], place: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}
