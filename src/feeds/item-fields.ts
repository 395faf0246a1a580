import type { FeedItem } from '../model/article.ts';
import { parseDate } from './dates.ts';

/** What a format's mapper reads out of a feed. */
export interface FeedContent {
  readonly title: string;
  /** ISO 639-1 as far as the feed names a language. */
  readonly language: string | null;
  readonly ttlMs: number | null;
  readonly items: readonly FeedItem[];
}

export type Loose = string | null | undefined;

const LIMITS = { title: 2_000, text: 200_000, name: 300, link: 4_000 } as const;
const MAX_TTL_MS = 7 * 86_400_000;
// oxlint-disable-next-line no-control-regex -- PostgreSQL refuses NUL; the others no reader shows
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g;

interface LooseItem {
  readonly guid: Loose;
  /** The first that is an http(s) address wins; relative ones are resolved against `base`. */
  readonly links: readonly Loose[];
  readonly base: string | null;
  readonly titles: readonly Loose[];
  readonly descriptions: readonly Loose[];
  readonly contents: readonly Loose[];
  readonly authors: readonly Loose[];
  readonly images: readonly Loose[];
  /**
   * The first that can be read wins; dates of change come last: an entry with nothing but `updated` (SEC EDGAR)
   * was published then, for all we know.
   */
  readonly dates: readonly Loose[];
}

/** The item in the shape of the model, or null when it says nothing at all. */
export function toFeedItem(loose: LooseItem): FeedItem | null {
  const item: FeedItem = {
    guid: firstText([loose.guid], LIMITS.text) || null,
    link: firstAddress(loose.links, loose.base),
    title: firstText(loose.titles, LIMITS.title),
    description: firstText(loose.descriptions, LIMITS.text),
    content: firstText(loose.contents, LIMITS.text),
    author: distinct(loose.authors).join(', ').slice(0, LIMITS.name) || null,
    imageUrl: firstAddress(loose.images, loose.base),
    publishedAt: firstDate(loose.dates),
  };
  return item.link || item.title || item.description || item.content ? item : null;
}

/** `en-US` to `en`; null for what is no language tag. */
export function languageOf(tag: Loose): string | null {
  return /^\s*([a-z]{2,3})(?![a-z])/i.exec(tag ?? '')?.[1]?.toLowerCase() ?? null;
}

/** Minutes of RSS `ttl` as ms; null for none, nonsense or more than a week. */
export function ttlOf(minutes: number | undefined): number | null {
  const ms = (minutes ?? 0) * 60_000;
  return ms > 0 && ms <= MAX_TTL_MS ? ms : null;
}

/** Absolute http(s) address, or null. */
export function webAddress(text: Loose, base: string | null): string | null {
  const trimmed = text?.trim() ?? '';
  if (trimmed === '' || trimmed.length > LIMITS.link) return null;
  const url = URL.parse(trimmed, base ?? undefined);
  return url?.protocol === 'http:' || url?.protocol === 'https:' ? url.href : null;
}

export function clean(text: Loose): string {
  return (text ?? '').replaceAll(CONTROL, '').toWellFormed().trim();
}

function firstText(texts: readonly Loose[], limit: number): string {
  for (const text of texts) {
    const cleaned = clean(text?.slice(0, limit));
    if (cleaned !== '') return cleaned;
  }
  return '';
}

function firstAddress(texts: readonly Loose[], base: string | null): string | null {
  for (const text of texts) {
    const address = webAddress(text, base);
    if (address !== null) return address;
  }
  return null;
}

function firstDate(texts: readonly Loose[]): number | null {
  for (const text of texts) {
    const date = parseDate(text ?? '');
    if (date !== null) return date;
  }
  return null;
}

function distinct(texts: readonly Loose[]): readonly string[] {
  return [...new Set(texts.map((text) => clean(text?.slice(0, LIMITS.name))).filter((text) => text !== ''))];
}
