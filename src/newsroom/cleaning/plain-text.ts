import { htmlToText } from './html-text.ts';
import { looksLikeMarkdown, stripMarkdown } from './markdown.ts';

const TAG = /<(?:\/?[a-z][a-z0-9-]{0,30}[\s>/]|!--|!\[CDATA\[|!doctype)/i;
const REFERENCE = /&(?:[a-z]{2,8}\d{0,2}|#\d{1,7}|#x[\da-f]{1,6});/i;

/** Feeds escape once for XML and some once or twice more. */
const MOST_ESCAPES = 3;

// C0 and C1 controls, soft hyphen, zero-width space, joiners' marks of direction, bidi embeddings,
// overrides and isolates, byte order mark, interlinear marks, invisible tag characters.
const INVISIBLE =
  // oxlint-disable-next-line no-control-regex -- removing them is the point
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\u00AD\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;

// "BitcoinBTC--", "TeslaTSLA++": the ticker chip of a page, run into the name before it.
const TICKER_TAG = /(?<=\p{Ll})[A-Z]{1,6}(?:--|\+\+)(?![\p{L}\p{N}-])/gu;

/**
 * HTML (escaped up to three times), Markdown or plain text to plain text: paragraphs separated by '\n',
 * whitespace folded, no control, bidi or other invisible characters. Linear in the length of the source.
 */
export function toPlainText(source: string): string {
  let text = source;
  if (looksLikeMarkdown(text)) text = stripMarkdown(text);
  for (let round = 0; round < MOST_ESCAPES && (TAG.test(text) || REFERENCE.test(text)); round += 1) {
    text = htmlToText(text);
  }
  return foldParagraphs(text);
}

function foldParagraphs(text: string): string {
  const lines = text
    .toWellFormed()
    .replaceAll(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replaceAll(INVISIBLE, '')
    .split('\n')
    .map((line) =>
      line
        .replaceAll(/[\s\u00A0]+/g, ' ')
        .replaceAll(TICKER_TAG, '')
        .trim(),
    );
  return joinWrapped(lines)
    .map((line) => line.replace(/^[•▪●·*–-] (?=\S)/, ''))
    .filter((line) => line !== '')
    .join('\n');
}

/** Puts hard-wrapped lines together: a long line without an end, then one that begins in lower case. */
function joinWrapped(lines: readonly string[]): readonly string[] {
  const joined: string[] = [];
  let parts: string[] = [];
  let previous = '';
  for (const line of lines) {
    const continues = previous.length >= 45 && /[\p{L}\p{N},]$/u.test(previous) && /^\p{Ll}/u.test(line);
    if (!continues && parts.length > 0) {
      joined.push(parts.join(' '));
      parts = [];
    }
    parts.push(line);
    previous = line;
  }
  joined.push(parts.join(' '));
  return joined;
}
