import type { Filter, FilterTerm } from '../model/filter.ts';
import { message, type Text } from '../model/text.ts';
import { cutAtWord } from '../texts/cut-at-word.ts';
import { canonicalFilter, spellTerm } from './canonical-filter.ts';
import { joinNames } from './join-names.ts';
import { lexFilter, type FilterToken } from './lex-filter.ts';
import { readComparison, readTerm, SHOWN_LENGTH, type TermReading } from './read-term.ts';
import { impossibleMeasures } from './threshold.ts';
import type { FilterVocabulary } from './vocabulary.ts';

export type ParsedFilter =
  /** `notes` say what was read in a way that may not be meant. */
  | { readonly kind: 'filter'; readonly filter: Filter; readonly notes: readonly Text[] }
  /** By position; at least one. */
  | { readonly kind: 'unreadable'; readonly problems: readonly FilterProblem[] };

export interface FilterProblem {
  /** 0-based offset in the text as typed. */
  readonly position: number;
  /** What stands there. */
  readonly term: string;
  /** What is wrong and what to write instead. */
  readonly text: Text;
}

/** Of the text as typed, and of its canonical text, which has to be readable again. */
const MAX_FILTER_LENGTH = 500;
const MAX_FILTER_TERMS = 40;
const CONNECTOR = /^(?:and|or|[&+/]{1,9})$/i;

interface Placed {
  readonly at: number;
  readonly end: number;
  readonly negated: boolean;
  readonly term: FilterTerm;
}

type Reading = TermReading | { readonly kind: 'nothing'; readonly note: Text };
type Report = (place: { readonly at: number; readonly end: number }, problem: Text) => void;

/** Reads a text of the filter language. Never throws; all problems are reported, not only the first. */
export function parseFilter(text: string, vocabulary: FilterVocabulary): ParsedFilter {
  const problems: FilterProblem[] = [];
  const report: Report = ({ at, end }, problem) => {
    problems.push({ position: at, term: text.slice(at, end), text: problem });
  };
  if (text.length > MAX_FILTER_LENGTH) {
    report(OVER_LENGTH, message('filter-problem-too-long', { length: text.length, max: MAX_FILTER_LENGTH }));
    return { kind: 'unreadable', problems };
  }

  const notes = new Map<string, Text>();
  const placed: Placed[] = [];
  const tokens = joinNames(lexFilter(text), vocabulary);
  for (const [index, token] of tokens.entries()) {
    const reading = readToken(token, vocabulary, exampleOf(tokens[index + 1], text));
    if (reading.kind === 'problem') report(token, reading.text);
    else if (reading.note !== null) notes.set(JSON.stringify(reading.note), reading.note);
    if (reading.kind === 'term') placed.push({ ...token, negated: isNegated(token), term: reading.term });
  }
  if (placed.length === 0 && problems.length === 0) report({ at: 0, end: 0 }, message('filter-problem-empty'));

  const filter = canonicalFilter(termsOf(placed, false), termsOf(placed, true));
  reportContradictions(placed, report);
  reportExcess(placed, filter, report);
  if (problems.length === 0) return { kind: 'filter', filter, notes: [...notes.values()] };
  return { kind: 'unreadable', problems: problems.toSorted((a, b) => a.position - b.position) };
}

const OVER_LENGTH = { at: MAX_FILTER_LENGTH, end: MAX_FILTER_LENGTH };

/** What to write behind a minus: the term that follows, if one does. */
function exampleOf(next: FilterToken | undefined, text: string): string {
  if (next?.kind !== 'word' && next?.kind !== 'quoted') return 'doge';
  return cutAtWord(text.slice(next.at, next.end).replace(/^[-−–—－]{1,9}/, ''), SHOWN_LENGTH);
}

function readToken(token: FilterToken, vocabulary: FilterVocabulary, example: string): Reading {
  switch (token.kind) {
    case 'unclosed':
      return { kind: 'problem', text: message('filter-problem-unclosed-quote') };
    case 'minus':
      return { kind: 'problem', text: message('filter-problem-minus', { example }) };
    case 'bracket':
      return { kind: 'nothing', note: message('filter-note-brackets') };
    case 'connector':
      return { kind: 'nothing', note: message('filter-note-connector') };
    case 'comparison':
      return readComparison(token.name, token.operator, token.value);
    case 'word':
      if (token.sigil === '' && !token.negated) {
        if (CONNECTOR.test(token.text)) return { kind: 'nothing', note: message('filter-note-connector') };
        if (token.text.toLowerCase() === 'not') {
          return { kind: 'problem', text: message('filter-problem-not', { example }) };
        }
      }
      return readTerm(token.sigil, token.text, false, vocabulary);
    case 'quoted':
      return readTerm(token.sigil, token.text, true, vocabulary);
    default:
      return token satisfies never;
  }
}

function isNegated(token: FilterToken): boolean {
  return 'negated' in token && token.negated;
}

function termsOf(placed: readonly Placed[], negated: boolean): readonly FilterTerm[] {
  return placed.filter((one) => one.negated === negated).map(({ term }) => term);
}

function reportContradictions(placed: readonly Placed[], report: Report): void {
  const seen = new Map<string, boolean>();
  for (const one of placed) {
    const spelling = spellTerm(one.term);
    const negated = seen.get(spelling) ?? one.negated;
    if (negated !== one.negated) report(one, message('filter-problem-contradiction', { term: spelling }));
    seen.set(spelling, negated);
  }
  const thresholds = placed.filter(({ negated, term }) => !negated && term.kind === 'threshold');
  const terms = thresholds.flatMap(({ term }) => (term.kind === 'threshold' ? [term] : []));
  for (const measure of impossibleMeasures(terms)) {
    const last = thresholds.findLast(({ term }) => term.kind === 'threshold' && term.measure === measure);
    if (last) report(last, message('filter-problem-impossible', { measure }));
  }
}

function reportExcess(placed: readonly Placed[], filter: Filter, report: Report): void {
  const count = filter.include.length + filter.exclude.length;
  const last = placed.at(-1);
  if (!last) return;
  if (count > MAX_FILTER_TERMS) report(last, message('filter-problem-too-many', { count, max: MAX_FILTER_TERMS }));
  else if (filter.canonical.length > MAX_FILTER_LENGTH) {
    report(last, message('filter-problem-too-long', { length: filter.canonical.length, max: MAX_FILTER_LENGTH }));
  }
}
