import type { CommandButton } from '../model/card.ts';
import type { Text } from '../model/text.ts';

/** Bot API: callback_data has 64, one of which is the mark of a button that replaces. */
const MAX_COMMAND_BYTES = 63;
const REPLACES = '~';

/** A button that runs a command; none where the command is too long for every platform to carry. */
export function commandButton(
  label: Text,
  command: string,
  options: Pick<CommandButton, 'replaces'> = {},
): CommandButton[] {
  return Buffer.byteLength(command) > MAX_COMMAND_BYTES ? [] : [{ kind: 'command', label, command, ...options }];
}

/** What a platform keeps with a button, at most 64 bytes; read back by `decodeButton`. */
export function encodeButton({ command, replaces }: Pick<CommandButton, 'command' | 'replaces'>): string {
  return replaces ? REPLACES + command : command;
}

/** What was kept with a button that was pressed. */
export function decodeButton(data: string): Pick<CommandButton, 'command'> & { readonly replaces: boolean } {
  const replaces = data.startsWith(REPLACES);
  return { command: replaces ? data.slice(REPLACES.length) : data, replaces };
}
