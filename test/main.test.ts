import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '../src/model/clock.ts';
import { openStore } from '../src/store/store.ts';
import { startBellwether, type BellwetherProcess, type Ended } from './support/bellwether-process.ts';
import { startFakeDiscord } from './support/discord/fake-discord.ts';
import type { FakeDiscord } from './support/discord/fake-discord-types.ts';
import { startFeedServer, type TestFeedServer } from './support/feed-server.ts';
import { startFakeTelegram, type FakeTelegram } from './support/telegram/fake-telegram.ts';

const SECRETS = {
  DISCORD_TOKEN: 'discord-token-of-the-operator',
  TELEGRAM_TOKEN: '123456:telegram-token-of-the-operator',
  HTTP_PASSWORD: 'password-of-the-page',
};
/** Platforms that cannot be reached. */
const NOBODY_THERE = { DISCORD_API_URL: 'http://127.0.0.1:9/api', TELEGRAM_API_URL: 'http://127.0.0.1:9' };
const FEED_PASSWORD = 'password-of-the-feed';
const ASSETS_FILE = join(import.meta.dirname, '../config/assets.yaml');

let folder: string;
let feedServer: TestFeedServer;
let taken: Server;
let settings: Record<string, string>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bellwether-main-'));
  feedServer = await startFeedServer();
  taken = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => taken.once('listening', resolve));
  const { url } = feedServer.feed('wire');
  const guarded = url.replace('http://', `http://reader:${FEED_PASSWORD}@`).replace('wire', 'missing');
  const entry = (key: string, address: string) =>
    `  - { key: ${key}, outlet: Outlet of ${key}, url: "${address}", tier: 1, lang: en }\n`;
  writeFileSync(join(folder, 'feeds.yaml'), `feeds:\n${entry('wire', url)}${entry('guarded', guarded)}`);
  settings = {
    ...SECRETS,
    FEEDS_FILE: 'feeds.yaml',
    ASSETS_FILE,
    DATABASE_URL: 'sqlite:news.db',
    ALLOW_PRIVATE_FEEDS: 'true',
    HTTP_PORT: '0',
    LOG_LEVEL: 'debug',
    ...NOBODY_THERE,
  };
});

