import { PermissionFlagsBits as Bits } from 'discord.js';

/** What everybody may in a new guild, as far as it matters here; not Manage Server. */
export const ORDINARY =
  Bits.ViewChannel |
  Bits.SendMessages |
  Bits.SendMessagesInThreads |
  Bits.EmbedLinks |
  Bits.AttachFiles |
  Bits.ReadMessageHistory |
  Bits.AddReactions |
  Bits.UseApplicationCommands;

/** What the bot's own role gives it when it is invited. */
export const INVITED_WITH = ORDINARY | Bits.MentionEveryone;

export const EVERYTHING = Object.values(Bits).reduce((sum, bit) => sum | bit, 0n);

export interface Overwrite {
  readonly allow: bigint;
  readonly deny: bigint;
}

/**
 * What a member may in a channel: its roles together, then the channel's overwrites for everyone, then the member's own
 * (topics/permissions: permission overwrites). `base`: its roles' bits, everyone's included.
 */
export function permissionsIn(
  base: bigint,
  overwrites: ReadonlyMap<string, Overwrite>,
  ids: { readonly everyone: string; readonly member: string },
): bigint {
  if (base & Bits.Administrator) return EVERYTHING;
  return [ids.everyone, ids.member].reduce((bits, id) => {
    const overwrite = overwrites.get(id);
    return overwrite ? (bits & ~overwrite.deny) | overwrite.allow : bits;
  }, base);
}

export function has(bits: bigint, needed: bigint): boolean {
  return (bits & needed) === needed;
}
