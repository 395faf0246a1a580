import type { APIEmbed, APIMessageTopLevelComponent } from 'discord.js';
import type { FaultPlan } from '../faults.ts';

export interface FakeDiscordOptions {
  /** 0, the default, takes a free one; a given one lets a later fake stand where an earlier one was. */
  readonly port?: number;
  /** The only token that is let in. */
  readonly token?: string;
  readonly heartbeatIntervalMs?: number;
  /** Shards that may identify in the same 5 s; 1. */
  readonly maxConcurrency?: number;
  /** The time that one IDENTIFY shuts out the next of its key; 5,000. */
  readonly identifyWindowMs?: number;
  /** How many shards `GET /gateway/bot` advises; 1. */
  readonly shards?: number;
  /** How long a person waits for the first answer; 3,000. */
  readonly interactionDeadlineMs?: number;
  /** How long an interaction can be answered after the first answer; 15 minutes. */
  readonly interactionTokenMs?: number;
  /** How long a nonce is remembered; 5 minutes. */
  readonly nonceWindowMs?: number;
  readonly limits?: Partial<RateLimits>;
}

export interface Bucket {
  readonly limit: number;
  readonly windowMs: number;
}

export interface RateLimits {
  /** POST of messages, per channel; 5 in 5 s. */
  readonly post: Bucket;
  /** PATCH of messages, per channel; 5 in 5 s. */
  readonly edit: Bucket;
  /** Every answer through one interaction's webhook; 5 in 5 s. */
  readonly webhook: Bucket;
  /** All of the bot's requests but those on interactions; 50 in 1 s. */
  readonly global: Bucket;
}

export interface Person {
  /** A snowflake; left out: always the same ordinary person. */
  readonly id?: string;
  readonly name?: string;
  /** In every guild, before a channel's overwrites; an ordinary member's when left out: not Manage Server. */
  readonly permissions?: bigint;
  /** `en-US` when left out. */
  readonly locale?: string;
}

export interface ShownButton {
  readonly label: string;
  /** null for a link. */
  readonly customId: string | null;
  /** null for anything but a link. */
  readonly url: string | null;
  readonly disabled: boolean;
}

/** A message as a person sees it. */
export interface ShownMessage {
  readonly id: string;
  readonly content: string;
  readonly embeds: readonly APIEmbed[];
  readonly components: readonly APIMessageTopLevelComponent[];
  /** The buttons of all rows, in order. */
  readonly buttons: readonly ShownButton[];
  /** How often it was edited. */
  readonly edits: number;
  readonly nonce: string | null;
  /** Epoch ms. */
  readonly at: number;
}

/** What the person who ran a command or pressed a button is shown in the end. */
export interface Answer extends Omit<ShownMessage, 'id' | 'edits' | 'nonce' | 'at'> {
  readonly messageId: string;
  readonly ephemeral: boolean;
  /** The bot showed "thinking ..." (or nothing, for a button) first. */
  readonly deferred: boolean;
  /** The answer took the place of the message with the button. */
  readonly updated: boolean;
  /** What the bot says through the same interaction later; grows. */
  readonly followUps: readonly ShownMessage[];
}

export interface Choice {
  readonly name: string;
  readonly value: string | number;
}

/** A request that Discord would have refused as badly formed: the client's mistake. */
export interface Refusal {
  readonly method: string;
  readonly path: string;
  readonly reason: string;
  readonly body: unknown;
}

export interface AnsweredRequest {
  readonly method: string;
  /** Without host, version and an interaction's token: `/channels/1/messages`, `/webhooks/1/:token`. */
  readonly path: string;
  /** 0: the connection was cut. */
  readonly status: number;
}

/** A slash command as registered, with what Discord fills in. */
export interface RegisteredCommand {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly options: readonly RegisteredOption[];
  readonly [field: string]: unknown;
}

export interface RegisteredOption {
  readonly type: number;
  readonly name: string;
  readonly description: string;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly choices?: readonly Choice[];
  readonly options?: readonly RegisteredOption[];
  readonly [field: string]: unknown;
}

export type ChannelKind = 'text' | 'announcement' | 'thread' | 'private-thread' | 'voice' | 'category' | 'forum';

