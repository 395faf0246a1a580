import { message, type Text } from '../../model/text.ts';
import { escapeToFit } from './escape-to-fit.ts';

const MAX_REST = 60;

export interface FittedList {
  readonly text: string;
  /** How many of the lines are in it. */
  readonly count: number;
}

/** As many of the lines as fit into `max` characters, with how many are left out. */
export function listToFit(
  lines: readonly string[],
  max: number,
  say: (text: Text) => string,
  { most = lines.length, separator = '\n' }: { readonly most?: number; readonly separator?: string } = {},
): FittedList {
  for (let count = Math.min(lines.length, most); count > 0; count -= 1) {
    const rest = lines.length - count;
    const more = rest === 0 ? [] : [escapeToFit(say(message('card-rest', { count: rest })), MAX_REST)];
    const text = [...lines.slice(0, count), ...more].join(separator);
    if (text.length <= max) return { text, count };
  }
  return { text: '', count: 0 };
}
