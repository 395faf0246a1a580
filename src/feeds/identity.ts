import { hash as digest } from 'node:crypto';
import type { ParsedItem } from '../model/article.ts';
import { boundMarks } from '../texts/bound-marks.ts';
import { canonicalLink } from './canonical-link.ts';
import { newsDate } from './dates.ts';

/** What an item is known by within its feed; 22 characters each, null where the item or the feed gives none. */
export interface ItemKeys {
  readonly guid: string | null;
  readonly link: string | null;
  readonly titleDay: string | null;
  /** The title on the day before, that day and the next: within a day may lie over midnight. */
  readonly titleDaysAround: readonly string[];
  /** Guid (else link, else day) and title together: the same whatever else its document shows. */
  readonly own: string;
}

const SHORTEST_TITLE = 20;
const DAY_MS = 86_400_000;
const HASH_CHARS = 22;

interface Traits {
  readonly guid: string | null;
  readonly link: string | null;
  /** Folded; null where it is too short to tell articles apart. */
  readonly title: string | null;
  readonly day: number | null;
  /** Tells items apart that share an identifier: the title, or the text of an item without one. */
  readonly says: string;
}

/**
 * The keys of all items of one document, in order. The document is judged as a whole, since publishers reuse
 * identifiers: a guid that stands for several articles is combined with the link (or the title, where the link does
 * not tell them apart either); a link or a title that stands for several is no key. An item repeated
 * word for word is one article.
 * @param now epoch ms, the day of items without a date
 */
export function identityKeys(items: readonly ParsedItem[], now: number): readonly ItemKeys[] {
  const traits = items.map(traitsOf);
  const today = dayOf(now);
  const sharedGuids = shared(traits, (each) => each.guid);
  const sharedLinks = shared(traits, (each) => each.link);
  const sharedTitles = shared(
    traits,
    (each) => each.title,
    (each) => each.link ?? each.guid ?? '',
  );
  return traits.map((each) => {
    const link = each.link !== null && !sharedLinks.has(each.link) ? each.link : null;
    const day = each.day ?? today;
    const title = each.title !== null && !sharedTitles.has(each.title) ? each.title : null;
    const reused = each.guid !== null && sharedGuids.has(each.guid);
    return {
      guid: hashOrNull(reused ? `${each.guid}\n${link ?? each.says}` : each.guid),
      link: hashOrNull(link),
      titleDay: title && hash(titleDay(title, day)),
      titleDaysAround: title === null ? [] : [day - 1, day, day + 1].map((each) => hash(titleDay(title, each))),
      own: hash(`${each.guid ?? each.link ?? each.day ?? ''}\n${each.says}`),
    };
  });
}

/** The key of a link, the same for all addresses of one article. */
export function linkHash(link: string): string {
  return hash(canonicalLink(link));
}

/** Hash of what the item says (title, summary, content), the same whatever the markup and white space. */
export function contentHash(item: ParsedItem): string {
  return hash([item.title, item.summary, item.content].map(foldText).join('\n'));
}

function traitsOf(item: ParsedItem): Traits {
  const title = foldText(item.title);
  const published = newsDate(item.published);
  return {
    guid: item.id,
    link: item.link === null ? null : canonicalLink(item.link),
    day: published === null ? null : dayOf(published),
    title: title.length < SHORTEST_TITLE ? null : title,
    says: title || foldText(item.summary || item.content),
  };
}

function dayOf(ms: number): number {
  return Math.floor(ms / DAY_MS);
}

function titleDay(title: string, day: number): string {
  return `${day}\n${title}`;
}

/** The identifiers that items with different things to say share. */
function shared(
  traits: readonly Traits[],
  identifier: (each: Traits) => string | null,
  difference: (each: Traits) => string = (each) => each.says,
): ReadonlySet<string> {
  const first = new Map<string, string>();
  const found = new Set<string>();
  for (const each of traits) {
    const key = identifier(each);
    if (key === null) continue;
    const said = difference(each);
    const before = first.get(key);
    if (before === undefined) first.set(key, said);
    else if (before !== said) found.add(key);
  }
  return found;
}

/** Words and numbers with their signs; tags, references and other punctuation become single spaces. */
function foldText(text: string): string {
  const words = text.replaceAll(/<[^<>]*>/g, ' ').replaceAll(/&#?\w{1,31};/g, ' ');
  return boundMarks(words)
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/(?:[^\p{L}\p{N}%$€£¥+.-]|[+.-](?!\p{N}))+/gu, ' ')
    .trim();
}

function hashOrNull(text: string | null): string | null {
  return text === null ? null : hash(text);
}

function hash(text: string): string {
  return digest('sha256', text, 'base64url').slice(0, HASH_CHARS);
}
