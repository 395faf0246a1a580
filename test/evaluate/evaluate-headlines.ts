import { afinn165FinancialMarketNews } from 'afinn-165-financialmarketnews';
import Sentiment from 'sentiment';
import vader from 'vader-sentiment';
import { scoreSentiment } from '../../src/newsroom/sentiment.ts';
import type { SentimentLabel } from '../../src/model/analysis.ts';
import { readCryptoHeadlines } from './crypto-headlines.ts';
import type { Evaluation, EvaluationRow } from './evaluation.ts';
import { labelScores } from './scores.ts';

/** The borders of the library's own documentation. */
const VADER_NEUTRAL = 0.05;

const READERS: Readonly<Record<string, (text: string) => SentimentLabel>> = {
  'bellwether, not told that it is crypto': (text) => scoreSentiment(text)?.label ?? 'neutral',
  bellwether: (text) => scoreSentiment(text, { domain: 'crypto' })?.label ?? 'neutral',
  'vader-sentiment 1.1.3': (text) =>
    labelOf(vader.SentimentIntensityAnalyzer.polarity_scores(text).compound, VADER_NEUTRAL),
  ...scoredBySentiment(),
};

/** Crypto headlines; those that no weight was learnt from and no rule was made for, apart. */
export function evaluateHeadlines(): readonly Evaluation[] {
  const all = readCryptoHeadlines();
  return [true, false].map((unseen) => {
    const headlines = all.filter((headline) => headline.unseen === unseen);
    return {
      name: unseen ? 'headlines-unseen' : 'headlines-known',
      what: `sentiment of ${headlines.length} crypto headlines ${unseen ? 'never looked at' : 'learnt from'}`,
      columns: ['accuracy', 'macro-F1', 'not flipped'],
      rows: Object.entries(READERS).map(([reader, read]): EvaluationRow => {
        const scores = labelScores(headlines.map(({ text, label }) => ({ wanted: label, given: read(text) })));
        return { reader, isOurs: reader === 'bellwether', scores: [scores.accuracy, scores.macroF1, 1 - scores.flips] };
      }),
    };
  });
}

function scoredBySentiment(): Readonly<Record<string, (text: string) => SentimentLabel>> {
  // `extras` of a call stay for all later ones: the bare reader goes first over a text, and has its own instance.
  const plain = new Sentiment();
  const finance = new Map(Object.entries(afinn165FinancialMarketNews));
  return {
    'sentiment 5.0.2': (text) => labelOf(plain.analyze(text).score, 0),
    'the words of afinn-165-financialmarketnews 3.0.0': (text) => labelOf(sumOf(text, finance), 0),
  };
}

function sumOf(text: string, weights: ReadonlyMap<string, number>): number {
  const words = text.toLowerCase().match(/[a-z'-]+/g) ?? [];
  return words.reduce((sum, word) => sum + (weights.get(word) ?? 0), 0);
}

function labelOf(score: number, neutral: number): SentimentLabel {
  if (score > neutral) return 'positive';
  return score < -neutral ? 'negative' : 'neutral';
}
