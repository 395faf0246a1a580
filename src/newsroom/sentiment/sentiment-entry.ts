/**
 * What a word or phrase does to the reading.
 *
 * - `word` carries its weight itself.
 * - `event` is news in crypto (a launch, a funding round) and routine elsewhere: its weight is cut outside crypto.
 * - `thing` is a quantity: `rising` says whether more of it is good (1), bad (-1) or neither (0); `weight` is what
 *   its bare mention says.
 * - `move` goes up (positive weight) or down: its weight is multiplied by `rising` of the thing it moves; `alone`
 *   counts when there is none ("Bitcoin surges").
 * - `shift` strengthens (positive) or undoes (negative) any polar word beside it, things included: "rally fades".
 * - `negator` and `hedge` scale what follows in the clause by `weight` (above 1 for "massive"); a negator with nothing
 *   to negate has `alone`.
 * - `turn` starts a clause that counts less: `aside` (despite), `cause` (after, amid), `contrast` (but), `versus`.
 * - `frame` shows that the sentence only explains or lists ("how …", "timeline"): all in it is scaled by `weight`.
 * - `silent` says nothing and keeps its words from being read on their own ("short-term").
 */
export type LexiconGroup =
  | { readonly role: 'word' | 'event'; readonly weight: number; readonly entries: string }
  | { readonly role: 'thing'; readonly rising: -1 | 0 | 1; readonly weight: number; readonly entries: string }
  | {
      readonly role: 'move' | 'shift' | 'negator';
      readonly weight: number;
      readonly alone: number;
      readonly entries: string;
    }
  | { readonly role: 'hedge' | 'frame'; readonly weight: number; readonly entries: string }
  | { readonly role: 'turn'; readonly turn: Turn; readonly entries: string }
  | { readonly role: 'silent'; readonly entries: string };

export type Turn = 'aside' | 'cause' | 'contrast' | 'versus';
