import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../src/model/clock.ts';
import { UserError } from '../../src/model/user-error.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { TEXTS } from '../support/world.ts';

let folder: string;
const opened = new Set<Store>();

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bellwether-store-'));
});

afterEach(async () => {
  for (const store of opened) await store.close();
  opened.clear();
  rmSync(folder, { recursive: true, force: true });
});

async function open(path: string, fresh = false): Promise<Store> {
  const store = await openStore({ url: `sqlite:${path}`, clock: systemClock, fresh });
  opened.add(store);
  return store;
}

async function close(store: Store): Promise<void> {
  opened.delete(store);
  await store.close();
}

/** Why a store cannot be opened, and the sentence that the operator reads. */
async function refusal(path: string): Promise<{ readonly code: string; readonly sentence: string }> {
  try {
    await open(path);
  } catch (error) {
    if (error instanceof UserError) return { code: error.code, sentence: TEXTS.say(error.text) };
    throw error;
  }
  throw new Error('it could be opened');
}

const addOutlet = (store: Store, key: string) =>
  store.transaction('test', async (trx) => {
    await trx.insertInto('outlet').values({ key, name: 'The Wire', tier: 1 }).execute();
  });
const outlets = async (store: Store) =>
  (await store.db.selectFrom('outlet').select('key').orderBy('key').execute()).map(({ key }) => key);

describe('opening a store', () => {
  test('makes its folder, and finds what was stored the next time', async () => {
    const path = join(folder, 'new', 'deep', 'news.db');
    const store = await open(path);
    await addOutlet(store, 'wire');
    await close(store);
    expect(await outlets(await open(path))).toEqual(['wire']);
  });

  test('begins anew when asked to', async () => {
    const path = join(folder, 'news.db');
    const store = await open(path);
    await addOutlet(store, 'wire');
    await close(store);
    expect(await outlets(await open(path, true))).toEqual([]);
  });

  test('keeps a power cut from losing a commit', async () => {
    const { db } = await open(join(folder, 'news.db'));
    expect((await sql`pragma journal_mode`.execute(db)).rows).toEqual([{ journal_mode: 'wal' }]);
    expect((await sql`pragma synchronous`.execute(db)).rows).toEqual([{ synchronous: 2 }]);
  });

  test('is refused while another has the file, even to begin anew, and possible again once that one has closed', async () => {
    const path = join(folder, 'news.db');
    const first = await open(path);
    await addOutlet(first, 'wire');
    const { code, sentence } = await refusal(path);
    expect(code).toBe('second_instance');
    expect(sentence).toContain(`Another Bellwether is running on ${path}`);
    await expect(open(path, true)).rejects.toMatchObject({ code: 'second_instance' });
    expect(await outlets(first)).toEqual(['wire']);
    await close(first);
    expect(await outlets(await open(path))).toEqual(['wire']);
  });

  test('is refused when a newer program has been at the file, which stays as it is', async () => {
    const path = join(folder, 'news.db');
    const store = await open(path);
    await addOutlet(store, 'wire');
    await store.db.insertInto('migration').values({ id: 9_999, applied_at: 0 }).execute();
    await close(store);
    expect((await refusal(path)).code).toBe('newer_database');
    // It let go of the file: the answer is the same, and not that it is taken.
    expect((await refusal(path)).sentence).toContain('schema 9,999');
  });

  test('is refused for a file that is no database', async () => {
    const path = join(folder, 'notes.txt');
    writeFileSync(path, 'Dear diary, today the market fell. '.repeat(200));
    expect(await refusal(path)).toMatchObject({ code: 'not_a_database' });
    expect((await refusal(path)).sentence).toContain(`${path} is not a Bellwether database`);
  });

  test('is refused for a path that cannot be written: below a file, or a folder itself', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect((await refusal(join(file, 'news.db'))).code).toBe('store_read_only');
    expect((await refusal(join(file, 'deeper', 'news.db'))).code).toBe('store_read_only');
    mkdirSync(join(folder, 'news.db'));
    const { code, sentence } = await refusal(join(folder, 'news.db'));
    expect(code).toBe('store_read_only');
    expect(sentence).toContain(`Cannot write to ${join(folder, 'news.db')}`);
  });

  test('is refused for an address of another kind', async () => {
    await expect(openStore({ url: 'postgres://host/db', clock: systemClock })).rejects.toMatchObject({
      code: 'store_url',
    });
  });

  test('leaves no file but the database and its lock once closed', async () => {
    await close(await open(join(folder, 'news.db')));
    expect(readdirSync(folder).toSorted()).toEqual(['news.db', 'news.db.lock']);
  });
});

describe('a full disk', () => {
  async function fill(store: Store): Promise<unknown> {
    for (let index = 0; index < 1_000; index += 1) {
      try {
        await store.transaction('test', async (trx) => {
          await trx
            .insertInto('outlet')
            .values({ key: `a${index}`, name: 'x'.repeat(5_000), tier: 1 })
            .execute();
          await trx
            .insertInto('outlet')
            .values({ key: `b${index}`, name: 'x'.repeat(5_000), tier: 1 })
            .execute();
        });
      } catch (error) {
        return error;
      }
    }
    throw new Error('it never filled up');
  }

  /** As on a disk that takes no more than 20 further pages. */
  async function limit({ db }: Store): Promise<void> {
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db);
    await sql.raw(`pragma max_page_count = ${(rows[0]?.page_count ?? 0) + 20}`).execute(db);
  }

  test('is told as such, and what was committed before is there', async () => {
    const path = join(folder, 'news.db');
    const store = await open(path);
    await addOutlet(store, 'wire');
    await limit(store);
    const failure = store.failure(await fill(store));
    expect(failure?.code).toBe('disk_full');
    expect(failure && TEXTS.say(failure.text)).toContain(`The disk that holds ${path} is full`);
    const before = await outlets(store);
    expect(before).toContain('wire');
    expect(before).toContain('a0');
    // All or nothing: no half of a transaction stayed.
    expect(before.filter((key) => key.startsWith('a'))).toHaveLength(
      before.filter((key) => key.startsWith('b')).length,
    );
    await close(store);
    const again = await open(path);
    expect(await outlets(again)).toEqual(before);
    await addOutlet(again, 'ledger');
  });

  test('rolls back a write that does not fit, after which smaller ones go on', async () => {
    const store = await open(join(folder, 'news.db'));
    await limit(store);
    const huge = 'x'.repeat(1_000_000);
    const error: unknown = await store
      .transaction('test', async (trx) => {
        await trx.insertInto('outlet').values({ key: 'huge', name: huge, tier: 1 }).execute();
      })
      .catch((caught: unknown) => caught);
    expect(store.failure(error)?.code).toBe('disk_full');
    await addOutlet(store, 'small');
    expect(await outlets(store)).toEqual(['small']);
  });

  test('no other error is taken for one of the disk', async () => {
    const store = await open(join(folder, 'news.db'));
    await addOutlet(store, 'wire');
    const error: unknown = await addOutlet(store, 'wire').catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(Error);
    expect(store.failure(error)).toBeNull();
  });
});
