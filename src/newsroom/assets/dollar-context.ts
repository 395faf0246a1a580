import type { Token } from './asset-tokens.ts';
import { wordSet } from './word-set.ts';

/** Not "climb": a "dollar climb" is one counted in dollars. */
const MOVES = wordSet(`slips slipped falls fell drops dropped slides slid sinks sank eases eased weakens weakened
  retreats retreated dips dipped tumbles tumbled plunges plunged softens softened falters faltered wilt wilts sags
  stumbles declines declined rises rose gains gained climbs climbed jumps jumped strengthens strengthened firms
  firmed rally rallies rallied rebounds rebounded recovers recovered surges surged advances advanced steady steadies
  steadied holds held edges edged hit hits hovers extends extended near nears flat pauses trades strength weakness
  selloff bulls bears`);
const MOVED =
  wordSet(`strong stronger strengthening weak weaker weakening firm firmer soft softer robust buoyant resurgent
  rising falling sliding surging stalling steady softening`);
/** What it is measured against: "1.5 billion dollars", "per dollar", "the rupee fell against the dollar". */
const UNIT = wordSet('a per against versus vs to from hundred thousand million billion trillion bn mn');

/** Whether the word `dollar` at `at` means the money that moves, not the unit in which something is told. */
export function meansDollar(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (before && tokens[at]?.opens !== true) {
    if (MOVED.has(before.key)) return true;
    const outer = before.key === 'the' ? tokens[at - 2] : before;
    if (/^\d/.test(before.key) || UNIT.has(outer?.key ?? '')) return false;
  }
  const next = tokens[at + 1];
  return next?.gap === ' ' && MOVES.has(next.key);
}
