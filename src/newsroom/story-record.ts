import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { TOPICS } from '../model/topic.ts';
import type { ReadArticle, StoryContent } from '../model/story.ts';
import { storySections, type SaidSentence } from './story-sections.ts';
import { READER_VERSION } from './analyse.ts';
import { loadAssets, type AssetCatalogue } from './asset-catalogue.ts';
import { storyFacts } from './story-facts.ts';

const sentences = z.array(z.object({ text: z.string(), outlet: z.string() })).readonly();

const recordSchema = z.object({
  title: z.string(),
  description: z.string(),
  /** ISO 8601, UTC. */
  publishedAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  lang: z.string(),
  externalId: z.string(),
  source: z.object({ name: z.string(), key: z.string(), type: z.string() }),
  /** The asset with a price that it is about, else its topic, else `NEWS`. */
  category: z.string(),
  tags: z.array(z.string()),
  /** Above 0: pinned. */
  stickyWeight: z.number(),
  sentiment: z.enum(['NEGATIVE', 'NEUTRAL', 'POSITIVE']).nullable(),
  score: z.number(),
  /** Hidden. */
  draft: z.boolean(),
  /** Nothing is written by a model here. */
  ai: z.object({ rewritten: z.boolean(), version: z.number() }),
  overview: sentences,
  whatHappened: sentences,
  fromAuthor: sentences,
  impact: sentences,
});

/** A story as it is handed out: what its card says, and its sentences with who wrote them. */
export type StoryRecord = z.infer<typeof recordSchema>;

/** What of a story is not in its articles. */
export interface RecordedStory {
  readonly id: number;
  readonly changedAt: number;
  readonly content: StoryContent;
  readonly stickyWeight: number;
  readonly draft: boolean;
}

const LABELS = { negative: 'NEGATIVE', neutral: 'NEUTRAL', positive: 'POSITIVE' } as const;

/**
 * @param articles of the story, at least one
 * @param catalogue the one that comes with the program by default
 */
export function toStoryRecord(
  story: RecordedStory,
  articles: readonly ReadArticle[],
  catalogue: AssetCatalogue = loadAssets(),
): StoryRecord {
  const { content } = story;
  const { leadArticle, languages } = storyFacts(articles);
  return {
    title: content.title,
    description: content.summary,
    publishedAt: new Date(Math.min(...articles.map(({ publishedAt }) => publishedAt))).toISOString(),
    updatedAt: new Date(story.changedAt).toISOString(),
    lang: languages[0] ?? 'und',
    externalId: String(story.id),
    source: { name: leadArticle.outletName, key: leadArticle.outlet, type: 'RSS' },
    category: content.assets.find(catalogue.isPriced) ?? content.topics[0]?.toUpperCase() ?? 'NEWS',
    tags: [...content.assets],
    stickyWeight: story.stickyWeight,
    sentiment: content.sentiment && LABELS[content.sentiment.label],
    score: content.sentiment?.score ?? 0,
    draft: story.draft,
    ai: { rewritten: false, version: READER_VERSION },
    ...storySections(articles),
  };
}

const SECTIONS = [
  ['overview', 'Overview'],
  ['whatHappened', 'What Happened'],
  ['fromAuthor', 'From author'],
  ['impact', 'Impact on the crypto market'],
] as const;

/** Front matter and sections; a section without content is left out. `parseStoryMarkdown` gives the record again. */
export function formatStoryMarkdown(record: StoryRecord): string {
  const { overview, whatHappened, fromAuthor, impact, ...front } = record;
  const bodies = { overview, whatHappened, fromAuthor, impact };
  const sections = SECTIONS.filter(([key]) => bodies[key].length > 0).map(
    ([key, heading]) => `## ${heading}\n\n${bodies[key].map(formatSentence).join('\n')}\n`,
  );
  return `---\n${stringify(front, { lineWidth: 0 })}---\n${sections.join('\n')}`;
}

function formatSentence({ text, outlet }: SaidSentence): string {
  return `- ${oneLine(text)} — *${oneLine(outlet)}*`;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

const LINE = /^- (?<text>.*) — \*(?<outlet>[^*]*)\*$/;

/** @throws Error where the text is no record of a story */
export function parseStoryMarkdown(text: string): StoryRecord {
  const match = /^---\n([\s\S]*?\n)---\n([\s\S]*)$/.exec(text);
  if (!match) throw new Error('no front matter between two lines of ---');
  const [, front = '', body = ''] = match;
  const sections = Object.fromEntries(SECTIONS.map(([key, heading]) => [key, sentencesUnder(body, heading)]));
  return recordSchema.parse({ ...z.record(z.string(), z.unknown()).parse(parse(front)), ...sections });
}

function sentencesUnder(body: string, heading: string): readonly SaidSentence[] {
  const from = `\n${body}`.split(`\n## ${heading}\n`)[1] ?? '';
  const section = from.split('\n## ', 1)[0] ?? '';
  return section.split('\n').flatMap((line) => {
    const { text, outlet } = LINE.exec(line)?.groups ?? {};
    return text === undefined || outlet === undefined ? [] : [{ text, outlet }];
  });
}

const articleSchema = z.object({
  outlet: z.object({
    key: z.string(),
    name: z.string(),
    tier: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  }),
  title: z.string(),
  description: z.string(),
  body: z.string(),
  link: z.string().nullable(),
  /** Epoch ms. */
  publishedAt: z.number(),
  lang: z.string(),
  topics: z.array(z.enum(TOPICS)),
  imageUrl: z.string().nullable(),
  /** Place in the list of the one that it repeats. */
  copyOf: z.number().nullable(),
});

/** A text of a story, as it was read. */
export type RecordedArticle = z.infer<typeof articleSchema>;

/** One line of JSON: the record, and the texts that it came of, with which it can be read anew. */
export function formatStoryJson(record: StoryRecord, articles: readonly ReadArticle[]): string {
  const places = new Map(articles.map(({ articleId }, place) => [articleId, place]));
  const recorded = articles.map((article): RecordedArticle => {
    const { title, description, body, link, publishedAt, imageUrl } = article;
    return {
      outlet: { key: article.outlet, name: article.outletName, tier: article.tier },
      title,
      description,
      body,
      link,
      publishedAt,
      lang: article.language,
      topics: [...article.topics],
      imageUrl,
      copyOf: places.get(article.copyOf ?? -1) ?? null,
    };
  });
  return JSON.stringify({ ...record, articles: recorded });
}

/** @throws Error where the line is no record of a story */
export function parseStoryJson(line: string): {
  readonly record: StoryRecord;
  readonly articles: readonly RecordedArticle[];
} {
  const { articles, ...record } = recordSchema
    .extend({ articles: z.array(articleSchema).default([]) })
    .parse(JSON.parse(line));
  return { record, articles };
}
