import {
  ApplicationCommandOptionType as OptionType,
  ApplicationCommandType,
  ComponentType,
  InteractionType,
  type APIApplicationCommandAutocompleteInteraction,
  type APIApplicationCommandInteractionDataOption,
  type APIChatInputApplicationCommandInteraction,
  type APIInteraction,
  type APIMessageComponentButtonInteraction,
} from 'discord.js';
import { decodeButton } from '../../chat/command-button.ts';
import { commandAtStart } from '../../chat/command-names.ts';
import { completeOption } from '../../chat/complete.ts';
import type { CommandDispatch } from '../../chat/dispatch.ts';
import type { RawOptions } from '../../chat/read-options.ts';
import type { Services } from '../../chat/services.ts';
import type { Fetcher } from '../../http/fetcher.ts';
import { attachedFile } from './attached-file.ts';
import { createAnswerer, type AnswererParts } from './answer.ts';
import { callerOf, type CallerParts } from './caller.ts';

export interface InteractionParts extends AnswererParts, CallerParts {
  readonly fetcher: Fetcher;
  readonly commands: CommandDispatch;
  readonly services: Services;
}

/** Discord: a choice's name and value, and how many may be offered. */
const MAX_CHOICE = 100;
const MAX_CHOICES = 25;

/** Handles what people do in Discord: slash commands, what they type into them, buttons. Throws only on a fault. */
export function createInteractionHandler(parts: InteractionParts): (interaction: APIInteraction) => Promise<void> {
  const answerer = createAnswerer(parts);

  async function command(interaction: APIChatInputApplicationCommandInteraction): Promise<void> {
    const { name, options } = calledOf(interaction.data);
    const declared = parts.services.commands.find((known) => known.name === name);
    const file = attachedFile(interaction.data, options, parts.fetcher);
    await answerer.answer(interaction, { isPrivate: declared?.visibility === 'person', replaces: false }, () =>
      parts.commands.answered(async () => {
        const caller = await callerOf(interaction, parts);
        return parts.commands.runNamed(name, rawOptions(options), file ? { ...caller, file } : caller);
      }),
    );
  }

  async function button(interaction: APIMessageComponentButtonInteraction): Promise<void> {
    const { command: text, replaces } = decodeButton(interaction.data.custom_id);
    const declared = commandAtStart(text, parts.services.commands)?.command;
    // A question about a card that all see is one person's; a change of what the chat gets concerns all.
    const isPrivate = declared?.visibility === 'person' || declared?.access === 'anyone';
    await answerer.answer(interaction, { isPrivate, replaces }, () =>
      parts.commands.answered(async () => parts.commands.runText(text, await callerOf(interaction, parts))),
    );
  }

  async function autocomplete(interaction: APIApplicationCommandAutocompleteInteraction): Promise<void> {
    const { name, options } = calledOf(interaction.data);
    const declared = parts.services.commands.find((known) => known.name === name);
    const focused = options.find((option) => 'focused' in option && option.focused);
    const spec = focused && declared?.options[focused.name];
    const typed = focused && 'value' in focused ? String(focused.value) : '';
    await answerer.choices(interaction, spec ? choicesOf(typed, completeOption(spec, typed, parts.services)) : []);
  }

  return async (interaction) => {
    switch (interaction.type) {
      case InteractionType.ApplicationCommand:
        if (interaction.data.type === ApplicationCommandType.ChatInput) {
          // The data's type says what the interaction is; the library's types do not tie the two.
          await command(interaction as APIChatInputApplicationCommandInteraction);
        }
        return;
      case InteractionType.MessageComponent:
        if (interaction.data.component_type === ComponentType.Button) {
          await button(interaction as APIMessageComponentButtonInteraction);
        }
        return;
      case InteractionType.ApplicationCommandAutocomplete:
        await autocomplete(interaction);
        return;
      default:
    }
  };
}

interface Called {
  readonly name: string;
  readonly options?: readonly APIApplicationCommandInteractionDataOption[];
}

/** The command with what was filled in; of a group, its word is an option that holds the others. */
function calledOf({ name, options = [] }: Called) {
  const [first] = options;
  if (first?.type !== OptionType.Subcommand) return { name, options };
  return { name: `${name} ${first.name}`, options: first.options ?? [] };
}

/** A channel's value is its id. */
function rawOptions(options: Required<Called>['options']): RawOptions {
  return Object.fromEntries(
    options.flatMap((option) =>
      'value' in option && option.type !== OptionType.Attachment
        ? [[option.name, option.type === OptionType.Channel ? `<#${option.value}>` : String(option.value)]]
        : [],
    ),
  );
}

/** Each choice is the whole text with its last term completed. */
function choicesOf(typed: string, { from, items }: ReturnType<typeof completeOption>) {
  const kept = typed.slice(0, from);
  return items
    .map(({ insert, label }) => ({ name: shown(kept + insert, label), value: kept + insert }))
    .filter(({ name, value }) => name.length <= MAX_CHOICE && value.length <= MAX_CHOICE)
    .slice(0, MAX_CHOICES);
}

function shown(text: string, label: string): string {
  return text.toLowerCase().endsWith(label.toLowerCase()) ? text : `${text} · ${label}`;
}
