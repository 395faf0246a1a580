import { DatabaseSync } from 'node:sqlite';
import { message } from '../model/text.ts';
import { UserError } from '../model/user-error.ts';
import { isBusy } from './sqlite-errors.ts';

/**
 * Takes `<path>.lock` for this process's life. It is an SQLite file held in an exclusive transaction: the
 * system frees it even after kill -9, unlike a pid file.
 * @throws UserError `second_instance` when another process holds it.
 */
export function takeLock(path: string): { release(): void } {
  const lock = new DatabaseSync(`${path}.lock`, { timeout: 0 });
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    if (isBusy(error))
      throw new UserError('second_instance', message('start-second-instance', { path }), { cause: error });
    throw error;
  }
  return { release: () => lock.close() };
}
