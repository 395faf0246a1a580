import type { Api } from 'grammy';
import type { Document, Message } from 'grammy/types';
import type { UploadedFile } from '../../chat/options.ts';
import type { Fetcher } from '../../http/fetcher.ts';
import { message } from '../../model/text.ts';
import { UserError } from '../../model/user-error.ts';

export interface SentFileParts {
  readonly api: Api;
  readonly fetcher: Fetcher;
  /** Where the files of the bot are: the address holds its token. */
  readonly filesUrl: string;
}

/** The file of a message, or of the one that it answers. */
export function sentFile(said: Message, parts: SentFileParts): UploadedFile | undefined {
  const document = said.document ?? said.reply_to_message?.document;
  return document && uploaded(document, parts);
}

function uploaded(
  { file_id: id, file_name: name = 'file', file_size: sizeBytes = 0 }: Document,
  { api, fetcher, filesUrl }: SentFileParts,
): UploadedFile {
  return {
    name,
    sizeBytes,
    async read() {
      const { file_path: path } = await api.getFile(id);
      const url = `${filesUrl}/${path}`;
      const result = path === undefined ? null : await fetcher.fetch({ url, accept: '*/*', ownAddress: true });
      if (result?.kind === 'ok') return result.bytes;
      throw new UserError('file_gone', message('chat-file-gone'));
    },
  };
}
