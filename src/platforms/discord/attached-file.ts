import {
  ApplicationCommandOptionType as OptionType,
  type APIApplicationCommandInteractionDataOption,
  type APIInteractionDataResolved,
} from 'discord.js';
import type { UploadedFile } from '../../chat/options.ts';
import type { Fetcher } from '../../http/fetcher.ts';
import { message } from '../../model/text.ts';
import { UserError } from '../../model/user-error.ts';

/** The file that came with a slash command; it lies at Discord's for a day. */
export function attachedFile(
  { resolved }: { readonly resolved?: APIInteractionDataResolved },
  options: readonly APIApplicationCommandInteractionDataOption[],
  fetcher: Fetcher,
): UploadedFile | undefined {
  const option = options.find(({ type }) => type === OptionType.Attachment);
  const attachment = option && 'value' in option ? resolved?.attachments?.[String(option.value)] : undefined;
  if (!attachment) return undefined;
  const { filename: name, size: sizeBytes, url } = attachment;
  return {
    name,
    sizeBytes,
    async read() {
      const result = await fetcher.fetch({ url, accept: '*/*' });
      if (result.kind === 'ok') return result.bytes;
      throw new UserError('file_gone', message('chat-file-gone'));
    },
  };
}
