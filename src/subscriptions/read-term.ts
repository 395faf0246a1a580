import { SENTIMENT_LABELS } from '../model/analysis.ts';
import type { FilterTerm } from '../model/filter.ts';
import type { Tier } from '../model/outlet.ts';
import { message, type Text } from '../model/text.ts';
import { findTopic, TOPICS } from '../model/topic.ts';
import { cutAtWord } from '../texts/cut-at-word.ts';
import { foldWords } from '../newsroom/fold-words.ts';
import { languageCode } from './filter-languages.ts';
import type { Sigil } from './lex-filter.ts';
import { nearGuess } from './near-guess.ts';
import { findMeasure, readThreshold } from './threshold.ts';
import type { FilterVocabulary } from './vocabulary.ts';

export type TermReading =
  | { readonly kind: 'term'; readonly term: FilterTerm; readonly note: Text | null }
  | { readonly kind: 'problem'; readonly text: Text };

/** Bounds what one phrase can cost on hostile article text. */
const MAX_PHRASE_WORDS = 20;
/** Of what was typed, in a message about it. */
export const SHOWN_LENGTH = 60;
const LANGUAGE = /^lang(?:uage)?:(.*)$/i;
/** `importance:60`, which is answered with the operators. */
const MEASURE_COLON = /^(sentiment|importance|outlets?):(.*)$/i;
const TIER = /^tier[ -]?(\d{1,3})$/;

/** Reads a word or a quoted text, without its minus, as a term. */
export function readTerm(sigil: Sigil, text: string, quoted: boolean, vocabulary: FilterVocabulary): TermReading {
  switch (sigil) {
    case '$':
      return readAsset(text, vocabulary);
    case '#':
      return readTopic(text, vocabulary);
    case '@':
      return readOutlet(text, vocabulary);
    case '':
      return quoted ? readPhrase(text) : readBare(text, vocabulary);
    default:
      return sigil satisfies never;
  }
}

/** Reads `name operator value` as a term. */
export function readComparison(name: string, operator: string, value: string): TermReading {
  const threshold = readThreshold(cutAtWord(name, SHOWN_LENGTH), operator, value);
  if (typeof threshold === 'object' && 'kind' in threshold) return found(threshold);
  return { kind: 'problem', text: threshold };
}

function readAsset(text: string, vocabulary: FilterVocabulary): TermReading {
  if (text.trim() === '') return problem('filter-problem-asset-missing');
  const asset = vocabulary.findAsset(text);
  if (asset) return found({ kind: 'asset', symbol: asset.symbol });
  const guess = nearGuess(text, vocabulary.assetNames, ({ name }) => name, { eager: true });
  if (!guess) return problem('filter-problem-asset', { name: shown(text) });
  return problem('filter-problem-asset-guess', { name: shown(text), guess: guess.name, symbol: guess.symbol });
}

function readTopic(text: string, vocabulary: FilterVocabulary): TermReading {
  const key = compact(text);
  if (key === '') return problem('filter-problem-topic-missing');
  const topic = findTopic(key) ?? TOPICS.find((name) => compact(name) === key);
  if (topic) return found({ kind: 'topic', topic });
  const guess = nearGuess(key, vocabulary.topics, (name) => name, { eager: true });
  if (guess !== undefined) return problem('filter-problem-topic-guess', { name: shown(text), guess });
  return problem('filter-problem-topic', { name: shown(text), topics: vocabulary.topics.map((name) => `#${name}`) });
}

function readOutlet(text: string, vocabulary: FilterVocabulary): TermReading {
  const key = compact(text);
  if (key === '') return problem('filter-problem-outlet-missing');
  const tier = TIER.exec(text.toLowerCase())?.[1];
  if (tier !== undefined) return readTier(Number(tier));
  const outlet = vocabulary.findOutlet(text);
  if (outlet !== undefined) return found({ kind: 'outlet', key: outlet });
  const guess = nearGuess(key, [...vocabulary.outlets.keys()], (known) => known, { eager: true });
  if (guess === undefined) return problem('filter-problem-outlet', { name: shown(text) });
  return problem('filter-problem-outlet-guess', { name: shown(text), guess });
}

function readPhrase(text: string): TermReading {
  const words = foldWords(text);
  if (words.length === 0) return problem('filter-problem-no-words');
  if (words.length > MAX_PHRASE_WORDS) return problem('filter-problem-long-phrase', { max: MAX_PHRASE_WORDS });
  return found({ kind: 'words', words });
}

function readBare(text: string, vocabulary: FilterVocabulary): TermReading {
  const language = LANGUAGE.exec(text)?.[1];
  if (language !== undefined) return readLanguage(language);
  const [, name, value] = MEASURE_COLON.exec(text) ?? [];
  if (name !== undefined) return readComparison(name, ':', value ?? '');
  const label = SENTIMENT_LABELS.find((label) => label === text.toLowerCase());
  if (label) return found({ kind: 'label', label });
  const asset = vocabulary.findAsset(text);
  if (asset) {
    const note = asset.alsoWord ? message('filter-note-asset-word', { word: shown(text), symbol: asset.symbol }) : null;
    return { kind: 'term', term: { kind: 'asset', symbol: asset.symbol }, note };
  }
  const reading = readPhrase(text);
  return reading.kind === 'term' ? { ...reading, note: wordNote(text, vocabulary) } : reading;
}

function readLanguage(text: string): TermReading {
  const code = languageCode(text);
  if (code !== undefined) return found({ kind: 'language', code });
  return text === ''
    ? problem('filter-problem-language-missing')
    : problem('filter-problem-language', { name: shown(text) });
}

function wordNote(text: string, vocabulary: FilterVocabulary): Text | null {
  const word = shown(text);
  const measure = findMeasure(text);
  if (measure) return message('filter-note-measure', { word, measure });
  const key = compact(text);
  const guess = guessBare(key, vocabulary);
  return guess ? message('filter-note-guess', { word, guess }) : null;
}

function guessBare(key: string, vocabulary: FilterVocabulary): Text | undefined {
  if (vocabulary.topics.some((topic) => topic === key)) return message('filter-guess-topic', { topic: key });
  if (vocabulary.outlets.has(key)) return message('filter-guess-outlet', { outlet: key });
  const label = nearGuess(key, SENTIMENT_LABELS, (name) => name, { eager: false });
  if (label) return label;
  const asset = nearGuess(key, vocabulary.assetNames, ({ name }) => name, { eager: false });
  if (asset) return message('filter-guess-asset', { name: asset.name });
  const topic = nearGuess(key, vocabulary.topics, (name) => name, { eager: false });
  return topic ? message('filter-guess-topic', { topic }) : undefined;
}

/** Letters and digits only: "The Block" and "the-block" as `theblock`. */
function compact(text: string): string {
  return foldWords(text).join('');
}

function readTier(tier: number): TermReading {
  return isTier(tier) ? found({ kind: 'tier', tier }) : problem('filter-problem-tier');
}

function isTier(value: number): value is Tier {
  return value >= 1 && value <= 4;
}

function found(term: FilterTerm): TermReading {
  return { kind: 'term', term, note: null };
}

function problem(id: string, args: NonNullable<Parameters<typeof message>[1]> = {}): TermReading {
  return { kind: 'problem', text: message(id, args) };
}

function shown(text: string): string {
  return cutAtWord(text, SHOWN_LENGTH);
}
