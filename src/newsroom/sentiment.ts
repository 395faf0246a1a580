import type { Sentiment, SentimentEvidence, SentimentLabel } from '../model/analysis.ts';
import { readClauses } from './sentiment/sentiment-clauses.ts';
import { CRYPTO_WORDS } from './sentiment/sentiment-lexicon-crypto.ts';
import { scanTokens } from './sentiment/sentiment-tokens.ts';
import type { Token } from './sentiment/sentiment-tokens.ts';
import { weighSentence } from './sentiment/sentiment-weigh.ts';

interface ArticleWords {
  readonly title: string;
  readonly description: string;
  readonly body: string;
}

interface Part {
  readonly words: string;
  readonly weight: number;
}

const TITLE_CHARS = 600;
const LEAD_CHARS = 1_200;
const BODY_CHARS = 6_000;
const LEAD_SHARE = 0.35;
const BODY_SHARE = 0.3;
const LEAD_LIMIT = 2;
const BODY_LIMIT = 1;
const STEEPNESS = 0.5;
const MAX_EVIDENCE = 8;
const MIN_EVIDENCE = 0.05;
const MAX_EVIDENCE_CHARS = 80;
/** |score| from which a text is not neutral. By hand and symmetric: boundaries learnt on finance text do not carry over to crypto. */
const THRESHOLD = { crypto: 0.2, other: 0.25 };

/**
 * Reads how good or bad the news is for those who hold what it speaks of, by lexicon and rules. Plain texts in,
 * `language` as ISO 639-1. The title weighs most, then the description; the body little, and only its first part.
 * The score is the tanh of the weighted sum. Returns null where there is no reader for the language (all but `en`):
 * unknown is not neutral. Linear in the length of the text.
 */
export function readSentiment(article: ArticleWords, language: string): Sentiment | null {
  if (language !== 'en') return null;
  const title = scanTokens(article.title.slice(0, TITLE_CHARS));
  const lead = scanTokens(article.description.slice(0, LEAD_CHARS));
  const body = scanTokens(article.body.slice(0, BODY_CHARS));
  const crypto = speaksOfCrypto(title) || speaksOfCrypto(lead);
  const titleParts = weighText(article.title, title, crypto);
  const leadParts = limit(weighText(article.description, lead, crypto), LEAD_SHARE, LEAD_LIMIT);
  const bodyParts = limit(weighText(article.body, body, crypto), BODY_SHARE, BODY_LIMIT);
  const parts = [...titleParts, ...leadParts, ...bodyParts];
  const score = Math.tanh(STEEPNESS * sum(parts));
  return {
    label: labelOf(score, crypto ? THRESHOLD.crypto : THRESHOLD.other),
    score: round(score),
    evidence: evidenceOf(parts),
  };
}

function speaksOfCrypto(tokens: readonly Token[]): boolean {
  return tokens.some((token) => CRYPTO_WORDS.has(token.key));
}

function weighText(text: string, tokens: readonly Token[], crypto: boolean): readonly Part[] {
  return readClauses(tokens)
    .flatMap((sentence) => weighSentence(sentence, tokens, crypto))
    .map(({ from, to, weight }) => ({ words: text.slice(tokens[from]?.start, tokens[to]?.end), weight }));
}

/** Scales parts by `share`, and further so that together they stay within `most`. */
function limit(parts: readonly Part[], share: number, most: number): readonly Part[] {
  const size = Math.abs(sum(parts));
  const factor = size * share > most ? most / size : share;
  return parts.map(({ words, weight }) => ({ words, weight: weight * factor }));
}

function sum(parts: readonly Part[]): number {
  return parts.reduce((before, part) => before + part.weight, 0);
}

function labelOf(score: number, threshold: number): SentimentLabel {
  if (score >= threshold) return 'positive';
  return score <= -threshold ? 'negative' : 'neutral';
}

function evidenceOf(parts: readonly Part[]): readonly SentimentEvidence[] {
  const merged = new Map<string, Part>();
  for (const part of parts) {
    const key = part.words.toLowerCase();
    const known = merged.get(key);
    merged.set(key, { words: known?.words ?? part.words, weight: part.weight + (known?.weight ?? 0) });
  }
  return [...merged.values()]
    .filter((part) => Math.abs(part.weight) >= MIN_EVIDENCE && part.words.length <= MAX_EVIDENCE_CHARS)
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, MAX_EVIDENCE)
    .map(({ words, weight }) => ({ words, weight: round(weight) }));
}

function round(value: number): number {
  // Adding 0 makes 0 of -0.
  return Math.round(value * 1000) / 1000 + 0;
}
