import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoResult, type DemoResult } from './demo-result.ts';

const CHILD = join(import.meta.dirname, 'demo-child.ts');

/** Every transaction on the way of the data, the platform's own effects among them, in the order of a run. */
const TRANSACTIONS = [
  'subscribe',
  'start',
  'poll',
  'newsroom',
  'fan-out',
  'delivery-claim',
  'local-post',
  'delivery-outcome',
  'local-edit',
] as const;

const RANDOM_RUNS = 2;
const KILLS_A_RUN = 25;
/** Long enough for every feed's first poll, which is backlog. */
const FIRST_LIFE_MS = 8_000;

let folders: string[] = [];
let undisturbed: DemoResult;

beforeAll(async () => {
  const folder = newFolder();
  await runChild(folder, await freePort(), [], null);
  undisturbed = await demoResult(folder);
}, 300_000);

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  folders = [];
});

describe('the demo, killed with SIGKILL and started again', () => {
  test.for(['before', 'after'])(
    'ends as if undisturbed after a kill %s the commit of each transaction',
    async (when) => {
      const folder = newFolder();
      const port = await freePort();
      for (const transaction of TRANSACTIONS) {
        const args = ['--transaction', transaction, '--when', when];
        expect([transaction, await runChild(folder, port, args, null)]).toEqual([transaction, 'killed']);
      }
      expect(await runChild(folder, port, [], null)).toBe('through');
      await expectSameAsUndisturbed(folder);
      report(`${when} each commit`, `${TRANSACTIONS.length} kills`);
    },
  );

  test.for(Array.from({ length: RANDOM_RUNS }, (_, run) => run))(
    'ends as if undisturbed after 25 kills at random times, seed %i',
    async (seed) => {
      const folder = newFolder();
      const port = await freePort();
      const random = seeded(seed + 1);
      expect(await runChild(folder, port, [], FIRST_LIFE_MS)).toBe('killed');
      for (let kill = 1; kill < KILLS_A_RUN; kill += 1) {
        // A child that was through before its time would be no kill.
        expect(await runChild(folder, port, [], 300 + random() * 1_700)).toBe('killed');
      }
      expect(await runChild(folder, port, [], null)).toBe('through');
      await expectSameAsUndisturbed(folder);
      report(`seed ${seed}`, `${KILLS_A_RUN} kills`);
    },
  );
});

async function expectSameAsUndisturbed(folder: string): Promise<void> {
  const result = await demoResult(folder);
  expect([...result.cards.keys()].toSorted()).toEqual([...undisturbed.cards.keys()].toSorted());
  for (const [title, card] of undisturbed.cards)
    expect(JSON.parse(result.cards.get(title) ?? 'null')).toEqual(JSON.parse(card));
  // A second post of one card would be a message that no delivery knows.
  expect(result.messages).toBe(result.deliveries);
  expect(result.messages).toBe(undisturbed.messages);
  expect(result.articles).toBe(undisturbed.articles);
  expect(result.unfinished).toBe(0);
}

type End = 'through' | 'killed';

/** @param killAfterMs kills from outside; null lets it run through */
async function runChild(
  folder: string,
  port: number,
  args: readonly string[],
  killAfterMs: number | null,
): Promise<End> {
  const child = spawn(process.execPath, [CHILD, '--folder', folder, '--port', String(port), ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const timer = killAfterMs === null ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve) => {
    child.once('exit', (...end) => resolve(end));
  });
  clearTimeout(timer);
  if (signal === 'SIGKILL') return 'killed';
  if (code === 0) return 'through';
  throw new Error(`the demo ended with ${code ?? signal}`);
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bellwether-kill-'));
  folders.push(folder);
  return folder;
}

/** A port that was free a moment ago, with a free one behind it for the feeds. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  // An IP server's address is never a pipe's name.
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** mulberry32: a run that failed can be repeated. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function report(what: string, text: string): void {
  process.stdout.write(`${what}: ${text}; ${undisturbed.messages} cards as in the undisturbed run\n`);
}
