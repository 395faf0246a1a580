import { foldWords } from './fold-words.ts';

/** What clustering looks at. */
export interface ClusterArticle {
  readonly scope: string;
  readonly outlet: string;
  readonly title: string;
  /** Symbols. */
  readonly assets: readonly string[];
  readonly publishedAt: number;
}

/** Finds the story that an article belongs to. */
export interface Cluster {
  /** The story to join, or null for one of its own. Changes nothing. */
  propose(article: ClusterArticle): number | null;
  /** Makes the article findable; call it after the commit. */
  accept(article: ClusterArticle, storyId: number): void;
}

interface Entry {
  readonly article: ClusterArticle;
  readonly words: ReadonlySet<string>;
  readonly storyId: number;
}

/** The longest that a story's articles may lie apart. */
export const CLUSTER_WINDOW_MS = 24 * 3_600_000;
/** How far back entries are kept, for articles that come late. */
export const CLUSTER_MEMORY_MS = 2 * CLUSTER_WINDOW_MS;
// Near-duplicates by title alone: at 0.6 precision 99 %, recall 77 % on 959 crypto articles and their copies.
const LEAST_SIMILARITY = 0.6;
// One outlet's titles often follow a template ("approval of application by X"): those have to be nearly the same.
const LEAST_SIMILARITY_AT_HOME = 0.8;
const LEAST_WORDS = 4;

/** When the articles of a story were published: from the first to the last, epoch ms. */
interface Span {
  readonly first: number;
  readonly last: number;
  readonly entries: number;
}

/**
 * Articles with near-identical titles within a day are one story; the day is the whole story's, so that a daily
 * headline begins a new one. Of several, the most similar one decides, then the older story, so that the order of
 * arrival matters as little as it can.
 */
export function createCluster(): Cluster {
  const byWord = new Map<string, Set<Entry>>();
  const byTime: Entry[] = [];
  const spans = new Map<number, Span>();
  let newest = 0;

  return {
    propose(article) {
      const words = new Set(foldWords(article.title));
      if (words.size < LEAST_WORDS) return null;
      let best: { readonly entry: Entry; readonly similarity: number } | null = null;
      for (const entry of findCandidates(article, words, byWord)) {
        const shared = countShared(words, entry.words);
        const similarity = shared / (words.size + entry.words.size - shared);
        const least = article.outlet === entry.article.outlet ? LEAST_SIMILARITY_AT_HOME : LEAST_SIMILARITY;
        if (similarity < least || !fits(article, spans.get(entry.storyId))) continue;
        const better =
          best === null ||
          similarity > best.similarity ||
          (similarity === best.similarity && entry.storyId < best.entry.storyId);
        if (better) best = { entry, similarity };
      }
      return best?.entry.storyId ?? null;
    },

    accept(article, storyId) {
      const entry: Entry = { article, words: new Set(foldWords(article.title)), storyId };
      if (entry.words.size < LEAST_WORDS) return;
      for (const word of entry.words) {
        const holders = byWord.get(word);
        if (holders) holders.add(entry);
        else byWord.set(word, new Set([entry]));
      }
      byTime.push(entry);
      spans.set(storyId, widened(spans.get(storyId), article.publishedAt));
      newest = Math.max(newest, article.publishedAt);
      forgetBefore(newest - CLUSTER_MEMORY_MS);
    },
  };

  // Entries come nearly in order; one that is late goes with the next sweep.
  function forgetBefore(oldest: number): void {
    let first = byTime[0];
    while (first && first.article.publishedAt < oldest) {
      byTime.shift();
      for (const word of first.words) {
        const holders = byWord.get(word);
        holders?.delete(first);
        if (holders?.size === 0) byWord.delete(word);
      }
      const span = spans.get(first.storyId);
      if (span && span.entries > 1) spans.set(first.storyId, { ...span, entries: span.entries - 1 });
      else spans.delete(first.storyId);
      first = byTime[0];
    }
  }
}

function widened(span: Span | undefined, at: number): Span {
  if (!span) return { first: at, last: at, entries: 1 };
  return { first: Math.min(span.first, at), last: Math.max(span.last, at), entries: span.entries + 1 };
}

function fits({ publishedAt }: ClusterArticle, span: Span | undefined): boolean {
  return !span || Math.max(span.last, publishedAt) - Math.min(span.first, publishedAt) <= CLUSTER_WINDOW_MS;
}

function findCandidates(
  article: ClusterArticle,
  words: ReadonlySet<string>,
  byWord: ReadonlyMap<string, ReadonlySet<Entry>>,
): Set<Entry> {
  const candidates = new Set<Entry>();
  // A title that is 60 % the same shares one of any 41 % of its words, so the commonest need not find candidates.
  const byRarity = [...words].toSorted((a, b) => (byWord.get(a)?.size ?? 0) - (byWord.get(b)?.size ?? 0));
  const seeds = Math.floor(words.size * (1 - LEAST_SIMILARITY)) + 1;
  for (const word of byRarity.slice(0, seeds)) {
    for (const entry of byWord.get(word) ?? []) if (mayBelong(article, entry.article)) candidates.add(entry);
  }
  return candidates;
}

function countShared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const word of a) if (b.has(word)) count += 1;
  return count;
}

/** Templates ("X price prediction") differ in the asset alone: titles on other assets never meet. */
function mayBelong(a: ClusterArticle, b: ClusterArticle): boolean {
  if (a.scope !== b.scope || Math.abs(a.publishedAt - b.publishedAt) > CLUSTER_WINDOW_MS) return false;
  return a.assets.length === 0 || b.assets.length === 0 || a.assets.some((symbol) => b.assets.includes(symbol));
}
