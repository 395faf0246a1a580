import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countInFlight, demoResult, type DemoResult } from './demo-result.ts';
import { openStand, type PlatformCards, type Stand } from './stand.ts';

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

/** Claims and outcomes of all three platforms, whichever comes first. */
const DELIVERY_TRANSACTIONS = ['delivery-claim', 'delivery-outcome'] as const;
const NTHS = ['1', '2', '3'] as const;

const RANDOM_RUNS = 2;
const KILLS_A_RUN = 25;
/** Long enough for every feed's first poll, which is backlog. */
const FIRST_LIFE_MS = 8_000;

let folders: string[] = [];
let stands: Stand[] = [];
let undisturbed: DemoResult & PlatformCards;

beforeAll(async () => {
  const run = await newRun();
  await runChild(run, [], null);
  undisturbed = { ...(await demoResult(run.folder)), ...run.stand.cards() };
}, 300_000);

afterAll(async () => {
  for (const stand of stands) await stand.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  stands = [];
  folders = [];
});

describe('the demo, killed with SIGKILL and started again', () => {
  test.for(['before', 'after'])(
    'ends as if undisturbed after a kill %s the commit of each transaction',
    async (when) => {
      const run = await newRun();
      const kills = [
        ...TRANSACTIONS.map((transaction) => ['--transaction', transaction, '--when', when]),
        ...DELIVERY_TRANSACTIONS.flatMap((transaction) =>
          NTHS.map((nth) => ['--transaction', transaction, '--when', when, '--nth', nth]),
        ),
      ];
      for (const args of kills) expect([args, await runChild(run, args, null)]).toEqual([args, 'killed']);
      expect(await runChild(run, [], null)).toBe('through');
      await expectSameAsUndisturbed(run);
      report(`${when} each commit`, kills.length, run);
    },
  );

  test.for(Array.from({ length: RANDOM_RUNS }, (_, index) => index))(
    'ends as if undisturbed after 25 kills at random times, seed %i',
    async (seed) => {
      const run = await newRun();
      const random = seeded(seed + 1);
      expect(await runChild(run, [], FIRST_LIFE_MS)).toBe('killed');
      for (let kill = 1; kill < KILLS_A_RUN; kill += 1) {
        // A child that was through before its time would be no kill.
        expect(await runChild(run, [], 300 + random() * 1_700)).toBe('killed');
      }
      expect(await runChild(run, [], null)).toBe('through');
      await expectSameAsUndisturbed(run);
      report(`seed ${seed}`, KILLS_A_RUN, run);
    },
  );
});

async function expectSameAsUndisturbed({ folder, stand, inFlight }: Run): Promise<void> {
  const result = await demoResult(folder);
  expect([...result.cards.keys()].toSorted()).toEqual([...undisturbed.cards.keys()].toSorted());
  for (const [title, card] of undisturbed.cards)
    expect(JSON.parse(result.cards.get(title) ?? 'null')).toEqual(JSON.parse(card));
  // A second post of one card would be a message that no delivery knows.
  expect(result.messages).toBe(result.deliveries);
  expect(result.messages).toBe(undisturbed.messages);
  expect(result.articles).toBe(undisturbed.articles);
  expect(result.unfinished).toBe(0);
  const { discord, telegram } = stand.cards();
  expect(discord).toEqual(undisturbed.discord);
  // Telegram cannot tell a repeat from a new message: what was in flight at a kill may stand there twice, the first
  // one as it was then.
  expect(undisturbed.telegram.filter((card) => !telegram.includes(card))).toEqual([]);
  expect(telegram.length - undisturbed.telegram.length).toBeLessThanOrEqual(inFlight.telegram);
  expect(stand.refused()).toEqual([]);
}

type End = 'through' | 'killed';

/** @param killAfterMs kills from outside; null lets it run through */
async function runChild(run: Run, args: readonly string[], killAfterMs: number | null): Promise<End> {
  const { folder, port, stand } = run;
  const child = spawn(process.execPath, [CHILD, '--folder', folder, '--port', String(port), ...stand.args, ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const timer = killAfterMs === null ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve) => {
    child.once('exit', (...end) => resolve(end));
  });
  clearTimeout(timer);
  if (signal === 'SIGKILL') {
    run.inFlight.telegram += await countInFlight(folder, 'telegram');
    return 'killed';
  }
  if (code === 0) return 'through';
  throw new Error(`the demo ended with ${code ?? signal}`);
}

/** A demo that is killed and goes on, and the platforms that outlive it. */
interface Run {
  readonly folder: string;
  readonly port: number;
  readonly stand: Stand;
  readonly inFlight: { telegram: number };
}

async function newRun(): Promise<Run> {
  const stand = await openStand();
  stands.push(stand);
  return { folder: newFolder(), port: await freePort(), stand, inFlight: { telegram: 0 } };
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

function report(what: string, kills: number, { stand, inFlight }: Run): void {
  const { discord, telegram } = stand.cards();
  const repeats = telegram.length - undisturbed.telegram.length;
  process.stdout.write(
    `${what}: ${kills} kills; ${undisturbed.messages} cards on the page, ${discord.length} on Discord as in the ` +
      `undisturbed run; Telegram ${undisturbed.telegram.length} and ${repeats} repeated, ` +
      `${inFlight.telegram} in flight at kills\n`,
  );
}
