import { ChannelType, PermissionFlagsBits, type APIEmbed, type APIMessageTopLevelComponent } from 'discord.js';
import { apiErrors } from './api-error.ts';
import type { AttachedFile, ChannelKind } from './fake-discord-types.ts';
import { EVERYTHING, has, INVITED_WITH, ORDINARY, permissionsIn, type Overwrite } from './permissions.ts';
import { makeSnowflakes, type Snowflakes } from './snowflake.ts';

export interface User {
  readonly id: string;
  readonly name: string;
  readonly bot: boolean;
}

export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly botRoleId: string;
  /** Epoch ms. */
  readonly joinedAt: number;
  botIsIn: boolean;
  /** Threads are among them. */
  readonly channels: Map<string, Channel>;
}

export interface Channel {
  readonly id: string;
  readonly type: ChannelType;
  readonly name: string;
  /** null in a direct channel. */
  readonly guildId: string | null;
  readonly parentId: string | null;
  /** The person of a direct channel. */
  readonly recipient: User | null;
  /** By member, or by guild for everyone. */
  readonly overwrites: Map<string, Overwrite>;
  /** By id, oldest first. */
  readonly messages: Map<string, Message>;
}

/** How a message came to be an answer to a person. */
export interface AnswerTo {
  readonly interactionId: string;
  readonly interactionType: number;
  readonly command: string | null;
  readonly user: User;
}

export interface Message {
  readonly id: string;
  readonly channelId: string;
  content: string;
  embeds: readonly APIEmbed[];
  components: readonly APIMessageTopLevelComponent[];
  flags: number;
  readonly nonce: string | number | null;
  /** Epoch ms. */
  readonly at: number;
  editedAt: number | null;
  edits: number;
  readonly answerTo: AnswerTo | null;
}

/** Told of what a gateway would tell; `guildId` null for what belongs to no guild. */
export type Told = (
  event: 'guild' | 'guild-gone' | 'channel' | 'channel-gone' | 'channel-changed',
  about: Guild | Channel,
) => void;

const TYPES: Readonly<Record<ChannelKind, ChannelType>> = {
  text: ChannelType.GuildText,
  announcement: ChannelType.GuildAnnouncement,
  thread: ChannelType.PublicThread,
  'private-thread': ChannelType.PrivateThread,
  voice: ChannelType.GuildVoice,
  category: ChannelType.GuildCategory,
  forum: ChannelType.GuildForum,
};
const THREADS = new Set([ChannelType.PublicThread, ChannelType.PrivateThread, ChannelType.AnnouncementThread]);
const NO_MESSAGES = new Set([ChannelType.GuildCategory, ChannelType.GuildForum]);

/** Guilds, channels, people and messages, and who may what. Lookups throw the error that Discord answers. */
export class WorldState {
  readonly files = new Map<string, AttachedFile>();
  /** Where files lie; known once the server listens. */
  filesUrl = '';

  readonly ids: Snowflakes = makeSnowflakes();
  readonly bot: User;
  readonly ordinaryPerson: User;
  readonly guilds = new Map<string, Guild>();
  readonly channels = new Map<string, Channel>();
  readonly people = new Map<string, User>();
  readonly closedDms = new Set<string>();
  readonly #dms = new Map<string, string>();
  readonly #tell: Told;

  constructor(applicationId: string, tell: Told) {
    this.bot = { id: applicationId, name: 'Fake Bot', bot: true };
    this.ordinaryPerson = this.person(undefined, 'ann');
    this.#tell = tell;
  }

  person(id: string = this.ids.next(), name?: string): User {
    const known = this.people.get(id);
    if (known && (!name || known.name === name)) return known;
    const person = { id, name: name ?? `person${this.people.size}`, bot: false };
    this.people.set(id, person);
    return person;
  }

  addGuild(name = `Guild ${this.guilds.size + 1}`): string {
    const id = this.ids.nextGuild();
    const ownerId = this.person(undefined, 'owner').id;
    const guild = {
      id,
      name,
      ownerId,
      botRoleId: this.ids.next(),
      joinedAt: Date.now(),
      botIsIn: true,
      channels: new Map(),
    };
    this.guilds.set(id, guild);
    this.#tell('guild', guild);
    return id;
  }

  addChannel(guildId: string, type: ChannelKind, name: string, parentId: string | null): string {
    if (!this.guilds.has(guildId)) throw new Error(`no guild ${guildId}`);
    const parent = parentId === null ? undefined : this.channels.get(parentId);
    if (parentId !== null && parent?.guildId !== guildId) throw new Error(`no channel ${parentId} in this guild`);
    const ofParent = parent?.type === ChannelType.GuildAnnouncement ? ChannelType.AnnouncementThread : TYPES[type];
    const kind = type === 'thread' ? ofParent : TYPES[type];
    if (THREADS.has(kind) && !parent) throw new Error('a thread has a parent');
    return this.#keepChannel({ type: kind, name, guildId, parentId, recipient: null });
  }

