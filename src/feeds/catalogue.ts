import { z } from 'zod';
import { parseDuration } from '../model/duration.ts';
import type { CatalogueFeed } from '../model/feed.ts';
import { TOPICS } from '../model/topic.ts';
import { readYamlFile } from './yaml-file.ts';

const webAddress = z.string().refine((text) => /^https?:$/.test(URL.parse(text)?.protocol ?? ''), {
  error: 'must be an http or https address',
});

const interval = z.string().transform((text, context) => {
  const ms = parseDuration(text);
  if (ms !== null && ms > 0) return ms;
  context.addIssue({ code: 'custom', message: 'must be a duration like 90s, 10m, 2h or 1d' });
  return z.NEVER;
});

const feedEntry = z.strictObject({
  key: z.string().regex(/^[a-z\d]+(?:-[a-z\d]+)*$/, { error: 'must be lower-case letters, digits and hyphens' }),
  outlet: z.string().regex(/[a-z\d]/i, { error: 'must have a letter or digit of ASCII' }),
  url: webAddress,
  tier: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)], { error: 'must be 1, 2, 3 or 4' }),
  lang: z.string().regex(/^[a-z]{2}$/, { error: 'must be an ISO 639-1 code like en' }),
  topics: z.array(z.enum(TOPICS)).default([]),
  kind: z.enum(['feed', 'coindesk']).default('feed'),
  interval: interval.optional(),
  fullText: z.boolean().optional(),
});
type FeedEntry = z.infer<typeof feedEntry>;

const feedsFile = z
  .strictObject({ feeds: z.array(feedEntry) })
  .superRefine(({ feeds }, context) => {
    for (const { index, field, message } of [
      ...repeated(feeds, 'key'),
      ...repeated(feeds, 'url'),
      ...tierQuarrels(feeds),
    ]) {
      context.addIssue({ code: 'custom', path: ['feeds', index, field], message });
    }
  })
  .transform(({ feeds }) => feeds.map(toCatalogueFeed));

/**
 * Reads the operator's feeds (`config/feeds.yaml`). Throws `ConfigFileError` with every problem of the file, among
 * them keys and addresses that occur twice and feeds of one outlet that disagree on its tier.
 */
export function loadFeedCatalogue(path: string): readonly CatalogueFeed[] {
  return readYamlFile(path, feedsFile, { setting: 'FEEDS_FILE' });
}

/** What filters call an outlet: lower-case letters and digits of its name. */
function outletKey(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z\d]/g, '');
}

function toCatalogueFeed(entry: FeedEntry): CatalogueFeed {
  return {
    key: entry.key,
    outlet: { key: outletKey(entry.outlet), name: entry.outlet, tier: entry.tier },
    url: entry.url,
    language: entry.lang,
    topics: entry.topics,
    kind: entry.kind,
    fullText: entry.fullText ?? null,
    intervalMs: entry.interval ?? null,
  };
}

interface Quarrel {
  readonly index: number;
  readonly field: 'key' | 'url' | 'tier';
  readonly message: string;
}

function repeated(feeds: readonly FeedEntry[], field: 'key' | 'url'): readonly Quarrel[] {
  const seen = new Set<string>();
  return feeds.flatMap((feed, index) => {
    const first = !seen.has(feed[field]);
    seen.add(feed[field]);
    return first ? [] : [{ index, field, message: `${feed[field]} occurs twice` }];
  });
}

function tierQuarrels(feeds: readonly FeedEntry[]): readonly Quarrel[] {
  const tiers = new Map<string, number>();
  return feeds.flatMap(({ outlet, tier }, index) => {
    const key = outletKey(outlet);
    const agreed = tiers.get(key) ?? tier;
    tiers.set(key, agreed);
    const message = `${outlet} has tier ${agreed} elsewhere; feeds of one outlet must agree`;
    return agreed === tier ? [] : [{ index, field: 'tier', message }];
  });
}
