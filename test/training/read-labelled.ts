import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { OUTCOMES, type Outcome } from '../../src/newsroom/sentiment/sentiment-model.ts';
import type { Labelled } from './learn-sentiment.ts';

/** SEntFiN 1.0 (Sinha et al. 2022): headlines with a label for each company named; those that agree on one. */
export function readSentfin(file: string): readonly Labelled[] {
  const rows = z.array(z.object({ Title: z.string(), Decisions: z.string() })).parse(readCsv(file));
  return rows.flatMap(({ Title, Decisions }) => {
    const [label, ...others] = new Set(
      [...Decisions.matchAll(/: ['"](positive|negative|neutral)['"]/g)].map((match) => outcomeOf(match[1])),
    );
    return label === undefined || others.length > 0 ? [] : [{ text: Title, label }];
  });
}

/** Twitter Financial News Sentiment (zeroshot). */
export function readTwitter(file: string): readonly Labelled[] {
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
