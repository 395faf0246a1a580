import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createApp, type App } from './app.ts';
import { loadFeedCatalogue } from './feeds/catalogue.ts';
import { createFetcher } from './http/fetcher.ts';
import { createLog } from './log.ts';
import { systemClock } from './model/clock.ts';
import { ConfigFileError } from './model/config-file-error.ts';
import { message, type Text } from './model/text.ts';
import { UserError } from './model/user-error.ts';
import { loadAssetCatalogue } from './newsroom/asset-catalogue.ts';
import { parseSettings, type Settings } from './settings.ts';
import { openStore } from './store/store.ts';
import { loadTexts } from './texts/texts.ts';

const STOP_DEADLINE_MS = 5_000;

const texts = loadTexts(join(import.meta.dirname, '../config/locales'));

try {
  await main(process.argv.slice(2));
} catch (error) {
  fail(error);
}

async function main(argv: readonly string[]): Promise<void> {
  const { values, positionals } = readArguments(argv);
  if (positionals.length === 1 && positionals[0] === 'demo') {
    await demo({ exit: values.exit ?? false, data: values.data });
    return;
  }
  if (positionals.join(' ') === 'feeds check') {
    await check(values.json ?? false);
    return;
  }
  if (positionals.length === 1 && positionals[0] === 'export') {
    await exportTo(values.format, values.out);
    return;
  }
  if (positionals.length === 1 && positionals[0] === 'import') {
    await importFrom(values.from);
    return;
  }
  if (argv.length > 0) throw new UserError('usage', message('start-usage', { words: argv.join(' ') }));
  if (existsSync('.env')) process.loadEnvFile('.env');
  const settings = readSettings(process.env);
  await run(settings);
}

async function run(settings: Settings): Promise<void> {
  const log = createLog(settings.LOG_LEVEL, process.stdout);
  const feeds = loadFeedCatalogue(settings.FEEDS_FILE);
  const assets = loadAssetCatalogue(settings.ASSETS_FILE);
  const store = await openStore({ url: settings.DATABASE_URL, clock: systemClock });
  let app: App | undefined;
  try {
    app = await createApp(settings, {
      store,
      feeds,
      assets,
      texts,
      fetcher: createFetcher({ allowPrivate: settings.ALLOW_PRIVATE_FEEDS, contact: settings.FEED_CONTACT ?? null }),
      clock: systemClock,
      log,
      onFatal: (error) => void stopAndFail(app, error),
    });
  } catch (error) {
    await store.close();
    throw error;
  }
  stopOnSignals(app);
  try {
    await app.start();
  } catch (error) {
    await stopAndFail(app, error);
  }
  if (settings.DISCORD_TOKEN === undefined) log.info({}, 'discord is off: no DISCORD_TOKEN');
  if (settings.TELEGRAM_TOKEN === undefined) log.info({}, 'telegram is off: no TELEGRAM_TOKEN');
  log.info({ url: app.url, feeds: feeds.length, readyMs: Math.round(performance.now()) }, 'ready');
}

/** Polls every feed of the catalogue once and says what works from here; the exit code is 1 when one does not. */
async function check(isJson: boolean): Promise<void> {
  const { checkFeeds, checkTable } = await import('./check-feeds.ts');
  const { createFeedReader } = await import('./feeds/reader.ts');
  if (existsSync('.env')) process.loadEnvFile('.env');
  const settings = readSettings(process.env);
  const feeds = loadFeedCatalogue(settings.FEEDS_FILE);
  const fetcher = createFetcher({
    allowPrivate: settings.ALLOW_PRIVATE_FEEDS,
    contact: settings.FEED_CONTACT ?? null,
  });
  const reader = createFeedReader();
  const { isTTY } = process.stderr;
  const progress = (checked: number) =>
    `\r${texts.say(message('check-progress', { checked, count: feeds.length }))}\u001B[K`;
  const checked = await checkFeeds(feeds, {
    fetcher,
    reader,
    clock: systemClock,
    hostGapMs: settings.POLL_HOST_GAP,
    onChecked: (count) => void (isTTY && process.stderr.write(progress(count))),
  });
  if (isTTY) process.stderr.write('\r\u001B[K');
  const say = (text: Text) => texts.say(text);
  const said = isJson ? JSON.stringify(checked, null, 2) : checkTable(checked, say, systemClock.now());
  process.stdout.write(`${said}\n`);
  await reader.close();
  await fetcher.close();
  process.exitCode = checked.every(({ works }) => works) ? 0 : 1;
}

