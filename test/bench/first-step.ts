import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

/*
 * Run by bench-start.ts in a process of its own, since a process that starts has compiled nothing yet:
 * `node first-step.ts <folder>` writes the milliseconds of the newsroom's first step on the store there.
 */
// As main.mjs does.
enableCompileCache();
const { newsroomOn, runDry, withStore } = await import('./bench-world.ts');
const { timedAsync } = await import('./stopwatch.ts');

const [folder = '.'] = process.argv.slice(2);
await withStore(join(folder, 'bench.db'), async (store) => {
  const ms = await timedAsync(() => runDry(newsroomOn(store)));
  process.stdout.write(String(ms));
});
