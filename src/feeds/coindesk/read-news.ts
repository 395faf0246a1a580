import { z } from 'zod';
import type { SentimentLabel } from '../../model/analysis.ts';
import type { ParsedItem } from '../../model/article.ts';
import type { Outlet } from '../../model/outlet.ts';
import { FeedError } from '../feed-error.ts';
import { toTitle, webAddress } from '../item-fields.ts';

/** An article of the news interface of CoinDesk Data. */
export interface ProvidedArticle {
  readonly item: ParsedItem;
  readonly outlet: Outlet;
  readonly sentiment: SentimentLabel | null;
  readonly categories: readonly string[];
}

const seconds = z.number().transform((value) => value * 1_000);
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');

const row = z.object({
  ID: z.number(),
  PUBLISHED_ON: seconds,
  CREATED_ON: seconds,
  TITLE: text,
  SUBTITLE: text,
  BODY: text,
  URL: text,
  IMAGE_URL: text,
  AUTHORS: text,
  LANG: text,
  SENTIMENT: text,
  SOURCE_DATA: z.object({ SOURCE_KEY: z.string(), NAME: z.string() }),
  CATEGORY_DATA: z.array(z.object({ CATEGORY: z.string() })).nullish(),
});

const answer = z.object({ Data: z.array(z.unknown()) });

/** A row that came so late was filled in afterwards: it is no news. Half of the honest ones come within 28 minutes. */
const BACK_FILLED_MS = 24 * 3_600_000;
/** Nobody has judged the outlets that it collects. */
const TIER = 3;
const LABELS: Readonly<Record<string, SentimentLabel>> = {
  POSITIVE: 'positive',
  NEGATIVE: 'negative',
  NEUTRAL: 'neutral',
};

/**
 * Reads the answer of `news/v1/article/list`. Rows that cannot be read, or were filled in late, are left out.
 * @throws FeedError when it is no such answer
 */
export function readNews(bytes: Uint8Array): readonly ProvidedArticle[] {
  const parsed = answer.safeParse(jsonOf(bytes));
  if (!parsed.success) throw new FeedError('not-a-feed', 'no answer of the CoinDesk Data news interface');
  return parsed.data.Data.flatMap((each) => {
    const found = row.safeParse(each).data;
    return found && found.CREATED_ON - found.PUBLISHED_ON <= BACK_FILLED_MS ? [toArticle(found)] : [];
  });
}

function toArticle(found: z.output<typeof row>): ProvidedArticle {
  const { SOURCE_KEY: key, NAME: name } = found.SOURCE_DATA;
  const image = webAddress(found.IMAGE_URL, null);
  return {
    item: {
      id: String(found.ID),
      title: toTitle(found.TITLE),
      link: webAddress(found.URL, null),
      published: found.PUBLISHED_ON,
      updated: null,
      authors: found.AUTHORS === '' ? [] : [found.AUTHORS],
      categories: (found.CATEGORY_DATA ?? []).map(({ CATEGORY }) => CATEGORY),
      summary: found.SUBTITLE,
      content: found.BODY,
      language: found.LANG.toLowerCase() || null,
      enclosures: [],
      media: image === null ? [] : [{ url: image, type: 'image/*' }],
    },
    outlet: { key: key.toLowerCase().replaceAll(/[^a-z\d]/g, ''), name, tier: TIER },
    sentiment: LABELS[found.SENTIMENT] ?? null,
    categories: (found.CATEGORY_DATA ?? []).map(({ CATEGORY }) => CATEGORY),
  };
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}
