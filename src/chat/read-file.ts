import type { Platform } from '../model/chat.ts';
import { message } from '../model/text.ts';
import { UserError } from '../model/user-error.ts';
import { cutAtWord } from '../texts/cut-at-word.ts';
import type { FileOption } from './options.ts';
import type { OptionsOf } from './read-options.ts';
import type { SentFile } from './sent-file.ts';

const SHOWN_LENGTH = 60;

/** How a file comes with a command. */
const HOW: Readonly<Record<Platform, string>> = {
  local: 'chat-file-how-local',
  discord: 'chat-file-how-discord',
  telegram: 'chat-file-how-telegram',
};

/**
 * The file that came with a call, as the value of the option that takes one; without such an option it is left alone.
 * @throws UserError `file_missing`, `file_too_large`
 */
export function readFile(
  { name: command, options }: OptionsOf,
  file: SentFile | undefined,
  platform: Platform,
): Readonly<Record<string, FileOption>> {
  for (const [option, spec] of Object.entries(options)) {
    if (spec.kind !== 'file') continue;
    if (!file) {
      if (!spec.required) continue;
      const how = message(HOW[platform], { command });
      throw new UserError('file_missing', message('chat-file-missing', { command, takes: spec.description, how }));
    }
    const { name, sizeBytes } = file;
    const { maxBytes } = spec;
    if (sizeBytes > maxBytes) throw fileTooLarge(name, maxBytes);
    return { [option]: { name, sizeBytes, read: () => file.read(maxBytes) } };
  }
  return {};
}

/** @param maxBytes the most that can be taken */
export function fileTooLarge(name: string, maxBytes: number): UserError {
  const file = cutAtWord(name, SHOWN_LENGTH);
  return new UserError('file_too_large', message('chat-file-too-large', { file, max: maxBytes / 1_000_000 }));
}
