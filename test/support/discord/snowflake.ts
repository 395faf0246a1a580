/** First second of 2015 (reference: Snowflakes). */
const DISCORD_EPOCH = 1_420_070_400_000;
const GUILDS_SINCE = Date.UTC(2021, 0, 1);

export interface Snowflakes {
  /** An id of now, above all earlier ones. */
  next(): string;
  /** An id that is a millisecond younger than the guild's before it, so that guilds spread over shards. */
  nextGuild(): string;
}

export function makeSnowflakes(): Snowflakes {
  let last = 0n;
  let guilds = 0;
  return {
    next() {
      const now = atMs(Date.now());
      last = now > last ? now : last + 1n;
      return String(last);
    },
    nextGuild: () => String(atMs(GUILDS_SINCE + guilds++)),
  };
}

/** The shard that hears of a guild; direct messages are shard 0's (events/gateway: sharding). */
export function shardOf(guildId: string | null, shards: number): number {
  return guildId === null ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(shards));
}

function atMs(ms: number): bigint {
  return BigInt(ms - DISCORD_EPOCH) << 22n;
}
