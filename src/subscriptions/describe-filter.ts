import type { Comparison, Filter, FilterTerm } from '../model/filter.ts';
import { message, type Message, type Text } from '../model/text.ts';
import { ownLanguageName } from './filter-languages.ts';
import type { Measure, ThresholdTerm } from './threshold.ts';
import type { FilterVocabulary } from './vocabulary.ts';

const COMPARISON_NAMES: Readonly<Record<Comparison, string>> = {
  '<': 'below',
  '<=': 'at-most',
  '>': 'above',
  '>=': 'at-least',
};

/**
 * The filter in plain words: "Bitcoin or Ethereum; negative, below -0.4; reported by at least two outlets; not
 * Dogecoin". What is no longer in the vocabulary goes by its symbol or key.
 */
export function describeFilter(filter: Filter, vocabulary: FilterVocabulary): Text {
  return joinBy('filter-and', [
    ...describeWanted(filter.include, vocabulary),
    ...describeUnwanted(filter.exclude, vocabulary),
  ]);
}

function describeWanted(terms: readonly FilterTerm[], vocabulary: FilterVocabulary): readonly Text[] {
  const alternatives = (kind: FilterTerm['kind']) =>
    joinBy(
      'filter-or',
      terms.filter((term) => term.kind === kind).map((term) => nameTerm(term, vocabulary)),
    );
  const sources = terms.filter(({ kind }) => kind === 'outlet' || kind === 'tier');
  const topics = alternatives('topic');
  const words = terms.filter(({ kind }) => kind === 'words').map((term) => nameTerm(term, vocabulary));
  return [
    alternatives('asset'),
    topics === '' ? '' : message('filter-topics', { topics }),
    describeTone(alternatives('label'), limitsOn('sentiment', terms)),
    describeLimits('importance', limitsOn('importance', terms)),
    sources.length === 0
      ? ''
      : message('filter-sources', {
          sources: joinBy(
            'filter-or',
            sources.map((term) => nameTerm(term, vocabulary)),
          ),
        }),
    describeLimits('outlets', limitsOn('outlets', terms)),
    alternatives('language'),
    words.length === 0 ? '' : message('filter-with', { words: joinBy('filter-both', words) }),
  ].filter((part) => part !== '');
}

/** Each excluded thing by itself, so that no reader has to sort out "not A or B". */
function describeUnwanted(terms: readonly FilterTerm[], vocabulary: FilterVocabulary): readonly Text[] {
  return terms.map((term) => {
    if (term.kind === 'outlet') return message('filter-ignoring', { sources: nameTerm(term, vocabulary) });
    if (term.kind === 'tier') {
      return message('filter-ignoring', { sources: message('filter-ignored-tier', { tier: term.tier }) });
    }
    const name = nameTerm(term, vocabulary);
    return message('filter-not', { what: term.kind === 'topic' ? message('filter-topics', { topics: name }) : name });
  });
}

function nameTerm(term: FilterTerm, vocabulary: FilterVocabulary): Text {
  switch (term.kind) {
    case 'asset':
      return vocabulary.findAsset(term.symbol)?.name ?? term.symbol;
    case 'topic':
      return message('filter-topic', { topic: term.topic });
    case 'outlet':
      return vocabulary.outletName(term.key);
    case 'tier':
      return message('filter-tier', { tier: term.tier });
    case 'label':
      return message('filter-label', { label: term.label });
    case 'threshold':
      return describeLimits(term.measure, [limit(term)]);
    case 'language':
      return message('filter-language', { code: term.code, name: ownLanguageName(term.code) });
    case 'words':
      return term.words.length === 1
        ? message('filter-word', { word: term.words.join(' ') })
        : message('filter-phrase', { phrase: term.words.join(' ') });
    default:
      return term satisfies never;
  }
}

function describeTone(labels: Text, limits: readonly Message[]): Text {
  if (labels === '') return describeLimits('sentiment', limits);
  return limits.length === 0 ? labels : message('filter-tone', { labels, limits: joinBy('filter-both', limits) });
}

function describeLimits(measure: Measure, limits: readonly Message[]): Text {
  return limits.length === 0 ? '' : message(`filter-${measure}`, { limits: joinBy('filter-both', limits) });
}

function limitsOn(measure: Measure, terms: readonly FilterTerm[]): readonly Message[] {
  return terms.flatMap((term) => (term.kind === 'threshold' && term.measure === measure ? [limit(term)] : []));
}

function limit({ measure, comparison, value }: ThresholdTerm): Message {
  const name = COMPARISON_NAMES[comparison];
  return measure === 'outlets'
    ? message('filter-outlets-limit', { comparison: name, count: value })
    : message('filter-limit', { comparison: name, value });
}

/** "A, B or C" out of a message with $left and $right; '' for nothing. */
function joinBy(id: 'filter-and' | 'filter-or' | 'filter-both', parts: readonly Text[]): Text {
  const [first, ...others] = parts;
  if (first === undefined) return '';
  const last = others.at(-1);
  if (last === undefined) return first;
  if (id !== 'filter-or') return others.reduce<Text>((left, right) => message(id, { left, right }), first);
  return message(id, { left: parts.slice(0, -1), right: last });
}
