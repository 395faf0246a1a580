import type { MediaNs } from 'feedsmith';
import type { ParsedItem } from '../model/article.ts';
import type { LooseMedia } from './item-fields.ts';

const IMAGE_PATH = /\.(?:jpe?g|png|gif|webp|avif)(?:$|[?#])/i;
/** Of a picture whose type is not told. */
export const SOME_IMAGE = 'image/*';

/** What Media RSS elements give an item: contents, then thumbnails. */
export function mediaOf(media: MediaNs.ItemOrFeed | undefined): readonly LooseMedia[] {
  if (!media) return [];
  const groups = media.groups ?? [];
  const contents = [media, ...groups].flatMap((part) => part.contents ?? []);
  const thumbnails = [media, ...groups, ...contents].flatMap((part) => part.thumbnails ?? []);
  return [
    ...contents.map((content) => ({ url: content.url, type: typeOf(content) })),
    ...thumbnails.map(({ url }) => ({ url, type: SOME_IMAGE })),
  ];
}

/** The picture of an item, best first: of its media, then of its enclosures. */
export function imageOf({ media, enclosures }: Pick<ParsedItem, 'media' | 'enclosures'>): string | null {
  return [...media, ...enclosures].find(({ type }) => isImageType(type))?.url ?? null;
}

/** Publishers leave `type` and `medium` out: dimensions without a type or the file's name tell as much. */
function typeOf({ url, type, medium, width, height }: MediaNs.Content): string | null {
  if (type !== undefined) return type;
  if (medium !== undefined) return `${medium.toLowerCase()}/*`;
  return (width !== undefined && height !== undefined) || IMAGE_PATH.test(url ?? '') ? SOME_IMAGE : null;
}

function isImageType(type: string | null): boolean {
  return type !== null && /^\s*image\//i.test(type);
}
