import { generateOpml, parseOpml } from 'feedsmith';
import { decodeFeed } from './decode.ts';

export interface OpmlFeed {
  readonly title: string;
  readonly url: string;
}

const MAX_FEEDS = 1_000;

interface Outline {
  readonly text?: string;
  readonly title?: string;
  readonly xmlUrl?: string;
  readonly outlines?: readonly Outline[];
}

/** The feeds of an OPML list, in its order, each address once; null for what is no OPML. */
export function readOpml(bytes: Uint8Array): readonly OpmlFeed[] | null {
  try {
    const { body } = parseOpml(decodeFeed(bytes, null));
    const found = new Map<string, OpmlFeed>();
    for (const { text, title, xmlUrl } of flat(body?.outlines ?? [])) {
      const url = xmlUrl?.trim() ?? '';
      if (url !== '' && !found.has(url)) found.set(url, { url, title: (title ?? text ?? '').trim() });
    }
    return [...found.values()].slice(0, MAX_FEEDS);
  } catch {
    // The library throws for whatever it cannot read.
    return null;
  }
}

function flat(outlines: readonly Outline[]): readonly Outline[] {
  return outlines.flatMap((outline) => [outline, ...flat(outline.outlines ?? [])]);
}

/** An OPML 2.0 list (`opml.org/spec2`). */
export function writeOpml(feeds: readonly OpmlFeed[], title: string, now: number): string {
  return generateOpml({
    head: { title, dateCreated: new Date(now) },
    body: { outlines: feeds.map((feed) => ({ text: feed.title, title: feed.title, type: 'rss', xmlUrl: feed.url })) },
  });
}
