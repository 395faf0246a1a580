import { ChannelType } from 'discord.js';
import { channelBody, guildCreateBody } from './bodies.ts';
import type { Channel, Guild, Told, WorldState } from './world.ts';

type Event = readonly [name: string, data: unknown];

/** What the gateway tells those who asked for the Guilds intent. */
export function guildEvents(what: Parameters<Told>[0], about: Guild | Channel, world: WorldState): readonly Event[] {
  if (!('overwrites' in about)) {
    // Thrown out, unlike an outage, has no `unavailable`.
    return what === 'guild' ? [['GUILD_CREATE', guildCreateBody(about, world)]] : [['GUILD_DELETE', { id: about.id }]];
  }
  const thread = world.isThread(about);
  const { id, guildId: guild_id, parentId: parent_id, type } = about;
  switch (what) {
    case 'channel':
      return [[thread ? 'THREAD_CREATE' : 'CHANNEL_CREATE', channelBody(about, world)]];
    case 'channel-changed':
      return [['CHANNEL_UPDATE', channelBody(about, world)]];
    case 'channel-gone':
      if (thread) return [['THREAD_DELETE', { id, guild_id, parent_id, type }]];
      return type === ChannelType.DM ? [] : [['CHANNEL_DELETE', channelBody(about, world)]];
    case 'guild':
    case 'guild-gone':
      return [];
  }
}
