import * as spec from 'discord-api-spec/zod';
import { brokenStrings, describeFlaw, flawsBySpec, type Flaw } from './flaw.ts';

/** interactions/application-commands: naming; chat input names are lower case where the script has cases. */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const MAX_CHAT_INPUT = 100;
const MAX_CHARACTERS = 8000;
const SUBCOMMAND = 1;
const GROUP = 2;

interface Described {
  readonly name: string;
  readonly description?: string | null;
  readonly type?: number | null;
  readonly name_localizations?: Readonly<Record<string, string>> | null;
  readonly description_localizations?: Readonly<Record<string, string>> | null;
  readonly options?: readonly Option[] | null;
}

interface Option extends Described {
  readonly type: number;
  readonly required?: boolean | null;
  readonly autocomplete?: boolean | null;
  readonly choices?:
    | readonly (Pick<Described, 'name' | 'name_localizations'> & { readonly value: string | number })[]
    | null;
  readonly min_value?: number | null;
  readonly max_value?: number | null;
}

type Refuse = (path: Flaw['path'], code: string, message: string) => void;

/** Why Discord would refuse this body of `PUT /applications/:id/commands`, a line each; empty if it would not. */
export function checkCommands(body: unknown): readonly string[] {
  return flawsOfCommands(body).map(describeFlaw);
}

export function flawsOfCommands(body: unknown): readonly Flaw[] {
  if (!Array.isArray(body)) return [{ path: [], code: 'LIST_TYPE_CONVERT', message: 'Must be a list of commands.' }];
  const bySpec = body.flatMap((command: unknown, index) =>
    flawsBySpec(spec.ApplicationCommandUpdateRequestSchema, withNumericPermissions(command)).map(under(index)),
  );
  if (bySpec.length > 0) return bySpec;

  // Passed by the specification just above.
  const commands = body as readonly Described[];
  const flaws: Flaw[] = [...brokenStrings(body)];
  const refuse: Refuse = (path, code, message) => void flaws.push({ path, code, message });
  const chatInput = commands.filter(({ type }) => (type ?? 1) === 1);
  if (chatInput.length > MAX_CHAT_INPUT) {
    refuse([], 'APPLICATION_COMMANDS_MAX', `At most ${MAX_CHAT_INPUT} slash commands.`);
  }
  refuseRepeated(commands, [], 'APPLICATION_COMMANDS_DUPLICATE_NAME', refuse);
  for (const [index, command] of commands.entries()) {
    if ((command.type ?? 1) !== 1) continue;
    refuseDescribed(command, [index], refuse);
    refuseOptions(command.options ?? [], [index, 'options'], refuse);
    if (charactersOf(command) > MAX_CHARACTERS) {
      refuse([index], 'APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${MAX_CHARACTERS})`);
    }
  }
  return flaws;
}

function refuseDescribed(it: Described, path: Flaw['path'], refuse: Refuse): void {
  const names = { name: it.name, ...prefixed('name_localizations', it.name_localizations) };
  for (const [key, name] of Object.entries(names)) {
    if (NAME.test(name) && name === name.toLowerCase()) continue;
    refuse([...path, ...key.split('.')], 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
  }
  if (!it.description) refuse([...path, 'description'], 'BASE_TYPE_REQUIRED', 'This field is required');
  for (const field of ['name_localizations', 'description_localizations'] as const) {
    for (const locale of Object.keys(it[field] ?? {})) {
      if (spec.AvailableLocalesEnumSchema.safeParse(locale).success) continue;
      refuse([...path, field], 'DICT_TYPE_CONVERT_KEY', `"${locale}" is not a locale of Discord's.`);
    }
  }
}

function refuseOptions(options: readonly Option[], path: Flaw['path'], refuse: Refuse): void {
  refuseRepeated(options, path, 'APPLICATION_COMMAND_OPTIONS_NAME_INVALID', refuse);
  const nested = options.filter(({ type }) => type === SUBCOMMAND || type === GROUP);
  if (nested.length > 0 && nested.length < options.length) {
    refuse(path, 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'Sub-commands and other options cannot be mixed.');
  }
  const firstOptional = options.findIndex(({ required }) => !required);
  for (const [index, option] of options.entries()) {
    const here = [...path, index];
    refuseDescribed(option, here, refuse);
    refuseOptions(option.options ?? [], [...here, 'options'], refuse);
    if (option.required && firstOptional !== -1 && index > firstOptional) {
      const message = 'Required options must be placed before non-required options';
      refuse(here, 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID', message);
    }
    if (option.autocomplete && option.choices?.length) {
      const message = 'Options with autocomplete cannot have choices.';
      refuse(here, 'APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES', message);
    }
    const { min_value: min, max_value: max } = option;
    if (min !== null && min !== undefined && max !== null && max !== undefined && min > max) {
      refuse(here, 'APPLICATION_COMMAND_OPTIONS_MIN_MAX', 'min_value is above max_value.');
    }
  }
}

function refuseRepeated(list: readonly Described[], path: Flaw['path'], code: string, refuse: Refuse): void {
  const seen = new Set<string>();
  for (const [index, { name }] of list.entries()) {
    if (seen.has(name)) refuse([...path, index, 'name'], code, `"${name}" is there twice.`);
    seen.add(name);
  }
}

/** Names, descriptions and values of the command, its options and choices; of translated ones the longest. */
function charactersOf(it: Described | Option): number {
  const own = longest(it.name, it.name_localizations) + longest(it.description ?? '', it.description_localizations);
  const choices = 'choices' in it ? (it.choices ?? []) : [];
  const inChoices = choices.map(({ name, name_localizations, value }) => {
    return longest(name, name_localizations) + (typeof value === 'string' ? value.length : 0);
  });
  const inOptions = (it.options ?? []).map(charactersOf);
  return [...inChoices, ...inOptions].reduce((sum, count) => sum + count, own);
}

function longest(text: string, localized: Described['name_localizations']): number {
  return Math.max(text.length, ...Object.values(localized ?? {}).map(({ length }) => length));
}

function prefixed(prefix: string, texts: Described['name_localizations']): Record<string, string> {
  return Object.fromEntries(Object.entries(texts ?? {}).map(([key, text]) => [`${prefix}.${key}`, text]));
}

/** Discord takes the bits as text as well, and libraries send text; its specification knows the number only. */
function withNumericPermissions(command: unknown): unknown {
  if (typeof command !== 'object' || command === null) return command;
  const { default_member_permissions: bits } = { default_member_permissions: null, ...command };
  const isText = typeof bits === 'string' && /^\d{1,20}$/.test(bits);
  return isText ? { ...command, default_member_permissions: Number(bits) } : command;
}

function under(index: number): (flaw: Flaw) => Flaw {
  return (flaw) => ({ ...flaw, path: [index, ...flaw.path] });
}
