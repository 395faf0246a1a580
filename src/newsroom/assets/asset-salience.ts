import type { AssetMention } from '../../model/analysis.ts';

const MAX_MENTIONS = 12;
const LEAD_CHARS = 300;
const LEAD_WEIGHT = 0.5;
const BODY_WEIGHT = 0.5;
/** Mentions from which on more of them say nothing new. */
const MANY = 4;
/** Below it, a mention in the body alone is in passing when title or lead name other assets. */
const PASSING = 0.25;
/** In a text longer than this, a single mention in the body says nothing even when nothing else is named. */
const LONG_TEXT = 1500;

interface Place {
  readonly symbol: string;
  /** UTF-16 offset. */
  readonly start: number;
}

export interface ArticleSpans {
  readonly title: readonly Place[];
  readonly description: readonly Place[];
  readonly body: readonly Place[];
  readonly hasDescription: boolean;
  /** Of description and body together, in UTF-16 units. */
  readonly length: number;
}

/**
 * Salience from where and how often assets are named: title 1, lead (the first 300 characters of the
 * description, or of the body where there is none) 0.5, description and body up to 0.5 by count and share;
 * scaled so that nothing exceeds 1. Most salient first, in the order of the text where equal.
 * Institutions take nothing from the assets that have a price and stand behind those as salient; one in the lead
 * alone counts where title and lead name none of those.
 */
export function rankMentions(spans: ArticleSpans, isPriced: (symbol: string) => boolean): readonly AssetMention[] {
  const priced = weigh(only(spans, isPriced), true);
  const isBeside = [...spans.title, ...leadOf(spans)].some(({ symbol }) => isPriced(symbol));
  const institutions = weigh(spans, !isBeside).filter(({ symbol }) => !isPriced(symbol));
  return [...priced, ...institutions].slice(0, MAX_MENTIONS).toSorted((a, b) => b.salience - a.salience);
}

function only(spans: ArticleSpans, isWanted: (symbol: string) => boolean): ArticleSpans {
  const wanted = (places: readonly Place[]) => places.filter(({ symbol }) => isWanted(symbol));
  return { ...spans, title: wanted(spans.title), description: wanted(spans.description), body: wanted(spans.body) };
}

function leadOf({ hasDescription, description, body }: ArticleSpans): readonly Place[] {
  return (hasDescription ? description : body).filter(({ start }) => start < LEAD_CHARS);
}

/** @param leadTells whether the lead alone is enough */
function weigh(spans: ArticleSpans, leadTells: boolean): readonly AssetMention[] {
  const title = countOf(spans.title);
  const leads = countOf(leadOf(spans));
  const bodies = countOf([...spans.description, ...spans.body]);
  const most = Math.max(1, ...bodies.values());
  const hasSubject = title.size > 0 || leads.size > 0;

  const mentions: AssetMention[] = [];
  for (const symbol of new Set([...title.keys(), ...leads.keys(), ...bodies.keys()])) {
    const count = bodies.get(symbol) ?? 0;
    const share = (count / most) * Math.min(1, count / MANY);
    const standing = (title.has(symbol) ? 1 : 0) + (leads.has(symbol) ? LEAD_WEIGHT : 0);
    const isTold = title.has(symbol) || (leadTells && leads.has(symbol));
    const isPassing = hasSubject ? count < 2 || share < PASSING : count < 2 && spans.length > LONG_TEXT;
    if (!isTold && isPassing) continue;
    mentions.push({ symbol, salience: standing + BODY_WEIGHT * share });
  }
  const top = Math.max(1, ...mentions.map(({ salience }) => salience));
  return mentions
    .map(({ symbol, salience }) => ({ symbol, salience: salience / top }))
    .toSorted((a, b) => b.salience - a.salience);
}

function countOf(spans: readonly Place[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { symbol } of spans) counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
  return counts;
}
