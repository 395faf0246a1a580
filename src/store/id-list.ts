import { sql, type RawBuilder } from 'kysely';

/**
 * The right side of `in`, as one parameter: SQLite takes at most 32,766 of them, and a list of any length has one
 * statement text.
 */
export function listed<T extends number | string>(values: readonly T[]): RawBuilder<T> {
  return sql<T>`(select value from json_each(${JSON.stringify(values)}))`;
}
