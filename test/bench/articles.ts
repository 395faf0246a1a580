import type { Asset } from '../../src/model/asset.ts';
import { ACTORS, ASIDES, CAUSES, DEEDS, MOVES, NAME_PARTS, PLAIN_WORDS, THINGS, TURNS, WHENS } from './market-words.ts';
import { createRandom, type Random } from './random.ts';

/** What a feed would have given: 300 to 3,000 characters of body, a title of 8 to 16 words. */
export interface MadeArticle {
  readonly title: string;
  readonly description: string;
  readonly body: string;
  /** How long before now it appeared, ms. Oldest first. */
  readonly ageMs: number;
}

const SHORTEST = 300;
const LONGEST = 3_000;
const COPIES = 0.3;
const SPAN_MS = 20 * 3_600_000;

/**
 * Market news out of a box of words. About 30 % carry an earlier title with a word changed.
 * @param longest body, in characters
 */
export function makeArticles(
  count: number,
  assets: readonly Asset[],
  seed: number,
  longest = LONGEST,
): readonly MadeArticle[] {
  const random = createRandom(seed);
  const made: MadeArticle[] = [];
  for (let index = 0; index < count; index += 1) {
    // An event is reported again soon, or not at all.
    const recent = made.slice(-200);
    const copied = recent.length > 0 && random.chance(COPIES) ? random.pick(recent) : null;
    const asset = random.pickEarly(assets);
    const title = copied ? reworded(copied.title, random) : titleOn(asset, random);
    const description = sentenceOn(asset, random);
    const ageMs = Math.round((SPAN_MS * (count - index)) / count);
    made.push({ title, description, body: bodyOn(asset, random.between(SHORTEST, longest), random), ageMs });
  }
  return made;
}

function titleOn({ name, symbol }: Asset, random: Random): string {
  const subject = random.chance(0.8) ? name : `${name} (${symbol})`;
  const start = `${subject} ${random.pick(MOVES)} ${percent(random)}`;
  const cause = `${random.pick(CAUSES)} ${random.pick(WHENS)}`;
  return random.chance(0.5)
    ? `${start} as ${cause}`
    : `${start}, ${inventedName(random)} sees ${random.pick(THINGS)}: ${cause}`;
}

/** Drops a word, or says it in another; one copy in five is word for word. */
function reworded(title: string, random: Random): string {
  const words = title.split(' ');
  if (random.chance(0.2)) return title;
  const place = random.between(2, words.length - 1);
  return words.toSpliced(place, 1, ...(random.chance(0.5) ? [random.pick(PLAIN_WORDS)] : [])).join(' ');
}

function bodyOn(asset: Asset, length: number, random: Random): string {
  const paragraphs: string[] = [];
  let written = 0;
  while (written < length) {
    const sentences = Array.from({ length: random.between(1, 4) }, () => sentenceOn(asset, random));
    const paragraph = sentences.join(' ');
    paragraphs.push(paragraph);
    written += paragraph.length;
  }
  return paragraphs.join('\n\n').slice(0, length);
}

function sentenceOn(asset: Asset, random: Random): string {
  const { name, symbol } = asset;
  const kind = random.next();
  if (kind < 0.25)
    return `${name} ${random.pick(MOVES)} ${percent(random)} to $${thousands(random)} ${random.pick(WHENS)}, ${random.pick(ASIDES)}.`;
  if (kind < 0.35)
    return `About $${random.between(2, 990)} million of ${symbol} positions were closed ${random.pick(WHENS)} as ${random.pick(CAUSES)}.`;
  if (kind < 0.6)
    return `${upperFirst(random.pick(ACTORS))} ${random.pick(DEEDS)} that ${random.pick(THINGS)} ${random.pick(TURNS)}.`;
  if (kind < 0.75)
    return `“${upperFirst(random.pick(THINGS))} ${random.pick(TURNS)},” ${inventedName(random)} ${inventedName(random)} of ${inventedName(random)} Capital ${random.pick(DEEDS)}.`;
  const words = Array.from({ length: random.between(8, 22) }, () => random.pick(PLAIN_WORDS));
  return `${upperFirst(words.join(' '))} ${random.pick(WHENS)}.`;
}

function percent(random: Random): string {
  return `${(random.next() * 14).toFixed(1)}%`;
}

function thousands(random: Random): string {
  return random.between(20, 120_000).toLocaleString('en-US');
}

function inventedName(random: Random): string {
  return upperFirst(Array.from({ length: random.between(2, 3) }, () => random.pick(NAME_PARTS)).join(''));
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
