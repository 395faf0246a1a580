// @ts-check
import { byId } from './element.js';

const GATHER_MS = 400;

/** @type {string[]} */
let waiting = [];

/**
 * Tells screen readers, politely; what comes in a burst is told as one.
 * @param {string} text
 */
export function announce(text) {
  waiting.push(text);
  if (waiting.length > 1) return;
  setTimeout(() => {
    const last = waiting.at(-1) ?? '';
    byId('announcements', HTMLElement).textContent =
      waiting.length === 1 ? last : `${waiting.length} changes. Latest: ${last}`;
    waiting = [];
  }, GATHER_MS);
}
