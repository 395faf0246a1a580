import {
  ChannelType,
  OverwriteType,
  PermissionFlagsBits as Flag,
  Routes,
  type APIChannel,
  type APIGuild,
  type APIGuildMember,
  type REST,
} from 'discord.js';
import { message, type Message } from '../../model/text.ts';

/** What the bot has to be allowed in a channel, each with its name in the catalogue. */
const NEEDED = [
  { flag: Flag.ViewChannel, text: message('discord-permission-view') },
  { flag: Flag.SendMessages, text: message('discord-permission-send') },
  { flag: Flag.EmbedLinks, text: message('discord-permission-embed') },
] as const;
const NEEDED_IN_THREADS = [
  NEEDED[0],
  { flag: Flag.SendMessagesInThreads, text: message('discord-permission-threads') },
  NEEDED[2],
] as const;

/** The least that an invitation has to ask for. */
export const INVITED_WITH = [...NEEDED, ...NEEDED_IN_THREADS].reduce((bits, { flag }) => bits | flag, 0n);

const THREADS: ReadonlySet<ChannelType> = new Set([
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
]);

function isThread(type: ChannelType): boolean {
  return THREADS.has(type);
}

/** Names of what the bot lacks to post cards in a channel of this kind. */
export function missingPermissions(bits: bigint, type: ChannelType): readonly Message[] {
  if ((bits & Flag.Administrator) !== 0n) return [];
  return (isThread(type) ? NEEDED_IN_THREADS : NEEDED)
    .filter(({ flag }) => (bits & flag) === 0n)
    .map(({ text }) => text);
}

/**
 * The bot's permissions in a channel, worked out as Discord does (topics/permissions: roles, then overwrites of
 * everyone, of roles, of the member). A thread has those of its parent.
 */
export async function permissionsIn(rest: REST, channel: APIChannel, guildId: string, botId: string): Promise<bigint> {
  const holder = isThread(channel.type) && 'parent_id' in channel && channel.parent_id ? channel.parent_id : channel.id;
  // The shapes are Discord's word.
  const [guild, member, withOverwrites] = (await Promise.all([
    rest.get(Routes.guild(guildId)),
    rest.get(Routes.guildMember(guildId, botId)),
    holder === channel.id ? channel : rest.get(Routes.channel(holder)),
  ])) as [APIGuild, APIGuildMember, APIChannel];
  if (guild.owner_id === botId) return Flag.Administrator;
  const roles = new Set([guildId, ...member.roles]);
  const base = guild.roles
    .filter(({ id }) => roles.has(id))
    .reduce((bits, role) => bits | BigInt(role.permissions), 0n);
  if ((base & Flag.Administrator) !== 0n) return base;
  const overwrites = 'permission_overwrites' in withOverwrites ? (withOverwrites.permission_overwrites ?? []) : [];
  const everyone = overwrites.filter(({ id }) => id === guildId);
  const ofRoles = overwrites.filter(({ id, type }) => type === OverwriteType.Role && id !== guildId && roles.has(id));
  const own = overwrites.filter(({ id, type }) => type === OverwriteType.Member && id === botId);
  return [everyone, ofRoles, own].reduce((bits, group) => {
    const denied = group.reduce((sum, { deny }) => sum | BigInt(deny), 0n);
    const allowed = group.reduce((sum, { allow }) => sum | BigInt(allow), 0n);
    return (bits & ~denied) | allowed;
  }, base);
}
