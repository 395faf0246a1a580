import vader from 'vader-sentiment';
import { analyse } from '../../src/newsroom/analyse.ts';
import { readerOf } from '../../src/newsroom/assets.ts';
import { readFigures } from '../../src/newsroom/figures.ts';
import { readSentiment, scoreSentiment } from '../../src/newsroom/sentiment.ts';
import { summarise } from '../../src/newsroom/summary.ts';
import { readTopics } from '../../src/newsroom/topics.ts';
import { makeArticles } from './articles.ts';
import { ASSETS } from './bench-world.ts';
import type { Row } from './row.ts';
import { median, medianMs } from './stopwatch.ts';

const ARTICLES = 300;
const BODY_CHARS = 2_800;
/** The first are left out by the median: a process that reads for days has compiled it all. */
const ROUNDS = 9;

/** One article of 450 words: all that is read of it, and each part, beside a library that reads sentiment alone. */
export async function benchReading(): Promise<readonly Row[]> {
  const { mentions, read } = readerOf(ASSETS);
  const articles = makeArticles(ARTICLES, ASSETS.assets, 7, BODY_CHARS).map((made) => {
    const body = `${made.body} ${made.body}`.slice(0, BODY_CHARS);
    const text = `${made.title}\n${body}`;
    return { ...made, body, text, mentions: mentions(text) };
  });
  const ms = (work: (article: (typeof articles)[number]) => unknown): number => {
    const rounds = Array.from({ length: ROUNDS + 1 }, () => medianMs(articles, work));
    return median(rounds.slice(1));
  };
  const vaderTitle = ms(({ title }) => vader.SentimentIntensityAnalyzer.polarity_scores(title));
  const whole = ms((article) => analyse(article, ASSETS));
  const beside = (beside: string, besideMeasured: number) => ({ beside, besideMeasured, unit: 'ms' });
  return [
    {
      what: 'sentiment of a title',
      measured: ms(({ title }) => scoreSentiment(title)),
      ...beside('vader-sentiment, the same', vaderTitle),
    },
    { what: 'analyse(), 450 words', measured: whole, ...beside('vader-sentiment, its title alone', vaderTitle) },
    { what: '  of that assets', measured: ms((article) => read(article)), ...beside('all', whole) },
    {
      what: '  figures',
      measured: ms((article) => readFigures(article.text, article.mentions)),
      ...beside('all', whole),
    },
    { what: '  sentiment', measured: ms((article) => readSentiment(article, 'en')), ...beside('all', whole) },
    { what: '  topics', measured: ms((article) => readTopics(article, [])), ...beside('all', whole) },
    { what: '  summary', measured: ms((article) => summarise(article)), ...beside('all', whole) },
  ];
}
