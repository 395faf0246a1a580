import type { DemoFeedKey } from './demo-feeds.ts';

interface ScriptedText {
  readonly feed: DemoFeedKey;
  /** Unique within its feed. */
  readonly guid: string;
  /** Unique in the script; the article's page is `/articles/<slug>`. */
  readonly slug: string;
  /** As a reader finds it after the feed's own decoding; may hold HTML. */
  readonly title: string;
  /** Plain text. */
  readonly description?: string;
  /** Paragraphs parted by an empty line; one that begins with `<` is markup, others are plain text. */
  readonly body?: string;
  readonly author?: string;
  readonly imageless?: true;
  /** In the order of `at`. */
  readonly edits?: readonly DemoEdit[];
}

/** Replaces each text that it names; `at` is in whole seconds after the start. */
export interface DemoEdit {
  readonly at: number;
  readonly title?: string;
  readonly description?: string;
  readonly body?: string;
}

/** Published on an earlier day; `hour` and `minute` are UTC. */
export interface BacklogArticle extends ScriptedText {
  /** 1 is the UTC day before the day of the start. */
  readonly daysAgo: number;
  readonly hour: number;
  readonly minute: number;
}

/** Released `at` whole seconds after the start. */
export interface LiveArticle extends ScriptedText {
  readonly at: number;
}

/** One scripted item of a demo feed. */
export type DemoArticle = BacklogArticle | LiveArticle;
