import { STYLES, type Style } from './text-style.ts';

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
const BLOCK_SIZE = SUM_BINS + HIT_BINS + 5;
/** Of crypto, of finance, and of finance in each style. */
const BLOCKS = 2 + STYLES.length;

/** Length of the vector: blocks, since what does not travel between domains and styles is where neutral ends. */
export const RULE_FEATURES = BLOCKS * BLOCK_SIZE;

/** The reading of the rules as the linear model sees it: a dense vector, zero in the blocks of what the text is not. */
export function readRuleFeatures(reading: RuleReading, crypto: boolean, style: Style): Float32Array {
  const features = new Float32Array(RULE_FEATURES);
  if (crypto) fillBlock(features, 0, reading);
  else {
    fillBlock(features, 1, reading);
    if (style !== 'report') fillBlock(features, 2 + STYLES.indexOf(style), reading);
  }
  return features;
}

function fillBlock(features: Float32Array, block: number, { good, bad, hits }: RuleReading): void {
  const start = block * BLOCK_SIZE;
  const sum = good - bad;
  const step = Math.max(-STEPS, Math.min(STEPS, Math.round(sum / STEP)));
  features[start + STEPS + step] = 1;
  features[start + SUM_BINS + Math.min(MOST_HITS, hits)] = 0.5;
  const rest = [Math.tanh(sum / 2), Math.tanh(good / 2), Math.tanh(bad / 2), good > CLEAR && bad > CLEAR ? 1 : 0, 1];
  features.set(rest, start + SUM_BINS + HIT_BINS);
}