/** A loopback server that behaves as Discord's REST API and gateway do, and the world behind it. */
export interface FakeDiscord extends World, People, Evidence {
  /** For `rest: { api }` of discord.js, which adds the version. */
  readonly apiUrl: string;
  readonly token: string;
  readonly applicationId: string;
  /** The bot's user; for a new application the same number as the application. */
  readonly botId: string;
  /** Asked for every REST request; null: no faults any more. */
  failWith(plan: FaultPlan | null): void;
  /** Cuts every gateway connection as a lost network does; sessions stay resumable. */
  dropGateway(): void;
  /** Forgets every session too, so that a resume is refused and the bot must identify again. */
  forgetSessions(): void;
  /** Resolves when the bot has a working gateway session; at once if it has one. */
  connected(): Promise<void>;
  /** Ends all connections at once; people still waiting are told that the bot did not answer. */
  close(): Promise<void>;
}

/** What is there, and changing it. Ids are snowflakes. */
export interface World {
  addGuild(name?: string): string;
  /** A thread needs `parentId`. Text channel when `type` is left out. */
  addChannel(
    guildId: string,
    channel?: { readonly type?: ChannelKind; readonly name?: string; readonly parentId?: string },
  ): string;
  /** The direct channel with this person; the same one when it is there already. */
  addDm(userId?: string): string;
  /** Sending to this person answers 50007 from now on (no shared server, or direct messages closed). */
  closeDms(userId?: string): void;
  /** Channel and threads under it answer 10003. */
  removeChannel(channelId: string): void;
  /** The bot is thrown out: the guild's channels answer 50001. */
  kick(guildId: string): void;
  /** The guild is deleted: its channels answer 10003. */
  removeGuild(guildId: string): void;
  /** Exactly these in this channel and its threads, as an overwrite; a thread changes its parent's. */
  setBotPermissions(channelId: string, permissions: bigint): void;
  /**
   * Exactly these for everyone in this channel and its threads; the bot is one of them, unless `setBotPermissions` gave
   * it its own.
   */
  setEveryonesPermissions(channelId: string, permissions: bigint): void;
  /** A person deletes a message. */
  deleteMessage(channelId: string, messageId: string): void;
  /**
   * Edits of this message answer 429 with code 30046, as for one older than an hour that was edited too often, to be
   * tried again after so many seconds; null: no longer.
   */
  refuseEdits(messageId: string, retryAfterSeconds: number | null): void;
  /** What everybody in the channel sees, oldest first; ephemeral answers are not in it. */
  messages(channelId: string): readonly ShownMessage[];
}

/**
 * What people do. Each promise rejects when the person would see "The application did not respond", and when a person
 * could not do it at all (command not registered or not offered to them, required option missing, no such button).
 */
export interface People {
  /** Uploads a file, to be the value of an option. It can be had as long as nobody forgets it. */
  attach(file: AttachedFile): string;
  forgetFiles(): void;
  /** `name` with a space is a subcommand: `feeds add`. */
  slash(
    channelId: string,
    name: string,
    options?: Readonly<Record<string, string | number | boolean>>,
    by?: Person,
  ): Promise<Answer>;
  /** `options` holds what is typed so far, the focused one too. */
  autocomplete(
    channelId: string,
    name: string,
    options: Readonly<Record<string, string | number | boolean>>,
    focused: string,
    by?: Person,
  ): Promise<readonly Choice[]>;
  /** `which`: custom id or label. */
  press(channelId: string, messageId: string, which: string, by?: Person): Promise<Answer>;
}

export interface AttachedFile {
  readonly name: string;
  readonly content: string;
}

/** What the bot did. Arrays and counts are live. */
export interface Evidence {
  /** Badly formed requests; empty after a good run. */
  readonly refusals: readonly Refusal[];
  /** Requests for routes that this fake does not know, `GET /x`; empty after a good run. */
  readonly unexpected: readonly string[];
  readonly registered: readonly RegisteredCommand[];
  readonly commandPuts: number;
  /** What the bot sent along, oldest first. */
  readonly files: readonly AttachedFile[];
  /** The last 2,000. */
  readonly requests: readonly AnsweredRequest[];
  /** 429s by the limits; those of a fault plan are not counted. */
  readonly rateLimitHits: number;
  /** Answers with 401, 403 or 429: 10,000 in 10 minutes shut an address out. */
  readonly invalidRequests: number;
  /** Most REST requests at the same time. */
  readonly peakInFlight: number;
  readonly identifies: number;
  readonly resumes: number;
  /** Bits of the last IDENTIFY; null before it. */
  readonly gatewayIntents: number | null;
}
