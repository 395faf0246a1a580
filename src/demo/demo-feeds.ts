import type { Outlet } from '../model/outlet.ts';
import type { Topic } from '../model/topic.ts';

export type FeedFormat =
  /** RSS 2.0 with the full text in content:encoded. */
  | 'rss-full'
  /** RSS 2.0, the text as escaped HTML in the description. */
  | 'rss-escaped'
  /** RSS 2.0 with short descriptions and campaign parameters on every link. */
  | 'rss-utm'
  /** RSS 2.0 in ISO-8859-1. */
  | 'rss-latin1'
  | 'atom-html'
  | 'atom-xhtml'
  /** RSS 1.0 (RDF). */
  | 'rdf'
  /** JSON Feed 1.1. */
  | 'json';

/** From `at` seconds after the start, the feed answers with an error status or a web page. */
export interface FeedBreak {
  readonly at: number;
  readonly answer: 'server-error' | 'web-page';
}

export interface DemoFeed {
  readonly key: string;
  readonly outlet: Outlet;
  readonly format: FeedFormat;
  readonly language: string;
  readonly topics: readonly Topic[];
  readonly breaks?: readonly FeedBreak[];
}

/** The feeds of the scripted week. No outlet of these names exists. */
export const DEMO_FEEDS = [
  feed('harborwire', 'Harbor Wire', 1, 'rss-full'),
  feed('ledgerpost', 'The Ledger Post', 1, 'atom-html'),
  feed('cbregister', 'Central Bank Register', 1, 'rdf', { topics: ['macro'] }),
  feed('gantry', 'Gantry Markets', 2, 'rss-escaped'),
  feed('blockfern', 'Blockfern Gazette', 2, 'atom-xhtml'),
  feed('chainlantern', 'Chain Lantern', 2, 'json'),
  feed('broadfloor', 'Broadfloor', 2, 'rss-escaped', { topics: ['stocks'] }),
  feed('sextant', 'Macro Sextant', 2, 'rss-utm', { topics: ['macro'] }),
  feed('finanzlotse', 'Finanzlotse Nord', 2, 'rss-latin1', { language: 'de' }),
  feed('coinpaddock', 'Coin Paddock', 3, 'rss-utm'),
  feed('tickerloft', 'Tickerloft', 3, 'rss-full'),
  feed('tidewell', 'Tidewell Exchange Blog', 3, 'json', { topics: ['exchanges'] }),
  // Carries backlog only: what a broken feed never showed would be missing for good.
  feed('altalmanack', 'Altcoin Almanack', 3, 'atom-html', {
    breaks: [
      { at: 12, answer: 'server-error' },
      { at: 20, answer: 'web-page' },
    ],
  }),
  feed('coinmagpie', 'Coin Magpie', 4, 'rss-full'),
] as const satisfies readonly DemoFeed[];

export type DemoFeedKey = (typeof DEMO_FEEDS)[number]['key'];

function feed<const Key extends string>(
  key: Key,
  name: string,
  tier: Outlet['tier'],
  format: FeedFormat,
  rest: Partial<Pick<DemoFeed, 'language' | 'topics' | 'breaks'>> = {},
): DemoFeed & { readonly key: Key } {
  return { key, outlet: { key, name, tier }, format, language: 'en', topics: [], ...rest };
}
