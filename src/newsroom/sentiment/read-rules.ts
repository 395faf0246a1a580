import type { RuleReading } from './rule-features.ts';
import { readClauses } from './sentiment-clauses.ts';
import { CRYPTO_PAIRS, CRYPTO_WORDS } from './sentiment-lexicon-crypto.ts';
import type { Token } from './sentiment-tokens.ts';
import { weighSentence } from './sentiment-weigh.ts';

/** A stretch of a text that says something good or bad. */
export interface TextEvidence {
  readonly text: string;
  /** UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
  /** Signed, after negation and inversion. */
  readonly weight: number;
}

/** What the rules find in a text, in its order. `tokens` are those of the text. */
export function readRules(text: string, tokens: readonly Token[], crypto: boolean): readonly TextEvidence[] {
  return readClauses(tokens)
    .flatMap((sentence) => weighSentence(sentence, tokens, crypto))
    .map(({ from, to, weight }) => {
      const start = tokens[from]?.start ?? 0;
      const end = tokens[to]?.end ?? start;
      return { text: text.slice(start, end), start, end, weight };
    });
}

/** What is good and what is bad in all. */
export function sumUp(parts: readonly { readonly weight: number }[]): RuleReading {
  let good = 0;
  let bad = 0;
  for (const { weight } of parts) {
    if (weight > 0) good += weight;
    else bad -= weight;
  }
  return { good, bad, hits: parts.length };
}

/** "fartcoin", "sidechain", "sushiswap". */
const CRYPTO_NAME = /.(?:coins?|chain|swap)$/;

export function speaksOfCrypto(tokens: readonly Token[]): boolean {
  return tokens.some(
    ({ key }, place) =>
      CRYPTO_WORDS.has(key) || CRYPTO_NAME.test(key) || CRYPTO_PAIRS.has(`${key} ${tokens[place + 1]?.key ?? ''}`),
  );
}
