import { describe, expect, test } from 'vitest';
import { commandButton, decodeButton, encodeButton } from '../../src/chat/command-button.ts';

/** Bot API: callback_data; Discord takes 100 characters. */
const MOST_BYTES = 64;

describe('a button that runs a command', () => {
  test.each([
    ['story 17', undefined],
    ['story 17', true],
    ['latest btc page=2', true],
    ['latest "forced deleveraging" lang:de', undefined],
    ['subscribe „Zinsen“ größe', true],
  ])('%j, replacing: %s, is read back as it was', (command, replaces) => {
    const kept = encodeButton(replaces === undefined ? { command } : { command, replaces });
    expect(decodeButton(kept)).toEqual({ command, replaces: replaces ?? false });
  });

  test.each(['x'.repeat(63), 'ß'.repeat(31), '😀'.repeat(15)])(
    '%s fits every platform, with its mark too',
    (command) => {
      const [button] = commandButton('Go', command, { replaces: true });
      expect(button?.command).toBe(command);
      expect(Buffer.byteLength(encodeButton({ command, replaces: true }))).toBeLessThanOrEqual(MOST_BYTES);
    },
  );

  test.each(['x'.repeat(64), 'ß'.repeat(32), '😀'.repeat(16)])('%s would not, and there is none', (command) => {
    expect(commandButton('Go', command)).toEqual([]);
    expect(commandButton('Go', command, { replaces: true })).toEqual([]);
  });

  test('that a message had before there were marks still runs', () => {
    expect(decodeButton('mute 4')).toEqual({ command: 'mute 4', replaces: false });
  });
});
