import { cutAtWord } from '../../texts/cut-at-word.ts';
import { escapeMarkdown } from './escape-markdown.ts';

/** Escaped text of at most `max` characters, cut at a word before it is escaped. */
export function escapeToFit(text: string, max: number): string {
  const whole = text.length <= max ? escapeMarkdown(text) : null;
  if (whole !== null && whole.length <= max) return whole;
  let fits = 1;
  let tooLong = Math.min(text.length, max) + 1;
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    if (escapeMarkdown(cutAtWord(text, middle)).length <= max) fits = middle;
    else tooLong = middle;
  }
  return escapeMarkdown(cutAtWord(text, fits));
}
