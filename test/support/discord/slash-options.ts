import { ApplicationCommandOptionType as Type } from 'discord.js';
import type { RegisteredCommand, RegisteredOption } from './fake-discord-types.ts';

export type Values = Readonly<Record<string, string | number | boolean>>;

type TypeOfChannel = (channelId: string) => number | undefined;

export interface SentOption {
  readonly name: string;
  readonly type: number;
  readonly value?: string | number | boolean;
  readonly focused?: true;
  readonly options?: readonly SentOption[];
}

const NESTED = new Set<number>([Type.Subcommand, Type.SubcommandGroup]);
const INTEGER: number = Type.Integer;
/** By option type: what a person's client lets through. */
const VALUE_TYPES: Readonly<Record<number, string>> = {
  [Type.String]: 'string',
  [Type.Integer]: 'number',
  [Type.Number]: 'number',
  [Type.Boolean]: 'boolean',
  [Type.User]: 'string',
  [Type.Channel]: 'string',
  [Type.Attachment]: 'string',
  [Type.Role]: 'string',
  [Type.Mentionable]: 'string',
};

/**
 * The options as Discord sends them, subcommands around them. `path`: the names after the command's. `focused` is the
 * option being typed, for an autocompletion, which may lack required ones.
 *
 * @throws what a person's client does not let them send.
 */
export function sentOptions(
  command: RegisteredCommand,
  path: readonly string[],
  values: Values,
  focused: string | null,
  typeOfChannel: TypeOfChannel,
): readonly SentOption[] {
  return optionsAt(command.options, [command.name], path, values, focused, typeOfChannel);
}

/** The values of one type among the options, subcommands' included. */
export function valuesOfType(options: readonly SentOption[], type: number): readonly string[] {
  return options.flatMap((option) => {
    const own = option.type === type && option.value !== undefined ? [String(option.value)] : [];
    return [...own, ...valuesOfType(option.options ?? [], type)];
  });
}

function optionsAt(
  declared: readonly RegisteredOption[],
  name: readonly string[],
  path: readonly string[],
  values: Values,
  focused: string | null,
  typeOfChannel: TypeOfChannel,
): readonly SentOption[] {
  const where = `/${name.join(' ')}`;
  const [next, ...rest] = path;
  const nested = declared.some(({ type }) => NESTED.has(type));
  if (next !== undefined || nested) {
    const inner = declared.find((option) => option.name === next && NESTED.has(option.type));
    if (!inner) throw new Error(`${where} has no subcommand ${next ?? '(and needs one)'}`);
    const options = optionsAt(inner.options ?? [], [...name, inner.name], rest, values, focused, typeOfChannel);
    return [{ name: inner.name, type: inner.type, options }];
  }

  const unknown = Object.keys(values).filter((key) => !declared.some((option) => option.name === key));
  if (unknown.length > 0) throw new Error(`${where} has no option ${unknown.join(', ')}`);
  const missing = declared.filter((option) => option.required && values[option.name] === undefined);
  if (missing.length > 0 && focused === null) {
    throw new Error(`${where} needs ${missing.map((option) => option.name).join(', ')}`);
  }
  // In the order in which they were filled in.
  return Object.entries(values).map(([key, value]) => {
    const option = declared.find((one) => one.name === key);
    if (!option) throw new Error(`${where} has no option ${key}`);
    if (key === focused) {
      if (!option.autocomplete) throw new Error(`${where} does not complete ${key}`);
      return { name: key, type: option.type, value, focused: true };
    }
    refuseValue(where, option, value, typeOfChannel);
    return { name: key, type: option.type, value };
  });
}

function refuseValue(
  where: string,
  option: RegisteredOption,
  value: string | number | boolean,
  typeOfChannel: TypeOfChannel,
): void {
  const refuse = (why: string): never => {
    throw new Error(`${where} ${option.name}: ${why}`);
  };
  if (typeof value !== VALUE_TYPES[option.type]) refuse(`${typeof value} is not of option type ${option.type}`);
  if (option.type === INTEGER && !Number.isInteger(value)) refuse(`${value} is no integer`);
  if (option.choices?.length && !option.choices.some((choice) => choice.value === value)) {
    refuse(`${value} is not among ${option.choices.map((choice) => choice.name).join(', ')}`);
  }
  const types = option['channel_types'];
  if (Array.isArray(types) && !types.includes(typeOfChannel(String(value)))) refuse('this channel is not to be picked');
  const limits = limitsOf(option);
  const size = typeof value === 'string' ? value.length : Number(value);
  const [min, max] =
    typeof value === 'string'
      ? [limits['min_length'], limits['max_length']]
      : [limits['min_value'], limits['max_value']];
  if (size < (min ?? size) || size > (max ?? size)) refuse(`${value} is out of range`);
}

function limitsOf(option: RegisteredOption): Readonly<Record<string, number | undefined>> {
  // The checker of commands let only numbers through in these.
  return option as Readonly<Record<string, number | undefined>>;
}
