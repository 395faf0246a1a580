import { z } from 'zod';
import { SENTIMENT_LABELS } from '../../src/model/analysis.ts';
import { readSet } from './read-set.ts';

const label = z.enum(SENTIMENT_LABELS);
const headline = z
  .tuple([label, label, label, z.enum(['dev', 'unseen']), z.string()])
  .transform(([agreed, first, second, set, text]) => ({
    text,
    label: agreed,
    first,
    second,
    unseen: set === 'unseen',
  }));

export type CryptoHeadline = z.infer<typeof headline>;

/**
 * Our own crypto headlines, in the manner of real ones: labelled twice, `label` is what was agreed on. One in five is
 * `unseen`: neither learnt from nor looked at when rules are made.
 */
export function readCryptoHeadlines(): readonly CryptoHeadline[] {
  return readSet('crypto-headlines').map((row) => headline.parse(row));
}