afterAll(async () => {
  await feedServer.close();
  await new Promise((resolve) => taken.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

function expectNoSecret(output: string): void {
  for (const secret of [...Object.values(SECRETS), FEED_PASSWORD]) expect(output).not.toContain(secret);
}

/** Its lines, once it is sure that they are for people and that the process gave up at once. */
function expectRefusal({ code, stdout, stderr }: Ended): string[] {
  expect(code).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(stderr).not.toMatch(/fault of its own|Error:|node:internal/);
  expectNoSecret(stderr);
  expect(stderr.endsWith('\n')).toBe(true);
  return stderr.trimEnd().split('\n');
}

describe.concurrent('a start that cannot be', () => {
  /** Each in a folder of its own, so that they can run side by side. */
  function start(name: string, changes: Record<string, string> = {}, args: readonly string[] = []): Promise<Ended> {
    const cwd = join(folder, name);
    mkdirSync(cwd);
    return startBellwether(cwd, { ...settings, FEEDS_FILE: '../feeds.yaml', ...changes }, args).ended;
  }

  test('names the port that is taken', async () => {
    // An IP server's address is never a pipe's name.
    const { port } = taken.address() as AddressInfo;
    const [line, ...more] = expectRefusal(await start('port', { HTTP_PORT: String(port) }));
    expect(line).toMatch(new RegExp(`^Port ${port} on 127\\.0\\.0\\.1 is taken`));
    expect(more).toEqual([]);
  });

  test('tells every setting that is wrong, and no value', async () => {
    const broken = { HTTP_PORT: 'eighty', DATABASE_URL: 'postgres://user:hunter2@host/db', HTTP_PASSWORD: 'hunter2' };
    const lines = expectRefusal(await start('settings', { ...broken, POLL_MIN_INTERVAL: '2h' }));
    expect(lines.map((line) => line.split(':')[0] ?? '').toSorted()).toEqual([
      'DATABASE_URL',
      'HTTP_PASSWORD',
      'HTTP_PORT',
      'POLL_MAX_INTERVAL',
    ]);
    expect(lines.join('\n')).not.toContain('hunter2');
  });

  test('names the line of a feeds file that is no YAML', async () => {
    writeFileSync(join(folder, 'broken.yaml'), 'feeds:\n  - key: wire\n    url: [http://127.0.0.1/\n');
    const lines = expectRefusal(await start('yaml', { FEEDS_FILE: '../broken.yaml' }));
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatch(/^\.\.\/broken\.yaml:\d+: /);
  });

  test('names an assets file that is not there', async () => {
    const lines = expectRefusal(await start('assets', { ASSETS_FILE: 'assets.yaml' }));
    expect(lines).toEqual(['assets.yaml: no such file; set ASSETS_FILE to a file like the one shipped in config/']);
  });

  test('says that a newer program has been at the database', async () => {
    const store = await openStore({ url: `sqlite:${join(folder, 'newer.db')}`, clock: systemClock });
    await store.db.insertInto('migration').values({ id: 9_999, applied_at: 0 }).execute();
    await store.close();
    const [line, ...more] = expectRefusal(await start('newer', { DATABASE_URL: 'sqlite:../newer.db' }));
    expect(line).toMatch(/^The database was written by a newer Bellwether/);
    expect(more).toEqual([]);
  });

  test('says that the database is none', async () => {
    writeFileSync(join(folder, 'notes.txt'), 'Dear diary, today the market fell. '.repeat(200));
    const [line, ...more] = expectRefusal(await start('diary', { DATABASE_URL: 'sqlite:../notes.txt' }));
    expect(line).toMatch(/^\.\.\/notes\.txt is not a Bellwether database/);
    expect(more).toEqual([]);
  });

  test.each([[['start']], [['--fast']], [['demo', 'exit']]])('does not know the arguments %s', async (args) => {
    const [line, ...more] = expectRefusal(await start(`arguments ${args.join(' ')}`, {}, args));
    expect(line).toMatch(new RegExp(`^I do not know “${args.join(' ')}”\\.`));
    expect(more).toEqual([]);
  });
});

describe('a running process', () => {
  let running: BellwetherProcess;
  let url: string;
  let discord: FakeDiscord;
  let telegram: FakeTelegram;

  beforeAll(async () => {
    discord = await startFakeDiscord({ token: SECRETS.DISCORD_TOKEN });
    telegram = await startFakeTelegram({ token: SECRETS.TELEGRAM_TOKEN });
    const { ASSETS_FILE: assets = '', ...others } = settings;
    writeFileSync(join(folder, '.env'), `ASSETS_FILE=${assets}\n`);
    running = startBellwether(folder, {
      ...others,
      DISCORD_API_URL: discord.apiUrl,
      TELEGRAM_API_URL: telegram.apiUrl,
    });
    url = await running.ready;
  });
  afterAll(async () => {
    running.kill('SIGKILL');
    await discord.close();
    await telegram.close();
  });

  const withPassword = {
    headers: { authorization: `Basic ${Buffer.from(`operator:${SECRETS.HTTP_PASSWORD}`).toString('base64')}` },
  };

  test('tells a monitor that it is well', async () => {
    const answer = await fetch(`${url}/healthz`);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ ok: true });
  });

  test('keeps a second one off its database', async () => {
    const [line, ...more] = expectRefusal(await startBellwether(folder, settings).ended);
    expect(line).toMatch(/^Another Bellwether is running on news\.db\./);
    expect(more).toEqual([]);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  test('prints the link that invites it to Discord with the least permissions, and its address on Telegram', () => {
    // View Channel, Send Messages, Embed Links, Send Messages in Threads.
    const permissions = (1n << 10n) | (1n << 11n) | (1n << 14n) | (1n << 38n);
    expect(running.output()).toContain(
      `https://discord.com/oauth2/authorize?client_id=${discord.applicationId}&permissions=${permissions}&scope=bot+applications.commands`,
    );
    expect(running.output()).toContain(`https://t.me/${telegram.username}`);
  });

  test('tells its log of a feed that fails', async () => {
    await running.said('HTTP 404');
    expect(running.output()).toContain('"feed":"guarded"');
  });

  test('ends on SIGTERM within five seconds, though a page is open, and leaves the database to the next', async () => {
    const page = await fetch(`${url}/api/events`, withPassword);
    expect(page.status).toBe(200);
    const before = performance.now();
    running.kill('SIGTERM');
    const { code, stderr } = await running.ended;
    expect(performance.now() - before).toBeLessThan(5_000);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    await page.body?.cancel();
    const store = await openStore({ url: `sqlite:${join(folder, 'news.db')}`, clock: systemClock });
    expect(await store.db.selectFrom('feed').select('key').orderBy('key').execute()).toEqual([
      { key: 'guarded' },
      { key: 'wire' },
    ]);
    await store.close();
  });

  test('has left the platforms in peace', () => {
    expect([...discord.refusals, ...discord.unexpected, ...telegram.refusals, ...telegram.unexpected]).toEqual([]);
  });

  test('has told nobody a secret, not even at the level debug', async () => {
    expectNoSecret((await running.ended).stdout);
  });
});

describe('a process whose platforms cannot be reached', () => {
  let running: BellwetherProcess;
  let url: string;

  beforeAll(async () => {
    running = startBellwether(folder, { ...settings, DATABASE_URL: 'sqlite:alone.db' });
    url = await running.ready;
  });
  afterAll(() => running.kill('SIGKILL'));

  test('runs all the same, and tells a monitor which they are', async () => {
    const answer = await fetch(`${url}/healthz`);
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ roles: { newsroom: 'ok', discord: 'failing', telegram: 'failing' } });
  });

  test('tells its log why, and nobody a token', async () => {
    await running.said('telegram cannot be reached');
    await running.said('discord cannot be reached');
    expect(running.output()).toContain('ECONNREFUSED');
    expectNoSecret(running.output());
  });
});
