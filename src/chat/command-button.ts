import type { Button } from '../model/card.ts';
import type { Text } from '../model/text.ts';

/** Bot API: callback_data. */
const MAX_COMMAND_BYTES = 64;

/** A button that runs a command; none where the command is too long for every platform to carry. */
export function commandButton(label: Text, command: string): Button[] {
  return Buffer.byteLength(command) > MAX_COMMAND_BYTES ? [] : [{ kind: 'command', label, command }];
}
