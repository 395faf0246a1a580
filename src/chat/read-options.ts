import type { OptionSpec, OptionTable, OptionValue } from './options.ts';
import type { Services } from './services.ts';
import { parseDuration } from '../model/duration.ts';
import { message, type Text } from '../model/text.ts';
import { UserError } from '../model/user-error.ts';
import { nearGuess } from '../subscriptions/near-guess.ts';
import { parseFilter } from '../subscriptions/parse-filter.ts';

/** Options as a platform hands them over: by name, as strings. */
export type RawOptions = Readonly<Record<string, string>>;

// Kinds of one word; of the others, the first takes all the words that are left.
const ONE_WORD: ReadonlySet<OptionSpec['kind']> = new Set(['asset', 'integer', 'choice', 'duration']);

/**
 * Cuts the text behind a command into options: `count=5` by name, the rest in the order of the table.
 * @throws UserError `too_many_words` when words are left that no option takes
 */
export function cutOptions(table: OptionTable, text: string): RawOptions {
  const raw: Record<string, string> = {};
  const rest = takeNamed(table, text, raw).trim();
  let words = rest;
  for (const [name, spec] of Object.entries(table)) {
    if (name in raw || words === '') continue;
    const space = ONE_WORD.has(spec.kind) ? words.search(/\s/) : -1;
    raw[name] = space < 0 ? words : words.slice(0, space);
    words = space < 0 ? '' : words.slice(space).trim();
  }
  if (words !== '') throw new UserError('too_many_words', message('chat-too-many-words', { words }));
  return raw;
}

/** Fills `raw` with the `name=value` pairs; they count only outside quotes, so that a phrase may hold one. */
function takeNamed(table: OptionTable, text: string, raw: Record<string, string>): string {
  return text.replace(/"[^"]*"|(?<=^|\s)([a-z]+)=(\S+)/g, (whole, name?: string, value?: string) => {
    if (name === undefined || value === undefined || !Object.hasOwn(table, name)) return whole;
    raw[name] = value;
    return '';
  });
}

/**
 * Reads and checks options against their table.
 * @throws UserError that names the option and says what it takes
 */
export function readOptions(
  table: OptionTable,
  raw: RawOptions,
  services: Pick<Services, 'vocabulary' | 'assets'>,
): Readonly<Record<string, OptionValue | undefined>> {
  const values: Record<string, OptionValue | undefined> = {};
  for (const [name, spec] of Object.entries(table)) {
    const text = raw[name]?.trim() ?? '';
    if (text !== '') values[name] = readOption(name, spec, text, services);
    else if (spec.required)
      throw new UserError('option_missing', message('chat-option-missing', { name, takes: spec.description }));
  }
  return values;
}

function readOption(
  name: string,
  spec: OptionSpec,
  text: string,
  { vocabulary, assets }: Pick<Services, 'vocabulary' | 'assets'>,
): OptionValue {
  switch (spec.kind) {
    case 'text': {
      const max = spec.maxLength ?? 500;
      if (text.length > max) throw invalid(message('chat-text-too-long', { name, max }));
      return text;
    }
    case 'filter': {
      const parsed = parseFilter(text, vocabulary);
      if (parsed.kind === 'filter') return { filter: parsed.filter, notes: parsed.notes };
      throw new UserError(
        'filter_unreadable',
        message('chat-filter-unreadable', { problems: lines(parsed.problems.map((problem) => problem.text)) }),
      );
    }
    case 'asset': {
      const asset = assets.find(text);
      if (asset) return asset;
      const spellings = assets.assets.flatMap(({ symbol, name: full }) => [symbol, full]);
      const guess = nearGuess(text, spellings, (spelling) => spelling, { eager: true });
      throw invalid(
        guess === undefined ? message('chat-asset-unknown', { text }) : message('chat-asset-guess', { text, guess }),
      );
    }
    case 'integer': {
      const value = /^[+-]?\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
      if (value >= spec.min && value <= spec.max) return value;
      throw invalid(message('chat-integer', { name, min: spec.min, max: spec.max }));
    }
    case 'choice': {
      const choice = spec.choices.find((known) => known === text.toLowerCase());
      if (choice !== undefined) return choice;
      throw invalid(message('chat-choice', { name, choices: spec.choices }));
    }
    case 'duration': {
      const ms = parseDuration(text);
      if (ms !== null && ms > 0) return ms;
      throw invalid(message('chat-duration', { name }));
    }
  }
}

function invalid(text: Text): UserError {
  return new UserError('option_invalid', text);
}

function lines(texts: readonly Text[]): Text {
  const [first = '', ...rest] = texts;
  return rest.length === 0 ? first : message('chat-lines', { first: [first], rest: [lines(rest)] });
}
