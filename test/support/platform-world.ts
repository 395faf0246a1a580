import { createSteppedClock } from '../../src/demo/stepped-clock.ts';
import type { FakeDiscord } from './discord/fake-discord-types.ts';
import { startFakeDiscord } from './discord/fake-discord.ts';
import { startFakeTelegram, type FakeTelegram, type FakeTelegramOptions } from './telegram/fake-telegram.ts';
import { BEGINNING, createWorld, type World, type WorldOptions } from './world.ts';

/** The whole process, connected to a Discord and a Telegram on this machine. */
export interface PlatformWorld extends World {
  readonly discord: FakeDiscord;
  readonly telegram: FakeTelegram;
  /** @throws Error when a platform got what it would refuse for its form, or does not know */
  close(): Promise<void>;
}

export interface PlatformWorldOptions extends WorldOptions {
  readonly telegramLimits?: FakeTelegramOptions['limits'];
}

export async function createPlatformWorld({
  telegramLimits,
  environment,
  ...options
}: PlatformWorldOptions): Promise<PlatformWorld> {
  const clock = createSteppedClock(BEGINNING);
  const discord = await startFakeDiscord();
  const telegram = await startFakeTelegram({
    now: clock.now,
    ...(telegramLimits === undefined ? {} : { limits: telegramLimits }),
  });
  const world = await createWorld({
    ...options,
    clock,
    environment: {
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      TELEGRAM_TOKEN: telegram.token,
      TELEGRAM_API_URL: telegram.apiUrl,
      ...environment,
    },
  });
  return {
    ...world,
    discord,
    telegram,
    async close() {
      await world.close();
      await discord.close();
      await telegram.close();
      const faults = [...discord.refusals, ...telegram.refusals, ...discord.unexpected, ...telegram.unexpected];
      if (faults.length > 0) throw new Error(`refused by a platform: ${JSON.stringify(faults.slice(0, 3))}`);
    },
  };
}
