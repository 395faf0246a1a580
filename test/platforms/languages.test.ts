import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { COMMANDS } from '../../commands/index.ts';
import { createDiscordPlatform } from '../../src/platforms/discord/discord-platform.ts';
import { createTelegramPlatform } from '../../src/platforms/telegram/telegram-platform.ts';
import { loadTexts, type Texts } from '../../src/texts/texts.ts';
import { startFakeDiscord } from '../support/discord/fake-discord.ts';
import { startFakeTelegram } from '../support/telegram/fake-telegram.ts';
import { openPlatformDesk, type PlatformDesk } from './platform-desk.ts';
import { NO_FETCHER } from '../support/no-fetcher.ts';

const LANGUAGES = ['es', 'pt-BR', 'sv', 'de'];

let folder: string;
let texts: Texts;
let desk: PlatformDesk;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bellwether-languages-'));
  cpSync(join(import.meta.dirname, '../../config/locales/en'), join(folder, 'en'), { recursive: true });
  for (const language of LANGUAGES) {
    mkdirSync(join(folder, language));
    writeFileSync(
      join(folder, language, 'menu.ftl'),
      `command-latest = In ${language}\ncommand-latest-count = ${language}!\n`,
    );
  }
  texts = loadTexts(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(async () => {
  desk = await openPlatformDesk();
});
afterEach(() => desk.close());

describe('a catalogue of another language', () => {
  test('is in Discord’s menu under Discord’s own names of languages', async () => {
    const fake = await startFakeDiscord();
    const { token, apiUrl } = fake;
    const platform = createDiscordPlatform({
      token,
      apiUrl,
      operators: [],
      fetcher: NO_FETCHER,
      texts,
      clock: desk.clock,
      log: desk.log,
    });
    await desk.start(platform);
    const latest = fake.registered.find(({ name }) => name === 'latest');
    expect(latest?.['description_localizations']).toEqual({
      'es-ES': 'In es',
      'es-419': 'In es',
      'pt-BR': 'In pt-BR',
      'sv-SE': 'In sv',
      de: 'In de',
    });
    expect(latest?.options.find(({ name }) => name === 'count')?.['description_localizations']).toMatchObject({
      de: 'de!',
    });
    await platform.stop();
    await fake.close();
    expect(fake.refusals).toEqual([]);
  });

  test('is in Telegram’s menus under two letters', async () => {
    const fake = await startFakeTelegram();
    const { token, apiUrl } = fake;
    const platform = createTelegramPlatform({
      token,
      apiUrl,
      operators: [],
      fetcher: NO_FETCHER,
      texts,
      clock: desk.clock,
      log: desk.log,
    });
    await desk.start(platform);
    for (const [code, language] of [
      ['es', 'es'],
      ['pt', 'pt-BR'],
      ['sv', 'sv'],
      ['de', 'de'],
    ]) {
      const menu = fake.commands.get(`all_private_chats:${code}`);
      expect(menu?.find(({ command }) => command === 'latest')?.description).toBe(`In ${language}`);
    }
    await platform.stop();
    await fake.close();
    expect(fake.refusals).toEqual([]);
  });
});

test('commands that Discord refuses do not keep it from listening', async () => {
  const fake = await startFakeDiscord();
  const { token, apiUrl } = fake;
  const platform = createDiscordPlatform({
    token,
    apiUrl,
    operators: [],
    fetcher: NO_FETCHER,
    texts,
    clock: desk.clock,
    log: desk.log,
  });
  await desk.start(
    platform,
    COMMANDS.map((command) => ({ ...command, description: 'x'.repeat(101) })),
  );
  expect(platform.trouble()).toBeNull();
  expect(desk.log.all()).toContain('discord did not take the commands');
  await platform.stop();
  await fake.close();
});
