import type { Text } from '../model/text.ts';
import { describeFilter } from './describe-filter.ts';
import { parseFilter } from './parse-filter.ts';
import type { FilterVocabulary } from './vocabulary.ts';

/** A stored filter in plain words; as written, where the catalogue no longer knows one of its names. */
export function describeCanonical(canonical: string, vocabulary: FilterVocabulary): Text {
  const parsed = parseFilter(canonical, vocabulary);
  return parsed.kind === 'filter' ? describeFilter(parsed.filter, vocabulary) : canonical;
}
