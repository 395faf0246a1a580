import { Client, type ClientOptions } from 'discord.js';
import { onTestFinished } from 'vitest';
import { startFakeDiscord } from './fake-discord.ts';
import type { FakeDiscord, FakeDiscordOptions } from './fake-discord-types.ts';

/** A fake Discord that ends with the test. */
export async function discordForTest(options?: FakeDiscordOptions): Promise<FakeDiscord> {
  const fake = await startFakeDiscord(options);
  onTestFinished(() => fake.close());
  return fake;
}

/** The real discord.js against it, not logged in yet; it ends with the test. */
export function botFor(fake: FakeDiscord, options: Partial<ClientOptions> = {}): Client {
  const { rest, ...others } = options;
  const client = new Client({ intents: [], rest: { api: fake.apiUrl, retries: 0, ...rest }, ...others });
  client.rest.setToken(fake.token);
  onTestFinished(() => client.destroy());
  return client;
}
