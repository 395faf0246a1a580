import type { Log } from '../model/log.ts';
import type { Outcome } from '../model/outcome.ts';

/**
 * A card that a platform refuses for its form is tried once more in its plainest one, so that the news arrives.
 * @returns the first refusal where the plain form is refused too: its words tell more
 */
export async function richOrPlain(
  rich: () => Promise<Outcome>,
  plain: () => Promise<Outcome>,
  log: Log,
): Promise<Outcome> {
  const outcome = await rich();
  if (outcome.kind !== 'refused') return outcome;
  log.warn({ reason: outcome.reason }, 'card refused, tried again as plain text');
  const second = await plain();
  return second.kind === 'refused' ? outcome : second;
}
