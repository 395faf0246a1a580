/** Marks of inline markup, of links and of mentions, wherever they stand. */
const INLINE = /[\\*_~|`<>[\]@]/g;
/** What makes a heading, small print, a quote or a list of a line. */
const LINE_START = /^([^\S\n]{0,64})([#+-]|\d{1,9}(?=[.)]))/gm;
/** Addresses that Discord makes links of by itself, invitations without a scheme, `:smile:`. */
const ADDRESS = /:(?=\/\/)|:(?=[\w+-]{1,64}:)/g;
const INVITATION = /\b(discord(?:app)?)\.(?=gg|com)/gi;

/**
 * Text as Discord's markdown shows it unchanged: no markup, links, mentions or emoji come of it. A backslash before
 * ASCII punctuation shows that punctuation (Discord: Markdown Text 101).
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(INLINE, '\\$&')
    .replace(ADDRESS, '\\:')
    .replace(INVITATION, '$1\\.')
    .replace(LINE_START, escapeLineStart);
}

function escapeLineStart(_match: string, indent: string, mark: string): string {
  return /\d/.test(mark) ? `${indent}${mark}\\` : `${indent}\\${mark}`;
}
