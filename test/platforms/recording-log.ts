import { inspect } from 'node:util';
import type { Log } from '../../src/model/log.ts';

/** A log that keeps all that it is told, at every level. */
export interface RecordingLog extends Log {
  /** Everything in it, to the last property of the errors and what caused them. */
  all(): string;
  /** @throws Error when one of these stands anywhere in it */
  assertWithout(...secrets: readonly string[]): void;
  /** How many lines. */
  count(): number;
}

export function createRecordingLog(): RecordingLog {
  const lines: unknown[] = [];
  const keep = (fields: unknown, message: string) => void lines.push([message, fields]);
  const all = () => inspect(lines, { depth: null, showHidden: true, maxArrayLength: null, maxStringLength: null });
  return {
    debug: keep,
    info: keep,
    warn: keep,
    error: keep,
    all,
    assertWithout(...secrets) {
      const said = all();
      const at = secrets.map((secret) => said.indexOf(secret)).find((index) => index >= 0);
      if (at !== undefined) throw new Error(`a secret is in the log: ${said.slice(Math.max(0, at - 500), at + 500)}`);
    },
    count: () => lines.length,
  };
}
