import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startFakeDiscord } from '../support/discord/fake-discord.ts';
import { startFakeTelegram } from '../support/telegram/fake-telegram.ts';
import { inFolder } from './bench-world.ts';
import { startBot, unreachableFeed } from './process-under-test.ts';
import type { Row } from './row.ts';
import { median } from './stopwatch.ts';

const GUILDS = [1, 500, 2_000];
const CHANNELS_A_GUILD = 40;
const ROUNDS = 3;
const SETTLED_MS = 5_000;

interface Measured {
  readonly readyMs: number;
  readonly residentMb: number;
}

/** From spawn to `ready` with both platforms listening, and what the process then weighs. */
export async function benchPlatforms(): Promise<readonly Row[]> {
  return inFolder(async (folder) => {
    await writeFile(join(folder, 'feeds.yaml'), await unreachableFeed());
    // The first start fills the compile cache.
    await measure(folder, null, 0);
    const alone = await measure(folder, null, ROUNDS);
    const rows: Row[] = [];
    for (const guilds of GUILDS) {
      const { readyMs, residentMb } = await measure(folder, guilds, ROUNDS);
      const what = `Discord in ${guilds} servers and Telegram`;
      const beside = 'no platform';
      rows.push({ what: `ready, ${what}`, measured: readyMs, beside, besideMeasured: alone.readyMs, unit: 'ms' });
      rows.push({
        what: `resident, ${what}`,
        measured: residentMb,
        beside,
        besideMeasured: alone.residentMb,
        unit: 'MB',
      });
    }
    return rows;
  });
}

/** @param guilds null: without platforms */
async function measure(folder: string, guilds: number | null, rounds: number): Promise<Measured> {
  const readyMs: number[] = [];
  const residentMb: number[] = [];
  for (let round = 0; round < Math.max(1, rounds); round += 1) {
    // A bot that starts every few seconds would wait to identify.
    const discord = await startFakeDiscord({ identifyWindowMs: 0 });
    const telegram = await startFakeTelegram();
    for (let guild = 0; guild < (guilds ?? 0); guild += 1) {
      const id = discord.addGuild();
      for (let channel = 0; channel < CHANNELS_A_GUILD; channel += 1) discord.addChannel(id);
    }
    const platforms = {
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      TELEGRAM_TOKEN: telegram.token,
      TELEGRAM_API_URL: telegram.apiUrl,
    };
    const bot = await startBot(folder, guilds === null ? {} : platforms);
    readyMs.push(bot.readyMs);
    if (round === 0) {
      await delay(SETTLED_MS);
      residentMb.push((bot.residentBytes() ?? Number.NaN) / 1e6);
    }
    await bot.stop();
    await discord.close();
    await telegram.close();
  }
  return { readyMs: median(readyMs), residentMb: median(residentMb) };
}
