import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { SENTIMENT_LABELS } from '../../src/model/analysis.ts';

const headline = z
  .tuple([
    z.enum(SENTIMENT_LABELS),
    z.enum(SENTIMENT_LABELS),
    z.enum(SENTIMENT_LABELS),
    z.enum(['dev', 'unseen']),
    z.string(),
  ])
  .transform(([label, first, second, set, text]) => ({ text, label, first, second, unseen: set === 'unseen' }));

export type CryptoHeadline = z.infer<typeof headline>;

/**
 * Our own crypto headlines, in the manner of real ones: labelled twice, `label` is what was agreed on. One in five is
 * `unseen`: neither learnt from nor looked at when rules are made.
 */
export function readCryptoHeadlines(): readonly CryptoHeadline[] {
  const [, ...lines] = readFileSync(new URL('sets/crypto-headlines.tsv', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.map((line) => headline.parse(line.split('\t')));
}
