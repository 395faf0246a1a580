export const PLATFORMS = ['local', 'discord', 'telegram'] as const;
export type Platform = (typeof PLATFORMS)[number];

/** Where a platform knows a chat. May change (a Telegram group becomes a supergroup). */
export interface ChatAddress {
  readonly platform: Platform;
  /** As the platform writes it; text, since snowflakes exceed 2^53. */
  readonly nativeId: string;
  /** Topic or thread inside the chat, '' for none. */
  readonly thread: string;
}

/** Where cards go. */
export interface Chat extends ChatAddress {
  readonly id: number;
  readonly language: string;
  /** No new cards until then, epoch ms; null: not paused. */
  readonly pausedUntil: number | null;
  /** Why the platform lets nothing through; null: reachable. */
  readonly goneReason: string | null;
}
