import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from './bench-world.ts';

export interface RunningBot {
  /** From spawn to the log line `ready`. */
  readonly readyMs: number;
  /** Resident memory now; null where the system does not tell. */
  residentBytes(): number | null;
  stop(): Promise<void>;
}

const PATIENCE_MS = 60_000;

/**
 * Starts Bellwether as `npm start` does, on a store `bench.db` and one feed in `folder`.
 * @param settings beyond those
 */
export async function startBot(folder: string, settings: Readonly<Record<string, string>> = {}): Promise<RunningBot> {
  const begun = performance.now();
  // The flag is the start script's.
  const child = spawn(process.execPath, ['--max-semi-space-size=4', join(ROOT, 'src/main.mjs')], {
    cwd: folder,
    env: { ...environment(folder), ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: PATIENCE_MS,
  });
  const ended = once(child, 'exit');
  const lines: string[] = [];
  let readyMs: number | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (!line.includes('"msg":"ready"')) continue;
    readyMs = performance.now() - begun;
    break;
  }
  if (readyMs === undefined) throw new Error(`the process ended before it was ready:\n${lines.join('\n')}`);
  child.stdout.resume();
  return {
    readyMs,
    residentBytes: () => residentBytes(child.pid),
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Runs a program of this Node to its end; what it wrote on stdout, and how long it took from spawn to exit. */
export async function runNode(...argv: readonly string[]): Promise<{ readonly ms: number; readonly output: string }> {
  const begun = performance.now();
  const child = spawn(process.execPath, argv, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  let output = '';
  for await (const chunk of child.stdout.setEncoding('utf8')) output += String(chunk);
  await ended;
  if (child.exitCode !== 0) throw new Error(`node ${argv.join(' ')} ended with ${child.exitCode}`);
  return { ms: performance.now() - begun, output };
}

/** Resident memory of a Node that does nothing, in bytes; null where the system does not tell. */
export async function idleNodeBytes(): Promise<number | null> {
  const child = spawn(process.execPath, ['-e', 'process.stdout.write("up"); process.stdin.resume()'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  const bytes = residentBytes(child.pid);
  const ended = once(child, 'exit');
  child.stdin.end();
  await ended;
  return bytes;
}

/** The YAML of a feed catalogue whose one feed nobody serves. */
export async function unreachableFeed(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  server.close();
  return `feeds:\n  - { key: nobody, outlet: Nobody, tier: 4, lang: en, url: 'http://127.0.0.1:${port}/feed' }\n`;
}

function environment(folder: string): NodeJS.ProcessEnv {
  const { PATH, TMPDIR, TEMP, TMP } = process.env;
  return {
    ...(PATH === undefined ? {} : { PATH }),
    ...(TMPDIR === undefined ? {} : { TMPDIR }),
    ...(TEMP === undefined ? {} : { TEMP }),
    ...(TMP === undefined ? {} : { TMP }),
    DATABASE_URL: `sqlite:${join(folder, 'bench.db')}`,
    FEEDS_FILE: join(folder, 'feeds.yaml'),
    ASSETS_FILE: join(ROOT, 'config/assets.yaml'),
    ALLOW_PRIVATE_FEEDS: 'true',
    HTTP_PORT: '0',
  };
}

// proc(5): VmRSS in kB.
function residentBytes(pid: number | undefined): number | null {
  if (process.platform !== 'linux' || pid === undefined) return null;
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) * 1024;
}
