import { z } from 'zod';

/** Reads a JSON column. A row that does not fit is a bug or a hand-edited database: throws. */
export function readJson<T>(schema: z.ZodType<T>, text: string): T {
  return schema.parse(JSON.parse(text));
}

export const numbersColumn: z.ZodType<readonly number[]> = z.array(z.number());
