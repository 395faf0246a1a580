import type { Text } from '../model/text.ts';

/** Whether a row is numbered: its first cell says only which one it is. */
export function isRowNumber(text: Text): boolean {
  return typeof text === 'string' && /^\d{1,9}$/.test(text);
}

/** Whether a cell of a numbered row is something to write, such as a filter; messages are words of ours. */
export function isToWrite(text: Text): text is string {
  return typeof text === 'string' && !/^[\d.,% ]*$/.test(text);
}
