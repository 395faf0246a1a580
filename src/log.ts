import { pino, stdTimeFunctions, type DestinationStream } from 'pino';
import type { Log } from './model/log.ts';

const LEVELS: Readonly<Record<number, string>> = { 20: 'debug', 30: 'info', 40: 'warn', 50: 'error' };

/** Lines for people on a terminal, JSON lines for everything else. */
export function createLog(level: string, out: NodeJS.WriteStream): Log {
  const options = {
    level,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    redact: { paths: ['token', '*.token', 'password', '*.password', 'authorization', '*.authorization'], censor: '…' },
  };
  return pino(options, out.isTTY ? readable(out) : out);
}

function readable(out: NodeJS.WriteStream): DestinationStream {
  return {
    write(line) {
      // The line is pino's own: an object with these three and the fields of the call.
      const { level, time, msg, err, ...fields } = JSON.parse(line) as Record<string, unknown>;
      const told = Object.entries(fields).map(
        ([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
      );
      const stack = isError(err) ? `\n  ${err.stack.replaceAll('\n', '\n  ')}` : '';
      out.write(
        `${String(time).slice(11, 19)} ${LEVELS[Number(level)]?.padEnd(5) ?? ''} ${String(msg)} ${told.join(' ')}${stack}\n`,
      );
    },
  };
}

function isError(value: unknown): value is { readonly stack: string } {
  return typeof value === 'object' && value !== null && 'stack' in value && typeof value.stack === 'string';
}
