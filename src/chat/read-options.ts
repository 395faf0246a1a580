import { parseDuration } from '../model/duration.ts';
import { message, type Text } from '../model/text.ts';
import { UserError } from '../model/user-error.ts';
import { cutAtWord } from '../texts/cut-at-word.ts';
import { nearGuess } from '../subscriptions/near-guess.ts';
import { parseFilter, type FilterProblem } from '../subscriptions/parse-filter.ts';
import type { CommandSummary } from './command-summary.ts';
import { findCommand } from './find-command.ts';
import type { OptionSpec, OptionTable, OptionValue, UploadedFile } from './options.ts';
import type { Services } from './services.ts';
import { textLines } from './text-lines.ts';

/** Options as a platform hands them over: by name, as strings. */
export type RawOptions = Readonly<Record<string, string>>;

/** What the reader asks of a command; its first example stands in the errors. */
export type OptionsOf = Pick<CommandSummary, 'name' | 'options' | 'examples'>;

type Known = Pick<Services, 'vocabulary' | 'assets' | 'commands'> & { readonly file?: UploadedFile | undefined };

// Kinds of one word; of the others, the first takes all the words that are left.
const ONE_WORD: ReadonlySet<OptionSpec['kind']> = new Set([
  'asset',
  'integer',
  'choice',
  'duration',
  'command',
  'chat',
]);
/** Of what was typed, in a message about it. */
const SHOWN_LENGTH = 60;
const MAX_PROBLEMS = 10;
/** A channel by its name, its number, or as Discord writes it in a message. */
const CHAT_AT_END = /(?:^|\s)in\s{1,20}(@\w{4,64}|-?\d{5,20}|<#\d{5,20}>)$/i;
/** Above it, a limit says nothing to a person. */
const LARGEST_SAID = 10_000;
/** A quoted text (in any of the marks that keyboards put in), or `name=value`. */
const NAMED = /["“”„‟«»「」][^"“”„‟«»「」]*["“”„‟«»「」]|(?<=^|\s)([a-z]+)=("[^"]{0,500}"|“[^”]{0,500}”|\S+)/gi;

/**
 * Cuts the text behind a command into options: `count=5` by name, the rest in the order of the table.
 * @throws UserError `too_many_words` when words are left that no option takes
 */
export function cutOptions({ options: table, examples }: OptionsOf, text: string): RawOptions {
  const raw: Record<string, string> = {};
  let words = takeChat(table, takeNamed(table, text, raw).trim(), raw);
  const free = Object.entries(table).filter(
    ([name, { kind }]) => kind !== 'chat' && kind !== 'file' && !Object.hasOwn(raw, name),
  );
  for (const [index, [name, { kind }]] of free.entries()) {
    if (words === '') break;
    // The last one takes all that is left, so that "2 hours" is judged as a whole.
    const space = ONE_WORD.has(kind) && index < free.length - 1 ? words.search(/\s/) : -1;
    raw[name] = space < 0 ? words : words.slice(0, space);
    words = space < 0 ? '' : words.slice(space).trim();
  }
  if (words === '') return raw;
  throw new UserError(
    'too_many_words',
    message('chat-too-many-words', { words: shown(words), example: examples[0] ?? '/help' }),
  );
}

/** Fills `raw` with the chat that stands at the end: `in @channel`. */
function takeChat(table: OptionTable, words: string, raw: Record<string, string>): string {
  const [name] = Object.entries(table).find(([, { kind }]) => kind === 'chat') ?? [];
  const match = name === undefined || Object.hasOwn(raw, name) ? null : CHAT_AT_END.exec(words);
  if (name === undefined || match?.[1] === undefined) return words;
  raw[name] = match[1];
  return words.slice(0, match.index).trim();
}

/** Fills `raw` with the `name=value` pairs; they count only outside quotes, so that a phrase may hold one. */
function takeNamed(table: OptionTable, text: string, raw: Record<string, string>): string {
  return text.replace(NAMED, (whole, written?: string, value?: string) => {
    const name = written?.toLowerCase() ?? '';
    if (value === undefined || !Object.hasOwn(table, name)) return whole;
    raw[name] = value;
    return '';
  });
}

/**
 * Reads and checks options against their table.
 * @throws UserError that says what the option takes
 */
export function readOptions(
  command: OptionsOf,
  raw: RawOptions,
  known: Known,
): Readonly<Record<string, OptionValue | undefined>> {
  const { name: commandName, options, examples } = command;
  const example = examples[0] ?? `/${commandName}`;
  const values: Record<string, OptionValue | undefined> = {};
  for (const [name, spec] of Object.entries(options)) {
    if (spec.kind === 'file') {
      values[name] = fileOf(spec, known.file, example);
      continue;
    }
    const text = (Object.hasOwn(raw, name) ? raw[name] : '')?.trim() ?? '';
    if (text !== '') values[name] = readOption(name, spec, text, example, known);
    else if (spec.required) {
      throw new UserError(
        'option_missing',
        message('chat-option-missing', { command: commandName, takes: spec.description, example }),
      );
    }
  }
  return values;
}

function fileOf(
  { maxBytes, required }: Extract<OptionSpec, { kind: 'file' }>,
  file: UploadedFile | undefined,
  example: string,
): UploadedFile | undefined {
  if (!file && required) throw new UserError('option_missing', message('chat-file-missing', { example }));
  if (file && file.sizeBytes > maxBytes) {
    throw invalid(message('chat-file-too-large', { name: shown(file.name), max: maxBytes / 1e6 }));
  }
  return file;
}

function readOption(
  name: string,
  spec: Exclude<OptionSpec, { kind: 'file' }>,
  text: string,
  example: string,
  { vocabulary, assets, commands }: Known,
): OptionValue {
  switch (spec.kind) {
    case 'text': {
      const max = spec.maxLength ?? 500;
      if (text.length > max) throw invalid(message('chat-text-too-long', { length: text.length, max }));
      return text;
    }
    case 'filter': {
      const parsed = parseFilter(text, vocabulary);
      if (parsed.kind === 'filter') return { filter: parsed.filter, notes: parsed.notes };
      throw new UserError('filter_unreadable', textLines(problemLines(parsed.problems)));
    }
    case 'asset': {
      const asset = assets.find(text);
      if (asset) return asset;
      const spellings = assets.assets.flatMap((known) =>
        [known.symbol, known.name].map((spelling) => ({ known, spelling })),
      );
      const guess = nearGuess(text, spellings, ({ spelling }) => spelling, { eager: true })?.known;
      throw invalid(
        guess === undefined
          ? message('chat-asset-unknown', { text: shown(text) })
          : message('chat-asset-guess', { text: shown(text), name: guess.name, symbol: guess.symbol }),
      );
    }
    case 'integer': {
      const value = /^[+-]?\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
      if (value >= spec.min && value <= spec.max) return value;
      throw invalid(
        spec.max > LARGEST_SAID
          ? message('chat-number', { text: shown(text), example })
          : message('chat-integer', { text: shown(text), name, min: spec.min, max: spec.max }),
      );
    }
    case 'choice': {
      const choice = spec.choices.find((known) => known === text.toLowerCase());
      if (choice !== undefined) return choice;
      throw invalid(message('chat-choice', { text: shown(text), name, choices: spec.choices }));
    }
    case 'duration': {
      const ms = parseDuration(text);
      if (ms !== null && ms > 0) return ms;
      throw invalid(message('chat-duration', { text: shown(text) }));
    }
    case 'chat':
      return text;
    case 'command':
      return findCommand(
        text,
        commands.filter(({ hidden }) => !hidden),
      ).name;
  }
}

/** Each problem with its place: the term as it was written. */
function problemLines(problems: readonly FilterProblem[]): readonly Text[] {
  const more = problems.length - MAX_PROBLEMS;
  return [
    ...problems
      .slice(0, MAX_PROBLEMS)
      .map(({ term, text }) =>
        term === '' ? text : message('chat-filter-problem', { term: shown(term), problem: [text] }),
      ),
    ...(more > 0 ? [message('chat-filter-more', { count: more })] : []),
  ];
}

function invalid(text: Text): UserError {
  return new UserError('option_invalid', text);
}

function shown(text: string): string {
  return cutAtWord(text, SHOWN_LENGTH);
}
