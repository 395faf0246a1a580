import type { Figure } from '../../model/analysis.ts';
import type { FigurePlace } from './figure-metric.ts';

type Qualifier = NonNullable<Figure['qualifier']>;

const PHRASES: Readonly<Record<Qualifier, string>> = {
  up_to: 'up_to much_as many_as high_as at_most maximum_of',
  nearly: 'nearly almost close_to just_under just_below shy_of approaching',
  over: 'over more_than above exceeding exceeded exceeds excess_of at_least topping topped north_of upward_of upwards_of surpassing surpassed greater_than',
  under: 'under below less_than fewer_than short_of beneath',
  about: 'about around roughly approximately circa some estimated approx',
};

const BY_PHRASE: ReadonlyMap<string, Qualifier> = new Map(
  Object.entries(PHRASES).flatMap(([qualifier, phrases]) =>
    // Object.entries widens the keys of a record to string.
    phrases.split(' ').map((phrase) => [phrase, qualifier as Qualifier] as const),
  ),
);

/** How exact a figure claims to be, by the words or signs right before it or a "+" right after it. */
export function readQualifier(sentence: string, { words, first, number }: FigurePlace): Qualifier | null {
  const sign = sentence.slice(Math.max(0, number.start - 2), number.start).trim();
  if (sign === '~' || sign === '≈') return 'about';
  if (sign === '>') return 'over';
  if (sign === '<') return 'under';
  let at = first - 1;
  if (/^(?:an?|the)$/.test(words[at]?.word ?? '')) at -= 1;
  const one = words[at]?.word ?? '';
  const two = `${words[at - 1]?.word ?? ''}_${one}`;
  const said = BY_PHRASE.get(two) ?? BY_PHRASE.get(one);
  return said ?? (sentence.charAt(number.end) === '+' ? 'over' : null);
}
