import type { Chat, Message } from 'grammy/types';
import type { Place } from './caller.ts';

/** Who speaks for a group's anonymous administrators (Bot API: sender_chat). */
const GROUP_ANONYMOUS_BOT = 1_087_968_824;

/** Where a message was written and by whom; null for those who are not to be answered: other bots, posts that a linked channel forwards. */
export function placeOf(message: Message): Place | null {
  const { chat, from, sender_chat: sender, is_automatic_forward: isForward } = message;
  const where = chatOf(chat, message);
  const isAnonymous = sender?.id === chat.id && (chat.type === 'channel' || from?.id === GROUP_ANONYMOUS_BOT);
  if (isAnonymous) return { ...where, userId: null, language: undefined };
  if (isForward || sender || !from || from.is_bot) return null;
  return { ...where, userId: from.id, language: from.language_code };
}

/** The chat, and the topic of a forum; a thread of replies is no topic. */
export function chatOf(
  chat: Chat,
  message: { readonly is_topic_message?: boolean; readonly message_thread_id?: number },
): Pick<Place, 'chatId' | 'type' | 'thread'> {
  const thread = message.is_topic_message ? String(message.message_thread_id) : '';
  return { chatId: chat.id, type: chat.type, thread };
}
