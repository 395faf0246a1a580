import { RULE_FEATURES } from './rule-features.ts';
import { TEXT_BINS, type TextFeatures } from './text-features.ts';

export const OUTCOMES = ['negative', 'positive', 'neutral'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Outcomes with weights of their own, the first of `OUTCOMES`: those of the last are zero. */
export const WEIGHED_OUTCOMES = 2;

/** Weights of a softmax regression, two for each feature, in the order of `OUTCOMES`. */
export interface SentimentModel {
  readonly rules: Float32Array;
  /** To be multiplied by `scale`. */
  readonly text: Int8Array;
  readonly scale: number;
}

type Logits = [negative: number, positive: number];

const RULE_WEIGHTS = RULE_FEATURES * WEIGHED_OUTCOMES;
const HEAD = 4 + 4 * RULE_WEIGHTS;
/** The longest step from bin to bin that a byte tells; it is followed by another. */
const FARTHEST = 255;
/** Most texts that it learnt from are no crypto news: there, their words count for less than the rules. */
export const CRYPTO_TEXT_SHARE = 0.5;

/** The probabilities of the outcomes. `ruleFeatures` has the parts of the domain, see `readRuleFeatures`. */
export function predict(
  { rules, text, scale }: SentimentModel,
  ruleFeatures: Float32Array,
  { bins, values }: TextFeatures,
  crypto: boolean,
): Readonly<Record<Outcome, number>> {
  const logits: Logits = [0, 0];
  ruleFeatures.forEach((value, feature) => {
    if (value !== 0) addWeights(logits, rules, feature, value);
  });
  const share = scale * (crypto ? CRYPTO_TEXT_SHARE : 1);
  for (const [place, bin] of bins.entries()) addWeights(logits, text, bin, share * (values[place] ?? 0));
  const [negative, positive] = [Math.exp(logits[0]), Math.exp(logits[1])];
  const sum = negative + positive + 1;
  return { negative: negative / sum, positive: positive / sum, neutral: 1 / sum };
}

function addWeights(logits: Logits, weights: Float32Array | Int8Array, feature: number, value: number): void {
  const at = feature * WEIGHED_OUTCOMES;
  logits[0] += value * (weights[at] ?? 0);
  logits[1] += value * (weights[at + 1] ?? 0);
}

/**
 * Little-endian: scale (float32), weights of the rules (float32), then each bin whose weights are not zero: how far it
 * is from the one before (in bytes of 255, the last one smaller), and its weights (int8).
 */
export function packModel({ scale, rules, text }: SentimentModel): Uint8Array {
  const bins: number[] = [];
  let last = -1;
  for (let bin = 0; bin < TEXT_BINS; bin += 1) {
    const weights = text.subarray(bin * WEIGHED_OUTCOMES, (bin + 1) * WEIGHED_OUTCOMES);
    if (weights.every((weight) => weight === 0)) continue;
    for (let gap = bin - last; gap >= 0; gap -= FARTHEST) bins.push(Math.min(gap, FARTHEST));
    bins.push(...weights);
    last = bin;
  }
  const bytes = new Uint8Array(HEAD + bins.length);
  const view = new DataView(bytes.buffer);
  view.setFloat32(0, scale, true);
  rules.forEach((weight, place) => view.setFloat32(4 + 4 * place, weight, true));
  bytes.set(bins, HEAD);
  return bytes;
}

/** @throws RangeError when the bytes are no model of this shape */
export function unpackModel(bytes: Uint8Array): SentimentModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const rules = Float32Array.from({ length: RULE_WEIGHTS }, (_, place) => view.getFloat32(4 + 4 * place, true));
  const text = new Int8Array(TEXT_BINS * WEIGHED_OUTCOMES);
  let bin = -1;
  for (let at = HEAD; at < bytes.length; at += WEIGHED_OUTCOMES) {
    let step = FARTHEST;
    for (; step === FARTHEST; at += 1) {
      step = view.getUint8(at);
      bin += step;
    }
    if (bin >= TEXT_BINS) throw new RangeError('not a sentiment model of this shape');
    for (let outcome = 0; outcome < WEIGHED_OUTCOMES; outcome += 1) {
      text[bin * WEIGHED_OUTCOMES + outcome] = view.getInt8(at + outcome);
    }
  }
  return { scale: view.getFloat32(0, true), rules, text };
}
