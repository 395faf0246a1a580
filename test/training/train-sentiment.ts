import { parse } from 'csv-parse/sync';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { readRules, speaksOfCrypto, sumUp } from '../../src/newsroom/sentiment/read-rules.ts';
import { readRuleFeatures, RULE_FEATURES } from '../../src/newsroom/sentiment/rule-features.ts';
import {
  CRYPTO_TEXT_SHARE,
  OUTCOMES,
  packModel,
  type Outcome,
  type SentimentModel,
} from '../../src/newsroom/sentiment/sentiment-model.ts';
import { scanTokens } from '../../src/newsroom/sentiment/sentiment-tokens.ts';
import { readTextFeatures, TEXT_BINS } from '../../src/newsroom/sentiment/text-features.ts';
import { readCryptoHeadlines } from '../evaluate/crypto-headlines.ts';
import { trainSoftmax, type Example } from './softmax.ts';

// Writes src/newsroom/sentiment/sentiment-model.bin from two public sets, both MIT:
// SEntFiN 1.0 (Sinha et al. 2022) and Twitter Financial News Sentiment (zeroshot), and from our own crypto headlines.

interface Labelled {
  readonly text: string;
  readonly label: Outcome;
}

/** There are some twenty times as many finance texts. */
const CRYPTO_WEIGHT = 10;
const MOST_INT8 = 127;
const MODEL_FILE = new URL('../../src/newsroom/sentiment/sentiment-model.bin', import.meta.url);

const { values } = parseArgs({ options: { data: { type: 'string' } } });
if (values.data === undefined) throw new Error('say where sentfin.csv and twfin-train.csv are: --data DIR');

const finance = [
  ...readSentfin(join(values.data, 'sentfin.csv')),
  ...readTwitter(join(values.data, 'twfin-train.csv')),
];
const crypto = readCryptoHeadlines().filter(({ unseen }) => !unseen);
const examples = [
  ...finance.map(({ text, label }) => exampleOf(text, label, speaksOfCrypto(scanTokens(text)), 1)),
  ...crypto.map(({ text, label }) => exampleOf(text, label, true, CRYPTO_WEIGHT)),
];
const weights = trainSoftmax(examples, RULE_FEATURES + TEXT_BINS, OUTCOMES.length);
writeFileSync(MODEL_FILE, packModel(quantised(weights)));
console.log(`learnt from ${finance.length} finance texts and ${crypto.length} crypto headlines`);

function exampleOf(text: string, label: Outcome, isCrypto: boolean, weight: number): Example {
  const rules = readRuleFeatures(sumUp(readRules(text, scanTokens(text), isCrypto)), isCrypto);
  const words = readTextFeatures(text);
  const share = isCrypto ? CRYPTO_TEXT_SHARE : 1;
  const dense = [...rules.entries()].filter(([, value]) => value !== 0);
  return {
    bins: [...dense.map(([feature]) => feature), ...words.bins.map((bin) => RULE_FEATURES + bin)],
    values: [...dense.map(([, value]) => value), ...words.values.map((value) => value * share)],
    outcome: OUTCOMES.indexOf(label),
    weight,
  };
}

function quantised(all: Float32Array): SentimentModel {
  const rules = all.slice(0, RULE_FEATURES * OUTCOMES.length);
  const text = all.slice(rules.length);
  const scale = text.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / MOST_INT8;
  return { rules, scale, text: Int8Array.from(text, (weight) => Math.round(weight / scale)) };
}

/** Headlines with a label for each company named; those that agree on one. */
function readSentfin(file: string): readonly Labelled[] {
  const rows = z.array(z.object({ Title: z.string(), Decisions: z.string() })).parse(readCsv(file));
  return rows.flatMap(({ Title, Decisions }) => {
    const [label, ...others] = new Set(
      [...Decisions.matchAll(/: ['"](positive|negative|neutral)['"]/g)].map((match) => outcomeOf(match[1])),
    );
    return label === undefined || others.length > 0 ? [] : [{ text: Title, label }];
  });
}

function readTwitter(file: string): readonly Labelled[] {
  const labels = { 0: 'negative', 1: 'positive', 2: 'neutral' } as const;
  const rows = z.array(z.object({ text: z.string(), label: z.enum(['0', '1', '2']) })).parse(readCsv(file));
  return rows.map(({ text, label }) => ({ text, label: labels[label] }));
}

function readCsv(file: string): unknown {
  return parse(readFileSync(file), { columns: true, bom: true, relax_quotes: true });
}

function outcomeOf(word: string | undefined): Outcome {
  return z.enum(OUTCOMES).parse(word);
}
