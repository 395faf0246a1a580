import type { Generated, Kysely, Transaction } from 'kysely';

/*
 * Portable columns: times are epoch ms, booleans 0 or 1, JSON is text that the queries parse with zod, ids of
 * platforms are text. What a nullable column means by null stands beside it.
 */

interface OutletTable {
  key: string;
  name: string;
  tier: number;
}

interface FeedTable {
  id: Generated<number>;
  key: string;
  scope: string;
  outlet: string;
  url: string;
  /** Of the address, with its port: polls of one host keep their distance. */
  host: string;
  kind: string;
  language: string;
  topics: string;
  /** Fixed interval in ms; null: adapts. */
  fixed_interval_ms: number | null;
  /** 0 when the catalogue no longer names it; the row stays, for its articles and keys. */
  active: number;
  etag: string | null;
  last_modified: string | null;
  next_poll_at: number;
  interval_ms: number;
  /** null: never polled, so that what it shows next is backlog. */
  first_polled_at: number | null;
  last_polled_at: number | null;
  last_ok_at: number | null;
  /** Last time that it was fetched without validators. */
  last_full_at: number | null;
  failures: number;
  last_error: string | null;
  /** `catalogue`: of the operator's file; `added`: by somebody in a chat. */
  origin: Generated<'catalogue' | 'added'>;
  /** As the operator's file has it, of those in it; `url` is where it is polled. */
  listed_url: string | null;
  /** As the feed calls itself, of added ones. */
  title: string | null;
  /** 1: somebody wants it not to be polled. */
  paused: Generated<number>;
  /** When its server said that it is gone for good (410); null: it is there. */
  retired_at: number | null;
  /** Since when it is tried but once a week; null: it is not given up. */
  given_up_at: number | null;
  /** Of the failures that still go on. */
  failing_since: number | null;
  /** Of the last body that was read, without what tells the time; null: none, or it was incomplete. */
  body_hash: string | null;
  /** Where it was redirected for good, and in how many polls running. */
  moved_to: string | null;
  moved_polls: Generated<number>;
  /** Polls running that found something new. */
  streak: Generated<number>;
  /** JSON array: when its last 30 items were published, epoch ms, ascending. */
  recent: Generated<string>;
  /** Until when a hub's pushes are relied on; null: they are not. */
  pushed_until: number | null;
  /** Whether teasers are completed from the page; null: as the setting says. */
  full_text: number | null;
}

/** Texts are plain, as last read; '' while never read. The raw ones are the feed's, to be read; null once read. */
interface ArticleTable {
  id: Generated<number>;
  feed_id: number;
  scope: string;
  outlet: string;
  title: string;
  description: string;
  body: string;
  raw_title: string | null;
  raw_description: string | null;
  raw_body: string | null;
  link: string | null;
  author: string | null;
  image_url: string | null;
  published_at: number;
  seen_at: number;
  alertable: number;
  content_hash: string;
  /** `new`: to be read by the newsroom (again, if `story_id` is set); `read`; `failed`: the reader threw. */
  state: 'new' | 'read' | 'failed';
  story_id: number | null;
  error: string | null;
  /** As a provider of news reads it (`negative`); null: none said. */
  provider_sentiment: Generated<string | null>;
  /** JSON array of a provider's own categories. */
  provider_categories: Generated<string>;
}

interface ArticleKeyTable {
  feed_id: number;
  kind: 'own' | 'guid' | 'link' | 'title_day';
  hash: string;
  article_id: number;
}

interface AnalysisTable {
  article_id: number;
  version: number;
  language: string;
  assets: string;
  topics: string;
  sentiment_label: string | null;
  sentiment_score: number | null;
  evidence: string;
  figures: string;
  summary: string;
  importance: number;
  /** Article whose text it repeats; null: none that was known. */
  copy_of: Generated<number | null>;
}

interface StoryTable {
  id: Generated<number>;
  scope: string;
  revision: number;
  created_at: number;
  changed_at: number;
  /** When its newest alertable article was first seen; null: backlog only. */
  alertable_at: number | null;
  lead_article_id: number;
  merged_into: number | null;
  title: string;
  importance: number;
  sentiment_label: string | null;
  sentiment_score: number | null;
  outlet_count: number;
  /** `StoryContent` as JSON: what the card says. The revision counts its changes. */
  content: string;
}

/** An operator's corrections. */
interface StoryEditTable {
  story_id: number;
  sticky_weight: number;
  hidden: number;
  /** null: as read. */
  sentiment_label: string | null;
  /** JSON array of symbols; null: as read. */
  assets: string | null;
  edited_at: number;
}

