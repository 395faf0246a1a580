import { TOPICS } from '../model/topic.ts';
import type { Topic } from '../model/topic.ts';
import { readFiller } from './topics/read-filler.ts';
import { NO_TOPIC, TOPIC_RULES } from './topics/topic-rules.ts';

export interface TopicSource {
  readonly title: string;
  readonly description: string;
  readonly body: string;
}

const MOST_TOPICS = 5;
const MOST_BODY = 8_000;
/** A description that goes on after that is the text itself. */
const MOST_LEAD = 600;
const LONGEST_PHRASE = 4;

const TITLE = 4;
const AGAIN_IN_TITLE = 1;
const DESCRIPTION = 1.5;
const MOST_OF_DESCRIPTION = 2;
const BODY = 0.5;
/** A hint counts this much of a phrase that says the topic on its own. */
const HINT = 0.4;
const MOST_OF_BODY = 2.5;
/** Of the hits of the topic that the body names most: what it names less often is said in passing. */
const SHARE_OF_BODY = 1 / 3;
const FEED = 1.2;
const ENOUGH = 1.5;
/** Hints in the title that something else takes up. */
const BORNE_OUT = 2;
/** Of the strongest topic's score: what is less is said in passing. */
const IN_PASSING = 0.45;

const MAY_HAVE_ENDING = /[s'’-]$/;
/** Quoted in dollars: the coin after the slash says nothing. */
const QUOTED_IN = /\/usd[tc]?(?![a-z])/g;

interface Rule {
  readonly topic: Topic;
  readonly weight: number;
}

const RULES = new Map<string, Rule[]>(NO_TOPIC.split(',').map((phrase) => [tokens(phrase).join(' '), []]));
const OPENERS = new Set<string>([...RULES.keys()].map((phrase) => phrase.split(' ', 1)[0] ?? ''));
for (const topic of Object.keys(TOPIC_RULES) as (keyof typeof TOPIC_RULES)[]) {
  for (const entry of TOPIC_RULES[topic].split(',')) {
    const words = tokens(entry.replace('!', ''));
    const phrase = words.join(' ');
    const rule = { topic, weight: entry.endsWith('!') ? 1 : HINT };
    RULES.set(phrase, [...(RULES.get(phrase) ?? []), rule]);
    if (words.length > 1) OPENERS.add(words[0] ?? '');
  }
}

/** Between two phrases that say one topic they make one mention: "gold and silver". */
const JOINS = new Set(['and', 'or']);

/** Turn what follows into its opposite: "no margin calls". */
const DENIALS = new Set(['no', 'not', 'without', 'never', 'nor']);

/**
 * What an article is about, strongest first, at most 5 and mostly one to three: by words and phrases, of which those
 * in the title weigh most. One in the body alone is not enough, nor are hints without a word that says the topic, and
 * what is weak beside the strongest topic, or rare beside what the body names most, was said in passing. The topics of its feed are always among them, and that
 * it is a price prediction, an opinion or was paid for.
 */
export function readTopics(article: TopicSource, feedTopics: readonly Topic[]): readonly Topic[] {
  const scores = new Map<Topic, number>();
  const sure = new Set<Topic>(feedTopics);
  const title = countRules(article.title);
  add(scores, title, (hits) => TITLE * Math.min(hits, 1) + (hits > 1 ? AGAIN_IN_TITLE : 0));
  const description = countRules(article.description.slice(0, MOST_LEAD));
  add(scores, description, (hits) => DESCRIPTION * Math.min(hits, MOST_OF_DESCRIPTION));
  const body = countRules((article.body || article.description.slice(MOST_LEAD)).slice(0, MOST_BODY));
  const leastOfBody = Math.max(2, SHARE_OF_BODY * Math.max(0, ...body.values()));
  add(scores, body, (hits) => (hits < leastOfBody ? 0 : Math.min(MOST_OF_BODY, BODY * hits)));
  for (const found of [title, description, body]) {
    for (const [topic, hits] of found) if (hits >= 1) sure.add(topic);
  }
  for (const [topic, score] of scores) if (title.has(topic) && score >= BORNE_OUT) sure.add(topic);
  for (const topic of feedTopics) scores.set(topic, (scores.get(topic) ?? 0) + FEED);
  const least = Math.max(ENOUGH, IN_PASSING * Math.max(0, ...scores.values()));
  const ranked = [...scores]
    .filter(([topic, score]) => (score >= least && sure.has(topic)) || feedTopics.includes(topic))
    .toSorted(([a, m], [b, n]) => n - m || TOPICS.indexOf(a) - TOPICS.indexOf(b))
    .map(([topic]) => topic);
  const own = [...readFiller(article), ...ranked.filter((topic) => !feedTopics.includes(topic))];
  const kept = new Set([...feedTopics, ...own].slice(0, MOST_TOPICS));
  return [...new Set([...ranked, ...own])].filter((topic) => kept.has(topic));
}

function add(scores: Map<Topic, number>, hits: ReadonlyMap<Topic, number>, weigh: (hits: number) => number): void {
  for (const [topic, count] of hits) scores.set(topic, (scores.get(topic) ?? 0) + weigh(count));
}

/** Weighted hits by topic; the longest phrase at a place wins. */
function countRules(text: string): ReadonlyMap<Topic, number> {
  const hits = new Map<Topic, number>();
  /** Behind the last phrase that says the topic on its own. */
  const ends = new Map<Topic, number>();
  const words = tokens(text);
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const most = OPENERS.has(word) ? LONGEST_PHRASE : 1;
    for (let length = most; length > 0; length -= 1) {
      const rules = RULES.get(length === 1 ? word : words.slice(at, at + length).join(' '));
      if (!rules) continue;
      const isDenied = DENIALS.has(words[at - 1] ?? '');
      const isJoined = JOINS.has(words[at - 1] ?? '');
      for (const { topic, weight } of isDenied ? [] : rules) {
        const isSaid = weight === 1 && isJoined && ends.get(topic) === at - 1;
        if (!isSaid) hits.set(topic, (hits.get(topic) ?? 0) + weight);
        if (weight === 1) ends.set(topic, at + length);
      }
      at += length - 1;
      break;
    }
  }
  return hits;
}

/** Lower-case words in the singular, as far as dropping "s" and "'s" goes. */
function tokens(text: string): string[] {
  const words =
    text
      .toLowerCase()
      .replaceAll(QUOTED_IN, '')
      .match(/[\p{L}\p{N}][\p{L}\p{N}&'’-]*/gu) ?? [];
  return words.map((word) => {
    if (word === 'earnings') return word;
    if (!MAY_HAVE_ENDING.test(word)) return word;
    const bare = word.replace(/['’]s?$/, '').replace(/['’-]+$/, '');
    return bare.length > 3 && bare.endsWith('s') && !bare.endsWith('ss') ? bare.slice(0, -1) : bare;
  });
}
