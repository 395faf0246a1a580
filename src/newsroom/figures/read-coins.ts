import { UNKNOWN } from './figure-context.ts';
import type { Sense } from './figure-context.ts';
import type { Place } from './figure-place.ts';
import { readSum } from './read-sum.ts';

const MOVED =
  /^(?:move|moves|moved|moving|send|sends|sent|sending|transfer|transfers|transferred|deposit|deposits|deposited|dump|dumps|dumped)$/;
const VENUES = /^(?:exchange|exchanges|platform|platforms|venue|venues)$/;
const REACH = 8;

/** Amounts of coins: what is held, stolen or liquidated, and what goes to the exchanges. */
export function readCoins(place: Place): Sense {
  const { tokens, at, lead, number } = place;
  const sum = readSum(place);
  if (sum.metric !== 'amount') return { ...sum, asset: number.unit };
  const moved = MOVED.test(tokens[lead]?.key ?? '');
  const toVenue = tokens.slice(at + 1, at + REACH).some(({ key }) => VENUES.test(key));
  return { ...UNKNOWN, metric: moved && toVenue ? 'flow' : 'amount', asset: number.unit };
}