  dmWith(userId: string): string {
    const known = this.#dms.get(userId);
    if (known !== undefined) return known;
    const recipient = this.person(userId);
    const id = this.#keepChannel({ type: ChannelType.DM, name: '', guildId: null, parentId: null, recipient });
    this.#dms.set(userId, id);
    return id;
  }

  removeChannel(channelId: string): void {
    for (const { id } of this.threadsOf(channelId)) this.removeChannel(id);
    const channel = this.channels.get(channelId);
    if (!channel) throw new Error(`no channel ${channelId}`);
    this.channels.delete(channelId);
    this.#guildOf(channel)?.channels.delete(channelId);
    this.#tell('channel-gone', channel);
  }

  kick(guildId: string): void {
    const guild = this.guilds.get(guildId);
    if (!guild) throw new Error(`no guild ${guildId}`);
    guild.botIsIn = false;
    this.#tell('guild-gone', guild);
  }

  removeGuild(guildId: string): void {
    this.kick(guildId);
    for (const id of this.guilds.get(guildId)?.channels.keys() ?? []) this.channels.delete(id);
    this.guilds.delete(guildId);
  }

  /** So that the member (everyone: the guild's id) has exactly these, as far as overwrites reach. */
  setOverwrite(channelId: string, who: string, permissions: bigint): void {
    const channel = this.permissionsHolder(this.channel(channelId));
    channel.overwrites.set(who, { allow: permissions, deny: EVERYTHING & ~permissions });
    this.#tell('channel-changed', channel);
  }

  threadsOf(channelId: string): readonly Channel[] {
    return [...this.channels.values()].filter(({ parentId, type }) => parentId === channelId && THREADS.has(type));
  }

  channel(channelId: string): Channel {
    const channel = this.channels.get(channelId);
    if (!channel) throw apiErrors.unknownChannel();
    return channel;
  }

  guild(guildId: string): Guild {
    const guild = this.guilds.get(guildId);
    if (!guild?.botIsIn) throw apiErrors.unknownGuild();
    return guild;
  }

  isThread(channel: Channel): boolean {
    return THREADS.has(channel.type);
  }

  /** The bot's bits in a channel; everything in a direct one, nothing where it is not in the guild. */
  botPermissions(channel: Channel): bigint {
    if (channel.guildId === null) return EVERYTHING;
    if (!this.guilds.get(channel.guildId)?.botIsIn) return 0n;
    return this.memberPermissions(channel, this.bot.id, ORDINARY | INVITED_WITH);
  }

  memberPermissions(channel: Channel, memberId: string, base: bigint): bigint {
    if (channel.guildId === null) return EVERYTHING;
    const { overwrites } = this.permissionsHolder(channel);
    return permissionsIn(base, overwrites, { everyone: channel.guildId, member: memberId });
  }

  /** The channel, if the bot sees it. */
  visibleChannel(channelId: string): Channel {
    const channel = this.channel(channelId);
    if (!has(this.botPermissions(channel), PermissionFlagsBits.ViewChannel)) throw apiErrors.missingAccess();
    return channel;
  }

  /** The channel, if the bot may post there. */
  sendableChannel(channelId: string): Channel {
    const channel = this.visibleChannel(channelId);
    if (NO_MESSAGES.has(channel.type)) throw apiErrors.notATextChannel();
    const { SendMessages, SendMessagesInThreads } = PermissionFlagsBits;
    const needed = this.isThread(channel) ? SendMessagesInThreads : SendMessages;
    if (!has(this.botPermissions(channel), needed)) throw apiErrors.missingPermissions();
    if (channel.recipient && this.closedDms.has(channel.recipient.id)) throw apiErrors.cannotSendToUser();
    return channel;
  }

  message(channel: Channel, messageId: string): Message {
    const message = channel.messages.get(messageId);
    if (!message) throw apiErrors.unknownMessage();
    return message;
  }

  /** A thread takes its parent's overwrites. */
  permissionsHolder(channel: Channel): Channel {
    return this.isThread(channel) && channel.parentId !== null ? this.channel(channel.parentId) : channel;
  }

  #guildOf({ guildId }: Channel): Guild | undefined {
    return guildId === null ? undefined : this.guilds.get(guildId);
  }

  #keepChannel(fields: Pick<Channel, 'type' | 'name' | 'guildId' | 'parentId' | 'recipient'>): string {
    const channel: Channel = { id: this.ids.next(), ...fields, overwrites: new Map(), messages: new Map() };
    this.channels.set(channel.id, channel);
    this.#guildOf(channel)?.channels.set(channel.id, channel);
    this.#tell('channel', channel);
    return channel.id;
  }

  /** A file as it stands beside the options (object attachment). */
  attachment(id: string) {
    const file = this.files.get(id);
    if (!file) throw new Error(`no file ${id}`);
    const url = `${this.filesUrl}/${id}`;
    return { id, filename: file.name, size: Buffer.byteLength(file.content), url, proxy_url: url };
  }
}
