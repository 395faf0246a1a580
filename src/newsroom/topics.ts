import { TOPICS } from '../model/topic.ts';
import type { Topic } from '../model/topic.ts';
import { TOPIC_RULES } from './topics/topic-rules.ts';

export interface TopicSource {
  readonly title: string;
  readonly description: string;
  readonly body: string;
}

const MOST_TOPICS = 5;
const MOST_BODY = 8_000;
const LONGEST_PHRASE = 4;

const TITLE = 4;
const DESCRIPTION = 1.5;
const BODY = 0.6;
/** A hint counts this much of a phrase that says the topic on its own. */
const HINT = 0.4;
const MOST_OF_BODY = 3;
const FEED = 1.2;
const ENOUGH = 1.2;
/** Of the strongest topic's score: what is less is said in passing. */
const IN_PASSING = 0.2;

interface Rule {
  readonly topic: Topic;
  readonly weight: number;
}

const RULES = new Map<string, Rule[]>();
const OPENERS = new Set<string>();
for (const topic of TOPICS) {
  for (const entry of TOPIC_RULES[topic].split(',')) {
    const words = tokens(entry.replace('!', ''));
    const phrase = words.join(' ');
    const rule = { topic, weight: entry.endsWith('!') ? 1 : HINT };
    RULES.set(phrase, [...(RULES.get(phrase) ?? []), rule]);
    if (words.length > 1) OPENERS.add(words[0] ?? '');
  }
}

/**
 * What an article is about, strongest first, at most 5: by words and phrases, of which those in the title
 * weigh most and one in the body alone is not enough. The topics of its feed are always among them.
 */
export function readTopics(article: TopicSource, feedTopics: readonly Topic[]): readonly Topic[] {
  const scores = new Map<Topic, number>();
  add(scores, countRules(article.title), (hits) => TITLE * Math.min(hits, 2));
  add(scores, countRules(article.description), (hits) => DESCRIPTION * Math.min(hits, 3));
  add(scores, countRules(article.body.slice(0, MOST_BODY)), (hits) =>
    hits < 2 ? 0 : Math.min(MOST_OF_BODY, BODY * hits),
  );
  for (const topic of feedTopics) scores.set(topic, (scores.get(topic) ?? 0) + FEED);
  const least = Math.max(ENOUGH, IN_PASSING * Math.max(0, ...scores.values()));
  const ranked = [...scores]
    .filter(([topic, score]) => score >= least || feedTopics.includes(topic))
    .toSorted(([a, m], [b, n]) => n - m || TOPICS.indexOf(a) - TOPICS.indexOf(b))
    .map(([topic]) => topic);
  const own = ranked.filter((topic) => !feedTopics.includes(topic));
  const kept = new Set([...feedTopics, ...own].slice(0, MOST_TOPICS));
  return ranked.filter((topic) => kept.has(topic));
}

function add(scores: Map<Topic, number>, hits: ReadonlyMap<Topic, number>, weigh: (hits: number) => number): void {
  for (const [topic, count] of hits) scores.set(topic, (scores.get(topic) ?? 0) + weigh(count));
}

/** Weighted hits by topic; the longest phrase at a place wins. */
function countRules(text: string): ReadonlyMap<Topic, number> {
  const hits = new Map<Topic, number>();
  const words = tokens(text);
  for (let at = 0; at < words.length; at += 1) {
    const most = OPENERS.has(words[at] ?? '') ? LONGEST_PHRASE : 1;
    for (let length = most; length > 0; length -= 1) {
      const rules = RULES.get(words.slice(at, at + length).join(' '));
      if (!rules) continue;
      for (const { topic, weight } of rules) hits.set(topic, (hits.get(topic) ?? 0) + weight);
      at += length - 1;
      break;
    }
  }
  return hits;
}

/** Lower-case words in the singular, as far as dropping "s" and "'s" goes. */
function tokens(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}&'’-]*/gu) ?? [];
  return words.map((word) => {
    const bare = word.replace(/['’]s?$/, '').replace(/['’-]+$/, '');
    return bare.length > 3 && bare.endsWith('s') && !bare.endsWith('ss') ? bare.slice(0, -1) : bare;
  });
}
