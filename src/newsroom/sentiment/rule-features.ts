/** What the rules say of a text, as sums of signed weights. */
export interface RuleReading {
  readonly good: number;
  /** Not negative. */
  readonly bad: number;
  /** Phrases that count. */
  readonly hits: number;
}

const STEPS = 6;
const STEP = 0.5;
const MOST_HITS = 5;
const CLEAR = 0.3;
const SUM_BINS = 2 * STEPS + 1;
const HIT_BINS = MOST_HITS + 1;
const DOMAIN_SIZE = SUM_BINS + HIT_BINS + 5;

/** Length of the vector: one part for each domain, since what does not travel between them is where neutral ends. */
export const RULE_FEATURES = 2 * DOMAIN_SIZE;

/** The reading of the rules as the linear model sees it: a dense vector, zero in the part of the other domain. */
export function readRuleFeatures({ good, bad, hits }: RuleReading, crypto: boolean): Float32Array {
  const features = new Float32Array(RULE_FEATURES);
  const start = crypto ? DOMAIN_SIZE : 0;
  const sum = good - bad;
  const step = Math.max(-STEPS, Math.min(STEPS, Math.round(sum / STEP)));
  features[start + STEPS + step] = 1;
  features[start + SUM_BINS + Math.min(MOST_HITS, hits)] = 0.5;
  const rest = [Math.tanh(sum / 2), Math.tanh(good / 2), Math.tanh(bad / 2), good > CLEAR && bad > CLEAR ? 1 : 0, 1];
  features.set(rest, start + SUM_BINS + HIT_BINS);
  return features;
}
