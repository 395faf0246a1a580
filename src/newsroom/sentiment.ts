import { readFileSync } from 'node:fs';
import type { Sentiment, SentimentEvidence, SentimentLabel } from '../model/analysis.ts';
import { readLanguage } from './language.ts';
import { readRules, speaksOfCrypto, sumUp, type TextEvidence } from './sentiment/read-rules.ts';
import { readRuleFeatures, type RuleReading } from './sentiment/rule-features.ts';
import { predict, unpackModel } from './sentiment/sentiment-model.ts';
import { standingOf } from './sentiment/read-toward.ts';
import { scanTokens } from './sentiment/sentiment-tokens.ts';
import { readTextFeatures } from './sentiment/text-features.ts';
import { styleOf } from './sentiment/text-style.ts';

/** What a text is about: the two differ in where neutral ends. */
export type SentimentDomain = 'crypto' | 'finance';

export interface TextSentiment {
  readonly label: SentimentLabel;
  /** In [-1, 1]; 0 or of the label's sign. */
  readonly score: number;
  /** The words that decided by themselves, strongest first. */
  readonly evidence: readonly TextEvidence[];
}

interface ArticleWords {
  readonly title: string;
  readonly description: string;
  readonly body: string;
}

const TITLE_CHARS = 600;
const LEAD_CHARS = 1_200;
/** What an article is about shows early; what follows is background. */
const BODY_CHARS = 1_500;
const LEAD_SHARE = 0.35;
const BODY_SHARE = 0.3;
const LEAD_LIMIT = 2;
const BODY_LIMIT = 1;
const STEEPNESS = 0.5;
/** What description and body must say together to give, or to take, the label of a title. */
const CLEAR = 1;
/** A sum of the rules that leaves no doubt of its sign. */
const PLAIN = 0.5;
const MOST_OF_OPPOSITE = 0.08;
const FEW_WORDS = 6;
const MIXED = 0.3;
const LEAST_SCORE = 0.1;
const MAX_EVIDENCE = 8;
const MIN_EVIDENCE = 0.05;
const MAX_EVIDENCE_CHARS = 80;
const MODEL = unpackModel(readFileSync(new URL('sentiment/sentiment-model.bin', import.meta.url)));

/**
 * Reads how good or bad a headline or sentence is for those who hold what it speaks of: by lexicon and rules, and by a
 * linear model that has what they say among its features. The domain is read from the words where it is not given.
 * Returns null for other languages than English: unknown is not neutral. Reads 600 characters.
 */
export function scoreSentiment(
  text: string,
  { domain }: { readonly domain?: SentimentDomain } = {},
): TextSentiment | null {
  if (readLanguage({ title: text, description: '', body: '' }, 'en') !== 'en') return null;
  const head = text.slice(0, TITLE_CHARS);
  const tokens = scanTokens(head);
  const crypto = domain === undefined ? speaksOfCrypto(tokens) : domain === 'crypto';
  const parts = readRules(head, tokens, crypto);
  return { ...judge(head, parts, crypto), evidence: evidenceOf(parts) };
}

/**
 * Reads an article, plain texts in, `language` as ISO 639-1: the title as `scoreSentiment` does; description and body
 * by the rules, with less weight. They give a label only to a title that has none, and take one that they contradict.
 */
export function readSentiment(article: ArticleWords, language: string): Sentiment | null {
  if (language !== 'en') return null;
  const title = article.title.slice(0, TITLE_CHARS);
  const titleTokens = scanTokens(title);
  const lead = scanTokens(article.description.slice(0, LEAD_CHARS));
  const body = scanTokens(article.body.slice(0, BODY_CHARS));
  const crypto = speaksOfCrypto(titleTokens) || speaksOfCrypto(lead);
  const titleParts = readRules(title, titleTokens, crypto);
  const rest = [
    ...limit(readRules(article.description, lead, crypto), LEAD_SHARE, LEAD_LIMIT),
    ...limit(readRules(article.body, body, crypto), BODY_SHARE, BODY_LIMIT),
  ];
  const { label, score } = joined(judge(title, titleParts, crypto), weightOf(rest));
  return { label, score, evidence: articleEvidence([...withoutInner(titleParts), ...rest]) };
}

/**
 * The sentiment of a headline or sentence toward one asset or company in it, named as it stands there (any case): what
 * its own clause says. One that only speaks, rates or is compared with is neutral; null for other languages than
 * English, and where the text does not name it. Reads 600 characters.
 */
export function scoreFor(text: string, entity: string): TextSentiment | null {
  const whole = scoreSentiment(text);
  const head = text.slice(0, TITLE_CHARS);
  const at = findEntity(head, entity);
  if (whole === null || at < 0) return null;
  const tokens = scanTokens(head);
  const crypto = speaksOfCrypto(tokens);
  const parts = readRules(head, tokens, crypto);
  const { isBystander, own } = standingOf(head, at, at + entity.trim().length, parts);
  if (isBystander) return { label: 'neutral', score: 0, evidence: [] };
  const sum = weightOf(own);
  if (own.length === parts.length || Math.abs(sum) < PLAIN) return whole;
  return { label: signLabel(sum), score: round(Math.tanh(STEEPNESS * sum)), evidence: evidenceOf(own) };
}

