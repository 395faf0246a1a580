import type { TextEvidence } from './read-rules.ts';

/** How an entity stands in a text. */
export interface Standing {
  /** It speaks, rates, rules, or is what another is measured by. */
  readonly isBystander: boolean;
  /** What is said in its own clause. */
  readonly own: readonly TextEvidence[];
}

const CLAUSE_END =
  /[;:,–—|]\s|\s(?:as|after|while|amid|but|despite|even|though|although|whereas|before|following|when|on|and)\s/gi;
/** What stands after one who rates or speaks. */
const RATES =
  /^(?:'s)?\s+(?:(?:initiate|upgrade|downgrade|cut|raise|lower|maintain|retain|reiterate|start|slash|put|give|keep|assign|reaffirm|affirm)s?d?\b.{0,40}\b(?:rating|coverage|target|outlook|it|to|on|buy|sell|hold)\b|(?:says?|said|sees?|expects?|believes?|recommends?|prefers?|bets?|warns?|calls?|names?|lists?|unveils?)\b)/i;
/** What stands before one to whom something is done, asked for or held up. */
const IS_OBJECT =
  /\b(?:from|by|says|said|against|over|than|outshines?|outpaces?|outperforms?|beats?|tops|nod of|seeks|gets|awaits|at|via|with|of|to buy|buys|replaces|on)\s+(?:the\s+)?$/i;
const ENDS_A_COLON = /:\s*$/;
/** "…: Jane Doe, " */
const ENDS_A_PERSON = /:\s[^:]{3,40},\s*$/;
const REST_OF_A_NAME = /^[\p{L}\s.&'"’”-]{0,30}$/u;

/**
 * Looks at an English text from the side of one entity that it names from `start` to `end` (UTF-16 offsets). `parts`
 * is all that the rules found in the text.
 */
export function standingOf(text: string, start: number, end: number, parts: readonly TextEvidence[]): Standing {
  const before = text.slice(0, start);
  const after = text.slice(end);
  const clause = clauseAround(text, start, end);
  const own = parts.filter((part) => part.start < clause.end && part.end > clause.start);
  const isSource = REST_OF_A_NAME.test(after) && (ENDS_A_COLON.test(before) || ENDS_A_PERSON.test(before));
  const isObject = IS_OBJECT.test(before) && own.every((part) => part.end <= start);
  return { isBystander: isSource || isObject || RATES.test(after), own };
}

function clauseAround(text: string, start: number, end: number): { readonly start: number; readonly end: number } {
  let from = 0;
  for (const match of text.matchAll(CLAUSE_END)) {
    const next = match.index + match[0].length;
    if (next <= start) from = next;
    else if (match.index >= end) return { start: from, end: match.index };
  }
  return { start: from, end: text.length };
}
