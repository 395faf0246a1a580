import { cutAtWord } from '../texts/cut-at-word.ts';
import { passageKey } from './cleaning/repetition.ts';
import { splitSentences } from './sentences.ts';

const LONGEST = 320;
const SHORTEST_SENTENCE = 30;
/** Candidates from the body: a lead stands early. */
const MOST_CANDIDATES = 14;

export interface SummarySource {
  readonly title: string;
  readonly description: string;
  readonly body: string;
}

interface Candidate {
  readonly text: string;
  readonly words: ReadonlySet<string>;
  readonly order: number;
  readonly score: number;
}

/**
 * At most 320 characters of whole sentences of the source, in its order and without what the title says:
 * those of the description first (not teasers that end in "…"), then the first informative ones of the
 * body, with a small bonus for figures and for words that the rest of the lead takes up again. Where no
 * sentence fits, the first is cut at a word; '' when there is nothing beyond the title.
 */
export function summarise(article: SummarySource): string {
  const candidates = rank(article);
  const chosen: Candidate[] = [];
  let length = 0;
  for (const candidate of candidates.toSorted((a, b) => b.score - a.score || a.order - b.order)) {
    const added = candidate.text.length + (chosen.length > 0 ? 1 : 0);
    if (length + added > LONGEST || chosen.some((other) => isSaid(candidate.words, other.words))) {
      continue;
    }
    chosen.push(candidate);
    length += added;
  }
  if (chosen.length === 0) return cutAtWord(candidates[0]?.text ?? teaser(article), LONGEST);
  return chosen
    .toSorted((a, b) => a.order - b.order)
    .map(({ text }) => text)
    .join(' ');
}

function rank({ title, description, body }: SummarySource): readonly Candidate[] {
  const titleWords = contentWords(title);
  const fromDescription = informative(description, titleWords);
  const fromBody = informative(body, titleWords);
  const texts = [...fromDescription, ...fromBody].slice(0, MOST_CANDIDATES + fromDescription.length);
  const wordSets = texts.map(contentWords);
  const frequency = new Map<string, number>();
  for (const words of wordSets) {
    for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  }
  return texts.map((text, order) => {
    const words = wordSets[order] ?? new Set<string>();
    const described = order < fromDescription.length;
    const position = described ? order : order - fromDescription.length;
    const score =
      (described ? 1.6 : 1) / (1 + position * 0.35) +
      (/\d/.test(text) ? 0.12 : 0) +
      0.3 * centrality(words, frequency, texts.length) -
      (text.length > 240 ? 0.1 : 0) -
      (text.endsWith('?') ? 0.5 : 0) -
      (/^(?:this|that|these|those|it|they|he|she|such|not|nor|either|neither|and|but|or)\b/i.test(text) ? 0.15 : 0);
    return { text, words, order, score };
  });
}

/** Share of a sentence's words that another candidate uses too, in [0, 1]. */
function centrality(words: ReadonlySet<string>, frequency: ReadonlyMap<string, number>, all: number): number {
  if (words.size === 0 || all < 2) return 0;
  let sum = 0;
  for (const word of words) sum += Math.min(1, ((frequency.get(word) ?? 1) - 1) / 2);
  return sum / words.size;
}

/** Whole sentences that say something which the title does not. */
function informative(text: string, titleWords: ReadonlySet<string>): readonly string[] {
  return splitSentences(text.slice(0, 8_000))
    .map((sentence) => sentence.text)
    .filter(
      (sentence) =>
        sentence.length >= SHORTEST_SENTENCE &&
        /[.!?。！？]["'”’»)\]]{0,3}$/.test(sentence) &&
        !/(?:\.\.\.|…)["'”’)\]]{0,3}$/.test(sentence) &&
        isWhole(sentence) &&
        !FURNITURE.test(sentence) &&
        !repeats(contentWords(sentence), titleWords),
    );
}

/** Not the rest of a quotation or of a sentence that was cut in two. */
function isWhole(sentence: string): boolean {
  if (/^\p{Ll}/u.test(sentence)) return false;
  const count = (signs: RegExp): number => sentence.match(signs)?.length ?? 0;
  // English “…” and German „…“ both have two signs.
  return count(/"/g) % 2 === 0 && count(/[“”„]/g) % 2 === 0;
}

/** What an outlet says of itself, its article or its terms. */
const FURNITURE =
  /\b(?:cookies?|newsletters?|disclaimer|sponsored|(?:financial|investment|legal) advice|privacy policy|terms of (?:use|service)|sign up|subscribe|in this article|read more|click here|tap here|join (?:us|our)|follow us|all rights reserved)\b|(?:^|\s)@(?:here|everyone)\b|^correction:/i;

function repeats(words: ReadonlySet<string>, titleWords: ReadonlySet<string>): boolean {
  if (words.size === 0) return false;
  let shared = 0;
  for (const word of words) if (titleWords.has(word)) shared += 1;
  return shared / words.size >= 0.8;
}

/** Most words are the same, or all figures and some words are. */
function isSaid(words: ReadonlySet<string>, before: ReadonlySet<string>): boolean {
  const shared = overlap(words, before);
  const figures = [...words].filter((word) => /^\d/.test(word));
  return shared > 0.5 || (shared > 0.25 && figures.length > 0 && figures.every((figure) => before.has(figure)));
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  return shared / Math.max(1, Math.min(a.size, b.size));
}

const EMPTY_WORDS = new Set(
  'the a an and or of to in on for with at by from as is are was were be been it its this that these those has have had will would can could after before while said says into over than more'.split(
    ' ',
  ),
);

function contentWords(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}.,%’'-]*/gu) ?? [];
  return new Set(words.map((word) => word.replace(/[.,’'-]+$/, '')).filter((word) => !EMPTY_WORDS.has(word)));
}

/** For an item that has no whole sentence: the description as it is, unless it is the title again. */
function teaser({ title, description, body }: SummarySource): string {
  const texts = [description, ...body.split('\n', 20)].map((text) => text.replaceAll('\n', ' ').trim());
  const titleKey = passageKey(title);
  return texts.find((text) => text.length >= SHORTEST_SENTENCE && passageKey(text) !== titleKey) ?? '';
}
