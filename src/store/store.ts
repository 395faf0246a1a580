import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { Kysely, SqliteDialect } from 'kysely';
import type { Clock } from '../model/clock.ts';
import { message } from '../model/text.ts';
import { UserError } from '../model/user-error.ts';
import { takeLock } from './lock.ts';
import { migrate } from './migrate.ts';
import type { Db, Schema, Trx } from './schema.ts';
import { adaptDatabase, openDatabase } from './sqlite-database.ts';
import { isBusy, storeFailure } from './sqlite-errors.ts';

export interface Store {
  readonly db: Db;
  /**
   * All or nothing. `name` says in logs and tests which step of the way this is. Queries only, and only on
   * the `Trx` handed in.
   */
  transaction<T>(name: string, work: (trx: Trx) => Promise<T>): Promise<T>;
  /** A UserError when `error` means that the disk or the file failed, else null. */
  failure(error: unknown): UserError | null;
  /** Whether `error` goes by itself: another program has locked the file for the moment. */
  isPassing(error: unknown): boolean;
  close(): Promise<void>;
}

export interface StoreOptions {
  /** `sqlite:<path>`, or `sqlite::memory:`. */
  readonly url: string;
  readonly clock: Clock;
  /** Throws away what is there (the demo). */
  readonly fresh?: boolean;
}

/**
 * Opens the database, alone, with its schema up to date.
 * @throws UserError for all that an operator can mend: `second_instance`, `newer_database`, `store_read_only`,
 *   `disk_full`, `not_a_database`, `store_url`.
 */
export async function openStore({ url, clock, fresh = false }: StoreOptions): Promise<Store> {
  const path = sqlitePath(url);
  try {
    return await openSqlite(path, clock, fresh);
  } catch (error) {
    throw (isNodeFileError(error) ? readOnly(error, path) : storeFailure(error, path)) ?? error;
  }
}

async function openSqlite(path: string, clock: Clock, fresh: boolean): Promise<Store> {
  const inMemory = path === ':memory:';
  if (!inMemory) mkdirSync(dirname(path), { recursive: true });
  const lock = inMemory ? null : takeLock(path);
  let database: DatabaseSync | undefined;
  try {
    if (fresh && !inMemory) for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
    database = openDatabase(path);
    const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: adaptDatabase(database) }) });
    await migrate(db, clock);
    return {
      db,
      transaction: (_name, work) => db.transaction().execute(work),
      failure: (error) => storeFailure(error, path),
      isPassing: isBusy,
      async close() {
        await db.destroy();
        lock?.release();
      },
    };
  } catch (error) {
    database?.close();
    lock?.release();
    throw error;
  }
}

function sqlitePath(url: string): string {
  if (url.startsWith('sqlite:') && url.length > 'sqlite:'.length) return url.slice('sqlite:'.length);
  throw new UserError('store_url', message('start-store-url'));
}

function isNodeFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && /^E[A-Z]+$/.test(String(error.code)) && 'syscall' in error;
}

function readOnly(error: NodeJS.ErrnoException, path: string): UserError {
  const options = { cause: error };
  return error.code === 'ENOSPC'
    ? new UserError('disk_full', message('start-disk-full', { path }), options)
    : new UserError('store_read_only', message('start-store-read-only', { path }), options);
}
