import { message } from '../model/text.ts';
import { UserError } from '../model/user-error.ts';

// Primary result codes, https://www.sqlite.org/rescode.html
const SQLITE_BUSY = 5;
const SQLITE_READONLY = 8;
const SQLITE_IOERR = 10;
const SQLITE_CORRUPT = 11;
const SQLITE_FULL = 13;
const SQLITE_CANTOPEN = 14;
const SQLITE_NOTADB = 26;

/** SQLite's primary result code, or null when the error is not SQLite's. */
function sqliteCode(error: unknown): number | null {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return null;
  return error.errcode & 0xff;
}

export function isBusy(error: unknown): boolean {
  return sqliteCode(error) === SQLITE_BUSY;
}

/**
 * Turns an error of the disk or the file into a UserError that says what to do; null when the error is of
 * another kind (a bug). After such an error the program stops: what was committed is safe.
 * @param path the database file, as the operator wrote it
 */
export function storeFailure(error: unknown, path: string): UserError | null {
  const options = { cause: error };
  switch (sqliteCode(error)) {
    case SQLITE_FULL:
      return new UserError('disk_full', message('start-disk-full', { path }), options);
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
      return new UserError('store_read_only', message('start-store-read-only', { path }), options);
    case SQLITE_IOERR:
      return new UserError('store_io', message('start-store-io', { path }), options);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return new UserError('not_a_database', message('start-not-a-database', { path }), options);
    default:
      return null;
  }
}