/** Writes all stories of the database out; it must not be in use. */
async function exportTo(format: string | undefined, out: string | undefined): Promise<void> {
  if ((format !== 'markdown' && format !== 'jsonl') || out === undefined) {
    throw new UserError('usage', message('start-export-usage'));
  }
  const { exportStories } = await import('./export-stories.ts');
  if (existsSync('.env')) process.loadEnvFile('.env');
  const settings = readSettings(process.env);
  const assets = loadAssetCatalogue(settings.ASSETS_FILE);
  const store = await openStore({ url: settings.DATABASE_URL, clock: systemClock });
  const count = await exportStories(store.db, format, out, assets);
  await store.close();
  process.stdout.write(`${texts.say(message('start-exported', { count, folder: out }))}\n`);
}

/** Reads stories that `export` wrote as JSON lines into the database; it must not be in use. */
async function importFrom(from: string | undefined): Promise<void> {
  if (from === undefined) throw new UserError('usage', message('start-import-usage'));
  const { importStories } = await import('./import-stories.ts');
  if (existsSync('.env')) process.loadEnvFile('.env');
  const settings = readSettings(process.env);
  const store = await openStore({ url: settings.DATABASE_URL, clock: systemClock });
  const assets = loadAssetCatalogue(settings.ASSETS_FILE);
  const { stored, known } = await importStories({ store, assets, clock: systemClock }, from);
  await store.close();
  process.stdout.write(`${texts.say(message('start-imported', { stored, known }))}\n`);
}

/** Without `data` the demo begins anew; with it, it goes on where the run in that folder was. */
async function demo({ exit, data }: { readonly exit: boolean; readonly data: string | undefined }): Promise<void> {
  const { runThrough, startDemo } = await import('./run-demo.ts');
  const settings = readSettings({
    ...demoEnvironment(),
    ...(exit ? { HTTP_PORT: '0' } : {}),
  });
  const log = createLog(settings.LOG_LEVEL, process.stderr);
  const options = { settings, texts, log, folder: data ?? 'data/demo', fresh: data === undefined, onFatal: fail };
  if (exit) {
    process.stdout.write(`${await runThrough(options)}\n`);
    process.exit(0);
  }
  const running = await startDemo({ ...options, clock: systemClock });
  stopOnSignals(running);
  process.stdout.write(`${texts.say(message('start-demo', { url: running.app.url ?? '' }))}\n`);
}

function readArguments(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        exit: { type: 'boolean' },
        data: { type: 'string' },
        json: { type: 'boolean' },
        format: { type: 'string' },
        out: { type: 'string' },
        from: { type: 'string' },
      },
    });
  } catch (error) {
    throw new UserError('usage', message('start-usage', { words: argv.join(' ') }), { cause: error });
  }
}

/** The demo takes nothing from `.env`, so that it does the same everywhere; only its address can be chosen. */
function demoEnvironment(): Record<string, string | undefined> {
  const { HTTP_PORT, LOG_LEVEL } = process.env;
  const assets = join(import.meta.dirname, '../config/assets.yaml');
  return {
    HTTP_PORT,
    LOG_LEVEL: LOG_LEVEL ?? 'error',
    ASSETS_FILE: assets,
    POLL_MIN_INTERVAL: '1s',
    POLL_HOST_GAP: '0s',
  };
}

function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const parsed = parseSettings(environment);
  if (parsed.kind === 'settings') return parsed.settings;
  throw new ConfigFileError(parsed.problems);
}

/** The first signal lets what is under way end, within 5 s; the second ends at once. */
function stopOnSignals(app: Pick<App, 'stop'>): void {
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(1);
    stopping = true;
    cutOff();
    app.stop().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

/** What hangs is cut off: killed at any instant, nothing is lost. */
function cutOff(): void {
  setTimeout(() => process.exit(1), STOP_DEADLINE_MS).unref();
}

async function stopAndFail(app: App | undefined, error: unknown): Promise<void> {
  cutOff();
  try {
    await app?.stop();
  } finally {
    fail(error);
  }
}

function fail(error: unknown): never {
  const say = (text: Text) => process.stderr.write(`${texts.say(text)}\n`);
  if (error instanceof UserError) say(error.text);
  else if (error instanceof ConfigFileError) process.stderr.write(`${error.message}\n`);
  else
    process.stderr.write(
      `Bellwether stopped on a fault of its own:\n${error instanceof Error ? error.stack : String(error)}\n`,
    );
  process.exit(1);
}
