import { RULE_FEATURES } from './rule-features.ts';
import { TEXT_BINS, type TextFeatures } from './text-features.ts';

/** Order of the model's outputs. */
export const OUTCOMES = ['negative', 'neutral', 'positive'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Weights of a softmax regression, three for each feature, in the order of `OUTCOMES`. */
export interface SentimentModel {
  readonly rules: Float32Array;
  /** To be multiplied by `scale`. */
  readonly text: Int8Array;
  readonly scale: number;
}

const RULE_WEIGHTS = RULE_FEATURES * OUTCOMES.length;
const TEXT_WEIGHTS = TEXT_BINS * OUTCOMES.length;
/** Most texts that it learnt from are no crypto news: there, their words count for less than the rules. */
export const CRYPTO_TEXT_SHARE = 0.5;

/** The probabilities of the outcomes. `ruleFeatures` has the parts of the domain, see `readRuleFeatures`. */
export function predict(
  { rules, text, scale }: SentimentModel,
  ruleFeatures: Float32Array,
  { bins, values }: TextFeatures,
  crypto: boolean,
): Readonly<Record<Outcome, number>> {
  const logits: [number, number, number] = [0, 0, 0];
  ruleFeatures.forEach((value, feature) => {
    if (value !== 0) addWeights(logits, rules, feature, value);
  });
  const share = scale * (crypto ? CRYPTO_TEXT_SHARE : 1);
  for (const [place, bin] of bins.entries()) addWeights(logits, text, bin, share * (values[place] ?? 0));
  const most = Math.max(...logits);
  const [negative, neutral, positive] = logits.map((logit) => Math.exp(logit - most)) as typeof logits;
  const sum = negative + neutral + positive;
  return { negative: negative / sum, neutral: neutral / sum, positive: positive / sum };
}

function addWeights(
  logits: [number, number, number],
  weights: Float32Array | Int8Array,
  feature: number,
  value: number,
): void {
  const at = feature * OUTCOMES.length;
  logits[0] += value * (weights[at] ?? 0);
  logits[1] += value * (weights[at + 1] ?? 0);
  logits[2] += value * (weights[at + 2] ?? 0);
}

/** Little-endian: scale (float32), weights of the rules (float32), weights of the texts (int8). */
export function packModel({ scale, rules, text }: SentimentModel): Uint8Array {
  const bytes = new Uint8Array(4 + 4 * RULE_WEIGHTS + TEXT_WEIGHTS);
  const view = new DataView(bytes.buffer);
  view.setFloat32(0, scale, true);
  rules.forEach((weight, place) => view.setFloat32(4 + 4 * place, weight, true));
  bytes.set(new Uint8Array(text.buffer, text.byteOffset, text.length), 4 + 4 * RULE_WEIGHTS);
  return bytes;
}

/** @throws RangeError when the bytes are no model of this shape */
export function unpackModel(bytes: Uint8Array): SentimentModel {
  if (bytes.length !== 4 + 4 * RULE_WEIGHTS + TEXT_WEIGHTS) throw new RangeError('not a sentiment model of this shape');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const rules = Float32Array.from({ length: RULE_WEIGHTS }, (_, place) => view.getFloat32(4 + 4 * place, true));
  const text = new Int8Array(bytes.buffer, bytes.byteOffset + 4 + 4 * RULE_WEIGHTS, TEXT_WEIGHTS);
  return { scale: view.getFloat32(0, true), rules, text };
}
