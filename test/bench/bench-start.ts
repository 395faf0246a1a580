import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { makeArticles } from './articles.ts';
import { ASSETS, inFolder, insertNew, newsroomOn, runDry, withStore } from './bench-world.ts';
import { idleNodeBytes, runNode, startBot, unreachableFeed } from './process-under-test.ts';
import type { Row } from './row.ts';
import { median } from './stopwatch.ts';

const LIVE = 2_000;
// A start reads titles; with short bodies the store is filled sooner.
const SHORT_BODY = 400;
const ROUNDS = 5;
const FIRST_STEPS = 3;
const SETTLED_MS = 5_000;

/** From spawn to `ready`, and what the process then weighs. */
export async function benchStart(): Promise<readonly Row[]> {
  return inFolder(async (folder) => {
    const empty = await prepare(join(folder, 'empty'), 0);
    const full = await prepare(join(folder, 'full'), LIVE);
    const node: number[] = [];
    const ready = { empty: [] as number[], full: [] as number[] };
    const firstStep = { empty: [] as number[], full: [] as number[] };
    // By turns, so that a busy minute of the machine falls on all alike.
    for (let round = 0; round < ROUNDS; round += 1) {
      node.push((await runNode('-e', '0')).ms);
      ready.empty.push(await readyMs(empty));
      ready.full.push(await readyMs(full));
      if (round >= FIRST_STEPS) continue;
      firstStep.empty.push(await firstStepMs(empty));
      firstStep.full.push(await firstStepMs(full));
    }
    const row = { beside: 'node -e 0', besideMeasured: median(node), unit: 'ms' };
    return [
      { what: 'ready, empty store', measured: median(ready.empty), ...row },
      { what: 'ready, 2,000 articles in the live window', measured: median(ready.full), ...row },
      {
        what: 'first step of the newsroom, 2,000 articles',
        measured: median(firstStep.full),
        beside: 'empty store',
        besideMeasured: median(firstStep.empty),
        unit: 'ms',
      },
      ...(await memoryRows(empty, full)),
    ];
  });
}

async function prepare(folder: string, articles: number): Promise<string> {
  await mkdir(folder);
  await writeFile(join(folder, 'feeds.yaml'), await unreachableFeed());
  await withStore(join(folder, 'bench.db'), async (store) => {
    await insertNew(store, makeArticles(articles, ASSETS.assets, 6, SHORT_BODY));
    await runDry(newsroomOn(store));
  });
  // The first start fills the compile cache.
  const bot = await startBot(folder);
  await bot.stop();
  return folder;
}

async function readyMs(folder: string): Promise<number> {
  const bot = await startBot(folder);
  await bot.stop();
  return bot.readyMs;
}

async function firstStepMs(folder: string): Promise<number> {
  const { output } = await runNode('--max-semi-space-size=4', join(import.meta.dirname, 'first-step.ts'), folder);
  return Number(output);
}

/** Without rows where the system does not tell. */
async function memoryRows(empty: string, full: string): Promise<readonly Row[]> {
  const node = await idleNodeBytes();
  const settled = async (folder: string): Promise<number | null> => {
    const bot = await startBot(folder);
    await delay(SETTLED_MS);
    const bytes = bot.residentBytes();
    await bot.stop();
    return bytes;
  };
  const [ofEmpty, ofFull] = await Promise.all([settled(empty), settled(full)]);
  if (node === null || ofEmpty === null || ofFull === null) return [];
  const row = { beside: 'idle node', besideMeasured: node / 1e6, unit: 'MB' };
  return [
    { what: 'resident 5 s after ready, empty store', measured: ofEmpty / 1e6, ...row },
    { what: 'resident 5 s after ready, 2,000 articles', measured: ofFull / 1e6, ...row },
  ];
}
