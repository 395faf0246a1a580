import type { Topic } from './topic.ts';

export const SENTIMENT_LABELS = ['negative', 'neutral', 'positive'] as const;
export type SentimentLabel = (typeof SENTIMENT_LABELS)[number];

export interface Sentiment {
  readonly label: SentimentLabel;
  /** In [-1, 1]. */
  readonly score: number;
  /** The words that decided, strongest first, as they stand in the text. */
  readonly evidence: readonly SentimentEvidence[];
}

export interface SentimentEvidence {
  readonly words: string;
  /** Signed weight of these words after negation and inversion. */
  readonly weight: number;
}

export const METRICS = [
  'price',
  'change',
  'level',
  'support',
  'resistance',
  'moving_average',
  'liquidation',
  'flow',
  'open_interest',
  'market_cap',
  'volume',
  'loss',
  'paper_loss',
  'holding',
  'funding',
  'rate',
  'fine',
  'theft',
  'cost',
  'cost_basis',
  'hashprice',
  'index',
  'amount',
] as const;
/** What a figure measures; `amount` when the text does not say. */
export type Metric = (typeof METRICS)[number];

const LEVELS: ReadonlySet<Metric> = new Set<Metric>(['level', 'support', 'resistance', 'moving_average']);

/** Whether it is a line on a price chart, of whatever kind. */
export function isLevel(metric: Metric): boolean {
  return LEVELS.has(metric);
}

/** Whether a figure's window is a day of the calendar ("2026-02-05"). */
export function isDayWindow(window: string | null): window is string {
  return window !== null && /^\d{4}-\d\d-\d\d$/.test(window);
}

/** One number with its meaning. */
export interface Figure {
  readonly metric: Metric;
  /** In `unit`, magnitudes applied: "$775M" is 775000000. Unsigned; `direction` has the sign. */
  readonly value: number;
  /** Upper end of a range ("$60,000-$65,000"), else null. */
  readonly high: number | null;
  /** ISO 4217 code or asset symbol, `%`, `bps`, `points`, `x`. */
  readonly unit: string;
  readonly qualifier: 'about' | 'over' | 'under' | 'up_to' | 'nearly' | null;
  readonly direction: 'up' | 'down' | null;
  /** Symbol of the asset it speaks of, or null. */
  readonly asset: string | null;
  readonly side: 'long' | 'short' | null;
  /** "24h", "7d", "1mo", "12 trading days", "2026-02-05"; of a price also "low" and "high", of a moving average its kind ("200w EMA"); or null. */
  readonly window: string | null;
  /** Who is named as the figure's origin ("Coinglass"), or null. */
  readonly namedSource: string | null;
  /** The sentence it stands in, trimmed. */
  readonly sentence: string;
  /** As written: "$775M". */
  readonly text: string;
  /** Why it cannot be as it says, by the article's own numbers; null or missing: nothing speaks against it. */
  readonly doubt?: Doubt | null;
}

export const DOUBTS = ['arithmetic', 'implausible', 'passed'] as const;
/** A percentage that its numbers do not give, a total that never was, a line that the price has passed. */
export type Doubt = (typeof DOUBTS)[number];

export interface AssetMention {
  readonly symbol: string;
  /** In (0, 1]: what the article is about has 1, a name in passing near 0. */
  readonly salience: number;
}

/** What the newsroom read out of one article. */
export interface Analysis {
  /** Version of the reader that wrote it. */
  readonly version: number;
  /** ISO 639-1 code, `und` when unknown. */
  readonly language: string;
  /** Most salient first. */
  readonly assets: readonly AssetMention[];
  readonly topics: readonly Topic[];
  /** null: there is no reader for this language. */
  readonly sentiment: Sentiment | null;
  readonly figures: readonly Figure[];
  /** At most 320 characters, whole sentences of the source. */
  readonly summary: string;
}
