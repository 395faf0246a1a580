import { z } from 'zod';
import { DOUBTS, METRICS, SENTIMENT_LABELS, type AssetMention, type Figure } from '../model/analysis.ts';
import type { StoryContent } from '../model/story.ts';
import { findTopic } from '../model/topic.ts';

const label = z.enum(SENTIMENT_LABELS);
const direction = z.enum(['up', 'down']).nullable();
const side = z.enum(['long', 'short']).nullable();
const qualifier = z.enum(['about', 'over', 'under', 'up_to', 'nearly']).nullable();

export const labelColumn = label.nullable();
/** Topics that are no more are read as what they are now. */
export const topicsColumn = z
  .array(z.string())
  .transform((names) => [...new Set(names.flatMap((name) => findTopic(name) ?? []))]);
export const assetsColumn: z.ZodType<AssetMention[]> = z.array(z.object({ symbol: z.string(), salience: z.number() }));

export const figuresColumn: z.ZodType<Figure[]> = z.array(
  z.object({
    metric: z.enum(METRICS),
    value: z.number(),
    high: z.number().nullable(),
    unit: z.string(),
    qualifier,
    direction,
    asset: z.string().nullable(),
    side,
    window: z.string().nullable(),
    namedSource: z.string().nullable(),
    sentence: z.string(),
    text: z.string(),
    doubt: z.enum(DOUBTS).nullable().default(null),
  }),
);

export const storyContentColumn: z.ZodType<StoryContent> = z.object({
  title: z.string(),
  url: z.string().nullable(),
  summary: z.string(),
  sentiment: z.object({ label, score: z.number() }).nullable(),
  assets: z.array(z.string()),
  topics: topicsColumn,
  importance: z.number(),
  figures: z.array(
    z.object({
      metric: z.enum(METRICS),
      unit: z.string(),
      asset: z.string().nullable(),
      side,
      window: z.string().nullable(),
      claims: z.array(
        z.object({
          value: z.number(),
          high: z.number().nullable(),
          qualifier,
          direction,
          outlets: z.array(z.string()),
          sentence: z.string(),
        }),
      ),
    }),
  ),
  sources: z.array(
    z.object({ name: z.string(), title: z.string(), url: z.string().nullable(), publishedAt: z.number() }),
  ),
  outletCount: z.number(),
  imageUrl: z.string().nullable(),
  asOf: z.number(),
});