interface StoryTermTable {
  kind: 'asset' | 'topic' | 'outlet' | 'language';
  value: string;
  story_id: number;
}

interface FilterTable {
  id: Generated<number>;
  canonical: string;
}

interface ChatTable {
  id: Generated<number>;
  platform: string;
  native_id: string;
  thread: string;
  language: string;
  /** New cards rest until then; null: not paused. */
  paused_until: number | null;
  /** Why the platform lets nothing through; null: reachable. */
  gone_reason: string | null;
  /** Since when. */
  gone_at: number | null;
  created_at: number;
}

interface SubscriptionTable {
  id: Generated<number>;
  chat_id: number;
  /** Its name in the chat, counted from 1, never used again. */
  number: number;
  filter_id: number;
  mode: 'instant' | 'digest';
  cap_hour: number;
  cap_day: number;
  created_at: number;
  ended_at: number | null;
}

interface FanoutTable {
  id: Generated<number>;
  story_id: number;
  revision: number;
  /** JSON array of filter ids. */
  filters: string;
  /** The story's `alertable_at` at that revision; null: no new card may come of it, only edits. */
  alertable_at: number | null;
  /** In this order; `absorbs` only if `absorbed`, `summaries` only if `over_cap`. */
  phase: 'absorbs' | 'edits' | 'posts' | 'summaries';
  /** Index in `filters` of the one whose subscriptions are walked; 0 in `edits`. */
  position: number;
  /** Last id that the phase has dealt with: of a delivery in `absorbs` and `edits`, else of a subscription of that filter. */
  cursor: number;
  /** 1 once a subscription was over its cap. */
  over_cap: number;
  /** Story that was merged into this one, whose cards are to be settled first; null: none. */
  absorbed: Generated<number | null>;
}

/** Calls of a provider's interface that has an allowance. */
interface ApiUsageTable {
  provider: string;
  /** `2026-11`. */
  month: string;
  calls: number;
}

/** A feed's hub (WebSub) and what it was asked for. */
interface WebSubTable {
  feed_id: number;
  hub: string;
  topic: string;
  /** The last part of the callback's address. */
  token: string;
  /** Of the signatures. */
  secret: string;
  state: 'wanted' | 'asked' | 'verified' | 'denied';
  /** null: not verified. */
  lease_until: number | null;
  /** When it is asked (again). */
  next_at: number;
  attempts: number;
  last_error: string | null;
}

interface DeliveryTable {
  id: Generated<number>;
  /** The chat's, so that one index finds what is due on a platform. */
  platform: string;
  chat_id: number;
  /** `story:17` or `overflow:5:<slot>`. */
  subject: string;
  /** Of the subscription that first asked for it. */
  subscription_id: number;
  state: 'owed' | 'sending' | 'live' | 'frozen' | 'parked' | 'cancelled';
  wanted: number;
  /** Revision that the chat sees; null: none yet. */
  sent: number | null;
  sending_revision: number | null;
  nonce: string;
  /** When the dispatcher has to look at it again (a post, an edit, a lease that ran out); null: nothing to do, or the chat is gone. */
  due_at: number | null;
  message_ref: string | null;
  attempts: number;
  /** How often it stayed unknown whether a post had arrived. */
  doubts: Generated<number>;
  last_error: string | null;
  created_at: number;
}

interface OverflowTable {
  subscription_id: number;
  slot: string;
  story_id: number;
  /** The first revision of the summary that shows the story. */
  revision: number;
  added_at: number;
}

interface LocalMessageTable {
  id: Generated<number>;
  nonce: string;
  card: string;
  posted_at: number;
  edited_at: number | null;
  edits: number;
}

interface MigrationTable {
  id: number;
  applied_at: number;
}

export interface Schema {
  outlet: OutletTable;
  feed: FeedTable;
  article: ArticleTable;
  article_key: ArticleKeyTable;
  analysis: AnalysisTable;
  story: StoryTable;
  story_edit: StoryEditTable;
  story_term: StoryTermTable;
  filter: FilterTable;
  chat: ChatTable;
  subscription: SubscriptionTable;
  fanout: FanoutTable;
  delivery: DeliveryTable;
  overflow: OverflowTable;
  local_message: LocalMessageTable;
  websub: WebSubTable;
  api_usage: ApiUsageTable;
  migration: MigrationTable;
}

/** For reading. Inside a transaction only its own `Trx` may be used: `Db` waits for the transaction to end. */
export type Db = Kysely<Schema>;
export type Trx = Transaction<Schema>;
