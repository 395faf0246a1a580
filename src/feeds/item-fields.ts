import type { Enclosure, Media, ParsedItem } from '../model/article.ts';
import { parseDate } from './dates.ts';
import { plainTitle } from './plain-title.ts';

/** What a format's mapper reads out of a feed. */
export interface FeedContent {
  /** Plain text; '' for none. */
  readonly title: string;
  /** The page that the feed belongs to. */
  readonly link: string | null;
  /** As written, `en-US`. */
  readonly language: string | null;
  readonly description: string;
  /** Epoch ms: when anything in it was changed, as the feed claims. */
  readonly updated: number | null;
  /** WebSub hub and the topic that the feed has there. */
  readonly hub: string | null;
  readonly self: string | null;
  readonly ttlMs: number | null;
  readonly items: readonly ParsedItem[];
}

export type Loose = string | null | undefined;

export interface LooseLink {
  readonly href?: string;
  readonly rel?: string;
  readonly type?: string;
  readonly length?: number;
}

const LIMITS = { title: 2_000, text: 200_000, name: 300, link: 4_000, list: 100 } as const;
const MAX_TTL_MS = 7 * 86_400_000;
// oxlint-disable-next-line no-control-regex -- PostgreSQL refuses NUL; the others no reader shows
const CONTROL = /(?![\t\n\r])[\u0000-\u001F]/g;

const NOTHING: readonly never[] = [];

interface LooseItem {
  /** Whether its texts can hold control characters or halves of surrogate pairs. */
  readonly mayNeedCleaning: boolean;
  readonly id: Loose;
  /** The first that is an http(s) address wins; relative ones are resolved against `base`. */
  readonly links: readonly Loose[];
  readonly base: string | null;
  readonly titles: readonly Loose[];
  readonly summaries: readonly Loose[];
  readonly contents: readonly Loose[];
  readonly authors: readonly Loose[];
  readonly categories: readonly Loose[];
  readonly language: Loose;
  /** The first that can be read wins. */
  readonly published: readonly Loose[];
  readonly updated: readonly Loose[];
  readonly enclosures: readonly LooseMedia[];
  readonly media: readonly LooseMedia[];
}

export interface LooseMedia {
  readonly url: Loose;
  readonly type?: Loose;
  readonly length?: number | undefined;
}

/** The item in the shape of the model. */
export function toParsedItem(loose: LooseItem): ParsedItem {
  const tidy = loose.mayNeedCleaning ? cleanCut : trimCut;
  const updated = firstDate(loose.updated);
  return {
    id: tidy(loose.id, LIMITS.text) || null,
    link: firstAddress(loose.links, loose.base),
    title: firstTitle(loose.titles, tidy),
    // An entry with nothing but a date of change (SEC EDGAR) was published then, for all we know.
    published: firstDate(loose.published) ?? updated,
    updated,
    authors: distinct(loose.authors, (text) => tidy(personName(text), LIMITS.name)),
    categories: distinct(loose.categories, (text) => tidy(text, LIMITS.name)),
    summary: firstText(loose.summaries, tidy),
    content: firstText(loose.contents, tidy),
    language: tidy(loose.language, LIMITS.name) || null,
    enclosures: toEnclosures(loose.enclosures, loose.base),
    media: toEnclosures(loose.media, loose.base).map(({ url, type }): Media => ({ url, type })),
  };
}

/** `ann@desk.example (Ann)` and `Ann <ann@desk.example>` are Ann. */
function personName(text: Loose): string {
  const person = (text ?? '').slice(0, LIMITS.name).trim();
  if (!person.includes('@')) return person;
  const [, behind, before] =
    /^[^\s<>()@]+@[^\s<>()@]+\s+\(([^()]+)\)$|^([^<>]*[^<>\s])\s*<[^<>]*@[^<>]*>$/.exec(person) ?? [];
  return behind ?? before ?? person;
}

/** The first that has letters, as plain text. */
export function toTitle(...titles: readonly Loose[]): string {
  return firstTitle(titles, cleanCut);
}

function firstTitle(titles: readonly Loose[], tidy: Tidy): string {
  for (const title of titles) {
    const plain = title ? tidy(plainTitle(title.slice(0, LIMITS.title)), LIMITS.title) : '';
    if (plain !== '') return plain;
  }
  return '';
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

/** Cuts a text to so many characters and takes away what must not be in it. */
type Tidy = (text: Loose, limit: number) => string;

function cleanCut(text: Loose, limit: number): string {
  return clean(text?.slice(0, limit));
}

/** For texts without control characters and halves of pairs; but the cut may go through a pair. */
function trimCut(text: Loose, limit: number): string {
  if (!text) return '';
  return text.length > limit ? cleanCut(text, limit) : text.trim();
}

/** The first that can be read, epoch ms. */
export function firstDate(texts: readonly Loose[]): number | null {
  for (const text of texts) {
    const date = parseDate(text ?? '');
    if (date !== null) return date;
  }
  return null;
}

/** The first address of a relation that leads anywhere; CoinDesk's hub is `true`. */
export function linkOf(links: readonly LooseLink[] | undefined, relation: string, base: string | null): string | null {
  const found = (links ?? []).filter(({ rel }) => rel?.toLowerCase().split(/\s+/).includes(relation));
  const hrefs = found.map(({ href }) => href);
  // A hub is somebody else's: an address in full.
  return firstAddress(hrefs, relation === 'hub' ? null : base);
}

/** Addresses of the page that something stands for: an HTML alternate, then any other alternate. */
export function pagesOf(links: readonly LooseLink[] | undefined): readonly Loose[] {
  if (!links) return NOTHING;
  const alternates = links.filter(({ rel }) => rel === undefined || rel.toLowerCase() === 'alternate');
  const html = alternates.filter(({ type }) => type === undefined || /html/i.test(type));
  return [...html, ...alternates].map(({ href }) => href);
}

export function enclosuresOf(links: readonly LooseLink[] | undefined): readonly LooseMedia[] {
  if (!links) return NOTHING;
  const found = links.filter(({ rel }) => rel?.toLowerCase() === 'enclosure');
  return found.map(({ href, type, length }) => ({ url: href, type, length }));
}

function firstText(texts: readonly Loose[], tidy: Tidy): string {
  for (const text of texts) {
    const tidied = tidy(text, LIMITS.text);
    if (tidied !== '') return tidied;
  }
  return '';
}

export function firstAddress(texts: readonly Loose[], base: string | null): string | null {
  for (const text of texts) {
    const address = webAddress(text, base);
    if (address !== null) return address;
  }
  return null;
}

function toEnclosures(loose: readonly LooseMedia[], base: string | null): readonly Enclosure[] {
  if (loose.length === 0) return NOTHING;
  const byUrl = new Map<string, Enclosure>();
  for (const { url, type, length } of loose.slice(0, LIMITS.list)) {
    const address = webAddress(url, base);
    if (address === null || byUrl.has(address)) continue;
    const bytes = length !== undefined && Number.isFinite(length) && length >= 0 ? length : null;
    byUrl.set(address, { url: address, type: clean(type) || null, length: bytes });
  }
  return [...byUrl.values()];
}

function distinct(texts: readonly Loose[], tidy: (text: Loose) => string): readonly string[] {
  if (texts.length === 0) return NOTHING;
  const found: string[] = [];
  for (const text of texts.slice(0, LIMITS.list)) {
    const tidied = tidy(text);
    if (tidied !== '' && !found.includes(tidied)) found.push(tidied);
  }
  return found;
}
