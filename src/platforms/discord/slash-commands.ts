import {
  ApplicationCommandOptionType as OptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  Locale,
  PermissionFlagsBits,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import { groupOf, wordInGroup } from '../../chat/command-names.ts';
import type { CommandSummary } from '../../chat/command-summary.ts';
import { localizations } from '../../chat/localizations.ts';
import type { OptionSpec } from '../../chat/options.ts';
import type { Texts } from '../../texts/texts.ts';

export type SlashCommand = RESTPostAPIChatInputApplicationCommandsJSONBody;

/** Channels that a card can be sent to. */
const TARGETS = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
] as const;

/** Declarations as the global slash commands that Discord shows in its menu: those of a group are one with subcommands. */
export function slashCommands(commands: readonly CommandSummary[], texts: Texts): readonly SlashCommand[] {
  const groups = Map.groupBy(commands, groupOf);
  return [...groups].map(([name, members]) => slashCommand(name, members, texts));
}

function slashCommand(name: string, members: readonly CommandSummary[], texts: Texts): SlashCommand {
  const [first] = members;
  return {
    type: ApplicationCommandType.ChatInput,
    name,
    ...describedIn(first?.description ?? name, `command-${name}`, texts),
    // Hidden in the menus of those who may not use it.
    default_member_permissions: members.some(({ access }) => access === 'anyone')
      ? null
      : String(PermissionFlagsBits.ManageGuild),
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    options: members.flatMap((member): APIApplicationCommandOption[] => {
      const word = wordInGroup(member);
      if (word === null) return optionsOf(member, texts);
      return [
        {
          type: OptionType.Subcommand,
          name: word,
          ...describedIn(member.description, idOf(member), texts),
          options: optionsOf(member, texts),
        },
      ];
    }),
  };
}

function optionsOf(command: CommandSummary, texts: Texts): APIApplicationCommandBasicOption[] {
  return (
    Object.entries(command.options)
      // Discord wants the required ones first.
      .toSorted(([, a], [, b]) => Number(b.required ?? false) - Number(a.required ?? false))
      .map(([option, spec]) => ({
        ...optionOf(spec),
        name: option,
        ...describedIn(spec.description, `${idOf(command)}-${option}`, texts),
        required: spec.required ?? false,
      }))
  );
}

function describedIn(description: string, id: string, texts: Texts) {
  return { description, description_localizations: inLocales(localizations(id, texts)) };
}

function idOf({ name }: CommandSummary): string {
  return `command-${name.replace(' ', '-')}`;
}

/** Discord's own list of languages, some with a country: `es` is said in each of them. */
function inLocales(texts: Readonly<Record<string, string>>): Partial<Record<Locale, string>> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([language, text]) =>
      Object.values(Locale)
        .filter((locale) => isOf(language, locale))
        .map((locale) => [locale, text]),
    ),
  );
}

function isOf(language: string, locale: string): boolean {
  return locale === language || locale.split('-')[0] === language;
}

type Unnamed<Option> = Option extends unknown ? Omit<Option, 'name' | 'description' | 'required'> : never;

function optionOf(spec: OptionSpec): Unnamed<APIApplicationCommandBasicOption> {
  switch (spec.kind) {
    case 'text':
      return { type: OptionType.String, max_length: spec.maxLength ?? 500 };
    case 'filter':
    case 'asset':
    case 'command':
      return { type: OptionType.String, autocomplete: true };
    case 'duration':
      return { type: OptionType.String };
    case 'integer':
      return { type: OptionType.Integer, min_value: spec.min, max_value: spec.max };
    case 'choice':
      return { type: OptionType.String, choices: spec.choices.map((choice) => ({ name: choice, value: choice })) };
    case 'file':
      return { type: OptionType.Attachment };
    case 'chat':
      return { type: OptionType.Channel, channel_types: [...TARGETS] };
  }
}

/** What a command is, without what Discord fills in: two with the same are the same. */
export function fingerprint(commands: readonly object[]): string {
  return JSON.stringify(commands.map((command) => essence(command)).toSorted());
}

const FILLED_IN = new Set([
  'id',
  'application_id',
  'version',
  'guild_id',
  'dm_permission',
  'nsfw',
  'name_localizations',
]);

/** Keys and lists of values in order; empty and default values are left out, since Discord does so too. */
function essence(value: unknown): string {
  if (Array.isArray(value)) {
    const parts = value.map(essence);
    return `[${(value.some((part) => typeof part === 'object') ? parts : parts.toSorted()).join()}]`;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([key, field]) => !FILLED_IN.has(key) && !isEmpty(field))
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, field]) => `${key}:${essence(field)}`).join()}}`;
}

function isEmpty(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    value === false ||
    (typeof value === 'object' && Object.keys(value).length === 0)
  );
}
