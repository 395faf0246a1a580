import type { Document } from 'grammy/types';
import { badRequest } from './api-error.ts';

export interface SentFile {
  readonly name: string;
  readonly content: string;
}

/** Files that lie at Telegram's: by id for the API, by path for who fetches one. */
export interface Files {
  add(file: SentFile): Document;
  /** Bot API: getFile. Throws for a file that is not there. */
  find(id: string): { readonly file_id: string; readonly file_unique_id: string; readonly file_path: string };
  read(path: string): string | undefined;
  /** From now on they can no longer be had. */
  forget(): void;
}

export function createFiles(): Files {
  const byId = new Map<string, SentFile>();
  const pathOf = (id: string) => `documents/${id}`;
  return {
    add(file) {
      const id = `file_${byId.size + 1}`;
      byId.set(id, file);
      return { file_id: id, file_unique_id: id, file_name: file.name, file_size: Buffer.byteLength(file.content) };
    },
    find(id) {
      if (!byId.has(id)) throw badRequest('invalid file_id');
      return { file_id: id, file_unique_id: id, file_path: pathOf(id) };
    },
    read: (path) => [...byId].find(([id]) => pathOf(id) === path)?.[1].content,
    forget: () => byId.clear(),
  };
}
