import type { Analysis } from '../model/analysis.ts';
import type { ArticleText } from '../model/article.ts';
import type { Topic } from '../model/topic.ts';
import type { AssetReader } from './assets.ts';
import { readFigures } from './figures.ts';
import { readLanguage } from './language.ts';
import { readSentiment } from './sentiment.ts';
import { summarise } from './summary.ts';
import { readTopics } from './topics.ts';

/** Raised with every change after which the reader would say something else. */
const READER_VERSION = 1;

export interface AnalyseCatalogues {
  readonly assets: AssetReader;
  /** Topics that hold for every article of the feed. */
  readonly feedTopics: readonly Topic[];
}

/** Reads one cleaned article. Pure: the same text and catalogues give the same analysis. */
export function analyse(article: ArticleText, { assets, feedTopics }: AnalyseCatalogues): Analysis {
  const language = readLanguage(article, article.feedLanguage);
  const text = [article.title, article.description, article.body].filter((part) => part !== '').join('\n');
  return {
    version: READER_VERSION,
    language,
    assets: assets.read(article),
    topics: readTopics(article, feedTopics),
    sentiment: readSentiment(article, language),
    figures: readFigures(text, assets.mentions),
    summary: summarise(article),
  };
}
