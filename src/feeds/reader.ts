import { createOneByOne } from './one-by-one.ts';
import { parseFeed, type ParsedFeed } from './parse.ts';

/** Reads what was fetched without holding up anything else. */
export interface FeedReader {
  /** As `parseFeed`; rejects with its FeedError, `too-slow` past the deadline. */
  parse(bytes: Uint8Array, contentType: string | null, baseUrl: string | null): Promise<ParsedFeed>;
  close(): Promise<void>;
}

export function createFeedReader(): FeedReader {
  const oneByOne = createOneByOne();
  return {
    parse: (bytes, contentType, baseUrl) => oneByOne(() => parseFeed(bytes, contentType, baseUrl)),
    close: async () => undefined,
  };
}
