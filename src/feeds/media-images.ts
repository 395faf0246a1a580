import type { MediaNs } from 'feedsmith';

const IMAGE_PATH = /\.(?:jpe?g|png|gif|webp|avif)(?:$|[?#])/i;

/** Addresses of the images that Media RSS elements give an item, best first: contents, then thumbnails. */
export function mediaImages(media: MediaNs.ItemOrFeed | undefined): readonly (string | undefined)[] {
  if (!media) return [];
  const groups = media.groups ?? [];
  const contents = [media, ...groups].flatMap((part) => part.contents ?? []);
  const thumbnails = [media, ...groups, ...contents].flatMap((part) => part.thumbnails ?? []);
  return [...contents.filter(isImage).map(({ url }) => url), ...thumbnails.map(({ url }) => url)];
}

/** Publishers leave `type` and `medium` out: dimensions without a type or the file's name tell as much. */
function isImage({ url, type, medium, width, height }: MediaNs.Content): boolean {
  if (type !== undefined) return isImageType(type);
  if (medium !== undefined) return medium.toLowerCase() === 'image';
  return (width !== undefined && height !== undefined) || IMAGE_PATH.test(url ?? '');
}

export function isImageType(type: string | undefined): boolean {
  return type !== undefined && /^\s*image\//i.test(type);
}
