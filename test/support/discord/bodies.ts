import { ChannelType } from 'discord.js';
import { INVITED_WITH, ORDINARY } from './permissions.ts';
import type { Channel, Guild, Message, User, WorldState } from './world.ts';

type Body = Readonly<Record<string, unknown>>;

/** The parts of the world as Discord's JSON has them. Fields that nothing here decides have a new guild's values. */
export function userBody({ id, name, bot }: User): Body {
  return {
    id,
    username: name.toLowerCase().replaceAll(' ', ''),
    global_name: bot ? null : name,
    discriminator: '0',
    avatar: null,
    public_flags: 0,
    flags: 0,
    primary_guild: null,
    ...(bot && { bot }),
  };
}

export function applicationBody(bot: User, guilds: number): Body {
  return {
    id: bot.id,
    name: bot.name,
    icon: null,
    description: '',
    type: null,
    bot: userBody(bot),
    bot_public: false,
    bot_require_code_grant: false,
    integration_types_config: { 0: {} },
    verify_key: '0'.repeat(64),
    flags: 0,
    flags_new: '0',
    max_participants: null,
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    owner: userBody({ id: '1000', name: 'operator', bot: false }),
    approximate_guild_count: guilds,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    team: null,
    eligible_oauth2_scopes: [],
  };
}

export function rolesBody(guild: Guild, bot: User): readonly Body[] {
  const role = (id: string, name: string, permissions: bigint, position: number): Body => ({
    id,
    name,
    permissions: String(permissions),
    position,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: position > 0,
    mentionable: false,
    icon: null,
    unicode_emoji: null,
    flags: 0,
    ...(position > 0 && { tags: { bot_id: bot.id } }),
  });
  // Everyone's role has the guild's own id.
  return [role(guild.id, '@everyone', ORDINARY, 0), role(guild.botRoleId, bot.name, INVITED_WITH, 1)];
}

export function memberBody(guild: Guild, user: User): Body {
  return {
    user: userBody(user),
    nick: null,
    avatar: null,
    banner: null,
    roles: user.bot ? [guild.botRoleId] : [],
    joined_at: isoTime(guild.joinedAt),
    premium_since: null,
    communication_disabled_until: null,
    flags: 0,
    pending: false,
    mute: false,
    deaf: false,
  };
}

export function guildBody(guild: Guild, bot: User): Body {
  return {
    id: guild.id,
    name: guild.name,
    owner_id: guild.ownerId,
    roles: rolesBody(guild, bot),
    icon: null,
    description: null,
    home_header: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    application_id: null,
    features: [],
    emojis: [],
    stickers: [],
    region: 'deprecated',
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: null,
    system_channel_flags: 0,
    widget_enabled: false,
    widget_channel_id: null,
    rules_channel_id: null,
    safety_alerts_channel_id: null,
    public_updates_channel_id: null,
    verification_level: 0,
    default_message_notifications: 0,
    mfa_level: 0,
    explicit_content_filter: 0,
    max_presences: null,
    max_members: 500_000,
    max_stage_video_channel_users: 50,
    max_video_channel_users: 25,
    vanity_url_code: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    preferred_locale: 'en-US',
    nsfw: false,
    nsfw_level: 0,
    incidents_data: null,
  };
}

/** What GUILD_CREATE adds to the guild. */
export function guildCreateBody(guild: Guild, world: WorldState): Body {
  const channels = [...guild.channels.values()];
  return {
    ...guildBody(guild, world.bot),
    joined_at: isoTime(guild.joinedAt),
    large: false,
    unavailable: false,
    member_count: 2,
    members: [memberBody(guild, world.bot)],
    channels: channels.filter((channel) => !world.isThread(channel)).map((channel) => channelBody(channel, world)),
    threads: channels.filter((channel) => world.isThread(channel)).map((channel) => channelBody(channel, world)),
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

export function channelBody(channel: Channel, world: WorldState): Body {
  const last = [...channel.messages.keys()].at(-1) ?? null;
  const base = { id: channel.id, type: channel.type, last_message_id: last, flags: 0 };
  if (channel.recipient) return { ...base, recipients: [userBody(channel.recipient)] };
  const named = { ...base, guild_id: channel.guildId, name: channel.name, parent_id: channel.parentId };
  if (world.isThread(channel)) {
    return {
      ...named,
      owner_id: world.bot.id,
      rate_limit_per_user: 0,
      message_count: channel.messages.size,
      total_message_sent: channel.messages.size,
      member_count: 1,
      thread_metadata: {
        archived: false,
        locked: false,
        auto_archive_duration: 4320,
        archive_timestamp: isoTime(Date.now()),
        create_timestamp: isoTime(Date.now()),
        ...(channel.type === ChannelType.PrivateThread && { invitable: true }),
      },
    };
  }
  const overwrites = [...channel.overwrites].map(([id, { allow, deny }]) => {
    return { id, type: id === channel.guildId ? 0 : 1, allow: String(allow), deny: String(deny) };
  });
  return { ...named, position: 0, topic: null, nsfw: false, rate_limit_per_user: 0, permission_overwrites: overwrites };
}

export function messageBody(message: Message, world: WorldState): Body {
  const { id, channelId, content, embeds, components, flags, nonce, at, editedAt, answerTo } = message;
  return {
    id,
    channel_id: channelId,
    type: answerTo ? (answerTo.command === null ? 19 : 20) : 0,
    author: userBody(world.bot),
    content,
    embeds: embeds.map((embed) => ({ ...embed, type: 'rich' })),
    components,
    flags,
    timestamp: isoTime(at),
    edited_timestamp: editedAt === null ? null : isoTime(editedAt),
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
    attachments: [],
    pinned: false,
    tts: false,
    ...(nonce !== null && { nonce }),
    ...(answerTo && {
      application_id: world.bot.id,
      webhook_id: world.bot.id,
      interaction_metadata: {
        id: answerTo.interactionId,
        type: answerTo.interactionType,
        user: userBody(answerTo.user),
        authorizing_integration_owners: {},
        ...(answerTo.command !== null && { name: answerTo.command, command_type: 1 }),
      },
    }),
  };
}

/** Discord writes microseconds and an offset. */
export function isoTime(at: number): string {
  return new Date(at).toISOString().replace('Z', '000+00:00');
}
