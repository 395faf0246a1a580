import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exportStories } from '../src/export-stories.ts';
import { importStories } from '../src/import-stories.ts';
import { parseStoryMarkdown } from '../src/newsroom/story-record.ts';
import { openStore, type Store } from '../src/store/store.ts';
import { headlines, openDesk, type Desk } from './commands/desk.ts';
import { ASSETS } from './support/world.ts';

const MINUTE = 60_000;

let desk: Desk;
let folder: string;
let other: Store;

beforeEach(async () => {
  desk = await openDesk();
  folder = await mkdtemp(join(tmpdir(), 'bellwether-export-'));
  other = await openStore({ url: 'sqlite::memory:', clock: desk.clock });
});

afterEach(async () => {
  await desk.close();
  await other.close();
  await rm(folder, { recursive: true });
});

const BODY =
  'The lending protocol Marlin Finance lost about $41 million on Tuesday. Developers stopped all contracts within an hour. ' +
  'Traders said that the token could fall further.';

async function publishSome(): Promise<void> {
  const at = desk.clock.now();
  desk.feeds['wire']?.publish({ guid: 'm', title: 'Marlin Finance drained of $41 million', description: BODY, at });
  desk.feeds['ledger']?.publish({
    guid: 'm',
    title: 'What Marlin Finance says of its $41 million',
    description: BODY,
    at,
  });
  await desk.publish(...headlines(3));
  await desk.pass(5 * MINUTE);
  await desk.say('/admin story 2 pin 3');
  await desk.say('/admin story 3 hide');
}

async function jsonOf(store: Store, name: string): Promise<string> {
  await exportStories(store.db, 'jsonl', join(folder, name));
  return readFile(join(folder, name, 'stories.jsonl'), 'utf8');
}

describe('the stories of a database', () => {
  test('are written as Markdown, a file each', async () => {
    await publishSome();
    expect(await exportStories(desk.store.db, 'markdown', folder)).toBe(4);
    const files = await readdir(folder);
    expect(files.toSorted()).toEqual(['1.md', '2.md', '3.md', '4.md']);
    const records = await Promise.all(
      files.map(async (file) => parseStoryMarkdown(await readFile(join(folder, file), 'utf8'))),
    );
    expect(records.map(({ externalId, stickyWeight, draft }) => [externalId, stickyWeight, draft])).toEqual([
      ['1', 0, false],
      ['2', 3, false],
      ['3', 0, true],
      ['4', 0, false],
    ]);
  });

  test('are the same in another one, after they were exported and imported', async () => {
    await publishSome();
    const exported = await jsonOf(desk.store, 'one');
    const parts = { store: other, assets: ASSETS, clock: desk.clock };
    expect(await importStories(parts, join(folder, 'one/stories.jsonl'))).toEqual({ stored: 4, known: 0 });
    expect(await jsonOf(other, 'two')).toBe(exported);
    expect(await importStories(parts, join(folder, 'one/stories.jsonl'))).toEqual({ stored: 0, known: 4 });
    expect(await other.db.selectFrom('fanout').selectAll().execute()).toEqual([]);
  });

  test('are not read from a file that holds something else, and what comes before is kept', async () => {
    await publishSome();
    const [first = ''] = (await jsonOf(desk.store, 'one')).split('\n');
    const path = join(folder, 'broken.jsonl');
    await writeFile(path, `${first}\n{"title":"no story"}\n`);
    const parts = { store: other, assets: ASSETS, clock: desk.clock };
    await expect(importStories(parts, path)).rejects.toMatchObject({ code: 'import_line' });
    expect(await other.db.selectFrom('story').selectAll().execute()).toHaveLength(1);
    await expect(importStories(parts, join(folder, 'missing.jsonl'))).rejects.toMatchObject({ code: 'import_file' });
  });
});