function findEntity(text: string, entity: string): number {
  const name = entity.trim().replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  if (name === '') return -1;
  return text.search(new RegExp(`(?<![\\p{L}\\p{N}])${name}(?![\\p{L}\\p{N}])`, 'iu'));
}

interface Judgement {
  readonly label: SentimentLabel;
  readonly score: number;
}

function judge(text: string, parts: readonly TextEvidence[], crypto: boolean): Judgement {
  const reading = sumUp(parts);
  const style = styleOf(text);
  const chance = predict(
    MODEL,
    readRuleFeatures(reading, crypto, style),
    readTextFeatures(text, parts, crypto),
    crypto,
  );
  const polar = chance.positive - chance.negative;
  const sum = reading.good - reading.bad;
  const score = (polar + Math.tanh(STEEPNESS * sum)) / 2;
  const label = labelOf(chance, {
    sum,
    words: text.trim().split(/\s+/).length,
    crypto,
    // The model has learnt from headlines and tweets, which leave more unsaid.
    isPlain: !crypto && isOneSided(reading) && style === 'report',
  });
  // Of what is called neutral, little is said to one side.
  if (label === 'neutral') return { label, score: round(score / 2) };
  const sign = label === 'positive' ? 1 : -1;
  return { label, score: round(score * sign < 0 ? sign * LEAST_SCORE : score) };
}

interface LabelFacts {
  readonly sum: number;
  readonly words: number;
  readonly crypto: boolean;
  /** A sentence of a report whose words speak for one side alone. */
  readonly isPlain: boolean;
}

function labelOf(
  chance: Readonly<Record<SentimentLabel, number>>,
  { sum, words, crypto, isPlain }: LabelFacts,
): SentimentLabel {
  const { positive, negative, neutral } = chance;
  if (Math.max(positive, negative) <= neutral) return isPlain ? signLabel(sum) : 'neutral';
  // A flipped label is worse than a neutral one, and the model has learnt from few crypto headlines.
  if (crypto && Math.min(positive, negative) > MOST_OF_OPPOSITE) return 'neutral';
  const label = signLabel(positive - negative);
  // What a reader sees as evidence must not say the opposite of the label. Of a few words the model knows little.
  if (Math.abs(sum) < PLAIN || signLabel(sum) === label) return label;
  return words <= FEW_WORDS ? signLabel(sum) : 'neutral';
}

function isOneSided({ good, bad }: RuleReading): boolean {
  return Math.abs(good - bad) >= CLEAR && Math.min(good, bad) < MIXED;
}

function joined(title: Judgement, rest: number): Judgement {
  const bounded = Math.max(-0.999, Math.min(0.999, title.score));
  const score = Math.tanh(Math.atanh(bounded) + STEEPNESS * rest);
  if (title.label === 'neutral') {
    return { label: Math.abs(rest) >= CLEAR ? signLabel(rest) : 'neutral', score: round(score) };
  }
  const isTaken = score * title.score <= 0;
  return { label: isTaken ? 'neutral' : title.label, score: round(score) };
}

function signLabel(value: number): SentimentLabel {
  return value > 0 ? 'positive' : 'negative';
}

/** Scales parts by `share`, and further so that together they stay within `most`. */
function limit(parts: readonly TextEvidence[], share: number, most: number): readonly TextEvidence[] {
  const size = Math.abs(weightOf(parts));
  const factor = size * share > most ? most / size : share;
  return parts.map((part) => ({ ...part, weight: part.weight * factor }));
}

function weightOf(parts: readonly TextEvidence[]): number {
  const { good, bad } = sumUp(parts);
  return good - bad;
}

function evidenceOf(parts: readonly TextEvidence[]): readonly TextEvidence[] {
  return strongest(withoutInner(parts));
}

function strongest(parts: readonly TextEvidence[]): readonly TextEvidence[] {
  return parts
    .filter(({ text, weight }) => Math.abs(weight) >= MIN_EVIDENCE && text.length <= MAX_EVIDENCE_CHARS)
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, MAX_EVIDENCE)
    .map((part) => ({ ...part, weight: round(part.weight) }));
}

/** A part within another ("loss" in "loss of $3M") is told by that one. Of one text, in its order. */
function withoutInner(parts: readonly TextEvidence[]): readonly TextEvidence[] {
  const outer: TextEvidence[] = [];
  for (const part of parts.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = outer.at(-1);
    if (last && part.end <= last.end) outer[outer.length - 1] = { ...last, weight: last.weight + part.weight };
    else outer.push(part);
  }
  return outer;
}

/** Without places: one article's words are told once. */
function articleEvidence(parts: readonly TextEvidence[]): readonly SentimentEvidence[] {
  const merged = new Map<string, TextEvidence>();
  for (const part of parts) {
    const known = merged.get(part.text.toLowerCase());
    merged.set(part.text.toLowerCase(), { ...(known ?? part), weight: part.weight + (known?.weight ?? 0) });
  }
  return strongest([...merged.values()]).map(({ text, weight }) => ({ words: text, weight }));
}

function round(value: number): number {
  // Adding 0 makes 0 of -0.
  return Math.round(value * 1000) / 1000 + 0;
}
