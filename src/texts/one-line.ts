import { printable } from './printable.ts';

/** Text from outside on one line, without space at its ends: a headline, a name, a label. */
export function oneLine(text: string): string {
  return printable(text).replace(/\s+/g, ' ').trim();
}
