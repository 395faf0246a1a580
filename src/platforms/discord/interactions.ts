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
import { completeOption } from '../../chat/complete.ts';
import type { CommandDispatch } from '../../chat/dispatch.ts';
import type { RawOptions } from '../../chat/read-options.ts';
import type { Services } from '../../chat/services.ts';
import { createAnswerer, type AnswererParts } from './answer.ts';
import { callerOf, type CallerParts } from './caller.ts';

export interface InteractionParts extends AnswererParts, CallerParts {
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
    const { name, options = [] } = interaction.data;
    const declared = parts.services.commands.find((known) => known.name === name);
    await answerer.answer(interaction, { isPrivate: declared?.visibility === 'person', replaces: false }, () =>
      parts.commands.answered(async () =>
        parts.commands.runNamed(name, rawOptions(options), await callerOf(interaction, parts)),
      ),
    );
  }

  async function button(interaction: APIMessageComponentButtonInteraction): Promise<void> {
    const { command: text, replaces } = decodeButton(interaction.data.custom_id);
    const [name] = text.split(' ', 1);
    const declared = parts.services.commands.find((known) => known.name === name);
    // A question about a card that all see is one person's; a change of what the chat gets concerns all.
    const isPrivate = declared?.visibility === 'person' || declared?.access === 'anyone';
    await answerer.answer(interaction, { isPrivate, replaces }, () =>
      parts.commands.answered(async () => parts.commands.runText(text, await callerOf(interaction, parts))),
    );
  }

  async function autocomplete(interaction: APIApplicationCommandAutocompleteInteraction): Promise<void> {
    const declared = parts.services.commands.find(({ name }) => name === interaction.data.name);
    const focused = interaction.data.options.find((option) => 'focused' in option && option.focused);
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

/** A channel's value is its id. */
function rawOptions(options: readonly APIApplicationCommandInteractionDataOption[]): RawOptions {
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
