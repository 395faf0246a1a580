import type { Analysis } from '../model/analysis.ts';
import type { ArticleText } from '../model/article.ts';
import type { Topic } from '../model/topic.ts';
import type { AssetCatalogue } from './asset-catalogue.ts';
import { readerOf, type ArticleAssets, type AssetSpan } from './assets.ts';
import { readFigures } from './figures.ts';
import { readLanguage } from './language.ts';
import { readSentiment } from './sentiment.ts';
import { summarise } from './summary.ts';
import { readTopics } from './topics.ts';

/** Raised with every change after which the reader would say something else. */
export const READER_VERSION = 3;

/** A cleaned article; without a claim of its feed its language is English, or what the text shows. */
export type ArticleToAnalyse = Pick<ArticleText, 'title'> &
  Partial<ArticleText> & {
    /** Unix milliseconds: what "Thursday" is told from. */
    readonly publishedAt?: number;
    /** Topics that hold for every article of the feed. */
    readonly feedTopics?: readonly Topic[];
  };

/** Reads one article. Pure: the same text and catalogue give the same analysis. */
export function analyse(given: ArticleToAnalyse, catalogue: AssetCatalogue): Analysis {
  const article = { description: '', body: '', feedLanguage: 'en', feedTopics: [], ...given };
  const language = readLanguage(article, article.feedLanguage);
  const assets = readerOf(catalogue).read(article);
  const { text, mentions } = joinTexts(article, assets, catalogue);
  return {
    version: READER_VERSION,
    language,
    assets: assets.ranked,
    topics: readTopics(article, article.feedTopics),
    sentiment: readSentiment(article, language),
    figures: readFigures(text, mentions, given.publishedAt),
    summary: summarise(article),
  };
}

/** One text of all three, and where it names assets that have a price. */
function joinTexts(
  article: Pick<ArticleText, 'title' | 'description' | 'body'>,
  assets: ArticleAssets,
  { isPriced }: AssetCatalogue,
) {
  let text = '';
  const mentions: AssetSpan[] = [];
  for (const part of ['title', 'description', 'body'] as const) {
    if (article[part] === '') continue;
    if (text !== '') text += '\n';
    const from = text.length;
    text += article[part];
    for (const { symbol, start, end } of assets[part]) {
      if (isPriced(symbol)) mentions.push({ symbol, start: from + start, end: from + end });
    }
  }
  return { text, mentions };
}
