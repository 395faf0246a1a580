import type { ClusterArticle } from '../../src/newsroom/cluster.ts';
import { NAME_PARTS } from './market-words.ts';
import { createRandom, type Random } from './random.ts';

const HOUR = 3_600_000;
const WORDS = 20_000;
const BODY_WORDS = 300;
const TITLE_WORDS = 8;
const NAMES = 4;
const FIGURES = 3;
/** A word in so many is one of the event's own. */
const OWN = 0.12;
const MOST_REPORTS = 12;

/**
 * Articles on events that follow each other over 72 hours: each event has names, figures and words of its own among
 * words as frequent as those of a language (Zipf), and is reported once to a dozen times.
 */
export function makeNewsStream(count: number, seed: number): readonly ClusterArticle[] {
  const random = createRandom(seed);
  const vocabulary = Array.from({ length: WORDS }, () => inventedWord(random));
  const stream: ClusterArticle[] = [];
  while (stream.length < count) {
    const own = [
      ...Array.from({ length: NAMES }, () => capital(inventedWord(random) + inventedWord(random))),
      ...Array.from({ length: FIGURES }, () => `$${random.between(2, 9_999)} million`),
      ...Array.from({ length: NAMES }, () => random.pick(vocabulary)),
    ];
    const start = random.next() * 72 * HOUR;
    const reports = Math.ceil(MOST_REPORTS * random.next() ** 3);
    for (let report = 0; report < reports && stream.length < count; report += 1) {
      stream.push({
        id: stream.length,
        title: capital(wordsOn(own, vocabulary, TITLE_WORDS, 0.4, random)),
        body: wordsOn(own, vocabulary, BODY_WORDS, OWN, random),
        publishedAt: start + report * HOUR * random.next(),
      });
    }
  }
  return stream.toSorted((a, b) => a.publishedAt - b.publishedAt);
}

function wordsOn(own: readonly string[], all: readonly string[], count: number, share: number, random: Random): string {
  // Zipf: the r-th word comes with 1/r.
  const common = (): string => all[Math.floor(all.length ** random.next()) - 1] ?? '';
  return Array.from({ length: count }, () => (random.chance(share) ? random.pick(own) : common())).join(' ');
}

function inventedWord(random: Random): string {
  return Array.from({ length: random.between(2, 4) }, () => random.pick(NAME_PARTS)).join('');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
