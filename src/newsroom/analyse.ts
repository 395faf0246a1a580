import type { Analysis } from '../model/analysis.ts';
import type { ArticleText } from '../model/article.ts';
import type { Topic } from '../model/topic.ts';
import type { AssetCatalogue } from './asset-catalogue.ts';
import { readerOf } from './assets.ts';
import { readFigures } from './figures.ts';
import { readLanguage } from './language.ts';
import { readSentiment } from './sentiment.ts';
import { summarise } from './summary.ts';
import { readTopics } from './topics.ts';

/** Raised with every change after which the reader would say something else. */
export const READER_VERSION = 2;

/** A cleaned article; without a claim of its feed its language is English, or what the text shows. */
export type ArticleToAnalyse = Pick<ArticleText, 'title' | 'body'> &
  Partial<ArticleText> & {
    /** Topics that hold for every article of the feed. */
    readonly feedTopics?: readonly Topic[];
  };

/** Reads one article. Pure: the same text and catalogue give the same analysis. */
export function analyse(given: ArticleToAnalyse, catalogue: AssetCatalogue): Analysis {
  const article = { description: '', feedLanguage: 'en', feedTopics: [], ...given };
  const assets = readerOf(catalogue);
  const language = readLanguage(article, article.feedLanguage);
  const text = [article.title, article.description, article.body].filter((part) => part !== '').join('\n');
  return {
    version: READER_VERSION,
    language,
    assets: assets.read(article),
    topics: readTopics(article, article.feedTopics),
    sentiment: readSentiment(article, language),
    figures: readFigures(text, assets.mentions),
    summary: summarise(article),
  };
}
