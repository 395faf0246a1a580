import {
  DiscordAPIError,
  PermissionFlagsBits,
  Routes,
  type APIChannel,
  type ChannelType,
  type APIInteraction,
  type REST,
} from 'discord.js';
import type { Caller } from '../../chat/caller.ts';
import { enterChat } from '../../chat/enter-chat.ts';
import type { Services } from '../../chat/services.ts';
import { message } from '../../model/text.ts';
import { UserError } from '../../model/user-error.ts';
import { missingPermissions, permissionsIn } from './permissions.ts';

/** What is known of a call without asking Discord: interactions carry the permissions of both sides. */
interface Place {
  readonly channelId: string;
  /** null in a direct message. */
  readonly guildId: string | null;
  /** Of the person. */
  readonly permissions: bigint;
  readonly language: string | undefined;
}

export interface CallerParts {
  readonly rest: REST;
  readonly services: Services;
  /** `discord:456`. */
  readonly operators: ReadonlySet<string>;
}

/** Who ran a command or pressed a button, and where. */
export async function callerOf(interaction: APIInteraction, parts: CallerParts): Promise<Caller> {
  const { channel } = interaction;
  if (!channel) throw new Error('an interaction without a channel');
  const userId = (interaction.member?.user ?? interaction.user)?.id ?? '';
  const place: Place = {
    channelId: channel.id,
    guildId: interaction.guild_id ?? null,
    permissions: BigInt(interaction.member?.permissions ?? 0),
    language: interaction.guild_locale ?? ('locale' in interaction ? interaction.locale : undefined),
  };
  const botPermissions = async () => ({ bits: BigInt(interaction.app_permissions), type: channel.type });
  return callerAt(place, `discord:${userId}`, interaction.application_id, botPermissions, parts);
}

type BotPermissions = () => Promise<{ readonly bits: bigint; readonly type: ChannelType }>;

async function callerAt(
  place: Place,
  personId: string,
  applicationId: string,
  botPermissions: BotPermissions,
  parts: CallerParts,
): Promise<Caller> {
  const { channelId, guildId, permissions, language } = place;
  const address = { platform: 'discord', nativeId: channelId, thread: '' } as const;
  return {
    chat: await enterChat(parts.services, address, language),
    person: { id: personId, isOperator: parts.operators.has(personId) },
    isManager: async () => guildId === null || manages(permissions),
    async checkReach() {
      if (guildId === null) return;
      const { bits, type } = await botPermissions();
      const missing = missingPermissions(bits, type);
      if (missing.length > 0) {
        throw new UserError('bot_permissions', message('discord-missing-permissions', { permissions: missing }));
      }
    },
    async elsewhere(named) {
      const channel = await channelNamed(named, parts.rest);
      const there = channel && 'guild_id' in channel ? channel.guild_id : undefined;
      if (!channel || there === undefined || there !== guildId) {
        throw new UserError('no_such_channel', message('discord-no-channel', { channel: named }));
      }
      if (!manages(permissions) && !parts.operators.has(personId)) {
        throw new UserError('managers_only', message('chat-managers-only'));
      }
      const botThere: BotPermissions = async () => ({
        bits: await permissionsIn(parts.rest, channel, there, applicationId),
        type: channel.type,
      });
      const caller = await callerAt({ ...place, channelId: channel.id }, personId, applicationId, botThere, parts);
      // A link to the channel would stand there as its source, since texts are escaped.
      return channel.name ? { ...caller, title: `#${channel.name}` } : caller;
    },
  };
}

function manages(permissions: bigint): boolean {
  return (permissions & (PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator)) !== 0n;
}

/** @param named an id, or `<#id>` as a message has it */
async function channelNamed(named: string, rest: REST): Promise<APIChannel | undefined> {
  const id = /\d{15,20}/.exec(named)?.[0];
  if (id === undefined) return undefined;
  try {
    // The shape is Discord's word.
    return (await rest.get(Routes.channel(id))) as APIChannel;
  } catch (error) {
    if (error instanceof DiscordAPIError && (error.status === 403 || error.status === 404)) return undefined;
    throw error;
  }
}
