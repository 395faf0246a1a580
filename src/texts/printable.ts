import { boundMarks } from './bound-marks.ts';

const NEW_LINES = /\r\n?|[\u0085\u2028\u2029]/g;
const CONTROLS = /[^\P{Cc}\n]/gu;
/** Directional overrides, embeddings and isolates: they turn round what follows, a link's host too. */
const TURNS = /[\u202a-\u202e\u2066-\u2069\u206a-\u206f]/g;
/** What takes no room and joins nothing, fillers that look like nothing, private use, noncharacters. */
const INVISIBLE =
  /[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2060-\u2065\u2800\u3164\ufe00-\ufe0d\ufeff\uffa0\ufff0-\ufffb\ufdd0-\ufdef\ufffe\uffff\p{Co}\u{1d173}-\u{1d17a}\u{e0100}-\u{e01ef}\u{e0000}-\u{e001f}]/gu;
/** A flag of a region is a black flag and its letters as tags; tags elsewhere are hidden text. */
const TAGS = /(\u{1f3f4}[\u{e0020}-\u{e007e}]{1,6}\u{e007f})|[\u{e0020}-\u{e007f}]+/gu;
/** Joiners and variation selectors stand alone and behind something, as emoji and scripts need them. */
const LONE_JOINERS =
  /(^|\s)[\u200c-\u200f\u061c\ufe0e\ufe0f]+|([\u200c-\u200f\u061c\ufe0e\ufe0f]{2})[\u200c-\u200f\u061c\ufe0e\ufe0f]+/gu;

/**
 * Text from outside as it may be shown: well-formed, without control characters (but `\n`), without marks that turn
 * the direction of writing round, without hidden characters beyond those that emoji and scripts need, and without
 * towers of combining marks.
 */
export function printable(text: string): string {
  const plain = text
    .toWellFormed()
    .replace(NEW_LINES, '\n')
    .replace(CONTROLS, ' ')
    .replace(TURNS, '')
    .replace(INVISIBLE, '')
    .replace(TAGS, '$1')
    .replace(LONE_JOINERS, '$1$2');
  return boundMarks(plain);
}
