import { startFakeDiscord } from '../support/discord/fake-discord.ts';
import { startFakeTelegram } from '../support/telegram/fake-telegram.ts';

/** The last content of every card, in order, without what differs from run to run (times, ports, ids). */
export interface PlatformCards {
  readonly discord: readonly string[];
  readonly telegram: readonly string[];
}

/** A Discord channel and a Telegram chat that outlive the bot. */
export interface Stand {
  /** For the demo's child. */
  readonly args: readonly string[];
  cards(): PlatformCards;
  /** What a platform would not have taken. */
  refused(): readonly unknown[];
  close(): Promise<void>;
}

const SLOW = { kind: 'delay', ms: 400 } as const;

export async function openStand(): Promise<Stand> {
  // A bot that is killed every second would spend its day waiting to identify.
  const discord = await startFakeDiscord({ identifyWindowMs: 0 });
  const telegram = await startFakeTelegram();
  // Done at once and answered late, so that kills fall between the two.
  discord.failWith(({ method, path }) => (method === 'POST' && path.endsWith('/messages') ? SLOW : null));
  telegram.failWith(({ path }) => (path === '/sendMessage' ? SLOW : null));
  const channel = discord.addChannel(discord.addGuild());
  const chat = telegram.private();
  return {
    args: Object.entries({
      'discord-url': discord.apiUrl,
      'discord-token': discord.token,
      'discord-channel': channel,
      'telegram-url': telegram.apiUrl,
      'telegram-token': telegram.token,
      'telegram-chat': String(chat.id),
    }).flatMap(([name, value]) => [`--${name}`, value]),
    cards: () => ({
      discord: discord
        .messages(channel)
        .map(({ embeds }) => comparable(JSON.stringify(embeds)))
        .toSorted(),
      telegram: telegram
        .messages(chat.id)
        .map(({ text }) => comparable(text))
        .toSorted(),
    }),
    refused: () => [...discord.refusals, ...discord.unexpected, ...telegram.refusals, ...telegram.unexpected],
    async close() {
      await discord.close();
      await telegram.close();
    },
  };
}

function comparable(content: string): string {
  return content
    .replace(/127\.0\.0\.1:\d+/g, 'host')
    .replace(/<t:\d+/g, '<t:0')
    .replace(/"timestamp":"[^"]*"/g, '"timestamp":""')
    .replace(/\b\d\d:\d\d UTC/g, '00:00 UTC')
    .replace(/([Ss]tory) \d+/g, '$1 N');
}
