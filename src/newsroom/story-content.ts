import type { Figure, Metric } from '../model/analysis.ts';
import type { FigureClaim, ReadArticle, StoryContent, StoryFigure } from '../model/story.ts';
import { storyFacts } from './story-facts.ts';

const MAX_FIGURES = 6;
const MAX_ASSETS = 5;
const MAX_SOURCES = 20;
const MAX_CLAIMS = 4;

/** What a desk looks at first; an amount without a meaning is left to the text. */
const METRIC_RANK: Readonly<Record<Metric, number>> = {
  liquidation: 1,
  flow: 2,
  theft: 3,
  price: 4,
  change: 5,
  open_interest: 6,
  fine: 7,
  rate: 8,
  level: 9,
  loss: 10,
  holding: 11,
  funding: 12,
  market_cap: 13,
  volume: 14,
  index: 15,
  cost: 16,
  amount: 99,
};

/**
 * What the card of a story says. Depends on the articles alone, not on their order, the hour or the chat.
 * @param articles at least one
 */
export function storyContent(articles: readonly ReadArticle[]): StoryContent {
  const facts = storyFacts(articles);
  const bySource = articles.toSorted(bySeniority);
  const lead = articles.find((article) => article.articleId === facts.leadArticle.articleId);
  if (!lead) throw new Error('a story has no lead article');
  return {
    title: lead.title,
    url: lead.link,
    summary: lead.summary,
    sentiment: facts.sentiment,
    assets: facts.assets.slice(0, MAX_ASSETS),
    topics: facts.topics,
    importance: facts.importance,
    figures: storyFigures(lead, bySource),
    sources: bySource.slice(0, MAX_SOURCES).map(({ outletName, title, link, publishedAt }) => ({
      name: outletName,
      title,
      url: link,
      publishedAt,
    })),
    outletCount: facts.outlets.length,
    imageUrl: lead.imageUrl ?? bySource.find(({ imageUrl }) => imageUrl !== null)?.imageUrl ?? null,
    asOf: Math.max(...articles.map(({ publishedAt }) => publishedAt)),
  };
}

/** By what the articles say, not by the order in which they happened to be stored. */
function bySeniority(a: ReadArticle, b: ReadArticle): number {
  return a.publishedAt - b.publishedAt || a.outlet.localeCompare(b.outlet) || a.articleId - b.articleId;
}

interface Said {
  readonly figure: Figure;
  readonly outlet: string;
}

function storyFigures(lead: ReadArticle, articles: readonly ReadArticle[]): StoryFigure[] {
  const groups = new Map<string, Said[]>();
  for (const article of [lead, ...articles.filter((other) => other !== lead)]) {
    for (const figure of article.figures) {
      if (figure.metric === 'amount') continue;
      const key = [figure.metric, figure.unit, figure.asset, figure.side, figure.window].join('|');
      const group = groups.get(key) ?? [];
      group.push({ figure, outlet: article.outletName });
      groups.set(key, group);
    }
  }
  return [...groups.values()]
    .map(toStoryFigure)
    .filter((figure) => figure !== null)
    .toSorted((a, b) => METRIC_RANK[a.metric] - METRIC_RANK[b.metric])
    .slice(0, MAX_FIGURES);
}

function toStoryFigure(said: readonly Said[]): StoryFigure | null {
  const first = said[0]?.figure;
  if (!first) return null;
  const claims = new Map<string, FigureClaim>();
  for (const { figure, outlet } of said) {
    const key = `${figure.value}|${figure.high}|${figure.direction}`;
    const claim = claims.get(key);
    if (!claim) claims.set(key, toClaim(figure, outlet));
    else if (!claim.outlets.includes(outlet)) claims.set(key, { ...claim, outlets: [...claim.outlets, outlet] });
  }
  const { metric, unit, asset, side, window } = first;
  return { metric, unit, asset, side, window, claims: [...claims.values()].slice(0, MAX_CLAIMS) };
}

function toClaim({ value, high, qualifier, direction, sentence }: Figure, outlet: string): FigureClaim {
  return { value, high, qualifier, direction, outlets: [outlet], sentence };
}
