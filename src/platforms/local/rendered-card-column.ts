import { z } from 'zod';
import type { RenderedCard } from './api.ts';

/** The column `local_message.card`. */
export const renderedCardColumn: z.ZodType<RenderedCard> = z.object({
  tone: z.enum(['positive', 'negative', 'neutral', 'unknown']).nullable(),
  title: z.string(),
  url: z.string().nullable(),
  badges: z.array(z.string()),
  lines: z.array(z.string()),
  table: z.object({ head: z.array(z.string()), rows: z.array(z.array(z.string())) }).nullable(),
  items: z.array(
    z.object({
      title: z.string(),
      url: z.string().nullable(),
      note: z.string(),
      at: z.number(),
      command: z.string().nullable(),
    }),
  ),
  sources: z.array(z.object({ name: z.string(), url: z.string().nullable(), at: z.number() })),
  imageUrl: z.string().nullable(),
  buttons: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('link'), label: z.string(), url: z.string() }),
      z.object({ kind: z.literal('command'), label: z.string(), command: z.string() }),
    ]),
  ),
  asOf: z.number(),
  footer: z.string().nullable(),
});
