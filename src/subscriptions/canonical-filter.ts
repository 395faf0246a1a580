import type { Filter, FilterTerm } from '../model/filter.ts';

const KIND_ORDER: readonly FilterTerm['kind'][] = [
  'asset',
  'topic',
  'outlet',
  'tier',
  'label',
  'threshold',
  'language',
  'words',
];

/**
 * Sorts the terms, drops duplicates and writes the canonical text. It depends on the terms alone: sigils and
 * quotes are always written, so that a name learnt later does not change what a stored filter means.
 */
export function canonicalFilter(include: readonly FilterTerm[], exclude: readonly FilterTerm[]): Filter {
  const wanted = sortTerms(include);
  const unwanted = sortTerms(exclude);
  const canonical = [...wanted.map(spellTerm), ...unwanted.map((term) => `-${spellTerm(term)}`)].join(' ');
  return { include: wanted, exclude: unwanted, canonical };
}

/** The one spelling of a term: `$BTC`, `#etf`, `@tier1`, `sentiment<-0.4`, `"forced deleveraging"`. */
export function spellTerm(term: FilterTerm): string {
  switch (term.kind) {
    case 'asset':
      return /[\s,;|()[\]{}]/.test(term.symbol) ? `$"${term.symbol}"` : `$${term.symbol}`;
    case 'topic':
      return `#${term.topic}`;
    case 'outlet':
      return `@${term.key}`;
    case 'tier':
      return `@tier${term.tier}`;
    case 'label':
      return term.label;
    case 'threshold':
      return `${term.measure}${term.comparison}${term.value}`;
    case 'language':
      return `lang:${term.code}`;
    case 'words':
      return `"${term.words.join(' ')}"`;
    default:
      return term satisfies never;
  }
}

function sortTerms(terms: readonly FilterTerm[]): readonly FilterTerm[] {
  const distinct = new Map(terms.map((term) => [spellTerm(term), term]));
  return [...distinct]
    .toSorted(([a, x], [b, y]) => KIND_ORDER.indexOf(x.kind) - KIND_ORDER.indexOf(y.kind) || (a < b ? -1 : 1))
    .map(([, term]) => term);
}
