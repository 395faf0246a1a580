import { decodeFeed } from './decode.ts';

/** Shorter is no article but what a page says beside one. */
const SHORTEST_CHARS = 400;
const MAX_PAGE_CHARS = 2_000_000;

/**
 * The article of a web page, as HTML without what stands around it (Mozilla's Readability); null for a page without
 * one. Meant for the worker: large pages take seconds.
 */
export async function readPageText(bytes: Uint8Array, contentType: string | null): Promise<string | null> {
  const { parseHTML } = await import('linkedom');
  const { Readability } = await import('@mozilla/readability');
  // oxlint-disable-next-line typescript/no-unsafe-assignment -- its types are of a browser's DOM, which we have not
  const parsed: { readonly document: unknown } = parseHTML(decodeFeed(bytes, contentType).slice(0, MAX_PAGE_CHARS));
  const article = new Readability(parsed.document as ConstructorParameters<typeof Readability>[0]).parse();
  const isArticle = (article?.textContent ?? '').trim().length >= SHORTEST_CHARS;
  return isArticle ? (article?.content ?? null) : null;
}
