import type { ParsedItem } from '../model/article.ts';
import type { KnownArticle } from '../store/articles.ts';
import { canonicalLink } from './canonical-link.ts';
import type { ItemKeys } from './identity.ts';

export type Identity =
  | { readonly kind: 'new' }
  | { readonly kind: 'same'; readonly articleId: number }
  /** Known, but the outlet changed a text. */
  | { readonly kind: 'edited'; readonly articleId: number };

const DAY_MS = 86_400_000;

/**
 * Decides whether an item is new, known, or known and edited.
 *
 * The item's own key speaks first, since an identifier and a title together are hardly ever reused.
 * A guid speaks for the article unless both link and title differ: outlets reuse guids (Yahoo Finance, SEC EDGAR).
 * A link speaks for it alone, since guids change while articles do not; `identityKeys` gave no link key where the
 * feed shows one address several times. The title of the day is the last resort.
 * @param known articles of the feed that share a key with the item
 * @param contentHash of the item as it is now
 * @param publishedAt epoch ms, that of its first sight where it tells none
 */
export function identify(
  item: ParsedItem,
  keys: ItemKeys,
  contentHash: string,
  publishedAt: number,
  known: readonly KnownArticle[],
): Identity {
  const by = (kind: KnownArticle['kind'], hash: string | null) =>
    known.find((article) => article.kind === kind && article.hash === hash);
  const byGuid = by('guid', keys.guid);
  const match =
    by('own', keys.own) ??
    (byGuid && !isAnotherArticle(item, byGuid) ? byGuid : undefined) ??
    by('link', keys.link) ??
    known.find((article) => isSameTitleWithinADay(article, keys, publishedAt));
  if (!match) return { kind: 'new' };
  // Retention took the texts: nothing to compare with, and nothing to tell anew.
  const unchanged = match.contentHash === '' || match.contentHash === contentHash;
  return { kind: unchanged ? 'same' : 'edited', articleId: match.articleId };
}

function isSameTitleWithinADay(article: KnownArticle, { titleDaysAround }: ItemKeys, publishedAt: number): boolean {
  if (article.kind !== 'title_day' || !titleDaysAround.includes(article.hash)) return false;
  return article.publishedAt === null || Math.abs(article.publishedAt - publishedAt) <= DAY_MS;
}

/** Of an article with the item's guid: the title differs too, else it had the item's own key. */
function isAnotherArticle(item: ParsedItem, known: KnownArticle): boolean {
  if (item.link === null || known.link === null) return false;
  return canonicalLink(item.link) !== canonicalLink(known.link);
}
