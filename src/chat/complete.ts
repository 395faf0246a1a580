import { completeFilter } from '../subscriptions/complete-filter.ts';
import { commandAtStart } from './command-names.ts';
import type { CommandSummary } from './command-summary.ts';
import type { OptionSpec } from './options.ts';
import type { Services } from './services.ts';

export interface Completions {
  /** Where the text to be replaced begins. */
  readonly from: number;
  readonly items: readonly Completion[];
}

interface Completion {
  readonly insert: string;
  readonly label: string;
  readonly hint: string;
}

const MAX_ITEMS = 25;

/** Completes a typed command up to its end: the command's name, then the last term of its filter or its choice. */
export function complete(
  text: string,
  { commands, vocabulary }: Pick<Services, 'commands' | 'vocabulary'>,
): Completions {
  const visible = commands.filter(({ hidden }) => !hidden);
  const [, written = ''] = /^\s*\/?([a-z0-9_ ]*)$/i.exec(text) ?? [undefined, '\n'];
  const names = begunBy(written.toLowerCase(), visible);
  const isNamed = visible.some(({ name }) => written.toLowerCase().startsWith(`${name} `));
  if (names.length > 0 && !isNamed) return { from: 0, items: names.map(completedCommand) };

  const begun = commandAtStart(text, commands);
  const first = Object.values(begun?.command.options ?? {})[0];
  // What stands between name and options.
  const start = (begun?.end ?? 0) + (/^\s*/.exec(text.slice(begun?.end ?? 0))?.[0].length ?? 0);
  if (!first) return { from: text.length, items: [] };
  const { from, items } = completeOption(first, text.slice(start), { commands, vocabulary });
  return { from: from + start, items };
}

/** Completes one option that is being typed, up to its end; of a filter, its last term. */
export function completeOption(
  spec: OptionSpec,
  typed: string,
  { commands, vocabulary }: Pick<Services, 'commands' | 'vocabulary'>,
): Completions {
  const lower = typed.toLowerCase();
  switch (spec.kind) {
    case 'filter':
      return completeFilter(typed, vocabulary, MAX_ITEMS);
    case 'asset': {
      const { items } = completeFilter(`$${typed.trimStart().replace(/^\$/, '')}`, vocabulary, MAX_ITEMS);
      return { from: 0, items: items.map((item) => ({ ...item, insert: item.insert.replace('$', '') })) };
    }
    case 'choice': {
      const found = spec.choices.filter((choice) => choice.startsWith(lower) && choice !== typed);
      return {
        from: 0,
        items: found.slice(0, MAX_ITEMS).map((choice) => ({ insert: choice, label: choice, hint: '' })),
      };
    }
    case 'command': {
      const found = begunBy(
        lower.replace(/^\//, ''),
        commands.filter(({ hidden }) => !hidden),
      );
      const items = found.map(({ name: full, description }) => ({ insert: full, label: full, hint: description }));
      return { from: 0, items: items.filter(({ insert }) => insert !== typed) };
    }
    default:
      return { from: typed.length, items: [] };
  }
}

function begunBy(name: string, commands: readonly CommandSummary[]): readonly CommandSummary[] {
  return commands.filter((command) => command.name.startsWith(name));
}

function completedCommand({ name, description, options }: CommandSummary): Completion {
  const takesWords = Object.values(options).some(({ kind }) => kind !== 'chat' && kind !== 'file');
  return { insert: `/${name}${takesWords ? ' ' : ''}`, label: `/${name}`, hint: description };
}
