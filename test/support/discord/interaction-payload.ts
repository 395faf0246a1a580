import { ApplicationCommandOptionType as OptionType, InteractionContextType, InteractionType } from 'discord.js';
import { channelBody, isoTime, memberBody, messageBody, rolesBody, userBody } from './bodies.ts';
import type { RegisteredCommand, ShownButton } from './fake-discord-types.ts';
import { ORDINARY } from './permissions.ts';
import { valuesOfType, type SentOption } from './slash-options.ts';
import type { Channel, Message, User, WorldState } from './world.ts';

type Body = Readonly<Record<string, unknown>>;

const ATTACHMENT_LIMIT = 10_485_760;

/** Who does something, and where. */
export interface Scene {
  readonly id: string;
  readonly token: string;
  readonly channel: Channel;
  readonly user: User;
  /** What the person may in the guild. */
  readonly permissions: bigint;
  readonly locale: string;
}

/** INTERACTION_CREATE for a slash command, or for completing one (interactions/receiving-and-responding). */
export function commandInteraction(
  world: WorldState,
  scene: Scene,
  type: InteractionType.ApplicationCommand | InteractionType.ApplicationCommandAutocomplete,
  command: RegisteredCommand,
  options: readonly SentOption[],
): Body {
  const resolved = resolvedBody(world, scene, options);
  const data = {
    id: command.id,
    name: command.name,
    type: 1,
    ...(options.length > 0 && { options }),
    ...(Object.keys(resolved).length > 0 && { resolved }),
  };
  return { ...sceneBody(world, scene), type, data };
}

/** INTERACTION_CREATE for a button. */
export function buttonInteraction(world: WorldState, scene: Scene, message: Message, button: ShownButton): Body {
  const data = { custom_id: button.customId, component_type: 2, id: 1 };
  return {
    ...sceneBody(world, scene),
    type: InteractionType.MessageComponent,
    data,
    message: messageBody(message, world),
  };
}

function sceneBody(world: WorldState, scene: Scene): Body {
  const { id, token, channel, user, locale } = scene;
  const base = {
    id,
    token,
    application_id: world.bot.id,
    version: 1,
    channel_id: channel.id,
    channel: { ...channelBody(channel, world), ...permissionsField(world, scene, channel) },
    app_permissions: String(world.botPermissions(channel)),
    locale,
    entitlements: [],
    authorizing_integration_owners: { 0: channel.guildId ?? '0' },
    attachment_size_limit: ATTACHMENT_LIMIT,
  };
  const guild = channel.guildId === null ? null : world.guild(channel.guildId);
  if (!guild) return { ...base, context: InteractionContextType.BotDM, user: userBody(user) };
  return {
    ...base,
    context: InteractionContextType.Guild,
    guild_id: guild.id,
    guild: { id: guild.id, locale: 'en-US', features: [] },
    guild_locale: 'en-US',
    member: { ...memberBody(guild, user), ...permissionsField(world, scene, channel) },
  };
}

function resolvedBody(world: WorldState, scene: Scene, options: readonly SentOption[]): Body {
  const channels = valuesOfType(options, OptionType.Channel).map((id): [string, Body] => {
    const channel = world.channels.get(id);
    if (!channel || channel.guildId !== scene.channel.guildId) throw new Error(`no channel ${id} to pick from here`);
    const { name, type, parentId: parent_id } = channel;
    const thread = { archived: false, locked: false, auto_archive_duration: 4320, archive_timestamp: isoTime(0) };
    const body = { id, name, type, parent_id, flags: 0, ...permissionsField(world, scene, channel) };
    return [id, world.isThread(channel) ? { ...body, thread_metadata: thread } : body];
  });
  const guild = scene.channel.guildId === null ? null : world.guild(scene.channel.guildId);
  const people = valuesOfType(options, OptionType.User).map((id) =>
    id === world.bot.id ? world.bot : world.person(id),
  );
  const roles = guild ? rolesBody(guild, world.bot) : [];
  const picked = valuesOfType(options, OptionType.Role).map((id) => roles.find((role) => role['id'] === id));
  const files = valuesOfType(options, OptionType.Attachment).map((id) => [id, world.attachment(id)]);
  return {
    ...(files.length > 0 && { attachments: Object.fromEntries(files) as Body }),
    ...(channels.length > 0 && { channels: Object.fromEntries(channels) }),
    ...(people.length > 0 && { users: Object.fromEntries(people.map((user) => [user.id, userBody(user)])) }),
    ...(people.length > 0 && guild && { members: membersBody(people.map((user) => [user, memberBody(guild, user)])) }),
    ...(picked.length > 0 && { roles: Object.fromEntries(picked.map((role) => [role?.['id'], role])) }),
  };
}

/** Members beside their users: without `user`, `mute` and `deaf`. */
function membersBody(members: readonly (readonly [User, Body])[]): Body {
  return Object.fromEntries(
    members.map(([{ id }, { user: _user, mute: _mute, deaf: _deaf, ...rest }]) => [
      id,
      { ...rest, permissions: String(ORDINARY) },
    ]),
  );
}

function permissionsField(world: WorldState, { user, permissions }: Scene, channel: Channel): Body {
  if (channel.guildId === null) return {};
  return { permissions: String(world.memberPermissions(channel, user.id, permissions)) };
}
