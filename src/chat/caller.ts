import type { Chat } from '../model/chat.ts';
import { message } from '../model/text.ts';
import { UserError } from '../model/user-error.ts';
import type { Person } from './command.ts';
import type { UploadedFile } from './options.ts';

/** Who calls a command, and where. What a platform may have to ask for is asked only when it is needed. */
export interface Caller {
  readonly chat: Chat;
  /** What people call the chat, where it may be named by other than that. */
  readonly title?: string;
  readonly person: Person;
  /** What was sent along. */
  readonly file?: UploadedFile;
  /** Whether the person may configure the chat. */
  isManager(): Promise<boolean>;
  /** @throws UserError that names what the bot lacks to post in the chat */
  checkReach(): Promise<void>;
  /**
   * The same person in another chat, named in the platform's manner.
   * @throws UserError when there is no such chat, or the person does not manage it
   */
  elsewhere(named: string): Promise<Caller>;
}

/** The caller in a chat of their own, on a platform that has no other chats. */
export function ownerOf(chat: Chat, person: Person): Caller {
  return {
    chat,
    person,
    isManager: async () => true,
    checkReach: async () => undefined,
    async elsewhere() {
      throw new UserError('no_other_chat', message('chat-no-other'));
    },
  };
}
