import { SENTIMENT_LABELS } from '../model/analysis.ts';
import { spellTerm } from './canonical-filter.ts';
import { ownLanguageName } from './filter-languages.ts';
import { lexFilter, type FilterToken } from './lex-filter.ts';
import type { FilterVocabulary } from './vocabulary.ts';

export interface FilterCompletion {
  /** Offset in the text at which the completed term starts; `insert` replaces everything from there. */
  readonly from: number;
  readonly items: readonly CompletionItem[];
}

/** The same in every language: names and what is written for them. */
export interface CompletionItem {
  /** With the minus that was typed: "-$BTC". */
  readonly insert: string;
  /** "Bitcoin". */
  readonly label: string;
  /** "$BTC". */
  readonly hint: string;
}

interface Candidate {
  readonly written: string;
  readonly label: string;
  /** What may be typed for it, lower case, the shortest way first. */
  readonly spellings: readonly string[];
}

const THRESHOLDS = ['sentiment<-0.4', 'sentiment>=0.4', 'importance>=60', 'outlets>=2', 'outlets>=3'];
/** Offered; any other code can be typed. */
const LANGUAGES = [
  'en',
  'de',
  'es',
  'fr',
  'pt',
  'it',
  'nl',
  'tr',
  'ru',
  'uk',
  'pl',
  'ja',
  'ko',
  'zh',
  'hi',
  'id',
  'vi',
  'ar',
];
const MAX_NAME_WORDS = 4;
/** How many of each group are offered before anything is typed. */
const STARTERS = { assets: 10, topics: 6, labels: 3, thresholds: 3, outlets: 3 };

/**
 * Completes the last term of a text that is being typed, by the beginning of what it can become. A leading minus
 * stays. Nothing is offered inside quotes.
 */
export function completeFilter(text: string, vocabulary: FilterVocabulary, limit = 25): FilterCompletion {
  const tokens = lexFilter(text);
  const last = tokens.at(-1);
  const groups = candidateGroups(vocabulary);
  if (!last || last.end < text.length || last.kind === 'connector' || last.kind === 'bracket') {
    return { from: text.length, items: offer(starters(groups), '', limit) };
  }
  if (last.kind === 'minus') return { from: last.at, items: offer(starters(groups), '-', limit) };
  const { assets, topics, labels, thresholds, outlets, languages } = groups;
  if (last.kind === 'comparison') {
    const found = beginning(last.name + last.operator + last.value, thresholds);
    return { from: last.at, items: offer(found, last.negated ? '-' : '', limit) };
  }
  if (last.kind !== 'word') return { from: last.at, items: [] };

  const sign = last.negated ? '-' : '';
  switch (last.sigil) {
    case '$':
      return { from: last.at, items: offer(beginning(last.text, assets), sign, limit) };
    case '#':
      return { from: last.at, items: offer(beginning(last.text, topics), sign, limit) };
    case '@':
      return { from: last.at, items: offer(beginning(last.text, outlets), sign, limit) };
    case '': {
      const name = completeName(tokens, assets, limit);
      if (name) return name;
      const all = [...assets, ...labels, ...topics, ...thresholds, ...languages, ...outlets];
      return { from: last.at, items: offer(beginning(last.text, all), sign, limit) };
    }
    default:
      return last.sigil satisfies never;
  }
}

/** The last words together, as the beginning of a name of several: "shiba in". */
function completeName(
  tokens: readonly FilterToken[],
  assets: readonly Candidate[],
  limit: number,
): FilterCompletion | undefined {
  for (let count = MAX_NAME_WORDS; count >= 2; count -= 1) {
    const words = tokens.slice(-count).flatMap((token) => (token.kind === 'word' && token.sigil === '' ? [token] : []));
    const [first, ...others] = words;
    if (!first || words.length < count || others.some(({ negated, follows }) => negated || !follows)) continue;
    const found = beginning(words.map(({ text }) => text).join(' '), assets);
    if (found.length > 0) return { from: first.at, items: offer(found, first.negated ? '-' : '', limit) };
  }
  return undefined;
}

/** What begins with the text: exact spellings first, then by the way that is shortest to type. */
function beginning(typed: string, candidates: readonly Candidate[]): readonly Candidate[] {
  const lower = typed.toLowerCase();
  const rankOf = ({ spellings }: Candidate) => {
    if (spellings.includes(lower)) return 0;
    const place = spellings.findIndex((spelling) => spelling.startsWith(lower));
    return place === -1 ? Number.POSITIVE_INFINITY : 1 + place;
  };
  return candidates
    .map((candidate) => ({ candidate, rank: rankOf(candidate) }))
    .filter(({ rank }) => rank < Number.POSITIVE_INFINITY)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ candidate }) => candidate);
}

function offer(candidates: readonly Candidate[], sign: string, limit: number): readonly CompletionItem[] {
  return candidates.slice(0, limit).map(({ written, label }) => ({ insert: sign + written, label, hint: written }));
}

function starters(groups: ReturnType<typeof candidateGroups>): readonly Candidate[] {
  return [
    ...groups.assets.slice(0, STARTERS.assets),
    ...groups.topics.slice(0, STARTERS.topics),
    ...groups.labels.slice(0, STARTERS.labels),
    ...groups.thresholds.slice(0, STARTERS.thresholds),
    ...groups.outlets.slice(0, STARTERS.outlets),
  ];
}

function candidateGroups(vocabulary: FilterVocabulary) {
  const tiers = ([1, 2, 3, 4] as const).map((tier) => plain(spellTerm({ kind: 'tier', tier }), [`tier${tier}`]));
  const outlets = [...vocabulary.outlets].map(([key, name]) => ({
    written: spellTerm({ kind: 'outlet', key }),
    label: name,
    spellings: [key, name.toLowerCase()],
  }));
  return {
    assets: assetCandidates(vocabulary),
    topics: vocabulary.topics.map((topic) => plain(spellTerm({ kind: 'topic', topic }), [topic])),
    labels: SENTIMENT_LABELS.map((label) => plain(label, [label])),
    thresholds: THRESHOLDS.map((threshold) => plain(threshold, [threshold])),
    outlets: [...outlets, ...tiers],
    languages: LANGUAGES.map((code) => ({
      written: spellTerm({ kind: 'language', code }),
      label: ownLanguageName(code),
      spellings: [`lang:${code}`, `language:${code}`, `lang:${ownLanguageName(code).toLowerCase()}`],
    })),
  };
}

function assetCandidates(vocabulary: FilterVocabulary): readonly Candidate[] {
  const spellings = new Map<string, string[]>();
  for (const { symbol, name } of vocabulary.assetNames) {
    const known = spellings.get(symbol);
    if (known) known.push(name.toLowerCase());
    else spellings.set(symbol, [name.toLowerCase()]);
  }
  return [...spellings].map(([symbol, names]) => ({
    written: spellTerm({ kind: 'asset', symbol }),
    label: vocabulary.findAsset(symbol)?.name ?? symbol,
    spellings: names,
  }));
}

function plain(written: string, spellings: readonly string[]): Candidate {
  return { written, label: written, spellings };
}
