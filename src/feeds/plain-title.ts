import { decodeHTML } from 'entities';

/** Elements that stand in titles; anything else in brackets is the title's own. */
const TAG =
  /<\/?(?:a|abbr|b|big|br|cite|code|del|div|em|font|h[1-6]|i|img|ins|mark|p|q|s|small|span|strike|strong|sub|sup|tt|u|wbr)(?:\s[^<>]{0,500})?\/?>/gi;

const UNEVEN_SPACE = /\s\s|(?! )\s/;

/** A title without markup: tags dropped, references resolved, white space folded. `a < b` stays as it is. */
export function plainTitle(text: string): string {
  const bare = text.includes('<') ? text.replaceAll(TAG, '') : text;
  const decoded = bare.includes('&') ? decodeHTML(bare) : bare;
  return (UNEVEN_SPACE.test(decoded) ? decoded.replaceAll(/\s+/g, ' ') : decoded).trim();
}
