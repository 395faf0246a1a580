import { expect } from 'vitest';

/** Any text with this in it, as a part of what is expected. */
export function containing(text: string | RegExp): unknown {
  return typeof text === 'string' ? expect.stringContaining(text) : expect.stringMatching(text);
}
