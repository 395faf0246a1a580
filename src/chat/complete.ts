import { completeFilter } from '../subscriptions/complete-filter.ts';
import type { Services } from './services.ts';

export interface Completions {
  /** Where the text to be replaced begins. */
  readonly from: number;
  readonly items: readonly { readonly insert: string; readonly label: string; readonly hint: string }[];
}

const MAX_ITEMS = 25;

/** Completes a typed command up to its end: the command's name, then the last term of its filter or its choice. */
export function complete(text: string, { commands, vocabulary }: Services): Completions {
  const head = /^\/?([a-z0-9_]*)/.exec(text)?.[0] ?? '';
  const name = head.replace('/', '');
  const visible = commands.filter(({ hidden }) => !hidden);
  if (head === text) {
    const items = visible
      .filter((command) => command.name.startsWith(name))
      .map(({ name: full, description, options }) => ({
        insert: `/${full}${Object.keys(options).length > 0 ? ' ' : ''}`,
        label: `/${full}`,
        hint: description,
      }));
    return { from: 0, items };
  }
  const command = commands.find((known) => known.name === name);
  const first = Object.values(command?.options ?? {})[0];
  const start = head.length;
  if (first?.kind === 'filter') {
    const { from, items } = completeFilter(text.slice(start), vocabulary, MAX_ITEMS);
    return { from: from + start, items };
  }
  if (first?.kind === 'choice') {
    const typed = text.slice(start).trimStart();
    const items = first.choices
      .filter((choice) => choice.startsWith(typed.toLowerCase()) && choice !== typed)
      .map((choice) => ({ insert: choice, label: choice, hint: '' }));
    return { from: text.length - typed.length, items: items.slice(0, MAX_ITEMS) };
  }
  return { from: text.length, items: [] };
}
