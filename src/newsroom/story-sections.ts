import type { ReadArticle } from '../model/story.ts';
import { splitSentences } from './sentences.ts';
import { storyFacts, withoutCopies } from './story-facts.ts';
import { summarise } from './summary.ts';

/** A sentence as an outlet wrote it. */
export interface SaidSentence {
  readonly text: string;
  /** Display name. */
  readonly outlet: string;
}

/** What a story says at length; each section may be empty. */
export interface StorySections {
  readonly overview: readonly SaidSentence[];
  readonly whatHappened: readonly SaidSentence[];
  /** What articles that are opinions say. */
  readonly fromAuthor: readonly SaidSentence[];
  /** What a text says may come of it. */
  readonly impact: readonly SaidSentence[];
}

const OVERVIEW_CHARS = 320;
const HAPPENED_CHARS = 1_200;
const OPINION_CHARS = 600;
const MOST_IMPACT = 6;
const LONGEST_IMPACT = 300;
const FEWEST_SENTENCES = 3;
const MOST_BODY = 12_000;
const MOST_ARTICLES = 8;

const IMPACT =
  /\b(?:could|may|might|would|likely|expected to|is set to|are set to|suggests?|implications?|opens? the way|paves? the way|risks?)\b/i;
const MARKET =
  /\b(?:markets?|prices?|traders?|investors?|demand|selling|buying|support|resistance|liquidity|volatility|rally|inflows?|outflows?|risk assets|bitcoin|crypto\w*|tokens?|stocks?|shares|rates?|yields?)\b/i;
const WHOLE = /^[\p{Lu}\p{N}“"$€£].*[.!]["'”’)\]]?$/su;

/**
 * The sentences of a story by what they tell, each once and with the outlet that wrote it, none of our own.
 * @param articles at least one
 */
export function storySections(articles: readonly ReadArticle[]): StorySections {
  const { leadArticle } = storyFacts(articles);
  const rest = articles.filter(({ articleId }) => articleId !== leadArticle.articleId);
  const lead = articles.find(({ articleId }) => articleId === leadArticle.articleId);
  const ordered = withoutCopies(lead ? [lead, ...rest] : rest).slice(0, MOST_ARTICLES);
  const news = ordered.filter(({ topics }) => !topics.includes('opinion'));
  const said = new Set<string>();
  const tell = (text: string, outlet: string): readonly SaidSentence[] =>
    splitSentences(text).flatMap((sentence) => {
      const line = sentence.text.replaceAll(/\s+/g, ' ').trim();
      if (said.has(line.toLowerCase())) return [];
      said.add(line.toLowerCase());
      return [{ text: line, outlet }];
    });
  const impact = ordered
    .flatMap((article) => impactOf(article).map((text) => ({ text, outlet: article.outletName })))
    .slice(0, MOST_IMPACT)
    .flatMap(({ text, outlet }) => tell(text, outlet));
  const [first, ...others] = news.length > 0 ? news : ordered;
  const overview = first ? tell(shortened(first, OVERVIEW_CHARS), first.outletName) : [];
  const happened = [first, ...others].flatMap((article, place) =>
    article ? tell(shortened(article, place === 0 ? HAPPENED_CHARS : OVERVIEW_CHARS), article.outletName) : [],
  );
  const opinions = ordered.filter((article) => article.topics.includes('opinion'));
  return {
    overview,
    whatHappened: happened,
    fromAuthor: opinions.flatMap((article) => tell(shortened(article, OPINION_CHARS), article.outletName)),
    impact,
  };
}

function shortened({ title, description, body }: ReadArticle, maxChars: number): string {
  return summarise({ title, description, body, maxChars });
}

function impactOf({ body }: ReadArticle): readonly string[] {
  const all = splitSentences(body.slice(0, MOST_BODY)).map(({ text }) => text);
  // Of a teaser it would be all that there is.
  if (all.length < FEWEST_SENTENCES) return [];
  return all.filter(
    (text) => text.length <= LONGEST_IMPACT && WHOLE.test(text) && IMPACT.test(text) && MARKET.test(text),
  );
}
