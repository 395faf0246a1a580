import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

/**
 * `node:sqlite` in the shape that Kysely's SqliteDialect wants. Statements are kept, since Kysely compiles the
 * same texts again and again; a transaction takes the write lock at its start, so that it cannot fail half way.
 */
export function adaptDatabase(database: DatabaseSync): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>();
  const rollback = tolerantRollback(database);
  return {
    close: () => database.close(),
    prepare(sql) {
      if (sql === 'rollback') return rollback;
      const text = sql === 'begin' ? 'begin immediate' : sql;
      const statement = statements.get(text) ?? adaptStatement(database.prepare(text));
      // Set anew, it is the last of the map; the first is the one that was not used for the longest time.
      statements.delete(text);
      statements.set(text, statement);
      const oldest = statements.size > MAX_STATEMENTS ? statements.keys().next().value : undefined;
      if (oldest !== undefined) statements.delete(oldest);
      return statement;
    },
  };
}

/** A full disk has rolled the transaction back already; another rollback would hide why. */
function tolerantRollback(database: DatabaseSync): SqliteStatement {
  return {
    reader: false,
    all: () => [],
    run() {
      if (database.isTransaction) database.exec('rollback');
      return { changes: 0, lastInsertRowid: 0 };
    },
    iterate: () => [].values(),
  };
}

// Searches make texts of their own; a cap keeps those from piling up.
const MAX_STATEMENTS = 500;

function adaptStatement(statement: StatementSync): SqliteStatement {
  // Kysely types parameters as unknown; its compiler has made them strings, numbers, bigints, bytes or null.
  const values = (parameters: readonly unknown[]): SQLInputValue[] => parameters as SQLInputValue[];
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...values(parameters)),
    run: (parameters) => statement.run(...values(parameters)),
    iterate: (parameters) => statement.iterate(...values(parameters)),
  };
}

// Waiting holds the event loop; whoever meets a lock tries again later.
const BUSY_MS = 100;

/** Opens a file so that a power cut loses no commit: WAL with synchronous FULL. */
export function openDatabase(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: BUSY_MS });
  database.exec(`
    pragma journal_mode = wal;
    pragma synchronous = full;
    pragma foreign_keys = on;
    pragma temp_store = memory;
    pragma cache_size = -16000;
  `);
  return database;
}
