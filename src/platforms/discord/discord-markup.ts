import { escapeToFit } from './escape-to-fit.ts';
import { oneLine } from '../../texts/one-line.ts';
import { safeLink } from '../../cards/safe-link.ts';

const MAX_LINK = 512;

/** Text in a code span, in which nothing else is markup. */
export function code(text: string): string {
  const plain = oneLine(text).replaceAll('`', 'ˋ');
  return plain === '' ? '' : `\`${plain}\``;
}

/** `[label](url)`; the label alone where the address is none to follow. */
export function maskedLink(label: string, url: string | null, maxLabel: number): string {
  const href = safeLink(url, MAX_LINK);
  // Discord's link pattern stumbles over square brackets in a label, escaped or not.
  const shown = href === null ? label : label.replaceAll('[', '(').replaceAll(']', ')');
  const escaped = escapeToFit(oneLine(shown), maxLabel);
  return href === null || escaped === '' ? escaped : `[${escaped}](${href})`;
}

/**
 * A time in the reader's own zone (Discord: message formatting, timestamps).
 * @param at epoch ms
 * @param style `t` 14:05, `R` 3 hours ago
 */
export function timestamp(at: number, style: 't' | 'R'): string {
  return `<t:${Math.floor(at / 1000)}:${style}>`;
}
