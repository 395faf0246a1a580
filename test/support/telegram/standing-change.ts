import type { ChatMember, ChatMemberUpdated, User } from 'grammy/types';
import { apiChat, seconds } from './bot-api-message.ts';
import { botMember } from './chat-member.ts';
import type { BotStanding, ChatState } from './chats.ts';

/** The my_chat_member update of a change; `at` in epoch ms. */
export function standingChange(
  chat: ChatState,
  bot: User,
  { to, by, at }: { readonly to: BotStanding; readonly by: User; readonly at: number },
): ChatMemberUpdated {
  const member = (standing: BotStanding): ChatMember => botMember(bot, chat, standing);
  return {
    chat: apiChat(chat),
    from: by,
    date: seconds(at),
    old_chat_member: member(chat.bot),
    new_chat_member: member(to),
  };
}
