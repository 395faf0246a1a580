const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

const SCALES: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  lakh: 1e5,
  million: 1e6,
  crore: 1e7,
  billion: 1e9,
  trillion: 1e12,
};

const VALUES = new Map<string, number>([
  ...ONES.map((word, value) => [word, value] as const),
  ...TENS.map((word, index) => [word, (index + 2) * 10] as const),
]);

const UNIT = [...VALUES.keys(), ...Object.keys(SCALES)].join('|');

/** Source of a pattern for a number in words: "twenty-two", "half a million", "three thousand". */
export const NUMBER_WORDS = `(?:(?:(?:a )?half(?: an?)?|(?:a |three )?quarters?(?: of)?(?: an?)?|an?) (?:hundred|thousand|million|billion|trillion)|(?:${UNIT})(?:(?:[ -]| and )(?:${UNIT})){0,7})(?![a-z0-9])`;

/** Value of what `NUMBER_WORDS` matched. */
export function readNumberWords(words: string): number {
  const lower = words.toLowerCase();
  const share = /half/.test(lower) ? 0.5 : /three quarters/.test(lower) ? 0.75 : /quarter/.test(lower) ? 0.25 : 1;
  let total = 0;
  let group = share === 1 ? 0 : share;
  for (const word of lower.split(/[ -]/)) {
    const value = VALUES.get(word);
    const scale = SCALES[word];
    if (value !== undefined && share === 1) group += value;
    else if (scale === 100) group = (group || 1) * 100;
    else if (scale !== undefined) {
      total += (group || 1) * scale;
      group = 0;
    }
  }
  return total + group;
}
