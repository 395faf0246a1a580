import type { Choice } from './fake-discord-types.ts';
import type { Flaw } from './flaw.ts';

const MAX_CHOICES = 25;
const MAX_LENGTH = 100;

/** What Discord refuses of suggestions, beyond its specification: empty or long names and values. */
export function checkedChoices(choices: readonly Choice[] | null | undefined): readonly Flaw[] {
  const flaws: Flaw[] = [];
  if ((choices?.length ?? 0) > MAX_CHOICES) {
    flaws.push({
      path: ['choices'],
      code: 'BASE_TYPE_BAD_LENGTH',
      message: `Must be ${MAX_CHOICES} or fewer in length.`,
    });
  }
  for (const [index, { name, value }] of (choices ?? []).entries()) {
    for (const [key, text] of [
      ['name', name],
      ['value', value],
    ] as const) {
      if (typeof text !== 'string' || (text.length >= 1 && text.length <= MAX_LENGTH)) continue;
      const message = `Must be between 1 and ${MAX_LENGTH} in length.`;
      flaws.push({ path: ['choices', index, key], code: 'BASE_TYPE_BAD_LENGTH', message });
    }
  }
  return flaws;
}
