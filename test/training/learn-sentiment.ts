import { readRules, speaksOfCrypto, sumUp } from '../../src/newsroom/sentiment/read-rules.ts';
import { readRuleFeatures, RULE_FEATURES } from '../../src/newsroom/sentiment/rule-features.ts';
import {
  CRYPTO_TEXT_SHARE,
  OUTCOMES,
  WEIGHED_OUTCOMES,
  type Outcome,
  type SentimentModel,
} from '../../src/newsroom/sentiment/sentiment-model.ts';
import { scanTokens } from '../../src/newsroom/sentiment/sentiment-tokens.ts';
import { readTextFeatures, TEXT_BINS } from '../../src/newsroom/sentiment/text-features.ts';
import { styleOf } from '../../src/newsroom/sentiment/text-style.ts';
import { trainMachines, type Example } from './support-vectors.ts';

export interface Labelled {
  readonly text: string;
  readonly label: Outcome;
}

/** There are some ten times as many finance texts. */
const CRYPTO_WEIGHT = 3;
/** What a single text has cannot be told from chance. */
const LEAST_TEXTS = 2;
/** Steps of int8 below which a weight changes no label, but fills the file. */
const LEAST_INT8 = 4;
const MOST_INT8 = 127;
/** What makes a margin a logit: the least log loss on texts held out. */
const STEEPNESS = 2;
/** The rules' features are larger than the text's: evens out what their weights cost. */
const RULE_SHARE = 0.3;

/** The model that labelled texts teach, those of `crypto` as texts about crypto whatever their words. */
export function learnSentiment(finance: readonly Labelled[], crypto: readonly Labelled[]): SentimentModel {
  const examples = withoutRare([
    ...finance.map((labelled) => exampleOf(labelled, speaksOfCrypto(scanTokens(labelled.text)), 1)),
    ...crypto.map((labelled) => exampleOf(labelled, true, CRYPTO_WEIGHT)),
  ]);
  return quantised(againstNeutral(trainMachines(examples, RULE_FEATURES + TEXT_BINS, OUTCOMES.length)));
}

function withoutRare(examples: readonly Example[]): readonly Example[] {
  const texts = new Uint32Array(RULE_FEATURES + TEXT_BINS);
  for (const { bins } of examples) for (const bin of bins) texts[bin] = (texts[bin] ?? 0) + 1;
  return examples.map(({ bins, values, ...rest }) => {
    const places = [...bins.keys()].filter((place) => (texts[bins[place] ?? 0] ?? 0) >= LEAST_TEXTS);
    return {
      ...rest,
      bins: places.map((place) => bins[place] ?? 0),
      values: places.map((place) => values[place] ?? 0),
    };
  });
}

function exampleOf({ text, label }: Labelled, crypto: boolean, weight: number): Example {
  const parts = readRules(text, scanTokens(text), crypto);
  const rules = readRuleFeatures(sumUp(parts), crypto, styleOf(text));
  const words = readTextFeatures(text, parts, crypto);
  const share = crypto ? CRYPTO_TEXT_SHARE : 1;
  const dense = [...rules.entries()].filter(([, value]) => value !== 0);
  return {
    bins: [...dense.map(([feature]) => feature), ...words.bins.map((bin) => RULE_FEATURES + bin)],
    values: [...dense.map(([, value]) => value * RULE_SHARE), ...words.values.map((value) => value * share)],
    outcome: OUTCOMES.indexOf(label),
    weight,
  };
}

/** Logits of the weighed outcomes over that of the last: a softmax knows no more. */
function againstNeutral(margins: Float32Array): Float32Array {
  const outcomes = OUTCOMES.length;
  return Float32Array.from({ length: (margins.length / outcomes) * WEIGHED_OUTCOMES }, (_, place) => {
    const first = Math.floor(place / WEIGHED_OUTCOMES) * outcomes;
    return STEEPNESS * ((margins[first + (place % WEIGHED_OUTCOMES)] ?? 0) - (margins[first + outcomes - 1] ?? 0));
  });
}

function quantised(all: Float32Array): SentimentModel {
  const rules = all.slice(0, RULE_FEATURES * WEIGHED_OUTCOMES).map((weight) => weight * RULE_SHARE);
  const text = all.slice(rules.length);
  const scale = text.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / MOST_INT8;
  const steps = Int8Array.from(text, (weight) => Math.round(weight / scale));
  return { rules, scale, text: steps.map((step) => (Math.abs(step) < LEAST_INT8 ? 0 : step)) };
}
