import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';

const MAIN = join(import.meta.dirname, '../../src/main.mjs');
const logLine = z.object({ msg: z.string(), url: z.string().optional() });

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The program as an operator starts it. */
export interface BellwetherProcess {
  /** Address of the page, once the log says that it is ready; rejects when the process ends before that. */
  readonly ready: Promise<string>;
  readonly ended: Promise<Ended>;
  /** Resolves when this stands in the output; never, if it does not. */
  said(text: string): Promise<void>;
  output(): string;
  kill(signal: NodeJS.Signals): void;
}

/** @param cwd where relative paths of the settings begin; a `.env` there is read */
export function startBellwether(
  cwd: string,
  settings: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): BellwetherProcess {
  // Nothing of the surroundings but where programs lie: a setting of the developer's shell would count.
  const env = { PATH: process.env['PATH'] ?? '', ...settings };
  const child = spawn(process.execPath, [MAIN, ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));

  const ended = once(child, 'close').then(() => ({ code: child.exitCode, signal: child.signalCode, stdout, stderr }));
  const ready = (async () => {
    for await (const line of createInterface({ input: child.stdout })) {
      const { msg, url } = logLine.parse(JSON.parse(line));
      if (msg === 'ready' && url !== undefined) return url;
    }
    throw new Error(`ended before it was ready: ${(await ended).stderr}`);
  })();
  // Those who only wait for the end need not handle it.
  ready.catch(() => undefined);

  async function said(text: string): Promise<void> {
    while (!(stdout + stderr).includes(text)) await once(child.stdout, 'data');
  }

  return { ready, ended, said, output: () => stdout + stderr, kill: (signal) => void child.kill(signal) };
}
