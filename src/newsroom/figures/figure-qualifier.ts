import type { Figure } from '../../model/analysis.ts';
import type { Place } from './figure-place.ts';

type Qualifier = NonNullable<Figure['qualifier']>;

const PHRASES: Readonly<Record<Qualifier, string>> = {
  up_to: 'up_to as_much as_many at_most maximum_of',
  nearly: 'nearly almost close_to just_under just_below shy_of approaching',
  over: 'over more_than above exceeding exceeded exceeds excess_of at_least topping topped north_of upward_of upwards_of surpassing surpassed greater_than tops topped passed passing past',
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
export function readQualifier(sentence: string, { tokens, at, number }: Place): Qualifier | null {
  const sign = sentence.slice(Math.max(0, number.start - 2), number.start).trim();
  if (sign === '~' || sign === '≈') return 'about';
  if (sign === '>') return 'over';
  if (sign === '<') return 'under';
  const words: string[] = [];
  for (let index = at - 1; index >= 0 && words.length < 3 && tokens[index]?.kind === 'word'; index -= 1) {
    words.push(tokens[index]?.key ?? '');
  }
  if (/^(?:an?|the|as)$/.test(words[0] ?? '')) words.shift();
  const one = words[0] ?? '';
  if (one === 'to' && /^(?:add|came|went|back)/.test(words[2] ?? '')) return null;
  const said = BY_PHRASE.get(`${words[1] ?? ''}_${one}`) ?? BY_PHRASE.get(one);
  return said ?? (sentence.charAt(number.end) === '+' ? 'over' : null);
}
